"""Fit row heights to wrapped text, by estimate: Excel fits rows on opening, others show what is written."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from wg_excel.headless.addresses import column_number
from wg_excel.headless.xmlns import m

from .sizes import column_width
from .values import Values

if TYPE_CHECKING:
    from wg_excel.headless.addresses import Box
    from wg_excel.headless.worksheet import Worksheet

    from .raw_values import Value
    from .row import Row

_LINE = 15 / 11  # height of a line for each point of the font's size, as Excel gives Calibri
_HIGHEST = 409.5


def fit_rows(sheet: Worksheet, box: Box) -> None:
    """Set each row as high as its wrapped texts need; a row of single lines gets the usual height back."""
    used = sheet.grid.used()
    inner = used.common(box) if used else None
    if inner is None:
        return
    fit = _Fit(sheet)
    for number in sheet.grid.numbers(inner):
        row = sheet.grid.rows[number]
        tall = fit.tallest(row, inner)
        if tall or row.attributes:
            row.set_attributes(ht=f"{min(tall, _HIGHEST):g}" if tall else None, customHeight=None)
    sheet.grid.touched = True


def _lines(text: str, width: int) -> int:
    """Count the lines that a text takes, broken between words, and within a word that is longer than a line."""
    lines, used = 1, 0
    for length in map(len, text.split()):
        if used + bool(used) + length <= width:
            used += bool(used) + length
        else:
            whole, rest = divmod(length, width)
            lines += bool(used) + whole - (not rest and whole > 0)
            used = rest or width
    return lines


class _Fit:
    """Heights of texts on one sheet; what a style, a column and a text say is asked once."""

    def __init__(self, sheet: Worksheet) -> None:
        self._values = Values(sheet)
        self._sheet = sheet
        self._wraps = lru_cache(maxsize=None)(self._wrapped_size)
        self._width = lru_cache(maxsize=None)(self._characters)
        self._plain = lru_cache(maxsize=None)(self._height_of)

    def tallest(self, row: Row, box: Box) -> float:
        """Return the points of a row's tallest wrapped text within the columns of a rectangle; 0 for single lines."""
        plain = row.plain()
        if plain is not None:
            return max((self._plain(box.left, box.right, *cell) for cell in plain), default=0.0)
        cells = ((column, cell) for column, cell in row.cells.items() if box.left <= column <= box.right)
        found = ((cell.style, column, self._values.of(cell, row.number, column)) for column, cell in cells)
        return max((self._height(*one) for one in found), default=0.0)

    def _height_of(self, left: int, right: int, letter: str, style: str, kind: str, raw: str) -> float:
        column = column_number(letter)
        if not (left <= column <= right and raw and kind):  # a number takes one line
            return 0.0
        return self._height(int(style or 0), column, self._values.of_plain(0, kind, raw))

    def _height(self, style: int, column: int, value: Value) -> float:
        """Return the points that a value takes beyond one line; 0 for a single line."""
        size = self._wraps(style)
        shown = self._width(column) if size and isinstance(value, str) else 0.0
        if not shown or not isinstance(value, str):  # a hidden column asks for no room
            return 0.0
        width = max(1, int(shown * 11 / size))
        # Most texts fit, and wrapping is slow.
        lines = sum(1 if len(part) <= width else _lines(part, width) for part in value.split("\n"))
        return lines * size * _LINE if lines > 1 else 0.0

    def _wrapped_size(self, style: int) -> float:
        """Return the font's size of a style that wraps text; 0 for one that does not."""
        styles = self._sheet.book.styles
        alignment = styles.xf(style).find(m("alignment"))
        if alignment is None or alignment.get("wrapText") not in {"1", "true"}:
            return 0.0
        font = styles.font(style)
        size = font.find(m("sz")) if font is not None else None
        return float(size.get("val") or 11) if size is not None else 11.0

    def _characters(self, column: int) -> float:
        return column_width(self._sheet, column)
