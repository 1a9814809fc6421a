from pathlib import Path

import pytest
import xlsxwriter

from wg_excel.book.master import read_group
from wg_excel.book.opened import changing
from wg_excel.creating import create
from wg_excel.domain.members import Member
from wg_excel.domain.teachers import Teacher
from wg_excel.exports.people_list import ListNotRead
from wg_excel.staff import NoHeadings, update_staff

TEACHERS = "ФИО;Предметы;Классы\nКоролёва Алёна Петровна;Литература;5А, 6Б\nКим Олег Иванович;Физика;7А\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "книга.xlsm"
    create(path)
    return path


def load(book: Path, file: Path, *, members: bool = False) -> str:
    with changing(book) as opened:
        return str(update_staff(opened, read_group(opened), file, members=members))


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
        "нет в списке (не удалены): 1 (Королёва Алёна Петровна); не принято: 0."
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
