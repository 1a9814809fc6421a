"""Write rows into cells so that they read back as what they were; formulas of the user's own stay."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from typing import cast

import xlwings as xw

from wg_excel.book.blocks import inert
from wg_excel.care.content import ZERO_DAY, Row, Value

DAY, MOMENT, TIME, NUMBER = "dd.mm.yyyy", "dd.mm.yyyy hh:mm:ss", "hh:mm:ss", "General"


def write_block(area: xw.Range, rows: Sequence[Row], *, but: Collection[int] = ()) -> None:
    """Write rows into an area of their shape, all columns but some, 0 being the first."""
    for first, last in _runs(area.shape[1], but):
        part = area[:, first : last + 1]
        values = [row[first : last + 1] for row in rows]
        part.options(ndim=2).value = [[typed(value) for value in row] for row in values]
        _mend(part, values)


def computed_columns(row: xw.Range) -> frozenset[int]:
    """Return the columns of a row whose cells hold formulas, 0 being the first."""
    formulas = row.options(ndim=2).formula[0]
    values = row.options(ndim=2, err_to_str=True).value[0]
    pairs = enumerate(zip(formulas, values, strict=True))
    # The edit line of a text that begins with = shows the same as the text's value.
    return frozenset(n for n, (formula, value) in pairs if str(formula).startswith("=") and formula != value)


def copy_down(row: xw.Range, height: int, columns: Collection[int]) -> None:
    """Copy cells of a row into the rows below it."""
    for column in columns:
        cell = row[0, column]
        cell.copy(cell.offset(1, 0).resize(height, 1))


def typed(value: Value) -> Value | dt.time:
    """Return a value that a cell takes as it is; a time of day goes without the day that a sheet gives it."""
    if isinstance(value, dt.datetime) and value.date() == ZERO_DAY:
        return value.time()
    return cast("Value", inert(value))


def _mend(area: xw.Range, rows: Sequence[Row]) -> None:
    """Give cells another format whose own would show a day as a number, or a number as a day."""
    read = area.options(ndim=2, err_to_str=True).value
    for line, (wrote, found) in enumerate(zip(rows, read, strict=True)):
        for place, (value, back) in enumerate(zip(wrote, found, strict=True)):
            if isinstance(value, dt.datetime) != isinstance(back, dt.datetime):
                cell = area[line, place]
                cell.number_format = _format(value)
                cell.value = typed(value)


def _format(value: Value) -> str:
    if not isinstance(value, dt.datetime):
        return NUMBER
    if value.date() == ZERO_DAY:
        return TIME
    return DAY if value.time() == dt.time() else MOMENT


def _runs(width: int, but: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last column of each run of columns."""
    columns = [column for column in range(width) if column not in but]
    starts = [column for column in columns if column - 1 not in columns]
    ends = [column for column in columns if column + 1 not in columns]
    return iter(list(zip(starts, ends, strict=True)))
