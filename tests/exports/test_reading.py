import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exports.sheets import TODAY, rows, text_file, workbook
from wg_excel.exports import reading
from wg_excel.exports.parts import Begun, Job, Portion, Reading
from wg_excel.exports.reading import look_ahead, read_file
from wg_excel.exports.terms import Calendar

LESSONS = "Дата | Класс | Предмет | Учитель | Тема | ДЗ\n01.09.2026 | 5А | Физика | Ким П. Л. | Сила | § 1"
MOVEMENT = "Класс | На начало | Прибыло | Выбыло | На конец\n5А | 20 | 1 | 2 | 19"
Reader = Callable[..., list[Reading]]


def job(path: Path, *, with_facts: bool = True, skip: int = 0) -> Job:
    return Job(str(path), "", Calendar(TODAY), with_facts=with_facts, skip=skip)


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    path = tmp_path / "уроки.csv"
    path.write_bytes(text_file(rows(LESSONS)))
    return path


def test_a_file_gives_notice_then_facts_then_its_reading(lessons: Path) -> None:
    begun, portion, found = read_file(job(lessons))
    assert begun == Begun("уроки.csv")
    assert isinstance(portion, Portion)
    assert isinstance(found, Reading)
    assert (portion.kind, portion.place, len(portion.rows), found.status) == ("lessons", 0, 1, "known")


def test_facts_are_left_out_where_nobody_asks_for_them(lessons: Path) -> None:
    begun, portion, reading = read_file(job(lessons, with_facts=False))
    assert (type(begun), type(reading)) == (Begun, Reading)
    assert isinstance(portion, Portion)
    assert portion.rows == ()


def test_sheets_of_two_kinds_are_two_readings_named_by_their_sheets(read_bytes: Reader) -> None:
    found = read_bytes(workbook({"Уроки": rows(LESSONS), "Движение": rows(MOVEMENT), "Титул": [["МБОУ СОШ № 5"]]}))
    assert [each.file for each in found] == ["отчёт.xlsx/Уроки", "отчёт.xlsx/Движение"]
    assert [each.export.kind for each in found if each.export] == ["lessons", "movement"]
    assert all("Листы без отчёта пропущены: «Титул»." in each.export.warnings for each in found if each.export)


def test_sheets_of_one_kind_are_one_reading(read_bytes: Reader) -> None:
    (found,) = read_bytes(workbook({"5А": rows(LESSONS), "5Б": rows(LESSONS.replace("5А", "5Б"))}))
    assert found.export is not None
    assert (found.file, found.export.rows) == ("отчёт.xlsx", 2)


def test_a_report_without_a_period_says_where_to_write_it(read_bytes: Reader) -> None:
    (found,) = read_bytes(workbook({"Л": rows(MOVEMENT)}))
    assert found.export is not None
    assert found.export.warnings == (reading.NO_PERIOD,)


def test_a_file_looked_at_ahead_gives_the_same_parts(lessons: Path, tmp_path: Path) -> None:
    book = tmp_path / "книга.xlsx"
    book.write_bytes(workbook({"5А": rows(LESSONS), "5Б": rows(LESSONS.replace("5А", "5Б"))}))
    for path in (lessons, book):
        plain = list(read_file(job(path)))
        look_ahead(str(path))
        assert list(read_file(job(path))) == plain


def test_what_is_wrong_with_a_file_is_left_for_the_job(tmp_path: Path) -> None:
    path = tmp_path / "пусто.xlsx"
    path.write_bytes(b"")
    for missing in (tmp_path / "нет.xlsx", path):
        look_ahead(str(missing))
        (_, found) = read_file(job(missing))
        assert isinstance(found, Reading)
        assert found.status == "refused"


def test_a_file_that_takes_too_much_memory_is_refused(lessons: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(_data: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr(reading, "grids", exhausted)
    *_, found = read_file(job(lessons))
    assert isinstance(found, Reading)
    assert found.message.startswith("Таблица в файле слишком велика")


def test_more_facts_than_can_be_kept_are_refused(lessons: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_FACTS", 0)
    *_, last = reading.read_file(job(lessons))
    assert isinstance(last, Reading)
    assert last.status == "refused"
    assert last.message.startswith("В отчёте больше 0 записей")


def test_more_names_of_teachers_than_a_school_has_are_refused(lessons: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_NAMES", 0)
    *_, last = reading.read_file(job(lessons))
    assert isinstance(last, Reading)
    assert (last.status, last.message[:43]) == ("refused", "В отчёте больше 0 разных имён учителей, сто")


PAGE = (
    "Класс: 7А. Предмет: Физика. Учитель: Ким П. Л.\n№ | ФИО | {days}\n1 | Аксёнов Лев | 5 | 4\n2 | Белкина Зоя | | 3"
)


def test_pages_of_a_journal_on_sheets_named_by_their_months_are_of_these_months(read_bytes: Reader) -> None:
    sheets = {"Сентябрь": "1 | 8", "Октябрь": "6 | 13"}
    data = workbook({name: rows(PAGE.format(days=days)) for name, days in sheets.items()})
    (reading,) = read_bytes(data, "I четверть.xlsx")
    assert reading.export is not None, reading.message
    marks = {(one.first, one.last): one.value for one in reading.export.facts.figures if one.name == "marks"}
    assert marks == {(20260901, 20260908): 3, (20261006, 20261013): 3}


@pytest.mark.parametrize(
    ("sheet", "file", "where"),
    [("1 четверть", "отчёт.xlsx", "названия листа"), ("Лист1", "Заполнение 1 четверть.xlsx", "имени файла")],
)
def test_a_period_that_only_a_name_tells_is_taken_and_said(
    sheet: str, file: str, where: str, read_bytes: Reader
) -> None:
    table = rows("Учитель | Класс | Предмет | Уроков | Без тем\nКим П. Л. | 5А | Физика | 20 | 1")
    (reading,) = read_bytes(workbook({sheet: table}), file)
    assert reading.export is not None, reading.message
    assert (reading.export.first, reading.export.last) == (dt.date(2026, 9, 1), dt.date(2026, 10, 31))
    assert f"Период взят из {where}: «1 четверть»." in reading.export.warnings


def test_a_school_year_in_the_file_s_name_dates_days_without_a_year(read_bytes: Reader) -> None:
    table = rows("Класс | Предмет | Дата | Тема | ДЗ\n5А | Физика | 01.09 | Силы | § 1")
    (reading,) = read_bytes(workbook({"Лист1": table}), "Темы 2025-2026.xlsx")
    assert reading.export is not None, reading.message
    assert [one.day for one in reading.export.facts.lessons] == [20250901]
