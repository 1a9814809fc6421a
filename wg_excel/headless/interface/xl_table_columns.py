"""The columns of a table as xlwings asks for them."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from wg_excel.headless.addresses import Box
from wg_excel.headless.cells.shifting import delete_cells, insert_cells
from wg_excel.headless.cells.values import Values
from wg_excel.headless.table_names import decode_name, encode_name
from wg_excel.headless.tables import SheetTable

from .xl_collection import Collection
from .xl_range import Range

if TYPE_CHECKING:
    from lxml.etree import _Element


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
