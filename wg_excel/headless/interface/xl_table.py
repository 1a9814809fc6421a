"""Tables as xlwings asks for them."""

# ruff: noqa: ANN401, ARG002, FBT001 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree
from xlwings import base_classes

from wg_excel.headless.addresses import Box
from wg_excel.headless.calculation.formulas import rename_table
from wg_excel.headless.cells.shifting import delete_cells, insert_cells
from wg_excel.headless.cells.values import Values
from wg_excel.headless.package import references
from wg_excel.headless.table_names import decode_name
from wg_excel.headless.tables import SheetTable, add_table, sheet_tables
from wg_excel.headless.xmlns import drop, m

from .xl_collection import Collection
from .xl_range import Range
from .xl_table_columns import TableColumns
from .xl_table_rows import TableRows

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .xl_filter import AutoFilter

_NAME = re.compile(r"[^\W\d]\w*$|\\")


class Tables(Collection, base_classes.Tables):
    """The tables of a sheet."""

    def members(self) -> list[Table]:
        """Return the tables."""
        return [Table(self.parent, table) for table in sheet_tables(self.parent.sheet)]

    def add(
        self,
        source_type: Any = None,
        source: Any = None,
        link_source: Any = None,
        has_headers: Any = None,
        destination: Any = None,
        table_style_name: Any = None,
        name: str | None = None,
    ) -> Table:
        """Make a table of a range; without headings a row for them is put above it."""
        sheet = self.parent.sheet
        box: Box = source.impl.box
        if box.height == 1 and box.width == 1:
            box = source.impl.current_region.box
        if not has_headers:
            insert_cells(sheet, box._replace(bottom=box.top), "down")
            box = box._replace(bottom=box.bottom + 1)
        bare = box.height == 1
        if bare:
            box = box._replace(bottom=box.bottom + 1)
        name = name or self._free_name()
        table = add_table(sheet, box, name, table_style_name or "TableStyleMedium2", headings=True)
        if bare:
            table.root.set("insertRow", "1")
        return Table(self.parent, table)

    def _free_name(self) -> str:
        taken = {t.name.lower() for s in self.parent.book.sheets for t in Tables(s).members()}
        number = 1
        while f"table{number}" in taken:
            number += 1
        return f"Table{number}"


class Table(base_classes.Table):
    """A table."""

    def __init__(self, parent: Any, table: SheetTable) -> None:
        self._parent = parent
        self.table = table

    @property
    def api(self) -> Any:
        """The table in memory."""
        return self.table

    @property
    def parent(self) -> Any:
        """The sheet."""
        return self._parent

    def _range(self, box: Box | None) -> Range | None:
        return None if box is None else Range(self._parent, box)

    @property
    def name(self) -> str:
        """The table's name."""
        return self.table.name

    @name.setter
    def name(self, value: str) -> None:
        if not _NAME.match(value):
            raise ValueError(f"Invalid table name: {value!r}")
        old, root, book = self.table.name, self.table.root, self.table.sheet.book
        root.set("name", value)
        root.set("displayName", value)
        references.rewrite(book, lambda text, _: rename_table(text, old, value), mention=old)

    @property
    def display_name(self) -> str:
        """The table's name."""
        return self.table.name

    @display_name.setter
    def display_name(self, value: str) -> None:
        self.name = value

    @property
    def range(self) -> Range:
        """The whole table."""
        return Range(self._parent, self.table.box)

    @property
    def data_body_range(self) -> Range | None:
        """The rows between headings and totals."""
        return self._range(self.table.body)

    @property
    def header_row_range(self) -> Range | None:
        """The headings."""
        box = self.table.box
        return self._range(box._replace(bottom=box.top) if self.table.headings else None)

    @property
    def totals_row_range(self) -> Range | None:
        """The row of totals."""
        box = self.table.box
        return self._range(box._replace(top=box.bottom) if self.table.totals else None)

    @property
    def insert_row_range(self) -> Range | None:
        """The blank row of a table without data."""
        return self._range(self.table.insert_row)

    @property
    def autofilter(self) -> AutoFilter:
        """The filter of the table."""
        from .xl_filter import AutoFilter

        return AutoFilter(self._parent, self.table.box, self.table)

    @property
    def columns(self) -> TableColumns:
        """The columns."""
        return TableColumns(self)

    @property
    def rows(self) -> TableRows:
        """The rows."""
        return TableRows(self)

    @property
    def show_autofilter(self) -> bool:
        """Whether the headings have filter buttons."""
        return self.table.root.find(m("autoFilter")) is not None

    @show_autofilter.setter
    def show_autofilter(self, value: bool) -> None:
        found = self.table.root.find(m("autoFilter"))
        if found is not None and not value:
            self.table.root.remove(found)
        if found is None and value:
            self.table.place(etree.Element(m("autoFilter")))
            self.table.fit_filter()

    @property
    def show_headers(self) -> bool:
        """Whether the headings are shown."""
        return self.table.headings

    @show_headers.setter
    def show_headers(self, value: bool) -> None:
        if value == self.table.headings:
            return
        box, root = self.table.box, self.table.root
        if value:
            self._show_headings(box)
            return
        self.show_autofilter = False
        Values(self.table.sheet).clear_contents(box._replace(bottom=box.top))
        root.set("headerRowCount", "0")
        root.set("ref", str(box._replace(top=box.top + 1)))

    def _show_headings(self, box: Box) -> None:
        root, sheet = self.table.root, self.table.sheet
        above = box._replace(top=box.top - 1, bottom=box.top - 1)
        if box.top == 1 or any(value is not None for value in Values(sheet).read(above)[0]):
            insert_cells(sheet, box._replace(bottom=box.top), "down")
            above, box = box._replace(bottom=box.top), self.table.box
        names = [decode_name(column.get("name") or "") for column in self.table.columns]
        drop(root, "headerRowCount")
        root.set("ref", str(box._replace(top=above.top)))
        Values(sheet).write(above, [["'" + name for name in names]])
        self.show_autofilter = True

    @property
    def show_totals(self) -> bool:
        """Whether the table ends with a row of totals."""
        return self.table.totals

    @show_totals.setter
    def show_totals(self, value: bool) -> None:
        if value == self.table.totals:
            return
        box, root = self.table.box, self.table.root
        if value:
            below = box._replace(top=box.bottom + 1, bottom=box.bottom + 1)
            insert_cells(self.table.sheet, below, "down")
            root.set("totalsRowCount", "1")
            root.set("ref", str(box._replace(bottom=box.bottom + 1)))
            self.table.fill_totals()
        else:
            drop(root, "totalsRowCount")
            root.set("totalsRowShown", "0")
            delete_cells(self.table.sheet, box._replace(top=box.bottom), "up")
            root.set("ref", str(box._replace(bottom=box.bottom - 1)))
        self.table.fit_filter()

    @property
    def _style(self) -> _Element:
        found = self.table.root.find(m("tableStyleInfo"))
        if found is None:
            found = etree.Element(m("tableStyleInfo"))
            self.table.place(found)
        return found

    @property
    def table_style(self) -> str | None:
        """The name of the table's style."""
        return self._style.get("name")

    @table_style.setter
    def table_style(self, value: str) -> None:
        self._style.set("name", value)

    def resize(self, range: Any) -> None:  # noqa: A002 - xlwings' name
        """Give the table another range; what ends with it grows with it."""
        self.table.resize(range.impl.box)

    def sort(self, keys: list[int], ascending: list[bool]) -> None:
        """Sort the rows between headings and totals."""
        body = self.data_body_range
        if body is not None:
            body.sort(keys, ascending, False)


def _stripes(attribute: str) -> property:
    def get(table: Table) -> bool:
        return table._style.get(attribute) in {"1", "true"}  # noqa: SLF001 - accessor of this class

    def put(table: Table, value: bool) -> None:
        table._style.set(attribute, "1" if value else "0")  # noqa: SLF001

    return property(get, put)


for _name, _attribute in {
    "show_table_style_column_stripes": "showColumnStripes",
    "show_table_style_first_column": "showFirstColumn",
    "show_table_style_last_column": "showLastColumn",
    "show_table_style_row_stripes": "showRowStripes",
}.items():
    setattr(Table, _name, _stripes(_attribute))


def part_of_table(table: Table, text: str) -> Box:
    """Return the part of a table that `Name`, `Name[Column]` or `Name[#All]` means."""
    inner = text.partition("[")[2].rstrip("]").lstrip("[")
    if inner == "#All":
        return table.table.box
    body = table.table.body or table.table.box
    for column in table.columns:
        if column.name.lower() == inner.lower():
            left = body.left + column.index - 1
            return body._replace(left=left, right=left)
    return body
