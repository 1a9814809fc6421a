"""Sheets, tables and names that an earlier workbook lacks, taken from a newly built one."""

from collections.abc import Iterator

import xlwings as xw

from wg_excel.book.tables import corner
from wg_excel.upgrades.looks import copy_look
from wg_excel.upgrades.pages import FORMER
from wg_excel.upgrades.plain_cells import plain_cells
from wg_excel.upgrades.steps import step

OWN = "{} — свой лист"
GAP = 2  # columns from the last table of a sheet to the next


@step()
def add_sheets(book: xw.Book, fresh: xw.Book) -> Iterator[str]:
    """Add each missing sheet behind the one that it follows in a new workbook."""
    selected, before = book.sheets.active.name, ""
    present = table_names(book)
    for sheet in fresh.sheets:
        tables = {table.name for table in sheet.tables}
        if _is_strangers(book, sheet):
            book.sheets[sheet.name].name = own = OWN.format(sheet.name)
            yield f"Ваш лист «{sheet.name}» теперь называется «{own}»: прежнее имя нужно листу программы."
        if sheet.name in book.sheet_names:
            before = sheet.name
        elif tables and tables <= present:
            yield f"Лист «{sheet.name}» в книге переименован: верните ему прежнее имя."
        else:
            _add_sheet(book, sheet, before)
            before = sheet.name
            yield f"Добавлен лист «{sheet.name}»."
    book.sheets[selected].activate()


@step()
def add_names(book: xw.Book, fresh: xw.Book) -> Iterator[str]:
    """Add the names that drop-downs, marks and thresholds are computed with."""
    known = {name.name for name in book.names}
    for name in fresh.names:
        if "!" not in name.name and name.name not in known and name.refers_to:
            book.names.add(name.name, name.refers_to)
    yield from ()


@step()
def add_tables(book: xw.Book, fresh: xw.Book) -> Iterator[str]:
    """Add each missing table to its sheet: over the cells that were it, else right of what stands there."""
    present = table_names(book)
    for sheet in fresh.sheets:
        for table in sheet.tables:
            if table.name not in present and sheet.name in book.sheet_names:
                here = book.sheets[sheet.name]
                if cells := plain_cells(here, table):
                    here.tables.add(cells, name=table.name)
                    yield f"Строки листа «{sheet.name}» снова стали таблицей {table.name} и учитываются."
                else:
                    _add_table(here, table)
                    yield f"На лист «{sheet.name}» добавлена таблица {table.name}."


def _is_strangers(book: xw.Book, sheet: xw.Sheet) -> bool:
    """Tell whether the school has a sheet of its own under the name of a page that a button would draw over it."""
    if sheet.name not in book.sheet_names or sheet.name in FORMER or sheet.range("A1").value != sheet.name:
        return False
    return not sheet.tables and book.sheets[sheet.name].range("A1").value != sheet.name


def table_names(book: xw.Book) -> set[str]:
    """Return the names of all tables of a workbook."""
    return {table.name for sheet in book.sheets for table in sheet.tables}


def _add_sheet(book: xw.Book, sheet: xw.Sheet, before: str) -> None:
    if before:
        sheet.copy(after=book.sheets[before])
    else:
        sheet.copy(before=book.sheets[0])
    book.sheets[sheet.name].visible = sheet.visible


def _add_table(sheet: xw.Sheet, table: xw.main.Table) -> None:
    (height, width), (top, _) = table.range.shape, corner(table.range)
    left = sheet.used_range.last_cell.column + GAP
    place = sheet.range((top, left), (top + height - 1, left + width - 1))
    place.options(ndim=2).value = table.range.options(ndim=2).value
    sheet.tables.add(place, name=table.name)
    for here, there in zip(place.columns, table.range.columns, strict=True):
        copy_look(there, here)
