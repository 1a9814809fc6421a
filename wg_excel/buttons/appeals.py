"""Buttons of «Обращения» (B 6.4)."""

import datetime as dt
from typing import TYPE_CHECKING

import xlwings as xw

from wg_excel.book.history import remember

if TYPE_CHECKING:
    from wg_excel.domain.new_appeals import Draft
    from wg_excel.recording import Recorded


def add_appeal(book: xw.Book, draft: "Draft | None" = None, *, today: dt.date | None = None) -> "Recorded":
    """Add an appeal with the next number of the year; without a draft a row for the user to fill in (B 6.4)."""
    from wg_excel.domain.new_appeals import Draft
    from wg_excel.recording import record_appeal

    done = record_appeal(book, draft or Draft(), today)
    remember(book, "Новое обращение", str(done), done.day)
    return done
