from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter
import xlwings as xw

from tests.domain.monitoring.test_lesson_gaps import LESSONS, monitored
from wg_excel.book.failures import SheetMissing
from wg_excel.builder import gaps_sheet
from wg_excel.builder.formats import Formats
from wg_excel.documents.lesson_gaps import write_gaps
from wg_excel.domain.monitoring.lesson_gaps import PAGE_ROWS, SHEET
from wg_excel.headless import open_book


@pytest.fixture
def book(tmp_path: Path) -> Iterator[xw.Book]:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("Лист")
        gaps_sheet.add(workbook, Formats(workbook))
    opened = open_book(path)
    yield opened
    opened.close()


def first_column(book: xw.Book) -> list[object]:
    rows = book.sheets[SHEET].range(f"A1:A{4 * PAGE_ROWS}").options(ndim=2).value
    return [value for (value,) in rows if value is not None]


def test_each_page_is_printed_and_no_more(book: xw.Book) -> None:
    write_gaps(book, monitored(LESSONS))
    assert book.sheets[SHEET].page_setup.print_area == f"$A$1:$F${2 * PAGE_ROWS}"
    assert book.sheets[SHEET].range(f"A{PAGE_ROWS + 1}").value == "Ким"


def test_what_was_mended_is_gone_after_the_next_press(book: xw.Book) -> None:
    write_gaps(book, monitored(LESSONS))
    write_gaps(book, monitored("09-01 1 5А Алгебра Иванова - +"))
    assert [str(cell)[:7] for cell in first_column(book)] == ["Иванова", "На 10.0", "Класс", "5А"]


def test_a_missing_sheet_is_refused_in_words(book: xw.Book) -> None:
    book.sheets[SHEET].delete()
    with pytest.raises(SheetMissing, match=SHEET):
        write_gaps(book, monitored(LESSONS))
