"""Cells of a kind within a rectangle: blank, constant, formula, visible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wg_excel.headless.addresses import Box

from . import sizes
from .raw_values import CellError, Value
from .sizes import runs
from .values import Values

if TYPE_CHECKING:
    from wg_excel.headless.worksheet import Worksheet


def special_boxes(sheet: Worksheet, box: Box, kind: str, value_kind: str | None) -> list[Box]:
    """Return rectangles of the cells that are `blanks`, `constants`, `formulas` or `visible`."""
    if kind == "visible":
        return _visible(sheet, box)
    if box.whole_rows or box.whole_columns:
        used = sheet.grid.used()
        box = used.common(box) if used is not None and used.meets(box) else Box(1, 1, 1, 1)  # type: ignore[assignment]
    found = {}
    for number in range(box.top, box.bottom + 1):
        columns = [c for c in range(box.left, box.right + 1) if _is(sheet, number, c, kind, value_kind)]
        if columns:
            found[number] = tuple(runs(columns))
    return _stacked(found)


def _is(sheet: Worksheet, row: int, column: int, kind: str, value_kind: str | None) -> bool:
    cell = sheet.grid.cell(row, column)
    filled = cell is not None and cell.filled
    if kind == "blanks":
        return not filled
    if cell is None or not filled or (cell.formula is not None) != (kind == "formulas"):
        return False
    return value_kind is None or _value_kind(Values(sheet).of(cell, row, column)) == value_kind


def _value_kind(value: Value) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "logical"
    if isinstance(value, CellError):
        return "errors"
    return "text" if isinstance(value, str) else "numbers"


def _visible(sheet: Worksheet, box: Box) -> list[Box]:
    rows = [number for number in range(box.top, box.bottom + 1) if not sizes.row_hidden(sheet, number)]
    columns = [number for number in range(box.left, box.right + 1) if not sizes.column_hidden(sheet, number)]
    return [Box(top, left, bottom, right) for top, bottom in runs(rows) for left, right in runs(columns)]


def _stacked(found: dict[int, tuple[tuple[int, int], ...]]) -> list[Box]:
    """Join equal runs of neighbouring rows."""
    boxes: list[Box] = []
    open_boxes: dict[tuple[int, int], Box] = {}
    for number in sorted(found):
        now: dict[tuple[int, int], Box] = {}
        for left, right in found[number]:
            above = open_boxes.get((left, right))
            joined = above is not None and above.bottom == number - 1
            now[left, right] = above._replace(bottom=number) if above and joined else Box(number, left, number, right)
        boxes += [box for key, box in open_boxes.items() if key not in now or now[key].top != box.top]
        open_boxes = now
    return boxes + list(open_boxes.values())
