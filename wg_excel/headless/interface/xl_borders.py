"""Borders of a range."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from lxml import etree
from xlwings import base_classes

from wg_excel.headless.addresses import MAX_COLUMN, MAX_ROW, Box
from wg_excel.headless.formats.colors import argb
from wg_excel.headless.formats.formats import restyle
from wg_excel.headless.xmlns import drop, local, m

from .xl_font import to_rgb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from .xl_range import Range

_UNSET = base_classes._UNSET  # noqa: SLF001 - xlwings' own mark of an argument not given
# Line style and weight by the file's name of a border (ECMA-376 part 1, 18.18.3).
_STYLES = {
    "thin": ("continuous", "thin"), "hair": ("continuous", "hairline"), "medium": ("continuous", "medium"),
    "thick": ("continuous", "thick"), "double": ("double", "thick"), "dashed": ("dash", "thin"),
    "mediumDashed": ("dash", "medium"), "dashDot": ("dash_dot", "thin"), "mediumDashDot": ("dash_dot", "medium"),
    "dashDotDot": ("dash_dot_dot", "thin"), "mediumDashDotDot": ("dash_dot_dot", "medium"),
    "dotted": ("dot", "thin"), "slantDashDot": ("slant_dash_dot", "medium"),
}  # fmt: skip
_NAMES = {pair: name for name, pair in _STYLES.items()}
_ORDER = ("left", "right", "top", "bottom", "diagonal")
_OPPOSITE = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}
_BESIDE = {"left": (0, -1), "right": (0, 1), "top": (-1, 0), "bottom": (1, 0)}
_EDGES = {"edge_left": "left", "edge_right": "right", "edge_top": "top", "edge_bottom": "bottom"}


def _side(border: _Element | None, name: str) -> _Element | None:
    """Return the element of a side if it has a line; the diagonal only in the direction asked for."""
    if border is None:
        return None
    element = border.find(m(name.partition("_")[0]))
    if element is None or element.get("style") in {None, "none"}:
        return None
    if name == "diagonal_up" and border.get("diagonalUp") not in {"1", "true"}:
        return None
    if name == "diagonal_down" and border.get("diagonalDown") not in {"1", "true"}:
        return None
    return element


def _change(border: _Element, name: str, line_style: Any, weight: Any, color: Any) -> None:
    """Change one side of a border in place."""
    old = _side(border, name)
    tag = name.partition("_")[0]
    element = border.find(m(tag))
    if line_style is None:
        _remove(border, name, element)
        return
    if element is None:
        element = etree.Element(m(tag))
        before = _ORDER[: _ORDER.index(tag)]
        border.insert(sum(1 for child in border if local(child) in {"start", "end", *before}), element)
    pair = _STYLES.get(old.get("style") or "", ("continuous", "thin")) if old is not None else ("continuous", "thin")
    element.set("style", _name(pair, line_style, weight))
    if color is not _UNSET:
        for child in list(element):
            element.remove(child)
        etree.SubElement(element, m("color"), rgb=argb(color))
    elif not len(element):
        etree.SubElement(element, m("color"), auto="1")
    if name.startswith("diagonal"):
        border.set("diagonalUp" if name == "diagonal_up" else "diagonalDown", "1")


def _remove(border: _Element, name: str, element: _Element | None) -> None:
    if name.startswith("diagonal"):
        drop(border, "diagonalUp" if name == "diagonal_up" else "diagonalDown")
        if any(border.get(other) for other in ("diagonalUp", "diagonalDown")):
            return
    if element is not None:
        drop(element, "style")
        for child in list(element):
            element.remove(child)


def _name(pair: tuple[str, str], line_style: Any, weight: Any) -> str:
    """Return the file's name of a style: a combination that Excel does not have keeps the line style."""
    style = pair[0] if line_style is _UNSET else line_style
    if weight is not _UNSET and line_style is _UNSET and (style, weight) not in _NAMES:
        style = "continuous"
    wanted = pair[1] if weight is _UNSET else weight
    if (style, wanted) in _NAMES:
        return _NAMES[style, wanted]
    return next(name for name, (known, _) in _STYLES.items() if known == style)


class Borders(base_classes.Borders):
    """The borders of a range."""

    def __init__(self, parent: Range) -> None:
        self.parent = parent

    @property
    def api(self) -> Any:
        """The borders themselves."""
        return self

    def __getitem__(self, key: str) -> Border:
        return Border(self, key)

    def _grid_sides(self) -> tuple[str, ...]:
        """Return the sides that a range of this shape has."""
        height, width = self.parent.shape
        inside = ["inside_vertical"] * (width > 1) + ["inside_horizontal"] * (height > 1)
        return (*_EDGES, *inside)

    def _common(self, attribute: str) -> Any:
        values = {getattr(self[side], attribute) for side in self._grid_sides()}
        return values.pop() if len(values) == 1 else None

    @property
    def line_style(self) -> str | None:
        """The line style that all sides of the grid share."""
        found: str | None = self._common("line_style")
        return found

    @line_style.setter
    def line_style(self, value: Any) -> None:
        self.set(self._grid_sides(), line_style=value)

    @property
    def weight(self) -> str | None:
        """The weight that all sides of the grid share."""
        found: str | None = self._common("weight")
        return found

    @weight.setter
    def weight(self, value: Any) -> None:
        self.set(self._grid_sides(), weight=value)

    @property
    def color(self) -> Any:
        """The colour that all sides of the grid share."""
        return self._common("color")

    @color.setter
    def color(self, value: Any) -> None:
        self.set(self._grid_sides(), color=value)

    def set(self, which: Any = "all", *, line_style: Any = _UNSET, weight: Any = _UNSET, color: Any = _UNSET) -> None:
        """Change sides; removing a line wins over its weight and colour."""
        rgb = color if color is _UNSET else to_rgb(color)
        for side in which:
            for box, name in self._lines(side):
                self._draw(box, name, line_style, weight, rgb)

    def clear(self, which: Any = "everything") -> None:
        """Remove lines."""
        self.set(which, line_style=None)

    def _lines(self, side: str) -> Iterator[tuple[Box, str]]:
        """Yield rectangles and the side of their cells that a side of the range means."""
        box: Box = self.parent.box
        if side.startswith("diagonal"):
            yield box, side
        elif side == "inside_vertical" and box.width > 1:
            yield box._replace(right=box.right - 1), "right"
        elif side == "inside_horizontal" and box.height > 1:
            yield box._replace(bottom=box.bottom - 1), "bottom"
        elif side in _EDGES:
            yield _edge(box, _EDGES[side]), _EDGES[side]

    def _draw(self, box: Box, name: str, line_style: Any, weight: Any, color: Any) -> None:
        sheet = self.parent.sheet.sheet
        styles = sheet.book.styles
        key = (name, str(line_style), str(weight), str(color))
        change = partial(_change, name=name, line_style=line_style, weight=weight, color=color)
        restyle(sheet, box, lambda style: styles.with_border(style, key, change))
        if name in _BESIDE:
            self._clear_facing(box, name)

    def _clear_facing(self, box: Box, name: str) -> None:
        """Remove the line that the neighbour has on the same edge: one edge has one line."""
        sheet = self.parent.sheet.sheet
        styles = sheet.book.styles
        facing = _OPPOSITE[name]
        beside = _edge(box, name).moved(*_BESIDE[name])
        if not (beside.left >= 1 and beside.right <= MAX_COLUMN and beside.top >= 1 and beside.bottom <= MAX_ROW):
            return
        change = partial(_change, name=facing, line_style=None, weight=_UNSET, color=_UNSET)
        for _, _, cell in sheet.grid.cells(beside):
            if _side(styles.border(cell.style), facing) is not None:
                cell.style = styles.with_border(cell.style, (facing, "None"), change)


def _edge(box: Box, name: str) -> Box:
    if name == "left":
        return box._replace(right=box.left)
    if name == "right":
        return box._replace(left=box.right)
    return box._replace(bottom=box.top) if name == "top" else box._replace(top=box.bottom)


class Border(base_classes.Border):
    """One side of a range; of several cells the first one is read, as Excel does."""

    def __init__(self, borders: Borders, side: str) -> None:
        self.borders = borders
        self.side = side

    @property
    def api(self) -> Any:
        """The border itself."""
        return self

    def _element(self) -> _Element | None:
        for box, name in self.borders._lines(self.side):  # noqa: SLF001 - one room
            sheet = self.borders.parent.sheet.sheet
            for row, column, side in _places(box, name):
                cell = sheet.grid.cell(row, column) if row >= 1 and column >= 1 else None
                style = cell.style if cell is not None else sheet.default_style(max(1, row), max(1, column))
                found = _side(sheet.book.styles.border(style), side)
                if found is not None:
                    return found
            return None
        return None

    @property
    def line_style(self) -> str:
        """The line style; `none` without a line."""
        element = self._element()
        return "none" if element is None else _STYLES.get(element.get("style") or "", ("continuous", ""))[0]

    @line_style.setter
    def line_style(self, value: Any) -> None:
        self.borders.set([self.side], line_style=value)

    @property
    def weight(self) -> str | None:
        """The weight of the line."""
        element = self._element()
        return "thin" if element is None else _STYLES.get(element.get("style") or "", ("", "thin"))[1]

    @weight.setter
    def weight(self, value: Any) -> None:
        self.borders.set([self.side], weight=value)

    @property
    def color(self) -> Any:
        """The colour; for diagonals only of a single cell, as in Excel."""
        element = self._element()
        if element is None or (self.side.startswith("diagonal") and len(self.borders.parent) > 1):
            return None
        color = element.find(m("color"))
        return self.borders.parent.sheet.sheet.book.styles.rgb(color) or (0, 0, 0)

    @color.setter
    def color(self, value: Any) -> None:
        self.borders.set([self.side], color=value)


def _places(box: Box, name: str) -> Iterable[tuple[int, int, str]]:
    """Return where the line of the first cell may be stored: there, or at its neighbour."""
    yield box.top, box.left, name
    if name in _BESIDE:
        down, right = _BESIDE[name]
        yield box.top + down, box.left + right, _OPPOSITE[name]
