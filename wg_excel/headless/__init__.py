"""An xlwings engine for .xlsx, .xlsm and .xltx workbooks that needs no spreadsheet program.

`from wg_excel.headless import engine` registers it; `open_book` opens a file with it.
Whatever the engine does not understand stays in the file byte for byte.
"""

from __future__ import annotations

from pathlib import Path

import xlwings as xw

from .errors import UnsupportedMember, WorkbookRefused
from .interface.xl_app import Engine


def _registered() -> xw.main.Engine:
    """Register the engine with xlwings, once a process.

    Where there is no Excel it also becomes the active engine: xlwings asks that one in `Sheet.activate`.
    """
    if Engine.name not in xw.engines.engines_by_name:
        xw.engines.add(xw.main.Engine(impl=Engine()))
        if xw.engines.active is None:
            xw.engines.engines_by_name[Engine.name].activate()
    registered: xw.main.Engine = xw.engines.engines_by_name[Engine.name]
    return registered


engine = _registered()


def open_book(path: str | Path) -> xw.Book:
    """Open a workbook in an application of its own; raises a `WorkbookRefused` with what to do."""
    return engine.apps.add(add_book=False).books.open(path)


def questions(book: xw.Book) -> tuple[str, ...]:
    """Return what the user would have been asked or told in Excel by `App.alert`, in order."""
    return tuple(book.app.impl.alerts)


def save_copy(book: xw.Book, path: str | Path) -> None:
    """Write the current content to another file, where nobody looks yet; the book stays the file that it was."""
    target = Path(path)
    target.write_bytes(book.impl.to_bytes(target.suffix))


__all__ = ["UnsupportedMember", "WorkbookRefused", "engine", "open_book", "questions", "save_copy"]
