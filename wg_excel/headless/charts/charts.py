"""The part of a chart: its series, kinds and axes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from wg_excel.headless.addresses import Box, quote
from wg_excel.headless.calculation.formulas import references, span
from wg_excel.headless.cells.values import Values
from wg_excel.headless.errors import UnsupportedMember
from wg_excel.headless.xmlns import ART, CHART, OFFICE_RELS, local

from .chart_groups import after_layout, axis_xml, describe, finish
from .chart_kinds import GROUP_TAGS, KINDS, Kind, c, name_of, value
from .chart_series import adapt, after_series, replace
from .chart_source import Source, cached, split_source

if TYPE_CHECKING:
    from lxml.etree import _Element

    from wg_excel.headless.package.part import Part
    from wg_excel.headless.workbook import Workbook
    from wg_excel.headless.worksheet import Worksheet

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
EMPTY_CHART = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{ART}" xmlns:r="{OFFICE_RELS}"><c:roundedCorners val="0"/>'
    '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/></c:plotArea>'
    '<c:legend><c:legendPos val="r"/><c:overlay val="0"/></c:legend>'
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
).encode()
_AXIS_TAGS = ("catAx", "valAx", "dateAx", "serAx")


class ChartPart:
    """A chart."""

    def __init__(self, book: Workbook, part: Part) -> None:
        self.book = book
        self.part = part

    @property
    def root(self) -> _Element:
        """The chart space."""
        return self.part.xml

    @property
    def chart(self) -> _Element:
        """The chart within its space."""
        found = self.root.find(c("chart"))
        assert found is not None
        return found

    @property
    def plot(self) -> _Element:
        """The plot area."""
        found = self.chart.find(c("plotArea"))
        assert found is not None
        return found

    @property
    def groups(self) -> list[_Element]:
        """The groups of series of one kind on one pair of axes."""
        return [child for child in self.plot if local(child) in GROUP_TAGS]

    @property
    def series(self) -> list[_Element]:
        """All series in their order."""
        found = [series for group in self.groups for series in group.iterfind(c("ser"))]
        return sorted(found, key=lambda series: int(value(series, "order", "0")))

    @property
    def axes(self) -> list[_Element]:
        """All axes."""
        return [child for child in self.plot if local(child) in _AXIS_TAGS]

    def group_of(self, series: _Element) -> _Element:
        """Return the group that a series belongs to."""
        group = series.getparent()
        assert group is not None
        return group

    def axis_ids(self, group: _Element) -> tuple[str, ...]:
        """Return the ids of the axes of a group."""
        return tuple(element.get("val") or "" for element in group.iterfind(c("axId")))

    def secondary(self, group: _Element) -> bool:
        """Tell whether a group stands on the second pair of axes."""
        ids = self.axis_ids(group)
        return bool(ids) and ids != self.axis_ids(self.groups[0])

    # Kinds

    @property
    def kind_name(self) -> str | None:
        """The kind of the chart: that of all its groups, or `combination`."""
        names = {name_of(group, group.find(c("ser"))) for group in self.groups}
        if not names:
            return "column_clustered"
        return names.pop() if len(names) == 1 else "combination"

    def set_kind(self, name: str) -> None:
        """Draw all series as one kind."""
        kind = known(name)
        series = self.series
        for group in self.groups:
            self.plot.remove(group)
        self._build_group(kind, series, secondary=False)
        self._tidy_axes()

    def set_series_kind(self, series: _Element, name: str, *, secondary: bool) -> None:
        """Draw one series as a kind on the first or second axes."""
        kind = known(name)
        old = self.group_of(series)
        for group in self.groups:
            if group is not old and self.secondary(group) == secondary and name_of(group, group.find(c("ser"))) == name:
                old.remove(series)
                adapt(series, kind)
                group.insert(after_series(group), series)
                break
        else:
            old.remove(series)
            self._build_group(kind, [series], secondary=secondary)
        if old.find(c("ser")) is None:
            self.plot.remove(old)
        self._tidy_axes()

    def _build_group(self, kind: Kind, series: list[_Element], *, secondary: bool) -> _Element:
        group = etree.Element(c(kind.tag))
        describe(group, kind)
        for element in series:
            adapt(element, kind)
            group.append(element)
        finish(group, kind)
        if not kind.round:
            for number in self._axes_for(kind, secondary=secondary):
                etree.SubElement(group, c("axId"), val=number)
        groups = self.groups
        place = self.plot.index(groups[-1]) + 1 if groups else after_layout(self.plot)
        self.plot.insert(place, group)
        return group

    def _axes_for(self, kind: Kind, *, secondary: bool) -> tuple[str, ...]:
        """Return the ids of the first or second pair of axes, made if there is none that fits."""
        with_axes = [group for group in self.groups if self.axis_ids(group)]
        if with_axes:
            first = self.axis_ids(with_axes[0])
            others = [self.axis_ids(g) for g in with_axes if self.axis_ids(g) != first]
            wanted = (others[0] if others else None) if secondary else first
            if wanted is not None:
                return wanted
        elif not secondary and self._fitting(kind):
            return self._fitting(kind)
        return self._make_axes(kind, secondary=secondary)

    def _fitting(self, kind: Kind) -> tuple[str, ...]:
        """Return axes that an earlier kind left behind, if they are of the right sort."""
        tags = tuple(local(axis) for axis in self.axes[:2])
        fits = tags == ("valAx", "valAx") if kind.points else tags in {("catAx", "valAx"), ("dateAx", "valAx")}
        return tuple(value(axis, "axId") for axis in self.axes[:2]) if fits else ()

    def _make_axes(self, kind: Kind, *, secondary: bool) -> tuple[str, str]:
        taken = {int(value(axis, "axId", "0")) for axis in self.axes}
        first = max(taken | {500_000_000}) + 1
        ids = (str(first), str(first + 1))
        flat = kind.direction == "bar"
        places = ("l", "b") if flat else ("b", "l")
        if secondary:
            places = ("r", "t") if flat else ("t", "r")
        tag = "valAx" if kind.points else "catAx"
        for axis in (
            axis_xml(tag, ids, 0, places[0], deleted=secondary, grid=False, crosses="autoZero"),
            axis_xml(
                "valAx",
                ids,
                1,
                places[1],
                deleted=False,
                grid=not secondary,
                crosses="max" if secondary else "autoZero",
            ),
        ):
            self.plot.insert(self._after_axes(), axis)
        return ids

    def _after_axes(self) -> int:
        kept = [n for n, child in enumerate(self.plot) if local(child) in {"layout", *GROUP_TAGS, *_AXIS_TAGS}]
        return max(kept, default=-1) + 1

    def _tidy_axes(self) -> None:
        """Remove axes that no group stands on, and those of charts without any."""
        used = {number for group in self.groups for number in self.axis_ids(group)}
        for axis in self.axes:
            if value(axis, "axId") not in used:
                self.plot.remove(axis)

    # Sources

    def set_source(self, sheet: Worksheet, box: Box, plot_by: str | None, kind: str | None = None) -> None:
        """Let the series show a range; series that stay keep their formats."""
        sources = split_source(sheet, box, plot_by)
        if not self.groups:
            self._build_group(known(kind or "column_clustered"), [], secondary=False)
        series = self.series
        for extra in series[len(sources) :]:
            self._drop(extra)
        for number, source in enumerate(sources):
            element = series[number] if number < len(series) else self._new_series(number)
            self._write_source(element, sheet, source)

    def _drop(self, series: _Element) -> None:
        group = self.group_of(series)
        group.remove(series)
        if group.find(c("ser")) is None and len(self.groups) > 1:
            self.plot.remove(group)
            self._tidy_axes()

    def _new_series(self, number: int) -> _Element:
        group = self.groups[-1]
        last = group.findall(c("ser"))
        series = etree.Element(c("ser"))
        for tag in ("idx", "order"):
            etree.SubElement(series, c(tag), val=str(number))
        kind = name_of(group, last[-1] if last else None)
        adapt(series, KINDS.get(kind or "", Kind(local(group))))
        group.insert(after_series(group), series)
        return series

    def _write_source(self, series: _Element, sheet: Worksheet, source: Source) -> None:
        points = local(self.group_of(series)) in {"scatterChart", "bubbleChart"}
        replace(series, "tx", self._reference(sheet, source.name, "str") if source.name else None)
        categories = self._reference(sheet, source.categories, None) if source.categories else None
        replace(series, "xVal" if points else "cat", categories)
        replace(series, "yVal" if points else "val", self._reference(sheet, source.values, "num"))

    def _reference(self, sheet: Worksheet, box: Box, form: str | None) -> _Element:
        """Return a reference with the values of its cells as they are now."""
        rows = Values(sheet).read(box)
        cells = [cell for row in rows for cell in row]
        numeric = all(not isinstance(cell, str) for cell in cells)
        form = form or ("num" if numeric and any(cell is not None for cell in cells) else "str")
        reference = etree.Element(c(f"{form}Ref"))
        etree.SubElement(reference, c("f")).text = f"{quote(sheet.name)}!{box.absolute()}"
        cache = etree.SubElement(reference, c(f"{form}Cache"))
        if form == "num":
            etree.SubElement(cache, c("formatCode")).text = "General"
        etree.SubElement(cache, c("ptCount"), val=str(len(cells)))
        for number, cell in enumerate(cells):
            text = cached(cell, form, date1904=self.book.date1904)
            if text is not None:
                point = etree.SubElement(cache, c("pt"), idx=str(number))
                etree.SubElement(point, c("v")).text = text
        return reference

    def set_categories(self, sheet: Worksheet, box: Box) -> None:
        """Take the categories of all series from a range."""
        for series in self.series:
            points = local(self.group_of(series)) in {"scatterChart", "bubbleChart"}
            replace(series, "xVal" if points else "cat", self._reference(sheet, box, None))

    def source(self) -> tuple[str, Box] | None:
        """Return sheet and rectangle around all references of the series."""
        found: list[tuple[str, Box]] = []
        for series in self.series:
            for element in series.iter(c("f")):
                for sheet, text in references(element.text or ""):
                    place = span(text)
                    if place is not None and sheet is not None:
                        found.append((sheet, place[0]))
        if not found:
            return None
        boxes = [box for _, box in found]
        return found[0][0], Box(
            min(box.top for box in boxes), min(box.left for box in boxes),
            max(box.bottom for box in boxes), max(box.right for box in boxes),
        )  # fmt: skip

    @property
    def plot_by(self) -> str:
        """Whether each series is a row or a column."""
        for series in self.series:
            for tag in ("val", "yVal"):
                text = series.findtext(f"{c(tag)}/{c('numRef')}/{c('f')}") or ""
                for _, reference in references(text):
                    place = span(reference)
                    if place is not None and place[0].width != place[0].height:
                        return "rows" if place[0].width > place[0].height else "columns"
        return "columns"


def known(name: str) -> Kind:
    """Return a kind by xlwings' name; raises `UnsupportedMember` for the few that are left out."""
    if name not in KINDS:
        raise UnsupportedMember(f"chart_type='{name}'", "выберите другой вид диаграммы или постройте её в Excel")
    return KINDS[name]
