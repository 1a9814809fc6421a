"""Workbooks on the disk for the tests of care, built once a process."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import xlwings as xw

from tests.care.tables import contents
from wg_excel.book.opened import changing
from wg_excel.builder.build import workbook_bytes
from wg_excel.care.stored import append


@cache
def empty() -> bytes:
    return workbook_bytes(school="МБОУ СОШ № 7")


def workbook(path: Path, text: str = "", change: Callable[[xw.Book], object] | None = None) -> Path:
    """Write a new master workbook, add the rows that the notation tells, and change it further."""
    path.write_bytes(empty())
    if text or change:
        with changing(path) as book:
            for table in contents(text).tables:
                append(book, table.name, [table.cells(row) for row in table.rows])
            if change:
                change(book)
        for backup in (path.parent / "Резервные копии").iterdir():
            backup.unlink()
    return path
