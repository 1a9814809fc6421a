"""Rows sorted and freed of duplicates as Excel does it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from wg_excel.headless.addresses import Box
from wg_excel.headless.calculation.formulas import translate

from .cell import Cell
from .note_shifting import place_notes
from .raw_values import CellError, Value
from .row_moving import moved_texts, put_texts
from .texts import escape
from .values import Values

if TYPE_CHECKING:
    from wg_excel.headless.worksheet import Worksheet

_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no time zones


def sort_rows(sheet: Worksheet, box: Box, keys: list[int], ascending: list[bool]) -> None:
    """Sort the rows of a rectangle by columns counted from 1; blanks are last in either direction."""
    order = list(range(box.height))
    for key, up in reversed(list(zip(keys, ascending, strict=True))):
        column = box._replace(left=box.left + key - 1, right=box.left + key - 1)
        values = [value for (value,) in Values(sheet).read(column)]
        filled = [number for number in order if values[number] is not None]
        blank = [number for number in order if values[number] is None]
        filled.sort(key=lambda number: _rank(values[number]), reverse=not up)
        order = filled + blank if up else _stable(filled, values) + blank
    _lay(sheet, box, order)


def _stable(filled: list[int], values: list[Value]) -> list[int]:
    """Undo the reversal of equal rows: a descending sort keeps their order too."""
    return sorted(filled, key=lambda n: _Down(_rank(values[n])))


class _Down:
    """A sort key in the opposite order."""

    __slots__ = ("rank",)

    def __init__(self, rank: tuple[int, Any]) -> None:
        self.rank = rank

    def __lt__(self, other: _Down) -> bool:
        return self.rank > other.rank


def _rank(value: Value) -> tuple[int, Any]:
    """Return a key in Excel's order: numbers and dates, texts without case, booleans, errors."""
    if isinstance(value, bool):
        return 2, value
    if isinstance(value, dt.datetime):
        return 0, (value - _EPOCH) / dt.timedelta(days=1)
    if isinstance(value, float):
        return 0, value
    if isinstance(value, CellError):
        return 3, str(value)
    return 1, str(value).lower()


def _lay(sheet: Worksheet, box: Box, order: list[int]) -> None:
    """Put the rows of a rectangle into an order; formulas move like copied ones."""
    Values(sheet).prepare(box)
    Values(sheet).unshare()
    places: dict[int, int | None] = {box.top + source: box.top + place for place, source in enumerate(order)}
    _move_rows(sheet, box, order, places)
    place_notes(sheet, box, {box.top + source: box.top + place for place, source in enumerate(order)})


def _move_rows(sheet: Worksheet, box: Box, order: list[int], places: dict[int, int | None]) -> None:
    texts = moved_texts(sheet.grid, box, places, with_formulas=False)
    if texts is not None:
        put_texts(sheet.grid, places, texts)
        return
    taken = {(row - box.top, column): cell for row, column, cell in sheet.grid.cells(box)}
    for row, column in taken:
        sheet.grid.remove(row + box.top, column)
    columns = range(box.left, box.right + 1)
    for place, source in enumerate(order):
        for column in columns:
            cell = taken.get((source, column))
            if cell is not None:
                _move(cell, place - source)
                sheet.grid.row(box.top + place).cells[column] = cell


def _move(cell: Cell, rows: int) -> None:
    attributes, text = cell.formula_parts()
    if text and rows and attributes.get("t") not in {"array", "dataTable"}:
        cell.formula = f"<f>{escape(translate(text, rows, 0))}</f>"


def drop_duplicates(sheet: Worksheet, box: Box, columns: list[int]) -> None:
    """Keep the first of rows that are equal in the columns; blank rows are left at the end."""
    values = Values(sheet).read(box)
    seen: set[tuple[Any, ...]] = set()
    kept: list[int] = []
    for number, row in enumerate(values):
        key = tuple(_rank(row[column - 1]) if row[column - 1] is not None else None for column in columns)
        if key not in seen:
            seen.add(key)
            kept.append(number)
    dropped = [number for number in range(box.height) if number not in set(kept)]
    for number in dropped:
        line = box._replace(top=box.top + number, bottom=box.top + number)
        Values(sheet).clear_contents(line)
    _lay(sheet, box, kept + dropped)
