"""The rows of a table as xlwings asks for them."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import Any

from xlwings import base_classes

from wg_excel.headless.addresses import Box
from wg_excel.headless.cells.shifting import delete_cells, insert_cells
from wg_excel.headless.cells.values import Values
from wg_excel.headless.tables import SheetTable

from .xl_collection import Collection
from .xl_range import Range


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
