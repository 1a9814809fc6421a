"""Fit row heights to wrapped text, by estimate: Excel fits rows on opening, others show what is written."""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import TYPE_CHECKING

from wg_excel.headless.addresses import Box
from wg_excel.headless.xmlns import m

from .sizes import column_width
from .values import Values

if TYPE_CHECKING:
    from wg_excel.headless.worksheet import Worksheet

_LINE = 15 / 11  # height of a line for each point of the font's size, as Excel gives Calibri
_HIGHEST = 409.5


def fit_rows(sheet: Worksheet, box: Box) -> None:
    """Set each row as high as its wrapped texts need; a row of single lines gets the usual height back."""
    used = sheet.grid.used()
    inner = used.common(box) if used else None
    if inner is None:
        return
    fit = _Fit(sheet)
    for number, values in enumerate(Values(sheet).read(inner), inner.top):
        row = sheet.grid.rows.get(number)
        if row is None:
            continue
        long = {
            column: value
            for column, value in enumerate(values, inner.left)
            if isinstance(value, str) and fit.may_break(column, value)
        }
        # Reading the styles of a row costs more than the rest: most rows of a table are of single lines.
        heights = (
            [fit.height(style, column, long[column]) for column, style in row.styles() if column in long]
            if long
            else []
        )
        tall = max(heights, default=0.0)
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
    """Heights of texts on one sheet; what a style and a column say is asked once."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._wraps = lru_cache(maxsize=None)(self._wrapped_size)
        self._width = lru_cache(maxsize=None)(self._characters)
        self._room = lru_cache(maxsize=None)(self._shortest)
        self._largest = max(map(self._wraps, range(sheet.book.styles.count)), default=0.0)

    def may_break(self, column: int, text: str) -> bool:
        """Tell whether a text may take more than a line in the largest letters that are wrapped anywhere."""
        return len(text) > self._room(column) or "\n" in text

    def height(self, style: int, column: int, text: str) -> float:
        """Return the points that a text takes beyond one line; 0 for a single line."""
        size, shown = self._wraps(style), self._width(column)
        if not size or not shown:  # a hidden column asks for no room
            return 0.0
        width = max(1, int(shown * 11 / size))
        # Most texts fit, and wrapping is slow.
        lines = sum(1 if len(part) <= width else _lines(part, width) for part in text.split("\n"))
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

    def _shortest(self, column: int) -> int:
        return max(1, int(self._width(column) * 11 / self._largest)) if self._largest else sys.maxsize

    def _characters(self, column: int) -> float:
        return column_width(self._sheet, column)
