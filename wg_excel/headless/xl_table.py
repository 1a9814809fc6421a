"""Tables as xlwings asks for them."""

# ruff: noqa: ANN401, ARG002, FBT001 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree
from xlwings import base_classes

from . import references
from .addresses import Box
from .formulas import rename_table
from .shifting import delete_cells, insert_cells
from .tables import SheetTable, add_table, decode_name, encode_name, sheet_tables
from .values import Values
from .xl_collection import Collection
from .xl_range import Range
from .xmlns import drop, m

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


class TableRows(Collection, base_classes.TableRows):
    """The rows of a table's body."""

    def members(self) -> list[TableRow]:
        """Return the rows."""
        body = self.parent.table.body
        return [TableRow(self, number) for number in range(1, (body.height if body else 0) + 1)]

    async def get_count(self) -> int:
        """Return the number of rows."""
        return len(self)

    @property
    def column_count(self) -> int:
        """The number of values in a row."""
        return len(self.parent.table.columns)

    def add(self, values: list[Any] | None, index: int | None) -> TableRow:
        """Insert a row at a position, or append one."""
        table: SheetTable = self.parent.table
        if table.insert_row is not None:
            Values(table.sheet).write(table.insert_row, [values or []])
            table.root.attrib.pop("insertRow")
            return TableRow(self, 1)
        body = table.body
        count = body.height if body else 0
        box = table.box
        position = count + 1 if index is None else index
        first = box.top + table.headings + position - 1
        line = Box(first, box.left, first, box.right)
        if position <= count or table.totals:
            insert_cells(table.sheet, line, "down")
        if table.box.bottom == box.bottom:
            table.resize(box._replace(bottom=box.bottom + 1))
        if values is not None:
            Values(table.sheet).write(line, [values])
        return TableRow(self, position)


class TableRow(base_classes.TableRow):
    """A row of a table's body."""

    def __init__(self, rows: TableRows, index: int) -> None:
        self.rows = rows
        self._index = index

    @property
    def api(self) -> Any:
        """The row itself."""
        return self

    @property
    def index(self) -> int:
        """The position within the body, from 1."""
        return self._index

    @property
    def range(self) -> Range:
        """The cells of the row."""
        table = self.rows.parent
        body = table.table.body
        if body is None or self._index > body.height:
            raise KeyError(self._index)
        top = body.top + self._index - 1
        return Range(table.parent, body._replace(top=top, bottom=top))

    async def get_range(self) -> Range:
        """Return the cells of the row."""
        return self.range

    def delete(self) -> None:
        """Delete the row."""
        delete_cells(self.rows.parent.table.sheet, self.range.box, "up")


class TableColumns(Collection, base_classes.TableColumns):
    """The columns of a table."""

    def members(self) -> list[TableColumn]:
        """Return the columns."""
        return [TableColumn(self, number) for number in range(1, len(self.parent.table.columns) + 1)]

    async def get_count(self) -> int:
        """Return the number of columns."""
        return len(self)

    def add(self, name: str, index: int | None) -> TableColumn:
        """Insert a column at a position, or append one."""
        table: SheetTable = self.parent.table
        box = table.box
        position = len(self) + 1 if index is None else index
        left = box.left + position - 1
        line = Box(box.top, left, box.bottom, left)
        if position <= len(self):
            insert_cells(table.sheet, line, "right")
        else:
            insert_cells(table.sheet, line, "right")
            table.root.set("ref", str(box._replace(right=box.right + 1)))
            table.fit_columns()
            table.fit_filter()
        column = TableColumn(self, position)
        column.rename(name)
        return column


class TableColumn(base_classes.TableColumn):
    """A column of a table."""

    def __init__(self, columns: TableColumns, index: int) -> None:
        self.parent = columns
        self._index = index

    @property
    def api(self) -> Any:
        """The column itself."""
        return self

    @property
    def _element(self) -> _Element:
        columns: list[_Element] = self.parent.parent.table.columns
        if self._index > len(columns):
            raise KeyError(self._index)
        return columns[self._index - 1]

    @property
    def name(self) -> str:
        """The heading."""
        return decode_name(self._element.get("name") or "")

    def rename(self, name: str) -> None:
        """Change the heading in the table and in its cell."""
        table: SheetTable = self.parent.parent.table
        self._element.set("name", encode_name(name))
        if table.headings:
            left = table.box.left + self._index - 1
            Values(table.sheet).write(Box(table.box.top, left, table.box.top, left), [["'" + name]])

    @property
    def index(self) -> int:
        """The position, from 1."""
        return self._index

    def _line(self, box: Box) -> Box:
        return box._replace(left=box.left + self._index - 1, right=box.left + self._index - 1)

    @property
    def range(self) -> Range:
        """The column with its heading and total."""
        table = self.parent.parent
        return Range(table.parent, self._line(table.table.box))

    @property
    def data_body_range(self) -> Range | None:
        """The cells between heading and total."""
        table = self.parent.parent
        body = table.table.body
        return None if body is None else Range(table.parent, self._line(body))

    async def get_range(self) -> Range:
        """Return the column with its heading and total."""
        return self.range

    async def get_data_body_range(self) -> Range | None:
        """Return the cells between heading and total."""
        return self.data_body_range

    def delete(self) -> None:
        """Delete the column."""
        if len(self.parent) == 1:
            raise ValueError("Cannot delete the last table column")
        delete_cells(self.parent.parent.table.sheet, self.range.box, "left")
