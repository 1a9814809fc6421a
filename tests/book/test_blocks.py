import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter
import xlwings as xw

from wg_excel.book.blocks import clear_block, find_sheet, read_block, write_block
from wg_excel.book.failures import SheetMissing
from wg_excel.book.rollback import all_or_nothing
from wg_excel.headless import open_book

DAY = dt.datetime.combine(dt.date(2026, 9, 1), dt.time())
WIDE = [["текст", 1.5, None], [True, DAY, "'001"]]


class BrokenError(Exception):
    """A fault of the program."""


@pytest.fixture
def book(tmp_path: Path) -> Iterator[xw.Book]:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Лист")
        sheet.write_row("A1", ["001", 45000])
        sheet.write_string("C1", "=не формула")
        sheet.write_formula("D1", "=1/0", value="#DIV/0!")
        sheet.write_formula("A2", '=HYPERLINK("#A1","A1")', value="A1")
        sheet.write_datetime("B2", DAY, workbook.add_format({"num_format": "dd.mm.yyyy"}))
    opened = open_book(path)
    yield opened
    opened.close()


def block(book: xw.Book, address: str) -> xw.Range:
    return book.sheets["Лист"].range(address)


def contents(book: xw.Book) -> object:
    """Return the formulas, and the values but for results of formulas, which headless wait for Excel."""
    return block(book, "A1:D3").formula, block(book, "B1:C2").options(ndim=2).value


def change_and_break(book: xw.Book, address: str, rows: list[list[object]] | None) -> None:
    with all_or_nothing():
        if rows is None:
            clear_block(book, block(book, address))
        else:
            write_block(book, block(book, address), rows)
        raise BrokenError


def test_a_block_is_read_as_xlwings_reads_it(book: xw.Book) -> None:
    every = block(book, "A1:D3")
    assert read_block(book, every) == every.options(ndim=2, err_to_str=True).value


@pytest.mark.parametrize("address", ["A1", "A1:C1", "A1:A3"])
def test_a_block_has_rows_whatever_its_shape(book: xw.Book, address: str) -> None:
    found = block(book, address)
    rows = read_block(book, found)
    assert (len(rows), len(rows[0])) == found.shape


def test_a_block_is_written_as_xlwings_writes_it(book: xw.Book) -> None:
    plain = [[value.removeprefix("'") if isinstance(value, str) else value for value in row] for row in WIDE]
    write_block(book, block(book, "A5:C6"), plain)
    block(book, "A8:C9").options(ndim=2).value = plain
    assert block(book, "A5:C6").formula == block(book, "A8:C9").formula


@pytest.mark.parametrize(("address", "rows"), [("A1:C2", WIDE), ("A1", [["другое"]]), ("A1:D3", None)])
def test_a_block_is_as_before_when_the_change_fails(
    book: xw.Book, address: str, rows: list[list[object]] | None
) -> None:
    before = contents(book)
    with pytest.raises(BrokenError):
        change_and_break(book, address, rows)
    assert contents(book) == before


def test_a_sheet_is_found_by_its_name(book: xw.Book) -> None:
    assert find_sheet(book, "Лист").name == "Лист"


def test_a_missing_sheet_is_named(book: xw.Book) -> None:
    with pytest.raises(SheetMissing, match="нет листа «Другой»"):
        find_sheet(book, "Другой")
