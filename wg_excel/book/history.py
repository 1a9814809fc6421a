"""Append what a button did to «История»."""

import datetime as dt
import getpass

import xlwings as xw

from wg_excel.book.tables import append_rows
from wg_excel.domain.history import HistoryEntry


def remember(book: xw.Book, action: str, details: str, today: dt.date) -> None:
    """Add one line: the moment (the clock's time on the day judged by), who, what was done and with what result."""
    append_rows(book, HistoryEntry, [[moment(today), who(), action, details]])


def moment(today: dt.date) -> dt.datetime:
    """Return the clock's time on the day judged by."""
    clock = dt.datetime.now().astimezone().time().replace(microsecond=0, tzinfo=None)
    return dt.datetime.combine(today, clock)


def who() -> str:
    """Return the name under which the user is known to the computer."""
    try:
        return getpass.getuser()
    except (OSError, ImportError, KeyError):  # no such account, as in some containers
        return "неизвестно"
