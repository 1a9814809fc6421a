"""Series of charts."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree
from xlwings import base_classes

from wg_excel.headless.charts.chart_kinds import c, name_of, value
from wg_excel.headless.charts.chart_series import place
from wg_excel.headless.xmlns import ART, local

from .xl_collection import Collection

if TYPE_CHECKING:
    from lxml.etree import _Element

    from wg_excel.headless.charts.charts import ChartPart
    from wg_excel.headless.formats.colors import RGB

_UNSET = base_classes._UNSET  # noqa: SLF001 - xlwings' own mark of an argument not given
_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")


def a(tag: str) -> str:
    """Name `tag` in the namespace of drawings."""
    return f"{{{ART}}}{tag}"


class ChartSeriesCollection(Collection, base_classes.ChartSeriesCollection):
    """The series of a chart, by position only."""

    def members(self) -> list[ChartSeries]:
        """Return the series."""
        content: ChartPart = self.parent.content
        return [ChartSeries(content, number) for number in range(len(content.series))]

    def __call__(self, key: int | str) -> ChartSeries:
        """Return a member by position from 1 or by name; raises `KeyError`."""
        members = self.members()
        if isinstance(key, str) or not 1 <= int(key) <= len(members):
            raise KeyError(key)
        return members[int(key) - 1]


class ChartSeries(base_classes.ChartSeries):
    """One series, by its place in the chart."""

    def __init__(self, content: ChartPart, number: int) -> None:
        self.content = content
        self.number = number

    @property
    def api(self) -> Any:
        """The series itself."""
        return self

    @property
    def element(self) -> _Element:
        """The element of the series."""
        return self.content.series[self.number]

    # xlwings changes a series through `set` alone, hence no setters.

    @property  # type: ignore[misc]
    def name(self) -> str:
        """The name: its own, or that of its cell."""
        return self.element.findtext(f"{c('tx')}//{c('v')}") or f"Series{self.number + 1}"

    @property  # type: ignore[misc]
    def chart_type(self) -> str | None:
        """The kind."""
        return name_of(self.content.group_of(self.element), self.element)

    @property  # type: ignore[misc]
    def axis_group(self) -> str:
        """The pair of axes."""
        return "secondary" if self.content.secondary(self.content.group_of(self.element)) else "primary"

    @property  # type: ignore[misc]
    def marker_style(self) -> str:
        """The sign at the points."""
        found = value(self.element.find(c("marker")), "symbol", "auto")
        return "automatic" if found == "auto" else found

    @property  # type: ignore[misc]
    def marker_size(self) -> int:
        """The size of the sign in points."""
        return int(value(self.element.find(c("marker")), "size", "5"))

    def _color(self, *path: str) -> RGB | None:
        found = self.element.find("/".join([*path, a("solidFill"), a("srgbClr")]))
        text = found.get("val") if found is not None else None
        return None if not text else (int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16))

    @property  # type: ignore[misc]
    def marker_foreground_color(self) -> RGB | None:
        """The colour of the sign's line."""
        return self._color(c("marker"), c("spPr"), a("ln"))

    @property  # type: ignore[misc]
    def marker_background_color(self) -> RGB | None:
        """The colour within the sign."""
        return self._color(c("marker"), c("spPr"))

    @property  # type: ignore[misc]
    def line_color(self) -> RGB | None:
        """The colour of the line."""
        return self._color(c("spPr"), a("ln"))

    @property  # type: ignore[misc]
    def fill_color(self) -> RGB | None:
        """The colour of bars and areas."""
        return self._color(c("spPr"))

    def set(
        self,
        *,
        name: Any = _UNSET,
        marker_style: Any = _UNSET,
        marker_size: Any = _UNSET,
        marker_foreground_color: Any = _UNSET,
        marker_background_color: Any = _UNSET,
        line_color: Any = _UNSET,
        fill_color: Any = _UNSET,
        chart_type: Any = _UNSET,
        axis_group: Any = _UNSET,
    ) -> None:
        """Change what is given."""
        if (chart_type, axis_group) != (_UNSET, _UNSET):
            kind = self.chart_type or "line" if chart_type is _UNSET else chart_type
            group = self.axis_group if axis_group is _UNSET else axis_group
            self.content.set_series_kind(self.element, kind, secondary=group == "secondary")
        element = self.element
        if name is not _UNSET:
            _set_name(element, name)
        if marker_style is not _UNSET:
            _set_marker_value(element, "symbol", {"automatic": "auto"}.get(marker_style, marker_style))
        if marker_size is not _UNSET:
            _set_marker_value(element, "size", str(marker_size))
        for color, path in (
            (marker_foreground_color, ("marker", "line")),
            (marker_background_color, ("marker", "fill")),
            (line_color, ("series", "line")),
            (fill_color, ("series", "fill")),
        ):
            if color is not _UNSET:
                _set_color(element, path, color)


def _set_name(element: _Element, name: str) -> None:
    old = element.find(c("tx"))
    if old is not None:
        element.remove(old)
    holder = etree.Element(c("tx"))
    etree.SubElement(holder, c("v")).text = name
    place(element, holder)


def _marker(element: _Element) -> _Element:
    found = element.find(c("marker"))
    if found is None:
        found = etree.Element(c("marker"))
        place(element, found)
    return found


def _set_marker_value(element: _Element, tag: str, text: str) -> None:
    marker = _marker(element)
    found = marker.find(c(tag))
    if found is None:
        found = etree.Element(c(tag))
        marker.insert(0 if tag == "symbol" else sum(1 for x in marker if local(x) == "symbol"), found)
    found.set("val", text)


def _set_color(element: _Element, path: tuple[str, str], rgb: RGB) -> None:
    holder = _marker(element) if path[0] == "marker" else element
    shape = holder.find(c("spPr"))
    if shape is None:
        shape = etree.Element(c("spPr"))
        if path[0] == "marker":
            holder.append(shape)
        else:
            place(holder, shape)
    if path[1] == "line":
        line = shape.find(a("ln"))
        if line is None:
            line = etree.SubElement(shape, a("ln"))
        shape = line
    for child in list(shape):
        if local(child) in _FILLS:
            shape.remove(child)
    fill = etree.Element(a("solidFill"))
    etree.SubElement(fill, a("srgbClr"), val="{:02X}{:02X}{:02X}".format(*rgb))
    before = sum(1 for child in shape if local(child) in {"xfrm", "custGeom", "prstGeom"})
    shape.insert(before, fill)
