"""Fit row heights to wrapped text, by estimate: Excel fits rows on opening, others show what is written."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from wg_excel.headless.xmlns import m

from .row_forms import Form, Forms
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
    fit = _Fit(sheet, inner)
    for number in sheet.grid.numbers(inner):
        row = sheet.grid.rows[number]
        tall = fit.tallest(row)
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

    def __init__(self, sheet: Worksheet, box: Box) -> None:
        self._values = Values(sheet)
        self._sheet = sheet
        self._box = box
        self._wraps = lru_cache(maxsize=None)(self._wrapped_size)
        self._width = lru_cache(maxsize=None)(self._characters)
        self._height_of = lru_cache(maxsize=None)(self._shared_height)
        self._forms = Forms(box.left, box.right, self._wrapped)

    def tallest(self, row: Row) -> float:
        """Return the points of a row's tallest wrapped text; 0 for single lines."""
        if alike := self._forms.match(row):
            cells, found = alike
            texts = ((column, style, found[2 * place]) for place, column, style in cells)
            return max((self._height_of(*one) for one in texts), default=0.0)
        columns = range(self._box.left, self._box.right + 1)
        values = self._values.read(self._box._replace(top=row.number, bottom=row.number))[0]
        styles = dict(row.styles())
        found_here = zip((styles.get(column, 0) for column in columns), columns, values, strict=True)
        return max((self._height(*one) for one in found_here), default=0.0)

    def _wrapped(self, form: Form) -> list[tuple[int, int, int]]:
        """Return the place, the column and the style of the cells whose texts may take several lines."""
        cells = ((place, column, style) for place, (column, style) in enumerate(form.cells))
        return [(place, column, style) for place, column, style in cells if self._wraps(style) and self._width(column)]

    def _shared_height(self, column: int, style: int, number: str | None) -> float:
        return self._height(style, column, self._values.of_plain(0, "s", number))

    def _height(self, style: int, column: int, value: Value) -> float:
        """Return the points that a value takes beyond one line; 0 for a single line."""
        size = self._wraps(style)
        shown = self._width(column) if size and isinstance(value, str) else 0.0
        if not shown or not isinstance(value, str):  # a hidden column asks for no room
            return 0.0
        width = max(1, int(shown * 11 / size))
        if len(value) <= width and "\n" not in value:  # most texts fit, and wrapping is slow
            return 0.0
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
