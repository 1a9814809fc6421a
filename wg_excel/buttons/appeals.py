"""Buttons of «Обращения» (B 6.4)."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import xlwings as xw

from wg_excel.book.history import remember

if TYPE_CHECKING:
    from wg_excel.actions.archiving import Moved
    from wg_excel.actions.importing import Imported
    from wg_excel.actions.recording import Recorded
    from wg_excel.domain.appeals.new_appeals import Draft


def add_appeal(book: xw.Book, draft: "Draft | None" = None, *, today: dt.date | None = None) -> "Recorded":
    """Add an appeal with the next number of the year; without a draft a row for the user to fill in (B 6.4)."""
    from wg_excel.actions.recording import record_appeal
    from wg_excel.domain.appeals.new_appeals import Draft

    done = record_appeal(book, draft or Draft(), today)
    remember(book, "Новое обращение", str(done), done.day)
    return done


def import_appeals(book: xw.Book, files: Sequence[Path], *, today: dt.date | None = None) -> "tuple[Imported, ...]":
    """Record the appeals that letters (.eml, .msg) and answers of forms (.csv, .xlsx) bring, each once (B 6.4)."""
    from wg_excel.actions.receiving import ASKED_OF, hear, record_heard
    from wg_excel.book.master import read_group

    group = read_group(book, ASKED_OF)
    day = group.today(today)
    results = record_heard(book, hear(book, group, files, day))
    remember(book, "Обращения из файлов", "; ".join(f"{each.file}: {each.message}" for each in results), day)
    return results


def archive_appeals(book: xw.Book, *, today: dt.date | None = None) -> "Moved":
    """Move the closed appeals of past years to «Архив обращений»; nothing is removed, everything is still counted."""
    from wg_excel.actions.archiving import archive_past_years

    done = archive_past_years(book, today)
    remember(book, "Перенос в архив", done.told, done.day)
    return done


def restore_appeals(book: xw.Book, year: int | None = None, *, today: dt.date | None = None) -> "Moved":
    """Move the appeals of a year back into the journal, by default of the latest archived."""
    from wg_excel.actions.archiving import bring_back

    done = bring_back(book, year, today)
    remember(book, "Возврат из архива", done.told, done.day)
    return done
