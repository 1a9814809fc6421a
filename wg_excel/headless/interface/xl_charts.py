"""Charts as xlwings asks for them."""

# ruff: noqa: ANN401, ARG002, PLR0917 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from lxml import etree
from xlwings import base_classes

from wg_excel.headless.charts import chart_texts
from wg_excel.headless.charts.chart_kinds import c, value
from wg_excel.headless.charts.charts import CHART_TYPE, EMPTY_CHART, ChartPart
from wg_excel.headless.drawings import Anchored, add_anchor, anchored, ensure_drawing, free_name
from wg_excel.headless.errors import UnsupportedMember
from wg_excel.headless.xmlns import CHART, R_ID

from .xl_chart_axes import ChartAxis
from .xl_chart_series import ChartSeriesCollection
from .xl_collection import Collection
from .xl_pictures import Drawn

if TYPE_CHECKING:
    from wg_excel.headless.package.part import Part
    from wg_excel.headless.worksheet import Worksheet

_POSITIONS = {"t": "top", "b": "bottom", "l": "left", "r": "right", "tr": "corner"}
_STORED_POSITIONS = {name: stored for stored, name in _POSITIONS.items()}
_FIRST_NEW_STYLE = 200


def _chart_part(sheet: Worksheet, thing: Anchored) -> Part | None:
    drawing = sheet.drawing_part()
    reference = thing.element.find(f".//{{{CHART}}}chart")
    if drawing is None or reference is None:
        return None
    return sheet.book.package.by_id(drawing.name, reference.get(R_ID))


class Charts(Collection, base_classes.Charts):
    """The charts of a sheet."""

    def members(self) -> list[Chart]:
        """Return the charts."""
        sheet: Worksheet = self.parent.sheet
        found = [(thing, _chart_part(sheet, thing)) for thing in anchored(sheet)]
        return [Chart(self.parent, thing, part) for thing, part in found if part is not None]

    def add(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        chart_type: str | None = None,
        source: Any = None,
        plot_by: str | None = None,
        name: str | None = None,
        anchor: Any = None,
        style: int | None = 227,
    ) -> Chart:
        """Add a chart; without a source it is empty until `set_source_data`."""
        sheet: Worksheet = self.parent.sheet
        package = sheet.book.package
        part_name = package.free_name("xl/charts/chart1.xml")
        part = package.add(part_name, EMPTY_CHART, CHART_TYPE)
        relation = package.relate(ensure_drawing(sheet).name, "chart", part_name)
        if anchor is not None:
            left, top = anchor.left, anchor.top
        content = _frame(name or free_name(sheet, "Chart"), relation)
        chart = Chart(self.parent, add_anchor(sheet, content, left, top, width, height), part)
        if source is not None:
            chart.set_source_data(source, plot_by)
        if chart_type is not None:
            chart.chart_type = chart_type
        if style is not None:
            chart.style = style
        return chart


def _frame(name: str, relation: str) -> str:
    return (
        '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>'
        f'<xdr:cNvPr id="{{number}}" name={quoteattr(name)}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>'
        '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>'
        f'<a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" r:id="{relation}"/></a:graphicData>'
        "</a:graphic></xdr:graphicFrame>"
    )


class Chart(Drawn, base_classes.Chart):
    """A chart."""

    def __init__(self, parent: Any, thing: Anchored, part: Part) -> None:
        super().__init__(parent, thing)
        self.content = ChartPart(parent.sheet.book, part)

    @property
    def chart_type(self) -> str | None:
        """The kind."""
        return self.content.kind_name

    @chart_type.setter
    def chart_type(self, value: str) -> None:
        self.content.set_kind(value)

    def set_source_data(self, rng: Any, plot_by: str | None = None) -> None:
        """Show a range; series that stay keep their formats."""
        self.content.set_source(rng.sheet.sheet, rng.box, plot_by)

    def set_x_axis_values(self, rng: Any) -> None:
        """Take the categories of all series from a range."""
        self.content.set_categories(rng.sheet.sheet, rng.box)

    @property
    def plot_by(self) -> str:
        """Whether each series is a row or a column."""
        return self.content.plot_by

    @plot_by.setter
    def plot_by(self, value: str) -> None:
        found = self.content.source()
        sheet = self.content.book.sheet(found[0]) if found else None
        if found is not None and sheet is not None:
            self.content.set_source(sheet, found[1], value)

    @property
    def title(self) -> str | None:
        """The title; nothing when none is shown."""
        return chart_texts.title(self.content.chart)

    @title.setter
    def title(self, value: str | None) -> None:
        chart_texts.set_title(self.content.chart, value, ())
        deleted = self.content.chart.find(c("autoTitleDeleted"))
        if deleted is None:
            deleted = etree.Element(c("autoTitleDeleted"))
            self.content.chart.insert(1 if value is not None else 0, deleted)
        deleted.set("val", "1" if value is None else "0")

    @property
    def legend(self) -> ChartLegend:
        """The legend."""
        return ChartLegend(self.content)

    @property
    def series(self) -> ChartSeriesCollection:
        """The series."""
        return ChartSeriesCollection(self)

    @property
    def category_axis(self) -> ChartAxis:
        """The axis of categories."""
        return ChartAxis(self.content, 0, secondary=False)

    @property
    def value_axis(self) -> ChartAxis:
        """The axis of values."""
        return ChartAxis(self.content, 1, secondary=False)

    @property
    def secondary_category_axis(self) -> ChartAxis:
        """The second axis of categories."""
        return ChartAxis(self.content, 0, secondary=True)

    @property
    def secondary_value_axis(self) -> ChartAxis:
        """The second axis of values."""
        return ChartAxis(self.content, 1, secondary=True)

    @property
    def style(self) -> int:
        """The number of the style, of Excel 2007's 48."""
        return int(value(self.content.root, "style", "2"))

    @style.setter
    def style(self, value: int) -> None:
        if value > _FIRST_NEW_STYLE:
            # Excel 2013's styles are a part of their own which Excel writes; the plain look is the nearest.
            value = 2
        root = self.content.root
        found = root.find(c("style"))
        if found is None:
            found = etree.Element(c("style"))
            before = {"date1904", "lang", "roundedCorners", "AlternateContent"}
            root.insert(sum(1 for child in root if etree.QName(child).localname in before), found)
        found.set("val", str(value))

    def to_png(self, path: Any) -> None:
        """Refuse: pictures of charts need an office program."""
        raise UnsupportedMember("Chart.to_png", "сохраните диаграмму как рисунок в Excel")

    def to_pdf(self, path: Any, quality: Any) -> None:
        """Refuse: printing needs an office program."""
        raise UnsupportedMember("Chart.to_pdf", "откройте книгу в Excel или LibreOffice и сохраните её в PDF")


class ChartLegend(base_classes.ChartLegend):
    """The legend of a chart."""

    def __init__(self, content: ChartPart) -> None:
        self.content = content

    @property
    def api(self) -> Any:
        """The legend itself."""
        return self

    @property
    def visible(self) -> bool:
        """Whether the legend is shown."""
        return self.content.chart.find(c("legend")) is not None

    @visible.setter
    def visible(self, value: bool) -> None:
        found = self.content.chart.find(c("legend"))
        if found is not None and not value:
            self.content.chart.remove(found)
        if found is None and value:
            legend = etree.Element(c("legend"))
            etree.SubElement(legend, c("legendPos"), val="r")
            etree.SubElement(legend, c("overlay"), val="0")
            self.content.plot.addnext(legend)

    @property
    def position(self) -> str | None:
        """Where it stands; nothing when it is hidden."""
        found = self.content.chart.find(c("legend"))
        return None if found is None else _POSITIONS.get(value(found, "legendPos", "r"))

    @position.setter
    def position(self, value: str) -> None:
        self.visible = True
        legend = self.content.chart.find(c("legend"))
        assert legend is not None
        found = legend.find(c("legendPos"))
        if found is None:
            found = etree.Element(c("legendPos"))
            legend.insert(0, found)
        found.set("val", _STORED_POSITIONS[value])
