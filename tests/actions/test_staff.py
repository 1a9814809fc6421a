import datetime as dt
from pathlib import Path

import pytest
import xlsxwriter
import xlwings as xw

from wg_excel import buttons, excel
from wg_excel.actions.creating import create
from wg_excel.actions.staff import Choice, NoHeadings, NoSuchSheet
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing, reading
from wg_excel.book.tables import read_cells
from wg_excel.domain.history import HistoryEntry
from wg_excel.domain.members.members import Member
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.exports.people_list import ListNotRead

TODAY = dt.date(2026, 11, 22)
TEACHERS = "ФИО;Предметы;Классы\nКоролёва Алёна Петровна;Литература;5А, 6Б\nКим Олег Иванович;Физика;7А\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "книга.xlsm"
    create(path)
    return path


def load(book: Path, file: Path, *, members: bool = False, sheet: str = "", renamed: bool = False) -> str:
    with changing(book) as opened:
        choice = Choice(sheet, renamed)
        return str(buttons.load_staff(opened, file, members=members, choice=choice, today=TODAY))


def teachers(book: Path) -> list[tuple[str, str]]:
    with changing(book) as opened:
        return [(teacher.fio, teacher.classes) for teacher in read_group(opened)[Teacher]]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251", "utf-16"])
def test_a_list_in_any_encoding_fills_the_sheet(book: Path, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "учителя.csv"
    file.write_text(TEACHERS, encoding)
    assert load(book, file).startswith("Новых: 2 (Королёва Алёна Петровна, Ким Олег Иванович)")
    assert teachers(book) == [("Королёва Алёна Петровна", "5А, 6Б"), ("Ким Олег Иванович", "7А")]


def test_the_same_list_again_changes_nothing(book: Path, tmp_path: Path) -> None:
    file = tmp_path / "учителя.csv"
    file.write_text(TEACHERS)
    load(book, file)
    assert load(book, file).startswith("Новых: 0; изменено: 0; нет в списке (не удалены): 0")


def test_a_changed_cell_is_written_and_nobody_is_removed(book: Path, tmp_path: Path) -> None:
    file = tmp_path / "учителя.csv"
    file.write_text(TEACHERS)
    load(book, file)
    file.write_text("Список педагогов\n\nФИО;Классы\nКим Олег Иванович;7А, 8А\n")
    assert load(book, file) == (
        "Новых: 0; изменено: 1 (Ким Олег Иванович); "
        "нет в списке (не удалены): 1 (Королёва Алёна Петровна); не принято: 0. "
        "Кто выбыл, тому впишите последний день в его строке («В составе по» или «Работает по»)."
    )
    assert teachers(book) == [("Королёва Алёна Петровна", "5А, 6Б"), ("Ким Олег Иванович", "7А, 8А")]


def test_members_come_from_an_xlsx_list_with_dates(book: Path, tmp_path: Path) -> None:
    file = tmp_path / "состав.xlsx"
    with xlsxwriter.Workbook(file) as made:
        sheet, day = made.add_worksheet(), made.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row(0, 0, ["Код", "ФИО", "Должность", "Роль", "В составе с", "Приказ о включении"])
        sheet.write_row(1, 0, ["1", "Даценко Ирина Андреевна", "Директор", "Руководитель"])
        sheet.write_number(1, 4, 46266, day)
        sheet.write_string(1, 5, "№ 1-од от 01.09.2026")
    load(book, file, members=True)
    with changing(book) as opened:
        (member,) = read_group(opened)[Member]
    assert (member.role, str(member.since)) == ("Руководитель", "2026-09-01")


def test_a_list_without_headings_is_refused_with_what_to_do(book: Path, tmp_path: Path) -> None:
    file = tmp_path / "учителя.csv"
    file.write_text("Ким Олег Иванович;7А\n")
    with pytest.raises(NoHeadings, match="строка заголовков"):
        load(book, file)


def test_a_damaged_list_is_refused_in_one_sentence(book: Path, tmp_path: Path) -> None:
    file = tmp_path / "учителя.xlsx"
    file.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(ListNotRead, match=r"учителя\.xlsx"):
        load(book, file)


def xlsx(path: Path, sheets: dict[str, list[list[str]]]) -> Path:
    with xlsxwriter.Workbook(path) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


HEAD = ["№ п/п", "Классы", "Ф.И.О. педагога", "Преподаваемые предметы", "E-mail"]


def test_columns_in_another_order_and_under_other_names_are_known(book: Path, tmp_path: Path) -> None:
    rows = [["Список на 2026/27 год"], HEAD, ["1", "7А", "Ким Олег Иванович", "Физика", "kim@school.example"]]
    load(book, xlsx(tmp_path / "список.xlsx", {"Лист1": rows}))
    with changing(book) as opened:
        (teacher,) = read_group(opened)[Teacher]
    assert (teacher.fio, teacher.subjects, teacher.classes, teacher.email) == (
        "Ким Олег Иванович",
        "Физика",
        "7А",
        "kim@school.example",
    )


def test_a_name_in_three_columns_is_put_together(book: Path, tmp_path: Path) -> None:
    file = tmp_path / "учителя.csv"
    file.write_text("Имя;Отчество;Фамилия;Класс\nОлег;Иванович;Ким;7А\nМухаммад;;Ли;8А\n", "cp1251")
    load(book, file)
    assert teachers(book) == [("Ким Олег Иванович", "7А"), ("Ли Мухаммад", "8А")]


def test_of_several_sheets_the_one_named_for_the_table_is_taken_and_the_others_are_told(
    book: Path, tmp_path: Path
) -> None:
    sheets = {
        "Ученики": [["ФИО", "Классы", "Эл. почта"], ["Петров Пётр Ильич", "5А", "p@x.example"]],
        "Титул": [["Школа"]],
        "Учителя": [["ФИО", "Классы"], ["Ким Олег Иванович", "7А"]],
    }
    file = xlsx(tmp_path / "список.xlsx", sheets)
    assert load(book, file).endswith("Взят лист «Учителя»; не взяты: «Ученики».")
    assert teachers(book) == [("Ким Олег Иванович", "7А")]


def test_another_sheet_is_taken_when_asked_for(book: Path, tmp_path: Path) -> None:
    sheets = {
        "Учителя": [["ФИО"], ["Ким Олег Иванович"]],
        "Совместители": [["ФИО", "Классы"], ["Ли Анна Павловна", "8А"]],
    }
    file = xlsx(tmp_path / "список.xlsx", sheets)
    load(book, file, sheet="Совместители")
    assert teachers(book) == [("Ли Анна Павловна", "8А")]
    with pytest.raises(NoSuchSheet, match="«Учителя», «Совместители»"):
        load(book, file, sheet="Прочие")


def test_a_row_that_says_that_the_person_has_left_counts_as_not_listed(book: Path, tmp_path: Path) -> None:
    file = tmp_path / "учителя.csv"
    file.write_text(TEACHERS)
    load(book, file)
    file.write_text("ФИО;Статус\nКоролёва Алёна Петровна;работает\nКим Олег Иванович;уволен 31.08.2026\n")
    told = load(book, file)
    assert "нет в списке (не удалены): 1 (Ким Олег Иванович)" in told
    assert told.endswith("Строк с пометкой о выбытии: 1.")


def test_a_preview_tells_each_change_and_writes_nothing(book: Path, tmp_path: Path) -> None:
    file = tmp_path / "учителя.csv"
    file.write_text(TEACHERS)
    load(book, file)
    before = book.read_bytes()
    file.write_text("ФИО;Классы\nСмирнова Алёна Петровна;5А\nКим Олег Иванович;8А\n")
    with reading(book) as opened:
        change = buttons.preview_staff(opened, file, today=TODAY)
    assert change.details == (
        "Ким Олег Иванович: Классы «7А» → «8А»",
        "Возможно, тот же человек с другой фамилией: Королёва Алёна Петровна → Смирнова Алёна Петровна",
    )
    assert book.read_bytes() == before


def test_every_changed_cell_is_remembered_with_its_old_value(book: Path, tmp_path: Path) -> None:
    file = tmp_path / "учителя.csv"
    file.write_text(TEACHERS)
    load(book, file)
    file.write_text("ФИО;Классы\nСмирнова Алёна Петровна;5А, 6Б\nКим Олег Иванович;8А\n")
    load(book, file, renamed=True)
    with changing(book) as opened:
        lines = read_cells(opened, HistoryEntry).rows
    assert [row[3:7] for row in lines if row[4]] == [
        ("Королёва Алёна Петровна: ФИО", "Педагоги!A6", "Королёва Алёна Петровна", "Смирнова Алёна Петровна"),
        ("Королёва Алёна Петровна: Имя в ЭлЖур", "Педагоги!H6", None, "Королёва Алёна Петровна"),
        ("Ким Олег Иванович: Классы", "Педагоги!C7", "7А", "8А"),
    ]
    assert load(book, file, renamed=True).startswith("Новых: 0; изменено: 0; нет")


@pytest.mark.parametrize(("answer", "expected"), [("yes", 2), ("no", 3), ("cancel", 2)])
def test_in_excel_the_user_sees_the_change_and_decides(
    book: Path, tmp_path: Path, answer: str, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "учителя.csv"
    file.write_text(TEACHERS)
    load(book, file)
    file.write_text("ФИО;Классы\nСмирнова Алёна Петровна;5А\nКим Олег Иванович;8А\n")
    asked: list[str] = []

    def alert(_: object, prompt: str, *__: object, **___: object) -> str:
        asked.append(prompt)
        return answer

    monkeypatch.setattr(xw.App, "alert", alert)
    with changing(book) as opened:
        told = excel.run_button(opened, "load_staff", lambda *_: [file])
        found = [teacher.classes for teacher in read_group(opened)[Teacher]]
    assert "Королёва Алёна Петровна → Смирнова Алёна Петровна" in asked[0]
    assert asked[0].endswith(excel.STAFF_RENAMED)
    assert len(found) == expected
    assert ("8А" in found) == (answer != "cancel")
    assert (told == excel.NOTHING) == (answer == "cancel")


def test_a_cell_that_cannot_be_read_is_told_by_its_row_and_not_written(book: Path, tmp_path: Path) -> None:
    file = tmp_path / "учителя.csv"
    file.write_text("ФИО;Классы;Дата приёма\nКИМ ОЛЕГ ИВАНОВИЧ;;31.02.2020\n;8А;\n")
    with reading(book) as opened:
        change = buttons.preview_staff(opened, file, today=TODAY)
    assert (change.new, str(change).partition("не принято: ")[2]) == (
        ("Ким Олег Иванович",),
        "1. Строк без имени: 1, они не приняты.",
    )
    assert change.details[-1].startswith("Строка списка 2. ")
    assert "такого дня нет" in change.details[-1]
