"""As much of Excel's object model as the buttons use, over a workbook that is open headless."""

# ruff: noqa: N802, N803 - the members are Excel's

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import xlwings as xw

from tests.com.pywin32 import WINDOW, ComTime, windows_engine
from tests.com.recorder import Calls, Com, Remote
from wg_excel.headless.cells.raw_values import CellError

TO_THE_RIGHT, TO_THE_LEFT = -4161, -4159


@contextmanager
def in_excel(book: xw.Book, calls: Calls) -> Iterator[xw.Book]:
    """Give the book as xlwings' Windows engine sees it in Excel, which is then the active engine; calls are counted."""
    engine, active = windows_engine(), xw.engines.active
    remote = engine.COMRetryObjectWrapper(Remote(Workbook(book), calls))
    xw.engines[engine.engine.name].activate()
    try:
        yield xw.Book(impl=engine.Book(xl=remote))
    finally:
        if active:
            active.activate()


class Application(Com):
    def __init__(self, book: xw.Book) -> None:
        self._book = book

    @property
    def Hwnd(self) -> int:
        return WINDOW

    @property
    def Selection(self) -> "Range":
        selection = self._book.selection
        assert selection is not None
        return Range(selection)

    @property
    def ScreenUpdating(self) -> bool:
        return bool(self._book.app.screen_updating)

    @ScreenUpdating.setter
    def ScreenUpdating(self, value: bool) -> None:
        self._book.app.screen_updating = value

    @property
    def Calculation(self) -> int:
        return -4105

    @Calculation.setter
    def Calculation(self, value: int) -> None:
        pass

    @property
    def StatusBar(self) -> Any:
        return self._book.app.status_bar

    @StatusBar.setter
    def StatusBar(self, value: Any) -> None:
        self._book.app.status_bar = value

    @property
    def DisplayAlerts(self) -> bool:
        return True

    @DisplayAlerts.setter
    def DisplayAlerts(self, value: bool) -> None:
        pass


class Workbook(Com):
    def __init__(self, book: xw.Book) -> None:
        self._book = book

    @property
    def Name(self) -> str:
        return str(self._book.name)

    @property
    def FullName(self) -> str:
        return str(self._book.fullname)

    @property
    def Application(self) -> Application:
        return Application(self._book)

    @property
    def Worksheets(self) -> "Worksheets":
        return Worksheets(self._book)

    @property
    def ActiveSheet(self) -> "Worksheet":
        return Worksheet(self._book.sheets.active)

    def Activate(self) -> None:
        self._book.impl.activate()

    def ExportAsFixedFormat(self, Filename: str, **_: Any) -> None:
        """Write what Excel would print: the names of the sheets that are seen, and their areas."""
        seen = (sheet for sheet in self._book.sheets if sheet.visible)
        lines = [f"{sheet.name} {sheet.page_setup.print_area}" for sheet in seen]
        Path(Filename).write_text("\n".join(["%PDF", *lines]), encoding="utf-8")

    @property
    def Names(self) -> "Names":
        return Names(self._book)


class Names(Com):
    def __init__(self, book: xw.Book) -> None:
        self._names = book.names

    def __call__(self, key: str | int) -> "Name":
        return Name(self._names(key))

    def Add(self, name: str, refers_to: str) -> "Name":
        return Name(self._names.add(name, refers_to))


class Name(Com):
    def __init__(self, name: xw.main.Name) -> None:
        self._name = name

    @property
    def RefersTo(self) -> str:
        return str(self._name.refers_to)


class Worksheets(Com):
    def __init__(self, book: xw.Book) -> None:
        self._book = book

    def __call__(self, key: str | int) -> "Worksheet":
        return Worksheet(self._book.sheets(key))

    def __iter__(self) -> Iterator["Worksheet"]:
        return map(Worksheet, self._book.sheets)

    @property
    def Count(self) -> int:
        return len(self._book.sheets)

    @property
    def Parent(self) -> Workbook:
        return Workbook(self._book)


class Worksheet(Com):
    def __init__(self, sheet: xw.Sheet) -> None:
        self.sheet = sheet

    @property
    def Name(self) -> str:
        return str(self.sheet.name)

    @Name.setter
    def Name(self, value: str) -> None:
        self.sheet.name = value

    @property
    def Index(self) -> int:
        return int(self.sheet.index)

    @property
    def Parent(self) -> Workbook:
        return Workbook(self.sheet.book)

    @property
    def Visible(self) -> Any:
        return self.sheet.visible

    @Visible.setter
    def Visible(self, value: Any) -> None:
        self.sheet.visible = value

    @property
    def Cells(self) -> "Range":
        return Range(self.sheet.cells)

    @property
    def UsedRange(self) -> "Range":
        return Range(self.sheet.used_range)

    @property
    def ListObjects(self) -> "ListObjects":
        return ListObjects(self.sheet)

    @property
    def PageSetup(self) -> "PageSetup":
        return PageSetup(self.sheet)

    def Range(self, first: Any, last: Any = None) -> "Block":
        first, last = (each.cells if isinstance(each, Range) else each for each in (first, last))
        return Range(self.sheet.range(first) if last is None else self.sheet.range(first, last))

    def Copy(self, Before: "Worksheet | None" = None, After: "Worksheet | None" = None) -> None:
        self.sheet.copy(before=Before.sheet if Before else None, after=After.sheet if After else None)

    def Delete(self) -> None:
        self.sheet.delete()

    def Activate(self) -> None:
        self.sheet.impl.activate()


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


class PageSetup(Com):
    def __init__(self, sheet: xw.Sheet) -> None:
        self._setup = sheet.page_setup

    @property
    def PrintArea(self) -> str:
        return self._setup.print_area or ""

    @PrintArea.setter
    def PrintArea(self, value: str) -> None:
        self._setup.print_area = value


class Range(Com):
    def __init__(self, cells: xw.Range) -> None:
        self.cells = cells

    def __call__(self, *place: int) -> "Range":
        return Range(self.cells(*place))

    @property
    def Value(self) -> Any:
        value = self.cells.raw_value
        if isinstance(value, list | tuple):
            return tuple(tuple(map(_sent, row)) for row in value)
        return _sent(value)

    @Value.setter
    def Value(self, value: Any) -> None:
        block = isinstance(value, list | tuple)
        self.cells.raw_value = [list(map(_received, row)) for row in value] if block else _received(value)

    @property
    def Formula(self) -> Any:
        return self.cells.formula

    @Formula.setter
    def Formula(self, value: Any) -> None:
        self.cells.formula = value

    @property
    def Worksheet(self) -> Worksheet:
        return Worksheet(self.cells.sheet)

    @property
    def Row(self) -> int:
        return int(self.cells.row)

    @property
    def Column(self) -> int:
        return int(self.cells.column)

    @property
    def Rows(self) -> "Lines":
        return Lines(self.cells, 0)

    @property
    def Columns(self) -> "Lines":
        return Lines(self.cells, 1)

    @property
    def EntireRow(self) -> "EntireRow":
        return EntireRow(self.cells)

    @property
    def EntireColumn(self) -> "EntireColumn":
        return EntireColumn(self.cells)

    @property
    def Count(self) -> int:
        return len(self.cells)

    @property
    def Address(self) -> str:
        return str(self.cells.address)

    @property
    def NumberFormat(self) -> str:
        return str(self.cells.number_format)

    @NumberFormat.setter
    def NumberFormat(self, value: str) -> None:
        self.cells.number_format = value

    @property
    def ColumnWidth(self) -> float:
        return float(self.cells.column_width or 0)

    @property
    def RowHeight(self) -> float:
        return float(self.cells.row_height or 0)

    @RowHeight.setter
    def RowHeight(self, value: float) -> None:
        self.cells.row_height = value

    @property
    def Hyperlinks(self) -> "Hyperlinks":
        return Hyperlinks()

    @property
    def MergeCells(self) -> bool | None:
        found = self.cells.merge_cells
        return found if found is None else bool(found)

    def ClearContents(self) -> None:
        self.cells.clear_contents()

    def Clear(self) -> None:
        self.cells.clear()

    def Copy(self, Destination: "Block") -> None:
        self.cells.copy(Destination.cells)

    def Insert(self, Shift: int | None, CopyOrigin: int) -> None:  # noqa: ARG002 - formats are not compared
        self.cells.insert("right" if Shift == TO_THE_RIGHT else "down")

    def Delete(self, Shift: int | None) -> None:
        self.cells.delete("left" if Shift == TO_THE_LEFT else "up")

    def Select(self) -> None:
        self.cells.select()


Block = Range  # where a member has the name of the class


class Lines(Range):
    """The rows or the columns of a range: the same cells, counted along one axis."""

    def __init__(self, cells: xw.Range, axis: int) -> None:
        super().__init__(cells)
        self._axis = axis

    @property
    def Count(self) -> int:
        return int(self.cells.shape[self._axis])

    def AutoFit(self) -> None:
        (self.cells.columns if self._axis else self.cells.rows).autofit()


class EntireRow(Com):
    def __init__(self, cells: xw.Range) -> None:
        self._cells = cells

    @property
    def Hidden(self) -> Any:
        return self._cells.rows.hidden

    @Hidden.setter
    def Hidden(self, value: bool) -> None:
        self._cells.rows.hidden = value


class EntireColumn(Com):
    def __init__(self, cells: xw.Range) -> None:
        self._cells = cells

    def _hide(self, value: bool) -> None:  # noqa: FBT001 - as Excel's property takes it
        self._cells.columns.hidden = value

    Hidden = property(fset=_hide)


class Hyperlinks(Com):
    def Add(self, Anchor: Range, Address: str) -> "Hyperlink":
        return Hyperlink(Anchor.cells, Address)


class Hyperlink(Com):
    def __init__(self, cells: xw.Range, address: str) -> None:
        self._cells, self._address = cells, address
        self._text = address

    @property
    def TextToDisplay(self) -> str:
        return self._text

    @TextToDisplay.setter
    def TextToDisplay(self, value: str) -> None:
        self._text = value

    @property
    def ScreenTip(self) -> str:
        return ""

    @ScreenTip.setter
    def ScreenTip(self, value: str) -> None:
        self._cells.add_hyperlink(self._address, self._text, value)


def _errors() -> dict[str, int]:
    return {text: code for code, text in windows_engine().cell_errors.items()}


def _sent(value: Any) -> Any:
    """Turn a value into what pywin32 hands out: dates with a zone, errors as numbers."""
    if isinstance(value, dt.datetime):
        return ComTime.combine(value.date(), value.time(), dt.UTC)
    return _errors().get(value, value) if isinstance(value, CellError) else value


def _received(value: Any) -> Any:
    """Turn what xlwings sends into a plain value: it marks dates with a zone, and empty cells with an empty text."""
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=None)
    return None if value == "" else value
