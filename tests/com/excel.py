"""As much of Excel's object model as the buttons use, over a workbook that is open headless."""

# ruff: noqa: N802, N803 - the members are Excel's

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import xlwings as xw

from tests.com.cells import Block, Range
from tests.com.pywin32 import WINDOW, windows_engine
from tests.com.recorder import Calls, Com, Remote
from tests.com.tables import ListObjects


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


class PageSetup(Com):
    def __init__(self, sheet: xw.Sheet) -> None:
        self._setup = sheet.page_setup

    @property
    def PrintArea(self) -> str:
        return self._setup.print_area or ""

    @PrintArea.setter
    def PrintArea(self, value: str) -> None:
        self._setup.print_area = value
