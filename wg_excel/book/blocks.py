"""Blocks of cells, each in one call to the program behind xlwings.

`Range.value` looks up the range's sheet, book and program on every use: in Excel eleven calls a read and a hundred
a write (`tools/com_calls.py`). Here its converters work on the values alone, and the range is asked once.
"""

from collections.abc import Callable, Sequence
from typing import Any

import xlwings as xw
from xlwings import conversion

from wg_excel.book import rollback
from wg_excel.book.failures import SheetMissing

Cell = Any  # what xlwings gives and takes: str, float, bool, datetime, None
# Excel computes, drops or, in some editions, translates what begins so.
FORMULA_SIGNS = frozenset("=+-@'\t\r\n＝＋－＠")
OPTIONS = {"ndim": 2, "err_to_str": True}
_CONVERTED: Callable[..., list[list[Cell]]] = conversion.read
_PREPARED: Callable[..., list[list[Cell]]] = conversion.write


class Formula(str):
    """A text that the program itself wants computed."""

    __slots__ = ()


def find_sheet(book: xw.Book, name: str) -> xw.Sheet:
    """Return a sheet by its name; raise SheetMissing.

    Only a failure asks for the names of all sheets: that costs two calls a sheet.
    """
    try:
        sheet: xw.Sheet = book.sheets[name]
        if sheet.name:  # on macOS a sheet is looked for when it is first used
            return sheet
    except Exception:  # each engine has an error of its own
        if name in book.sheet_names:
            raise
    raise SheetMissing(name)


def read_block(book: xw.Book, block: xw.Range) -> list[list[Cell]]:
    """Return the values of a block of the book, row by row; errors as their text."""
    raw = block.options(**OPTIONS).raw_value
    return _CONVERTED(None, raw, OPTIONS, engine_name=book.app.engine.name)


def write_block(book: xw.Book, block: xw.Range, rows: Sequence[Sequence[Cell]]) -> None:
    """Write rows of values into a block of their shape; undone when the button fails.

    Only a Formula is computed; other text stays text, whatever it looks like.
    """
    keep(book, block)
    _set(book, block, [[inert(value) for value in row] for row in rows])


def inert(value: Cell) -> Cell:
    """Return a value that a cell takes as it is: text that looks like a formula is marked as text.

    What people type and what exports bring is data; no cell of it may be computed.
    """
    if not isinstance(value, str):
        return value
    if isinstance(value, Formula):
        return str(value)  # the programs behind xlwings may know no other kind of text
    is_sign = len(value) == 1 and value != "'"  # a dash alone is no formula; an apostrophe alone would be dropped
    return f"'{value}" if value[:1] in FORMULA_SIGNS and not is_sign else value


def clear_block(book: xw.Book, block: xw.Range) -> None:
    """Empty a block, its formats stay; undone when the button fails."""
    keep(book, block)
    block.clear_contents()


def keep(book: xw.Book, block: xw.Range) -> None:
    """Remember the formulas and values of a block that is about to change, for the case that the button fails."""
    if rollback.is_on():
        values, formulas = read_block(book, block), formulas_of(block)
        old = [[_cell(*pair) for pair in zip(*rows, strict=True)] for rows in zip(values, formulas, strict=True)]
        rollback.on_failure(lambda: _set(book, block, old))


def _set(book: xw.Book, block: xw.Range, rows: Sequence[Sequence[Cell]]) -> None:
    block.raw_value = _PREPARED(rows, None, OPTIONS, engine_name=book.app.engine.name)


def formulas_of(block: xw.Range) -> list[list[object]]:
    """Return the formulas of a block as rows: of one cell the programs give it alone."""
    formulas = block.formula
    if not isinstance(formulas, list | tuple):
        return [[formulas]]
    return [list(row) if isinstance(row, list | tuple) else [row] for row in formulas]


def _cell(value: Cell, formula: object) -> Cell:
    """Return what brings a cell back: its formula, else its value; a text that might be read anew is marked."""
    if isinstance(formula, str) and formula.startswith("=") and formula != value:
        return formula
    plain = not isinstance(value, str) or (value[0].isalpha() and not any(map(str.isdigit, value)))
    return value if plain else f"'{value}"
