"""A group of series of one kind, and the axes it stands on, as the file holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from wg_excel.headless.xmlns import CHART, local

from .chart_kinds import Kind, c

if TYPE_CHECKING:
    from lxml.etree import _Element


def describe(group: _Element, kind: Kind) -> None:
    """Write what stands before the series of a group."""
    if kind.direction:
        etree.SubElement(group, c("barDir"), val=kind.direction)
    if kind.grouping:
        etree.SubElement(group, c("grouping"), val=kind.grouping)
    styles = {"radarChart": "radarStyle", "scatterChart": "scatterStyle", "ofPieChart": "ofPieType"}
    if kind.tag in styles:
        etree.SubElement(group, c(styles[kind.tag]), val=kind.style)
    etree.SubElement(group, c("varyColors"), val="1" if kind.round else "0")


def finish(group: _Element, kind: Kind) -> None:
    """Write what stands behind the series of a group."""
    if kind.tag in {"barChart", "bar3DChart", "ofPieChart"}:
        etree.SubElement(group, c("gapWidth"), val="150")
    if kind.tag == "barChart" and kind.grouping != "clustered":
        etree.SubElement(group, c("overlap"), val="100")
    if kind.shape:
        etree.SubElement(group, c("shape"), val=kind.shape)
    if kind.tag == "lineChart" and kind.markers:
        etree.SubElement(group, c("marker"), val="1")
    if kind.tag == "pieChart":
        etree.SubElement(group, c("firstSliceAng"), val="0")
    if kind.tag == "doughnutChart":
        etree.SubElement(group, c("holeSize"), val="50")
    if kind.tag == "bubbleChart" and kind.style:
        etree.SubElement(group, c("bubble3D"), val="1")


def axis_xml(
    tag: str, ids: tuple[str, str], own: int, place_: str, *, deleted: bool, grid: bool, crosses: str
) -> _Element:
    """Make an axis: `ids` are those of the pair it belongs to, `own` says which of them is its own."""
    gridlines = "<c:majorGridlines/>" if grid else ""
    tail = '<c:crossBetween val="between"/>' if tag == "valAx" else (
        '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>'
    )  # fmt: skip
    return etree.fromstring(
        f'<c:{tag} xmlns:c="{CHART}"><c:axId val="{ids[own]}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="{int(deleted)}"/><c:axPos val="{place_}"/>{gridlines}'
        '<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:crossAx val="{ids[1 - own]}"/><c:crosses val="{crosses}"/>{tail}</c:{tag}>'
    )


def after_layout(plot: _Element) -> int:
    """Return the place of the first group in a plot area."""
    return 1 if len(plot) and local(plot[0]) == "layout" else 0
