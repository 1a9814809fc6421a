"""Widths, heights and positions on a sheet, in characters and points (ECMA-376 part 1, 18.3.1.13)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from wg_excel.headless.addresses import MAX_COLUMN, MAX_ROW, Box
from wg_excel.headless.xmlns import drop, m, whole

from .raw_values import edit_text
from .values import Values

if TYPE_CHECKING:
    from wg_excel.headless.worksheet import Worksheet

# Calibri 11, the font that Excel measures new workbooks with: its widest digit has 7 pixels.
_DIGIT = 7
_PADDING = 5
_DEFAULT_STORED = 9.140625
_DEFAULT_HEIGHT = 15.0
_POINTS_A_PIXEL = 0.75
_WIDEST = 255
_HIGHEST = 409.5


def stored_width(characters: float) -> float:
    """Return the width that the file holds for a number of characters."""
    if characters < 1:
        pixels = round(characters * (_DIGIT + _PADDING))
        return pixels / _DIGIT
    return int((characters * _DIGIT + _PADDING) / _DIGIT * 256) / 256


def shown_width(stored: float) -> float:
    """Return the width in characters as Excel shows it."""
    pixels = int(stored * _DIGIT + 0.5)
    if pixels < _DIGIT + _PADDING:
        return round(pixels / (_DIGIT + _PADDING), 2)
    return int((pixels - _PADDING) / _DIGIT * 100 + 0.5) / 100


def _stored(sheet: Worksheet, column: int) -> float:
    element = sheet.column(column)
    if element is not None and element.get("width"):
        return float(element.get("width") or 0)
    return _default_stored(sheet)


def _default_stored(sheet: Worksheet) -> float:
    layout = sheet.frame.find(m("sheetFormatPr"))
    if layout is not None and layout.get("defaultColWidth"):
        return float(layout.get("defaultColWidth") or 0)
    return _DEFAULT_STORED


def column_width(sheet: Worksheet, column: int) -> float:
    """Return a column's width in characters; 0 when it is hidden."""
    return 0.0 if column_hidden(sheet, column) else shown_width(_stored(sheet, column))


def column_hidden(sheet: Worksheet, column: int) -> bool:
    """Tell whether a column is hidden."""
    element = sheet.column(column)
    return element is not None and element.get("hidden") in {"1", "true"}


def set_column_width(sheet: Worksheet, box: Box, characters: float) -> None:
    """Set the width of the columns of a rectangle."""
    if not 0 <= characters <= _WIDEST:
        raise ValueError(f"column width must be between 0 and {_WIDEST}: {characters}")
    for element in sheet.columns(box.left, box.right):
        element.set("width", repr(stored_width(characters)))
        element.set("customWidth", "1")
        drop(element, "bestFit")


def set_column_hidden(sheet: Worksheet, box: Box, *, hidden: bool) -> None:
    """Hide or show the columns of a rectangle."""
    for element in sheet.columns(box.left, box.right):
        drop(element, "hidden")
        if element.get("width") is None:
            element.set("width", repr(_default_stored(sheet)))
        if hidden:
            element.set("hidden", "1")


def _default_height(sheet: Worksheet) -> float:
    layout = sheet.frame.find(m("sheetFormatPr"))
    text = layout.get("defaultRowHeight") if layout is not None else None
    return float(text) if text else _DEFAULT_HEIGHT


def row_height(sheet: Worksheet, number: int) -> float:
    """Return a row's height in points; 0 when it is hidden."""
    row = sheet.grid.rows.get(number)
    if row is None or not row.attributes:
        return _default_height(sheet)
    if row_hidden(sheet, number):
        return 0.0
    height = row.attribute("ht")
    return float(height) if height else _default_height(sheet)


def row_hidden(sheet: Worksheet, number: int) -> bool:
    """Tell whether a row is hidden."""
    row = sheet.grid.rows.get(number)
    return row is not None and row.attribute("hidden") in {"1", "true"}


def set_row_height(sheet: Worksheet, box: Box, points: float | None) -> None:
    """Set the height of the rows of a rectangle; nothing lets Excel fit them."""
    if points is not None and not 0 <= points <= _HIGHEST:
        raise ValueError(f"row height must be between 0 and {_HIGHEST}: {points}")
    if box.whole_columns and points is not None:
        layout = sheet.child("sheetFormatPr")
        layout.set("defaultRowHeight", repr(float(points)))
        layout.set("customHeight", "1")
    numbers = sheet.grid.numbers(box) if box.whole_columns or points is None else range(box.top, box.bottom + 1)
    for number in numbers:
        row = sheet.grid.row(number)
        text = None if points is None else repr(float(points)).removesuffix(".0")
        row.set_attributes(ht=text, customHeight=None if points is None else "1")
    sheet.grid.touched = True


def set_row_hidden(sheet: Worksheet, box: Box, *, hidden: bool) -> None:
    """Hide or show the rows of a rectangle."""
    for number in range(box.top, box.bottom + 1) if hidden else sheet.grid.numbers(box):
        sheet.grid.row(number).set_attributes(hidden="1" if hidden else None)
    sheet.grid.touched = True


def width_of(sheet: Worksheet, left: int, right: int) -> float:
    """Return the width of columns in points."""
    total = 0.0
    default = _points(_default_stored(sheet))
    holder = sheet.frame.find(m("cols"))
    covered = 0
    for element in holder if holder is not None else ():
        start = max(left, whole(element, "min", 1))
        end = min(right, whole(element, "max", 1))
        if start <= end:
            covered += end - start + 1
            hidden = element.get("hidden") in {"1", "true"}
            total += 0 if hidden else (end - start + 1) * _points(_stored(sheet, start))
    return total + (right - left + 1 - covered) * default


def _points(stored: float) -> float:
    return int(stored * _DIGIT + 0.5) * _POINTS_A_PIXEL


def height_of(sheet: Worksheet, top: int, bottom: int) -> float:
    """Return the height of rows in points."""
    numbers = sheet.grid.numbers(Box(top, 1, bottom, 1))
    own = [number for number in numbers if sheet.grid.rows[number].attributes]
    rest = bottom - top + 1 - len(own)
    return sum(row_height(sheet, number) for number in own) + rest * _default_height(sheet)


def locate(sheet: Worksheet, x: float, y: float) -> tuple[int, float, int, float]:
    """Return column, points into it, row, points into it of a place on the sheet; both count from 0."""
    column, left = 1, 0.0
    while column < MAX_COLUMN and left + (width := width_of(sheet, column, column)) <= x:
        column, left = column + 1, left + width
    row, top = 1, 0.0
    while row < MAX_ROW and top + (height := row_height(sheet, row)) <= y:
        row, top = row + 1, top + height
    return column - 1, x - left, row - 1, y - top


def fit_columns(sheet: Worksheet, box: Box) -> None:
    """Set each column's width by the longest line of its values: an estimate, no fonts are measured."""
    used = sheet.grid.used()
    inner = used.common(box) if used else None
    if inner is None:
        return
    for offset, column in enumerate(zip(*Values(sheet).read(inner), strict=True)):
        lines = [line for value in column if value is not None for line in edit_text(value).split("\n")]
        longest = max((len(line) for line in lines), default=0)
        if longest:
            place = Box(1, inner.left + offset, 1, inner.left + offset)
            set_column_width(sheet, place, min(_WIDEST, longest * 1.1 + 0.71))


def runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Return first and last of each run of consecutive numbers."""
    breaks = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(numbers)) if b != a + 1), len(numbers)]
    return [(numbers[a], numbers[b - 1]) for a, b in pairwise(breaks)] if numbers else []
