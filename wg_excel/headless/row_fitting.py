"""Fit row heights to wrapped text, by estimate: Excel fits rows on opening, others show what is written."""

from __future__ import annotations

from functools import lru_cache
from textwrap import wrap
from typing import TYPE_CHECKING

from .addresses import Box
from .sizes import column_width
from .values import Values
from .xmlns import m

if TYPE_CHECKING:
    from .worksheet import Worksheet

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
        texts = {column: value for column, value in enumerate(values, inner.left) if isinstance(value, str)}
        heights = [
            fit.height(cell.style, column, texts[column]) for column, cell in row.cells.items() if column in texts
        ]
        tall = max(heights, default=0.0)
        row.set_attributes(ht=f"{min(tall, _HIGHEST):g}" if tall else None, customHeight=None)
    sheet.grid.touched = True


class _Fit:
    """Heights of texts on one sheet; what a style and a column say is asked once."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._wraps = lru_cache(maxsize=None)(self._wrapped_size)
        self._width = lru_cache(maxsize=None)(self._characters)

    def height(self, style: int, column: int, text: str) -> float:
        """Return the points that a text takes beyond one line; 0 for a single line."""
        size, shown = self._wraps(style), self._width(column)
        if not size or not shown:  # a hidden column asks for no room
            return 0.0
        width = max(1, int(shown * 11 / size))
        # Most texts fit, and wrapping is slow.
        lines = sum(1 if len(part) <= width else max(1, len(wrap(part, width))) for part in text.split("\n"))
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
