"""The button that takes files in: exports of «ЭлЖур», and letters and forms that ask for help."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import xlwings as xw

from wg_excel.actions.importing import Imported, Progress, Weighed, waiting_files, weigh_files, write_import
from wg_excel.book.history import remember
from wg_excel.book.master import read_group
from wg_excel.domain.group import Group
from wg_excel.domain.imported.column_mappings import ColumnMapping
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.imported.name_decisions import NameDecision
from wg_excel.domain.imported.rejected_rows import RejectedLine
from wg_excel.domain.members.members import Member
from wg_excel.domain.monitoring.taken_remarks import TakenRemark
from wg_excel.domain.settings import DayOff, SchoolTerm
from wg_excel.domain.staff.teachers import Teacher

if TYPE_CHECKING:
    from wg_excel.actions.receiving import Received

IMPORTING = (Import, RejectedLine, NameDecision, Teacher, ColumnMapping, SchoolTerm, DayOff, TakenRemark)
# Files by whose ending alone it is clear that they are no letters; what reads letters is not loaded for them.
WORKBOOKS = frozenset((".xls", ".xlsm", ".xlsb", ".ods", ".zip", ".htm", ".html"))


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


class _Brought(NamedTuple):
    """What files bring: exports of «ЭлЖур», and letters and forms that ask for help; nothing is written yet."""

    group: Group
    day: dt.date
    received: "Received | None"
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
        results: tuple[Imported, ...] = ()
        if self.received:
            from wg_excel.actions.receiving import record_heard

            results = record_heard(book, self.received)
        if self.weighed:
            write_import(book, self.group, self.weighed, self.day)
            results += _with_followed(self.weighed.results, self._followed(book, self.weighed))
        return results

    def _followed(self, book: xw.Book, weighed: Weighed) -> str:
        """Follow the monitoring's remarks in hand, where there are any; return what became of them."""
        if not any(remark.is_open for remark in self.group[TakenRemark]):
            return ""
        from wg_excel.actions.deeds import follow_remarks

        return follow_remarks(book, weighed.store.facts, self.day).told


def _brought(
    book: xw.Book, files: Sequence[Path], kind: str, today: dt.date | None, progress: Progress | None
) -> _Brought:
    given = list(files or waiting_files(book))
    letters = [] if kind else _letters(given)
    others = [path for path in given if path not in letters]
    group = read_group(book, (*IMPORTING, Member) if letters else IMPORTING)
    day = group.today(today)
    received = _heard(book, group, letters, day) if letters else None
    weighed = weigh_files(book, group, others, kind=kind, today=day, progress=progress) if others else None
    return _Brought(group, day, received, weighed)


def _letters(files: Sequence[Path]) -> list[Path]:
    """Return the files that are letters or answers of forms."""
    possible = [path for path in files if path.suffix.lower() not in WORKBOOKS]
    if not possible:
        return []
    from wg_excel.incoming.telling import is_incoming

    return [path for path in possible if is_incoming(path)]


def _heard(book: xw.Book, group: Group, letters: Sequence[Path], day: dt.date) -> "Received":
    from wg_excel.actions.receiving import hear

    return hear(book, group, letters, day)


def _with_followed(results: tuple[Imported, ...], told: str) -> tuple[Imported, ...]:
    """Let the first file say what became of the monitoring's remarks in hand: Excel's message may cut the last."""
    if not told or not results:
        return results
    return (replace(results[0], message=f"{results[0].message} {told}"), *results[1:])
