"""Buttons that keep the workbook safe."""

from pathlib import Path

import xlwings as xw

from wg_excel.book import backups
from wg_excel.book.failures import NeverSaved


def back_up(book: xw.Book) -> Path:
    """Copy the saved workbook into the folder of backups beside it."""
    path = Path(book.fullname)
    if not path.is_file():
        raise NeverSaved(book.name)
    return backups.make(path)
