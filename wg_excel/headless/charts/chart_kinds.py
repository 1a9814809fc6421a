"""Kinds of charts: xlwings' names and what the file holds for them (ECMA-376 part 1, 21.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wg_excel.headless.xmlns import CHART, local

if TYPE_CHECKING:
    from lxml.etree import _Element


class Kind(NamedTuple):
    """A kind of chart: its element and what tells it from others of the same element."""

    tag: str
    direction: str = ""
    grouping: str = ""
    style: str = ""
    markers: bool = False
    lines: bool = True
    smooth: bool = False
    shape: str = ""
    exploded: bool = False

    @property
    def round(self) -> bool:
        """Whether the chart has no axes."""
        return self.tag in {"pieChart", "pie3DChart", "doughnutChart", "ofPieChart"}

    @property
    def points(self) -> bool:
        """Whether both axes are of numbers."""
        return self.tag in {"scatterChart", "bubbleChart"}


def _bars() -> dict[str, Kind]:
    kinds = {}
    for direction, stem in (("col", "column"), ("bar", "bar")):
        for grouping, tail in (("clustered", "clustered"), ("stacked", "stacked"), ("percentStacked", "stacked_100")):
            kinds[f"{stem}_{tail}"] = Kind("barChart", direction, grouping)
            kinds[f"3d_{stem}_{tail}"] = Kind("bar3DChart", direction, grouping)
            for shape in ("cone", "cylinder", "pyramid"):
                short = "col" if direction == "col" else "bar"
                kinds[f"{shape}_{short}_{tail}"] = Kind("bar3DChart", direction, grouping, shape=shape)
    kinds["3d_column"] = Kind("bar3DChart", "col", "standard")
    for shape in ("cone", "cylinder", "pyramid"):
        kinds[f"{shape}_col"] = Kind("bar3DChart", "col", "standard", shape=shape)
    return kinds


def _lines() -> dict[str, Kind]:
    kinds = {"3d_line": Kind("line3DChart", grouping="standard")}
    for grouping, tail in (("standard", ""), ("stacked", "_stacked"), ("percentStacked", "_stacked_100")):
        kinds[f"line{tail}"] = Kind("lineChart", grouping=grouping)
        kinds[f"line_markers{tail}"] = Kind("lineChart", grouping=grouping, markers=True)
        kinds[f"area{tail}"] = Kind("areaChart", grouping=grouping)
        kinds[f"3d_area{tail}"] = Kind("area3DChart", grouping=grouping)
    return kinds


KINDS: dict[str, Kind] = {
    **_bars(),
    **_lines(),
    "pie": Kind("pieChart"),
    "pie_exploded": Kind("pieChart", exploded=True),
    "3d_pie": Kind("pie3DChart"),
    "3d_pie_exploded": Kind("pie3DChart", exploded=True),
    "pie_of_pie": Kind("ofPieChart", style="pie"),
    "bar_of_pie": Kind("ofPieChart", style="bar"),
    "doughnut": Kind("doughnutChart"),
    "doughnut_exploded": Kind("doughnutChart", exploded=True),
    "radar": Kind("radarChart", style="standard"),
    "radar_markers": Kind("radarChart", style="marker", markers=True),
    "radar_filled": Kind("radarChart", style="filled"),
    "xy_scatter": Kind("scatterChart", style="lineMarker", markers=True, lines=False),
    "xy_scatter_lines": Kind("scatterChart", style="lineMarker", markers=True),
    "xy_scatter_lines_no_markers": Kind("scatterChart", style="lineMarker"),
    "xy_scatter_smooth": Kind("scatterChart", style="smoothMarker", markers=True, smooth=True),
    "xy_scatter_smooth_no_markers": Kind("scatterChart", style="smoothMarker", smooth=True),
    "bubble": Kind("bubbleChart"),
    "bubble_3d_effect": Kind("bubbleChart", style="3d"),
}
GROUP_TAGS = frozenset({kind.tag for kind in KINDS.values()} | {"stockChart", "surfaceChart", "surface3DChart"})


def c(tag: str) -> str:
    """Name `tag` in the namespace of charts."""
    return f"{{{CHART}}}{tag}"


def value(element: _Element | None, tag: str, default: str = "") -> str:
    """Return the `val` of a child."""
    found = element.find(c(tag)) if element is not None else None
    return default if found is None else found.get("val") or default


def name_of(group: _Element, series: _Element | None) -> str | None:
    """Return xlwings' name of a group of series; nothing for kinds that it does not have."""
    tag = local(group)
    wanted = Kind(
        tag,
        value(group, "barDir", "col") if tag.startswith("bar") else "",
        value(group, "grouping", _grouping(tag)) if _grouping(tag) else "",
        _style(group),
        markers=_has_markers(tag, group, series),
        lines=not _without_lines(tag, series),
        smooth=tag == "scatterChart" and value(group, "scatterStyle").startswith("smooth"),
        shape=_shape(group) if tag == "bar3DChart" else "",
        exploded=series is not None and series.find(c("explosion")) is not None,
    )
    return next((name for name, kind in KINDS.items() if kind == wanted), None)


def _grouping(tag: str) -> str:
    if tag.startswith("bar"):
        return "clustered"
    return "standard" if tag.startswith(("line", "area")) else ""


def _style(group: _Element) -> str:
    tag = local(group)
    if tag == "bubbleChart":
        return "3d" if value(group, "bubble3D") == "1" else ""
    names = {"radarChart": "radarStyle", "scatterChart": "scatterStyle", "ofPieChart": "ofPieType"}
    found = value(group, names[tag]) if tag in names else ""
    return {"smooth": "smoothMarker", "line": "lineMarker", "marker": "marker"}.get(found, found)


def _has_markers(tag: str, group: _Element, series: _Element | None) -> bool:
    if tag == "radarChart":
        return value(group, "radarStyle") == "marker"
    if tag not in {"lineChart", "scatterChart"}:
        return False
    marker = series.find(c("marker")) if series is not None else None
    if marker is not None and marker.find(c("symbol")) is not None:
        return value(marker, "symbol") != "none"
    return tag == "scatterChart" or value(group, "marker") == "1"


def _without_lines(tag: str, series: _Element | None) -> bool:
    if tag != "scatterChart" or series is None:
        return False
    return series.find(f"{c('spPr')}/{{*}}ln/{{*}}noFill") is not None


def _shape(group: _Element) -> str:
    found = value(group, "shape", "box")
    return "" if found == "box" else found
