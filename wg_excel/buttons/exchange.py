"""Buttons that take files in: exports of «ЭлЖур» and lists of people."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import xlwings as xw

from wg_excel.book.history import remember
from wg_excel.book.master import read_group
from wg_excel.deeds import follow_remarks
from wg_excel.domain.column_mappings import ColumnMapping
from wg_excel.domain.group import Group
from wg_excel.domain.imports import Import
from wg_excel.domain.members import Member
from wg_excel.domain.name_decisions import NameDecision
from wg_excel.domain.rejected_rows import RejectedLine
from wg_excel.domain.settings import DayOff, SchoolTerm
from wg_excel.domain.staff import StaffChange
from wg_excel.domain.teachers import Teacher
from wg_excel.importing import Imported, Progress, Weighed, waiting_files, weigh_files, write_import
from wg_excel.incoming import is_incoming
from wg_excel.receiving import Received, hear, record_heard
from wg_excel.staff import ACTION, Choice, weigh_staff, write_staff

AS_IT_IS = Choice()
IMPORTING = (Import, RejectedLine, NameDecision, Teacher, ColumnMapping, SchoolTerm, DayOff)


def import_exports(
    book: xw.Book,
    files: Sequence[Path] = (),
    *,
    kind: str = "",
    today: dt.date | None = None,
    progress: Progress | None = None,
    agreed: Callable[[tuple[Imported, ...]], bool] | None = None,
) -> tuple[Imported, ...]:
    """Import exports of «ЭлЖур»: the files given, else those in the folder «Выгрузки» beside the workbook.

    `agreed` is shown what would be written and may say no: then nothing is, and nothing is returned.
    """
    brought = _brought(book, files, kind, today, progress)
    if agreed and brought.is_new and not agreed(brought.preview):
        return ()
    results = brought.write(book)
    remember(book, "Импорт выгрузок", "; ".join(f"{each.file}: {each.message}" for each in results), brought.day)
    return results


def preview_exports(
    book: xw.Book,
    files: Sequence[Path] = (),
    *,
    kind: str = "",
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> tuple[Imported, ...]:
    """Say what an import of the files would do to the workbook, which stays as it is."""
    return _brought(book, files, kind, today, progress).preview


def load_staff(
    book: xw.Book,
    file: Path,
    *,
    members: bool = False,
    choice: Choice = AS_IT_IS,
    today: dt.date | None = None,
    agreed: Callable[[StaffChange], Choice | None] | None = None,
) -> StaffChange:
    """Load or update «Педагоги» (or «Члены группы») from a list; nobody is removed.

    `agreed` is shown what would be changed and says how to take the list, or None: then nothing is written.
    """
    group = read_group(book, (Member if members else Teacher,))
    day = group.today(today)
    change = weigh_staff(group, file, choice, day, members=members)
    if agreed and not change.is_empty:
        taken = agreed(change)
        if taken is None:
            return StaffChange(declined=True)
        change = change if taken == choice else weigh_staff(group, file, taken, day, members=members)
    write_staff(book, change, day, members=members)
    remember(book, ACTION, str(change), day)
    return change


def preview_staff(
    book: xw.Book, file: Path, *, members: bool = False, choice: Choice = AS_IT_IS, today: dt.date | None = None
) -> StaffChange:
    """Say what a list would change; the workbook stays as it is."""
    group = read_group(book, (Member if members else Teacher,))
    return weigh_staff(group, file, choice, group.today(today), members=members)


class _Brought(NamedTuple):
    """What files bring: exports of «ЭлЖур», and letters and forms that ask for help; nothing is written yet."""

    group: Group
    day: dt.date
    received: Received | None
    weighed: Weighed | None

    @property
    def preview(self) -> tuple[Imported, ...]:
        """Return a result a file, as said before they are written."""
        return (*(self.received.preview if self.received else ()), *(self.weighed.preview if self.weighed else ()))

    @property
    def is_new(self) -> bool:
        """Tell whether there is something to write."""
        return bool((self.received and self.received.has_new) or (self.weighed and self.weighed.taken))

    def write(self, book: xw.Book) -> tuple[Imported, ...]:
        """Write everything; return what became of each file."""
        results = record_heard(book, self.received) if self.received else ()
        if self.weighed:
            write_import(book, self.group, self.weighed, self.day)
            followed = follow_remarks(book, self.weighed.store.facts, self.day)
            results += _with_followed(self.weighed.results, followed.told)
        return results


def _brought(
    book: xw.Book, files: Sequence[Path], kind: str, today: dt.date | None, progress: Progress | None
) -> _Brought:
    given = list(files or waiting_files(book))
    letters = [] if kind else [path for path in given if is_incoming(path)]
    others = [path for path in given if path not in letters]
    group = read_group(book, (*IMPORTING, Member) if letters else IMPORTING)
    day = group.today(today)
    received = hear(book, group, letters, day) if letters else None
    weighed = weigh_files(book, group, others, kind=kind, today=day, progress=progress) if others else None
    return _Brought(group, day, received, weighed)


def _with_followed(results: tuple[Imported, ...], told: str) -> tuple[Imported, ...]:
    """Let the last file say what became of the monitoring's remarks in hand."""
    if not told or not results:
        return results
    return (*results[:-1], replace(results[-1], message=f"{results[-1].message} {told}"))
