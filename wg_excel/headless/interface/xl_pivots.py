"""Pivot tables that a workbook holds: read, renamed, marked for refreshing; making them needs Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from wg_excel.headless.addresses import Box, parse_box
from wg_excel.headless.errors import UnsupportedMember
from wg_excel.headless.xmlns import R_ID, m, whole

from .xl_collection import Collection
from .xl_pivot_fields import INSTEAD, PivotFields, PivotValueFields
from .xl_range import Range

# ruff: noqa: ANN401, ARG002 - the signatures are xlwings', its arguments untyped

if TYPE_CHECKING:
    from lxml.etree import _Element

    from wg_excel.headless.package.package import Package
    from wg_excel.headless.package.part import Part


class PivotTables(Collection, base_classes.PivotTables):
    """The pivot tables of a sheet."""

    def members(self) -> list[PivotTable]:
        """Return the pivot tables."""
        sheet = self.parent.sheet
        return [PivotTable(self.parent, part) for part in sheet.book.package.related(sheet.part.name, "pivotTable")]

    def add(self, source: Any, destination: Any, name: str | None = None) -> PivotTable:
        """Refuse: a pivot table is computed by Excel."""
        raise UnsupportedMember("PivotTables.add", "постройте сводную таблицу в Excel")


class PivotTable(base_classes.PivotTable):
    """A pivot table as it was last computed."""

    def __init__(self, parent: Any, part: Part) -> None:
        self._parent = parent
        self.part = part

    @property
    def api(self) -> Any:
        """The part in memory."""
        return self.part

    @property
    def parent(self) -> Any:
        """The sheet."""
        return self._parent

    @property
    def root(self) -> _Element:
        """The definition's element."""
        return self.part.xml

    @property
    def name(self) -> str:
        """The name."""
        return self.root.get("name") or ""

    @name.setter
    def name(self, value: str) -> None:
        self.root.set("name", value)

    @property
    def _cache(self) -> Part:
        return self._parent.sheet.book.package.related(self.part.name, "pivotCacheDefinition")[0]  # type: ignore[no-any-return]

    @property
    def field_names(self) -> list[str]:
        """The headings of the source."""
        return [field.get("name") or "" for field in self._cache.xml.iter(m("cacheField"))]

    @property
    def rows(self) -> PivotFields:
        """The fields down the side."""
        return PivotFields(self, "rows")

    @property
    def columns(self) -> PivotFields:
        """The fields across the top."""
        return PivotFields(self, "columns")

    @property
    def filters(self) -> PivotFields:
        """The fields above the table."""
        return PivotFields(self, "filters")

    @property
    def values(self) -> PivotValueFields:
        """The fields that are summed up."""
        return PivotValueFields(self)

    @property
    def layout(self) -> str | None:
        """How row fields are laid out; nothing when they differ."""
        axis = [f for f in self.root.iter(m("pivotField")) if f.get("axis") == "axisRow"]
        found = {_layout(field) for field in axis}
        return found.pop() if len(found) == 1 else None if found else "compact"

    @layout.setter
    def layout(self, value: str) -> None:
        raise UnsupportedMember("PivotTable.layout", INSTEAD)

    @property
    def show_row_grand_totals(self) -> bool:
        """Whether there is a column of totals."""
        return self.root.get("rowGrandTotals") not in {"0", "false"}

    @show_row_grand_totals.setter
    def show_row_grand_totals(self, value: bool) -> None:
        raise UnsupportedMember("PivotTable.show_row_grand_totals", INSTEAD)

    @property
    def show_column_grand_totals(self) -> bool:
        """Whether there is a row of totals."""
        return self.root.get("colGrandTotals") not in {"0", "false"}

    @show_column_grand_totals.setter
    def show_column_grand_totals(self, value: bool) -> None:
        raise UnsupportedMember("PivotTable.show_column_grand_totals", INSTEAD)

    @property
    def _location(self) -> tuple[Box, int, int]:
        found = self.root.find(m("location"))
        assert found is not None
        box = parse_box(found.get("ref") or "A1")
        return box, whole(found, "firstDataRow", 1), whole(found, "firstDataCol", 1)

    @property
    def range(self) -> Range:
        """The whole table without its filters."""
        return Range(self._parent, self._location[0])

    @property
    def data_body_range(self) -> Range | None:
        """The computed values."""
        if not len(self.values):
            return None
        box, rows, columns = self._location
        return Range(self._parent, box._replace(top=box.top + rows, left=box.left + columns))

    async def get_range(self) -> Range:
        """Return the whole table."""
        return self.range

    async def get_data_body_range(self) -> Range | None:
        """Return the computed values."""
        return self.data_body_range

    def refresh(self) -> None:
        """Have Excel compute the table anew when it opens the workbook."""
        self._cache.xml.set("refreshOnLoad", "1")

    def delete(self) -> None:
        """Remove the table with its cells, and its cache when no other table uses it."""
        sheet = self._parent.sheet
        book, package, cache = sheet.book, sheet.book.package, self._cache
        self.range.clear()
        reachable = package.reachable()
        _unrelate(package, sheet.part.name, self.part)
        others = [part for s in book.sheets for part in package.related(s.part.name, "pivotTable")]
        if not any(cache in package.related(part.name, "pivotCacheDefinition") for part in others):
            relation = _unrelate(package, book.part.name, cache)
            for entry in list(book.part.xml.iter(m("pivotCache"))):
                holder = entry.getparent()
                if entry.get(R_ID) == relation and holder is not None:
                    holder.remove(entry)
                    if not len(holder):
                        book.part.xml.remove(holder)
        package.sweep(reachable)


def _unrelate(package: Package, name: str, target: Part) -> str | None:
    """Remove the relation from a part to another and return its id."""
    for relation in list(package.relations(name)):
        if package.target(name, relation) is target:
            package.unrelate(name, relation.id)
            return relation.id
    return None


def _layout(field: _Element) -> str:
    if field.get("outline") in {"0", "false"}:
        return "tabular"
    return "outline" if field.get("compact") in {"0", "false"} else "compact"
