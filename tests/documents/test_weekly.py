from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter
import xlwings as xw

from tests.domain.monitoring.test_weekly import LIST, monitored
from tests.facts_notation import facts
from wg_excel.builder import weeks_sheet
from wg_excel.builder.formats import Formats
from wg_excel.documents.weekly import write_weeks
from wg_excel.headless import open_book


@pytest.fixture
def book(tmp_path: Path) -> Iterator[xw.Book]:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        weeks_sheet.add(workbook, Formats(workbook))
    opened = open_book(path)
    yield opened
    opened.close()


def shown(book: xw.Book) -> list[list[object]]:
    rows = book.sheets["По неделям"].range("A5:H11").options(ndim=2).value
    return [row for row in rows if row[1] is not None]


def test_the_sheet_shows_who_filled_how_much_in_which_week(book: xw.Book) -> None:
    write_weeks(book, monitored(facts(LIST), today="09-20"))
    heads, school, *_, last = shown(book)
    assert heads == ["Разрез", "Кто", "За период, %", "Ход", "31.08", "07.09", "14.09", None]
    assert school == ["Школа", "Школа", 62, None, 75, None, 50, None]
    assert last[:3] == ["Педагог", "Ли", 100]


def test_weeks_that_have_not_come_are_hidden_and_not_printed(book: xw.Book) -> None:
    write_weeks(book, monitored(facts(LIST), today="09-20"))
    sheet = book.sheets["По неделям"]
    assert [bool(sheet.range(f"{column}1").columns.hidden) for column in ("G", "H", "AR")] == [False, True, True]
    assert sheet.page_setup.print_area == "$A$1:$G$10"


def test_built_again_nothing_of_the_old_lines_stays(book: xw.Book) -> None:
    write_weeks(book, monitored(facts(LIST)))
    write_weeks(book, monitored(facts("09-01 1 5А Алгебра Ким + +")))
    assert [row[1] for row in shown(book)] == ["Кто", "Школа", "5А", "Ким"]
