"""Buttons that keep the workbook safe."""

import datetime as dt
from pathlib import Path

import xlwings as xw

from wg_excel.book import backups
from wg_excel.book.failures import NeverSaved
from wg_excel.book.master import read_group
from wg_excel.domain.history import HistoryEntry, Recent, last_month


def back_up(book: xw.Book) -> Path:
    """Copy the saved workbook into the folder of backups beside it."""
    path = Path(book.fullname)
    if not path.is_file():
        raise NeverSaved(book.name)
    return backups.make(path)


def show_history(book: xw.Book, *, today: dt.date | None = None) -> Recent:
    """Show what was done in the last month: open «История» and count its lines; nothing is changed."""
    group = read_group(book, (HistoryEntry,))
    recent = last_month(group[HistoryEntry], group.today(today))
    if recent.entries:
        book.sheets[HistoryEntry.table.sheet].activate()
    return recent
