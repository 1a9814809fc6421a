"""Append what a button did to «История»."""

import datetime as dt
from collections.abc import Sequence

import xlwings as xw

from wg_excel.book.tables import append_rows
from wg_excel.domain.history import HistoryEntry
from wg_excel.user import who

LONGEST = 3_000  # characters of a result: who loads an archive of a thousand files has each of them in «Импорт»


def remember(book: xw.Book, action: str, details: str, today: dt.date) -> None:
    """Add one line: the moment (the clock's time on the day judged by), who, what was done and with what result."""
    told = details if len(details) <= LONGEST else f"{details[:LONGEST].rsplit(maxsplit=1)[0]} …"
    append_rows(book, HistoryEntry, [[moment(today), who(), action, told, None, None, None]])


def remember_cells(book: xw.Book, action: str, cells: Sequence[tuple[str, str, str, str]], today: dt.date) -> None:
    """Add a line for each changed cell: what it is, its address with the sheet, what was there and what is now."""
    when, user = moment(today), who()
    append_rows(book, HistoryEntry, [[when, user, action, *cell] for cell in cells])


def moment(today: dt.date) -> dt.datetime:
    """Return the clock's time on the day judged by."""
    clock = dt.datetime.now().astimezone().time().replace(microsecond=0, tzinfo=None)
    return dt.datetime.combine(today, clock)
