"""Axes of charts."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree
from xlwings import XlwingsError, base_classes

from wg_excel.headless.cells.raw_values import number_text
from wg_excel.headless.charts import chart_texts
from wg_excel.headless.charts.chart_kinds import c, value
from wg_excel.headless.xmlns import local

if TYPE_CHECKING:
    from lxml.etree import _Element

    from wg_excel.headless.charts.charts import ChartPart

_UNSET = base_classes._UNSET  # noqa: SLF001 - xlwings' own mark of an argument not given
_ORDER = [
    "axId",
    "scaling",
    "delete",
    "axPos",
    "majorGridlines",
    "minorGridlines",
    "title",
    "numFmt",
    "majorTickMark",
    "minorTickMark",
    "tickLblPos",
    "spPr",
    "txPr",
    "crossAx",
    "crosses",
    "crossesAt",
    "crossBetween",
    "auto",
    "lblAlgn",
    "lblOffset",
    "noMultiLvlLbl",
    "baseTimeUnit",
    "majorUnit",
    "majorTimeUnit",
    "minorUnit",
    "minorTimeUnit",
    "tickLblSkip",
    "dispUnits",
    "extLst",
]
_SCALING = ["logBase", "orientation", "max", "min"]
_CROSSES = {"autoZero": "automatic", "min": "minimum", "max": "maximum"}
_STORED_CROSSES = {name: stored for stored, name in _CROSSES.items()}


class ChartAxis(base_classes.ChartAxis):
    """One axis of a chart: of categories (0) or values (1), of the first or second pair."""

    def __init__(self, content: ChartPart, number: int, *, secondary: bool) -> None:
        self.content = content
        self.number = number
        self.secondary = secondary

    @property
    def api(self) -> Any:
        """The axis itself."""
        return self

    @property
    def _axis(self) -> _Element:
        for group in self.content.groups:
            ids = self.content.axis_ids(group)
            if ids and self.content.secondary(group) == self.secondary:
                return next(axis for axis in self.content.axes if value(axis, "axId") == ids[self.number])
        raise XlwingsError(f"The chart has no {'secondary' if self.secondary else 'primary'} axis group.")

    @property
    def _crossed(self) -> _Element:
        """The axis that says where this one is crossed: the other one of the pair."""
        wanted = value(self._axis, "crossAx")
        return next(axis for axis in self.content.axes if value(axis, "axId") == wanted)

    def _child(self, axis: _Element, tag: str) -> _Element:
        found = axis.find(c(tag))
        if found is None:
            found = etree.Element(c(tag))
            before = set(_ORDER[: _ORDER.index(tag)])
            axis.insert(sum(1 for child in axis if local(child) in before), found)
        return found

    @property
    def visible(self) -> bool:
        """Whether the axis is shown."""
        return value(self._axis, "delete", "0") not in {"1", "true"}

    @visible.setter
    def visible(self, value: bool) -> None:
        self.set(visible=value)

    @property
    def title(self) -> str | None:
        """The title; nothing without one or on a hidden axis."""
        return chart_texts.title(self._axis) if self.visible else None

    @title.setter
    def title(self, value: str | None) -> None:
        self.set(title=value)

    def _number(self, element: _Element | None, tag: str, default: float) -> float:
        return float(value(element, tag, str(default)))

    @property
    def minimum_scale(self) -> float:
        """The least value; a plain guess while Excel is to choose it."""
        return self._number(self._axis.find(c("scaling")), "min", 0.0)

    @minimum_scale.setter
    def minimum_scale(self, value: float | None) -> None:
        self.set(minimum_scale=value)

    @property
    def maximum_scale(self) -> float:
        """The greatest value; a plain guess while Excel is to choose it."""
        return self._number(self._axis.find(c("scaling")), "max", 1.0)

    @maximum_scale.setter
    def maximum_scale(self, value: float | None) -> None:
        self.set(maximum_scale=value)

    @property
    def major_unit(self) -> float:
        """The step; a plain guess while Excel is to choose it."""
        return self._number(self._axis, "majorUnit", 1.0)

    @major_unit.setter
    def major_unit(self, value: float | None) -> None:
        self.set(major_unit=value)

    @property
    def number_format(self) -> str:
        """The format of the numbers."""
        found = self._axis.find(c("numFmt"))
        return "General" if found is None else found.get("formatCode") or "General"

    @number_format.setter
    def number_format(self, value: str) -> None:
        self.set(number_format=value)

    @property
    def reverse_order(self) -> bool:
        """Whether the axis runs the other way."""
        return value(self._axis.find(c("scaling")), "orientation") == "maxMin"

    @reverse_order.setter
    def reverse_order(self, value: bool) -> None:
        self.set(reverse_order=value)

    @property
    def crosses(self) -> str:
        """Where the other axis crosses this one."""
        return _CROSSES.get(value(self._crossed, "crosses"), "custom")

    @crosses.setter
    def crosses(self, value: str) -> None:
        self.set(crosses=value)

    def set(
        self,
        *,
        title: Any = _UNSET,
        minimum_scale: Any = _UNSET,
        maximum_scale: Any = _UNSET,
        major_unit: Any = _UNSET,
        number_format: Any = _UNSET,
        visible: Any = _UNSET,
        reverse_order: Any = _UNSET,
        crosses: Any = _UNSET,
    ) -> None:
        """Change what is given."""
        axis = self._axis
        self._show(axis, visible, number_format, title)
        for tag, number in (("min", minimum_scale), ("max", maximum_scale)):
            self._set_scaling(axis, tag, number if number is _UNSET or number is None else number_text(number))
        if reverse_order is not _UNSET:
            self._set_scaling(axis, "orientation", "maxMin" if reverse_order else "minMax")
        if major_unit is not _UNSET:
            self._set_or_drop(axis, "majorUnit", None if major_unit is None else number_text(major_unit))
        if number_format is not _UNSET:
            element = self._child(axis, "numFmt")
            element.set("formatCode", number_format)
            element.set("sourceLinked", "0")
        if crosses is not _UNSET:
            self._set_or_drop(self._crossed, "crossesAt", None)
            self._child(self._crossed, "crosses").set("val", _STORED_CROSSES[crosses])
        if title is not _UNSET:
            chart_texts.set_title(axis, title, _ORDER[: _ORDER.index("title")])

    def _show(self, axis: _Element, visible: Any, number_format: Any, title: Any) -> None:
        if visible is not _UNSET:
            self._child(axis, "delete").set("val", "0" if visible else "1")
        elif self.secondary and self.number == 0 and not self.visible and (number_format, title) != (_UNSET, _UNSET):
            raise XlwingsError("This needs a visible secondary category axis: set visible=True first.")

    def _set_scaling(self, axis: _Element, tag: str, text: Any) -> None:
        if text is _UNSET:
            return
        scaling = self._child(axis, "scaling")
        found = scaling.find(c(tag))
        if text is None:
            if found is not None:
                scaling.remove(found)
            return
        if found is None:
            found = etree.Element(c(tag))
            before = set(_SCALING[: _SCALING.index(tag)])
            scaling.insert(sum(1 for child in scaling if local(child) in before), found)
        found.set("val", text)

    def _set_or_drop(self, axis: _Element, tag: str, text: str | None) -> None:
        found = axis.find(c(tag))
        if text is not None:
            self._child(axis, tag).set("val", text)
        elif found is not None:
            axis.remove(found)
