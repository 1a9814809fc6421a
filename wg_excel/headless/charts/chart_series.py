"""A series of a chart: its children in the order of the schema, and what each kind lets it have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from wg_excel.headless.xmlns import ART, local

from .chart_kinds import Kind, c, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_SERIES_ORDER = [
    "idx",
    "order",
    "tx",
    "spPr",
    "invertIfNegative",
    "marker",
    "explosion",
    "dPt",
    "dLbls",
    "trendline",
    "errBars",
    "xVal",
    "cat",
    "yVal",
    "val",
    "smooth",
    "bubbleSize",
    "bubble3D",
    "shape",
    "extLst",
]
_SERIES_EXTRAS = {
    "barChart": {"invertIfNegative"}, "bar3DChart": {"invertIfNegative"}, "lineChart": {"marker", "smooth"},
    "scatterChart": {"marker", "smooth"}, "radarChart": {"marker"}, "pieChart": {"explosion"},
    "pie3DChart": {"explosion"}, "doughnutChart": {"explosion"},
}  # fmt: skip
_ALWAYS = {"idx", "order", "tx", "spPr", "dLbls", "xVal", "cat", "yVal", "val"}


def adapt(series: _Element, kind: Kind) -> None:
    """Make a series fit a kind: rename its values, add or remove what only some kinds have."""
    for old, new in (("cat", "xVal"), ("val", "yVal")) if kind.points else (("xVal", "cat"), ("yVal", "val")):
        found = series.find(c(old))
        if found is not None:
            found.tag = c(new)
    allowed = _ALWAYS | _SERIES_EXTRAS.get(kind.tag, set())
    for child in list(series):
        if local(child) not in allowed:
            series.remove(child)
    replace(series, "invertIfNegative", None)
    if kind.tag in {"lineChart", "scatterChart", "radarChart"}:
        _set_marker(series, markers=kind.markers)
    _set_line(series, visible=kind.lines or kind.tag != "scatterChart")
    if "smooth" in allowed:
        _set_value(series, "smooth", "1" if kind.smooth else "0")
    if kind.exploded:
        _set_value(series, "explosion", "25")
    elif series.find(c("explosion")) is not None:
        series.remove(series.find(c("explosion")))  # type: ignore[arg-type]


def _set_marker(series: _Element, *, markers: bool) -> None:
    marker = series.find(c("marker"))
    if not markers:
        replace(series, "marker", etree.Element(c("symbol"), val="none"))
    elif marker is not None and value(marker, "symbol") == "none":
        series.remove(marker)
        replace(series, "marker", etree.Element(c("symbol"), val="circle"))
    elif marker is None:
        replace(series, "marker", etree.Element(c("symbol"), val="circle"))


def _set_line(series: _Element, *, visible: bool) -> None:
    line = series.find(f"{c('spPr')}/{{{ART}}}ln")
    if visible:
        hidden = line.find(f"{{{ART}}}noFill") if line is not None else None
        if hidden is not None and line is not None:
            line.remove(hidden)
        return
    shape = series.find(c("spPr"))
    if shape is None:
        shape = etree.Element(c("spPr"))
        place(series, shape)
    if line is None:
        line = etree.SubElement(shape, f"{{{ART}}}ln")
    for child in list(line):
        line.remove(child)
    etree.SubElement(line, f"{{{ART}}}noFill")


def after_series(group: _Element) -> int:
    """Return the place behind the last series of a group."""
    before = {"barDir", "grouping", "varyColors", "radarStyle", "scatterStyle", "ofPieType", "wireframe", "ser"}
    return sum(1 for child in group if local(child) in before)


def place(series: _Element, child: _Element) -> None:
    """Insert a child of a series at its place in the schema."""
    before = set(_SERIES_ORDER[: _SERIES_ORDER.index(local(child)) + 1])
    series.insert(sum(1 for other in series if local(other) in before), child)


def replace(series: _Element, tag: str, content: _Element | None) -> None:
    """Replace the content of a child of a series, or remove the child."""
    old = series.find(c(tag))
    if old is not None:
        series.remove(old)
    if content is not None:
        holder = etree.Element(c(tag))
        holder.append(content)
        place(series, holder)


def _set_value(series: _Element, tag: str, text: str) -> None:
    found = series.find(c(tag))
    if found is None:
        found = etree.Element(c(tag))
        place(series, found)
    found.set("val", text)
