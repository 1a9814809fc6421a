"""The facets of a font that xlwings knows, told once for cells, stretches of their text, and shapes."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from wg_excel.headless.formats.colors import argb

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from wg_excel.headless.formats.colors import RGB
    from wg_excel.headless.formats.styles import Styles

_USUAL_SIZE = 11.0
# The child of a font that holds each facet (ECMA-376 part 1, 18.8.22).
_CHILDREN = {"bold": "b", "italic": "i", "size": "sz", "name": "name", "color": "color"}


def to_rgb(color: Any) -> RGB | None:
    """Read a colour as xlwings lets users write it: tuple, `#rrggbb`, or Excel's integer."""
    if color is None:
        return None
    if isinstance(color, str):
        text = color.removeprefix("#")
        red, green, blue = (int(text[place : place + 2], 16) for place in (0, 2, 4))
    elif isinstance(color, int):
        red, green, blue = color % 256, color // 256 % 256, color // 65536 % 256
    else:
        red, green, blue = (int(channel) for channel in color)
    return red, green, blue


class Font(base_classes.Font):
    """A font; a facet on which the text differs is nothing."""

    @property
    def api(self) -> Any:
        """The font itself."""
        return self

    def facet(self, name: str) -> Any:
        """Return a facet: a truth, points, a name, or red, green and blue."""
        raise NotImplementedError

    def set_facet(self, name: str, value: Any) -> None:
        """Change a facet."""
        raise NotImplementedError

    @property
    def bold(self) -> bool | None:
        """Whether the text is bold."""
        found: bool | None = self.facet("bold")
        return found

    @bold.setter
    def bold(self, value: bool) -> None:
        self.set_facet("bold", value)

    @property
    def italic(self) -> bool | None:
        """Whether the text is slanted."""
        found: bool | None = self.facet("italic")
        return found

    @italic.setter
    def italic(self, value: bool) -> None:
        self.set_facet("italic", value)

    @property
    def size(self) -> float | None:
        """The size in points."""
        found: float | None = self.facet("size")
        return found

    @size.setter
    def size(self, value: float) -> None:
        self.set_facet("size", value)

    @property
    def name(self) -> str | None:
        """The name of the typeface."""
        found: str | None = self.facet("name")
        return found

    @name.setter
    def name(self, value: str) -> None:
        self.set_facet("name", value)

    @property
    def color(self) -> RGB | None:
        """The colour; black where none is set."""
        found: RGB | None = self.facet("color")
        return found

    @color.setter
    def color(self, value: Any) -> None:
        self.set_facet("color", to_rgb(value))


class CellFont(Font):
    """A font of a cell or of a run in it: each facet is a child of its element."""

    def styles(self) -> Styles:
        """Return the formats of the workbook."""
        raise NotImplementedError

    def common(self, child: str, read: Callable[[_Element | None], Any]) -> Any:
        """Read a child of every font concerned; nothing when they differ."""
        raise NotImplementedError

    def write(self, facets: dict[str, str | None]) -> None:
        """Set children of every font concerned to values, or remove them."""
        raise NotImplementedError

    def facet(self, name: str) -> Any:
        """Return a facet: a truth, points, a name, or red, green and blue."""
        readers = {"bold": is_on, "italic": is_on, "size": _size, "name": _face, "color": self._rgb}
        return self.common(_CHILDREN[name], readers[name])

    def _rgb(self, child: _Element | None) -> RGB:
        return self.styles().rgb(child) or (0, 0, 0)

    def set_facet(self, name: str, value: Any) -> None:
        """Change a facet."""
        self.write({_CHILDREN[name]: _stored(name, value)})


def is_on(child: _Element | None) -> bool:
    """Tell whether a child such as `b` is there and not switched off."""
    return child is not None and child.get("val") not in {"0", "false"}


def _size(child: _Element | None) -> float:
    return float(child.get("val") or _USUAL_SIZE) if child is not None else _USUAL_SIZE


def _face(child: _Element | None) -> str | None:
    return child.get("val") if child is not None else None


def _stored(name: str, value: Any) -> str | None:
    if name in {"bold", "italic"}:
        return "1" if value else None
    if name == "size":
        return repr(float(value)).removesuffix(".0")
    if name == "color":
        return None if value is None else argb(value)
    return str(value)
