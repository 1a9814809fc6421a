"""Every button gives the same workbook on every engine, cell by cell, and to LibreOffice as a reader of its own."""

import datetime as dt
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
import xlwings as xw

from benchmarks.click_presses import PRESSES
from tests import libreoffice
from tests.com.excel import in_excel
from tests.com.recorder import Calls
from wg_excel.actions.protocol_files import PRINTED
from wg_excel.book.opened import changing
from wg_excel.headless import open_book, save_copy

HISTORY = "История"  # its moments differ from press to press, and it says which program printed
EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - cells know no zones
# Gives the values of every sheet, the tables, and how many charts, buttons and modules of macros there are.
READ = """
import json
document = open_document(arguments[0])
for number in range(document.Sheets.Count):
    sheet = document.Sheets.getByIndex(number)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress
    values = sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow).DataArray
    form = sheet.DrawPage.Forms
    buttons = sum(form.getByIndex(n).Count for n in range(form.Count))
    print(json.dumps([sheet.Name, sheet.Charts.Count, buttons, values]))
modules = document.BasicLibraries.getByName("VBAProject").ElementNames
print(json.dumps([sorted(document.DatabaseRanges.ElementNames), len(modules)]))
document.close(True)
"""


class Sheet(NamedTuple):
    """What a sheet shows and holds."""

    visible: object
    tables: dict[str, str]
    values: list[list[object]]
    formulas: object


def state(book: xw.Book) -> dict[str, Sheet]:
    """Return all sheets in their order."""
    return {sheet.name: _sheet(sheet) for sheet in book.sheets}


def _sheet(sheet: xw.Sheet) -> Sheet:
    used = sheet.used_range
    tables = {table.name: table.range.address for table in sheet.tables}
    values = used.options(ndim=2).value
    if sheet.name == HISTORY:
        return Sheet(sheet.impl.sheet.state, tables, [list(map(_told, row)) for row in values], "")
    return Sheet(sheet.impl.sheet.state, tables, values, used.formula)


def _told(value: object) -> object:
    """Return a value of the history without what differs from press to press and from program to program."""
    if isinstance(value, dt.datetime):
        return value.date()
    return value.replace(PRINTED["Excel"], PRINTED["LibreOffice"]) if isinstance(value, str) else value


@contextmanager
def in_the_recorded_excel(book: xw.Book, press: Callable[[xw.Book], object]) -> Iterator[xw.Book]:
    with in_excel(book, Calls()) as opened:
        press(opened)
    yield book


@contextmanager
def saved_and_opened_again(book: xw.Book, press: Callable[[xw.Book], object]) -> Iterator[xw.Book]:
    press(book)
    copy = Path(book.fullname).with_name("ещё раз.xlsm")
    save_copy(book, copy)
    again = open_book(copy)
    yield again
    again.close()


ENGINES = {"Excel": in_the_recorded_excel, "a saved file": saved_and_opened_again}


@pytest.mark.parametrize("name", PRESSES)
def test_a_button_does_the_same_on_every_engine(name: str, demo_book: Path) -> None:
    headless = open_book(demo_book)
    PRESSES[name](headless)
    right = state(headless)
    for engine, pressed_in in ENGINES.items():
        with pressed_in(open_book(demo_book), PRESSES[name]) as book:
            found = state(book)
        assert list(found) == list(right), engine
        assert [sheet for sheet in right if found[sheet] != right[sheet]] == [], engine


@pytest.fixture(scope="module")
def pressed(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Press all buttons on one workbook, each in a change of its own."""
    path = Path(shutil.copy2(demo / "working_group.xlsm", tmp_path_factory.mktemp("pressed") / "книга.xlsm"))
    for press in PRESSES.values():
        with changing(path) as book:
            press(book)
    return path


def number_of(value: object) -> object:
    """Return a value as LibreOffice has it: days and truths are numbers, nothing is an empty text."""
    if isinstance(value, dt.time):
        value = dt.datetime.combine(EPOCH, value)
    if isinstance(value, dt.datetime):
        return round((value - EPOCH).total_seconds() / 86_400, 6)
    if isinstance(value, bool) or value is None:
        return float(value) if value is not None else ""
    return round(float(value), 6) if isinstance(value, int | float) else str(value).replace("\r", "")


@pytest.mark.xdist_group("libreoffice")
@pytest.mark.skipif(bool(libreoffice.missing()), reason=f"needs {libreoffice.missing()}")
def test_libreoffice_reads_every_cell_table_chart_button_and_macro_of_what_all_buttons_left(pressed: Path) -> None:
    *sheets, (tables, modules) = map(json.loads, libreoffice.run_script(READ, str(pressed)).splitlines())
    book = openpyxl.load_workbook(pressed, keep_vba=True)
    assert [name for name, *_ in sheets] == book.sheetnames
    assert {name for sheet in book for name in sheet.tables} <= set(tables)
    assert {name: charts for name, charts, *_ in sheets} == {sheet.title: len(charts_of(sheet)) for sheet in book}
    assert sum(buttons for _, _, buttons, _ in sheets) > 0
    assert modules > len(sheets)
    assert {name: found for name, *_, values in sheets if (found := differing(values, book[name]))} == {}


def charts_of(sheet: Any) -> list[object]:
    found: list[object] = sheet._charts
    return found


def differing(values: list[list[object]], sheet: Any) -> list[str]:
    """Return the addresses of cells whose constants LibreOffice reads otherwise."""
    found = []
    for row, line in enumerate(values, 1):
        for column, shown in enumerate(line, 1):
            cell = sheet.cell(row, column)
            read = round(shown, 6) if isinstance(shown, float) else shown
            if cell.data_type not in {"f", "e"} and read != number_of(cell.value):
                found.append(f"{cell.coordinate}: {read!r} != {number_of(cell.value)!r}")
    return found
