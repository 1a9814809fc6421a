"""The fields of a pivot table, to be read; changing them needs Excel."""

# ruff: noqa: ANN401, ARG002 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from wg_excel.headless.errors import UnsupportedMember
from wg_excel.headless.xmlns import m, whole

from .xl_collection import Collection

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .xl_pivots import PivotTable

INSTEAD = "измените сводную таблицу в Excel"
# The pseudo field that stands for several value fields (ECMA-376 part 1, 18.10.1.29).
_VALUES_FIELD = "-2"
_AREAS = {"rows": "rowFields", "columns": "colFields", "filters": "pageFields"}
_FUNCTIONS = {
    "countNums": "count_numbers", "stdDev": "stdev", "stdDevp": "stdevp",
    **{name: name for name in ("sum", "count", "average", "max", "min", "product", "var", "varp")},
}  # fmt: skip


class PivotFields(Collection, base_classes.PivotFields):
    """The fields of one area."""

    def __init__(self, parent: PivotTable, area: str) -> None:
        super().__init__(parent)
        self._area = area

    @property
    def area(self) -> str:
        """`rows`, `columns` or `filters`."""
        return self._area

    def members(self) -> list[PivotField]:
        """Return the fields."""
        holder = self.parent.root.find(m(_AREAS[self._area]))
        attribute = "fld" if self._area == "filters" else "x"
        numbers = [field.get(attribute) or "0" for field in (holder if holder is not None else ())]
        names = self.parent.field_names
        return [PivotField(self.parent, names[int(n)]) for n in numbers if n != _VALUES_FIELD]

    def add(self, name: str) -> PivotField:
        """Refuse: the table would have to be computed anew."""
        raise UnsupportedMember("PivotFields.add", INSTEAD)


class PivotField(base_classes.PivotField):
    """A field of an area."""

    def __init__(self, parent: PivotTable, name: str) -> None:
        self._parent = parent
        self._name = name

    @property
    def api(self) -> Any:
        """The field itself."""
        return self

    @property
    def parent(self) -> PivotTable:
        """The pivot table."""
        return self._parent

    @property
    def name(self) -> str:
        """The heading in the source."""
        return self._name

    def remove(self) -> None:
        """Refuse: the table would have to be computed anew."""
        raise UnsupportedMember("PivotField.remove", INSTEAD)


class PivotValueFields(Collection, base_classes.PivotValueFields):
    """The fields that are summed up."""

    def members(self) -> list[PivotValueField]:
        """Return the fields."""
        holder = self.parent.root.find(m("dataFields"))
        return [PivotValueField(self.parent, element) for element in (holder if holder is not None else ())]

    def add(self, field: str, function: Any = None, name: Any = None, number_format: Any = None) -> PivotValueField:
        """Refuse: the table would have to be computed anew."""
        raise UnsupportedMember("PivotValueFields.add", INSTEAD)


class PivotValueField(base_classes.PivotValueField):
    """A field that is summed up."""

    def __init__(self, parent: PivotTable, element: _Element) -> None:
        self._parent = parent
        self.element = element

    @property
    def api(self) -> Any:
        """The field's element."""
        return self.element

    @property
    def parent(self) -> PivotTable:
        """The pivot table."""
        return self._parent

    @property
    def name(self) -> str:
        """The heading."""
        return self.element.get("name") or ""

    @name.setter
    def name(self, value: str) -> None:
        raise UnsupportedMember("PivotValueField.name", INSTEAD)

    @property
    def source_field(self) -> str:
        """The heading in the source."""
        return self._parent.field_names[whole(self.element, "fld")]

    @property
    def function(self) -> str | None:
        """How it is summed up."""
        return _FUNCTIONS.get(self.element.get("subtotal") or "sum")

    @function.setter
    def function(self, value: str) -> None:
        raise UnsupportedMember("PivotValueField.function", INSTEAD)

    @property
    def number_format(self) -> str:
        """The format of the numbers."""
        styles = self._parent.parent.sheet.book.styles
        return str(styles.format_code(whole(self.element, "numFmtId")))

    @number_format.setter
    def number_format(self, value: str) -> None:
        raise UnsupportedMember("PivotValueField.number_format", INSTEAD)

    def remove(self) -> None:
        """Refuse: the table would have to be computed anew."""
        raise UnsupportedMember("PivotValueField.remove", INSTEAD)
