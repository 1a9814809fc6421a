"""How often a button talks to Excel: counted under xlwings' own Windows engine (3-architecture 3.1)."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
import xlwings as xw

from tests.com.excel import in_excel
from tests.com.pressing import PRESSES, READ, WRITTEN, Press, Trips, double, forget_imports, trips
from tests.com.recorder import Calls
from wg_excel.book.tables import read_cells, write_rows
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.findings import FindingLine
from wg_excel.headless import open_book

# To print one sheet xlwings hides all others and shows them again: calls by the number of sheets, not of rows.
PRINTING = {"write_protocol_files": 1500}
SLACK = 30  # two tables that are resized, a run of rows that is hidden: a few calls whatever the number of rows

Contents = dict[str, list[list[object]]]


@pytest.fixture(scope="module")
def plain(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy2(demo / "working_group.xlsm", tmp_path_factory.mktemp("plain") / "книга.xlsm"))
    forget_imports(path)
    return path


@pytest.fixture(scope="module")
def grown(plain: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy2(plain, tmp_path_factory.mktemp("grown") / "книга.xlsm"))
    double(path)
    return path


def refusal(small: Trips, large: Trips, more: int = 0) -> str:
    """Return what is wrong with a button's round trips on a workbook and on one with twice as many rows."""
    over = next((trips for trips in (small, large) if trips.total > trips.budget + more), None)
    if over:
        return f"{over.total} round trips for {over.reads} tables read and {over.writes} blocks written"
    grew = large.total - small.total
    return f"{grew} round trips more for twice as many rows" if grew > SLACK else ""


def contents(book: xw.Book) -> Contents:
    """Return the values of all sheets but the history; of a moment only its day."""
    return {
        sheet.name: [list(map(day_of, row)) for row in sheet.used_range.options(ndim=2).value]
        for sheet in book.sheets
        if sheet.name != "История"
    }


def day_of(value: object) -> object:
    return value.date() if isinstance(value, dt.datetime) else value


def cell_by_cell(book: xw.Book) -> None:
    cells = read_cells(book, Appeal)
    sheet = book.sheets[Appeal.table.sheet]
    for row in range(cells.first_row, cells.first_row + len(cells.rows)):
        _ = sheet.range((row, cells.left)).value


def cell_by_cell_for_each_table(book: xw.Book) -> None:
    for _ in range(20):
        _ = book.sheets[Appeal.table.sheet].range("A5").value


@pytest.mark.parametrize("name", PRESSES)
def test_the_round_trips_of_a_button_do_not_grow_with_the_rows(name: str, plain: Path, grown: Path) -> None:
    assert refusal(trips(plain, PRESSES[name]), trips(grown, PRESSES[name]), PRINTING.get(name, 0)) == ""


@pytest.mark.parametrize("name", PRESSES)
def test_a_button_does_in_excel_what_it_does_headless(name: str, plain: Path) -> None:
    pressed, headless = open_book(plain), open_book(plain)
    with in_excel(pressed, Calls()) as book:
        PRESSES[name](book)
    PRESSES[name](headless)
    assert contents(pressed) == contents(headless)


@pytest.mark.parametrize("bad", [cell_by_cell, cell_by_cell_for_each_table])
def test_a_loop_over_cells_is_refused(bad: Press, plain: Path, grown: Path) -> None:
    assert refusal(trips(plain, bad), trips(grown, bad)) != ""


def test_a_table_is_read_within_its_budget(plain: Path) -> None:
    calls = Calls()
    with in_excel(open_book(plain), calls) as book:
        read_cells(book, Appeal)
    assert (calls.reads, calls.writes) == (1, 0)
    assert calls.total <= READ


@pytest.mark.parametrize("rows", [1, 500])
def test_a_table_is_written_within_its_budget(plain: Path, rows: int) -> None:
    calls = Calls()
    line = ["Текст"] * len(FindingLine.table.columns)
    with in_excel(open_book(plain), calls) as book:
        write_rows(book, FindingLine, [line] * rows)
    assert (calls.reads, calls.writes) == (1, 1)
    assert calls.total <= READ + WRITTEN


def test_the_recorder_counts_as_the_design_measured(plain: Path) -> None:
    calls, found = Calls(), []
    with in_excel(open_book(plain), calls) as book:
        sheet = book.sheets[Appeal.table.sheet]
        for block in ("A1", "A1:J500"):
            before = calls.total
            _ = sheet.range(block).value
            found.append(calls.total - before)
    assert found == [12, 12]
