"""Formats of a range: font, colour, number format, alignment, sizes."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wg_excel.headless.cells import sizes
from wg_excel.headless.cells.row_fitting import fit_rows
from wg_excel.headless.formats.colors import RGB
from wg_excel.headless.formats.formats import common, restyle
from wg_excel.headless.xmlns import m

from .xl_cells import Cells
from .xl_font import CellFont, to_rgb

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from wg_excel.headless.formats.styles import Styles

_HORIZONTAL = {
    "center_across_selection": "centerContinuous",
    **{name: name for name in ("general", "left", "center", "right", "fill", "justify", "distributed")},
}
_VERTICAL = {name: name for name in ("top", "center", "bottom", "justify", "distributed")}


class RangeFormat(Cells):
    """The part of a range that looks after formats."""

    @property
    def styles(self) -> Styles:
        """The formats of the workbook."""
        return self.worksheet.book.styles

    def _common(self, read: Any) -> Any:
        return common(self.worksheet, self.box, read)

    def _restyle(self, change: Any) -> None:
        restyle(self.worksheet, self.box, change)

    @property
    def number_format(self) -> str | None:
        """The number format; nothing when the cells differ."""
        return "" if self.empty else self._common(self.styles.number_format)

    @number_format.setter
    def number_format(self, value: str) -> None:
        if not self.empty:
            self._restyle(lambda style: self.styles.with_number_format(style, value))

    @property
    def font(self) -> RangeFont:
        """The font."""
        return RangeFont(self)

    @property
    def color(self) -> RGB | None:
        """The colour of the fill; nothing without one or when the cells differ."""
        return None if self.empty else self._common(self._fill_color)

    @color.setter
    def color(self, color_or_rgb: Any) -> None:
        rgb = to_rgb(color_or_rgb)
        if not self.empty:
            self._restyle(lambda style: self.styles.with_fill(style, rgb))

    def _fill_color(self, style: int) -> RGB | None:
        fill = self.styles.fill(style)
        pattern = fill.find(m("patternFill")) if fill is not None else None
        if pattern is None or pattern.get("patternType") in {None, "none"}:
            return None
        return self.styles.rgb(pattern.find(m("fgColor"))) or (255, 255, 255)

    def set_colors(self, colors: Any) -> None:
        """Colour cell by cell; an ellipsis leaves a cell as it is."""
        for offset, row in enumerate(colors):
            for place, color in enumerate(row):
                if color is not ...:
                    top, left = self.box.top + offset, self.box.left + place
                    self.sheet.range((top, left)).color = color

    def _alignment(self, style: int) -> dict[str, str]:
        found = self.styles.xf(style).find(m("alignment"))
        return {str(k): str(v) for k, v in found.attrib.items()} if found is not None else {}

    @property
    def wrap_text(self) -> bool | None:
        """Whether long text is wrapped; nothing when the cells differ."""
        found: bool | None = self._common(lambda style: self._alignment(style).get("wrapText") in {"1", "true"})
        return found

    @wrap_text.setter
    def wrap_text(self, value: bool) -> None:
        text = "1" if value else None
        self._restyle(lambda style: self.styles.with_alignment(style, wrapText=text))

    @property
    def horizontal_alignment(self) -> str | None:
        """The alignment across; nothing when the cells differ."""
        names = {stored: name for name, stored in _HORIZONTAL.items()}
        found: str | None = self._common(lambda style: names.get(self._alignment(style).get("horizontal", "general")))
        return found

    @horizontal_alignment.setter
    def horizontal_alignment(self, value: str) -> None:
        text = _HORIZONTAL[value]
        self._restyle(lambda style: self.styles.with_alignment(style, horizontal=text))

    @property
    def vertical_alignment(self) -> str | None:
        """The alignment up and down; nothing when the cells differ."""
        found: str | None = self._common(lambda style: _VERTICAL.get(self._alignment(style).get("vertical", "bottom")))
        return found

    @vertical_alignment.setter
    def vertical_alignment(self, value: str) -> None:
        self._restyle(lambda style: self.styles.with_alignment(style, vertical=_VERTICAL[value]))

    def adjust_indent(self, amount: int) -> None:
        """Move the text to the right by steps."""

        def indented(style: int) -> int:
            step = max(0, int(self._alignment(style).get("indent", 0)) + amount)
            facets = {"indent": str(step) if step else None}
            if self._alignment(style).get("horizontal") is None:
                facets["horizontal"] = "left"
            return self.styles.with_alignment(style, **facets)

        self._restyle(indented)

    @property
    def column_width(self) -> float | None:
        """The width in characters; nothing when the columns differ."""
        widths = {sizes.column_width(self.worksheet, c) for c in range(self.box.left, self.box.right + 1)}
        return (0 if self.empty else None) if len(widths) != 1 else widths.pop()

    @column_width.setter
    def column_width(self, value: float) -> None:
        if not self.empty:
            sizes.set_column_width(self.worksheet, self.box, value)

    @property
    def row_height(self) -> float | None:
        """The height in points; nothing when the rows differ."""
        sheet, box = self.worksheet, self.box
        numbers = sheet.grid.numbers(box)
        heights = {sizes.row_height(sheet, number) for number in numbers}
        if len(numbers) < box.height:
            heights.add(sizes.row_height(sheet, 0))
        return (0 if self.empty else None) if len(heights) != 1 else heights.pop()

    @row_height.setter
    def row_height(self, value: float) -> None:
        if not self.empty:
            sizes.set_row_height(self.worksheet, self.box, value)

    @property
    def row_hidden(self) -> bool | None:
        """Whether the rows are hidden; nothing when they differ."""
        sheet, box = self.worksheet, self.box
        numbers = sheet.grid.numbers(box)
        states = {sizes.row_hidden(sheet, number) for number in numbers}
        if len(numbers) < box.height:
            states.add(False)
        return states.pop() if len(states) == 1 else None

    @row_hidden.setter
    def row_hidden(self, value: bool) -> None:
        sizes.set_row_hidden(self.worksheet, self.box, hidden=value)

    @property
    def column_hidden(self) -> bool | None:
        """Whether the columns are hidden; nothing when they differ."""
        states = {sizes.column_hidden(self.worksheet, c) for c in range(self.box.left, self.box.right + 1)}
        return states.pop() if len(states) == 1 else None

    @column_hidden.setter
    def column_hidden(self, value: bool) -> None:
        sizes.set_column_hidden(self.worksheet, self.box, hidden=value)

    @property
    def width(self) -> float:
        """The width in points."""
        return 0 if self.empty else sizes.width_of(self.worksheet, self.box.left, self.box.right)

    @property
    def height(self) -> float:
        """The height in points."""
        return 0 if self.empty else sizes.height_of(self.worksheet, self.box.top, self.box.bottom)

    @property
    def left(self) -> float:
        """The distance from the sheet's left edge in points."""
        return 0 if self.empty else sizes.width_of(self.worksheet, 1, self.box.left - 1)

    @property
    def top(self) -> float:
        """The distance from the sheet's upper edge in points."""
        return 0 if self.empty else sizes.height_of(self.worksheet, 1, self.box.top - 1)

    def autofit(self, axis: str | None = None) -> None:
        """Fit widths to the longest values and heights to wrapped texts, by estimate."""
        if self.empty:
            return
        if axis in {"columns", "c", None}:
            sizes.fit_columns(self.worksheet, self.box)
        if axis in {"rows", "r", None}:
            fit_rows(self.worksheet, self.box)

    def clear_formats(self) -> None:
        """Take the formats of the cells away."""
        self._restyle(lambda _: 0)

    @property
    def characters(self) -> Any:
        """The text of a cell, piece by piece."""
        from .xl_characters import Characters

        return Characters(self)


class RangeFont(CellFont):
    """The font of a range."""

    def __init__(self, parent: RangeFormat) -> None:
        self.parent = parent

    def styles(self) -> Styles:
        """Return the formats of the workbook."""
        return self.parent.styles

    def common(self, child: str, read: Callable[[_Element | None], Any]) -> Any:
        """Read a child of every cell's font; nothing when they differ."""

        def one(style: int) -> Any:
            font = self.parent.styles.font(style)
            return read(font.find(m(child)) if font is not None else None)

        return common(self.parent.worksheet, self.parent.box, one)

    def write(self, facets: dict[str, str | None]) -> None:
        """Set or remove children of every cell's font."""
        styles = self.parent.styles
        restyle(self.parent.worksheet, self.parent.box, lambda style: styles.with_font(style, **facets))
