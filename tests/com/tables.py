"""Tables of Excel's object model, and their sorting."""

# ruff: noqa: N802, N803 - the members are Excel's

import xlwings as xw

from tests.com.cells import Block, Range
from tests.com.recorder import Com


class ListObjects(Com):
    def __init__(self, sheet: xw.Sheet) -> None:
        self._tables = sheet.tables

    def Item(self, key: str | int) -> "ListObject":
        return ListObject(self._tables(key))

    @property
    def Count(self) -> int:
        return len(self._tables)


class SortFields(Com):
    def __init__(self) -> None:
        self.keys: list[int] = []

    def Clear(self) -> None:
        self.keys = []

    def Add(self, Key: "Block", SortOn: int, Order: int) -> None:  # noqa: ARG002 - always by values, ascending
        self.keys.append(Key.cells.column)


def _written(name: str) -> property:
    """Return a property that is only written: a sort here is always that of a table's rows below its headings."""

    def put(_: Com, value: object) -> None:
        assert value is not None, name

    return property(fset=put)


class Sort(Com):
    Header, MatchCase, Orientation = _written("Header"), _written("MatchCase"), _written("Orientation")

    def __init__(self, table: xw.main.Table) -> None:
        self._table, self._fields = table, SortFields()

    @property
    def SortFields(self) -> SortFields:
        return self._fields

    def Apply(self) -> None:
        self._table.sort([key - self._table.range.column + 1 for key in self._fields.keys])


class ListObject(Com):
    def __init__(self, table: xw.main.Table) -> None:
        self._table = table
        self._sort = Sort(table)

    @property
    def ShowHeaders(self) -> bool:
        return True

    @property
    def Sort(self) -> Sort:
        return self._sort

    def ListColumns(self, key: int) -> "Column":
        return Column(self._table, key)

    @property
    def Name(self) -> str:
        return str(self._table.name)

    @property
    def Range(self) -> "Block":
        return Range(self._table.range)

    def Resize(self, cells: "Block") -> None:
        self._table.resize(cells.cells)


class Column(Com):
    def __init__(self, table: xw.main.Table, key: int) -> None:
        self._table, self._key = table, key

    @property
    def Range(self) -> "Block":
        return Range(self._table.range.columns[self._key - 1])
