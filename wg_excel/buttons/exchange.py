"""Buttons that take files in: exports of «ЭлЖур» and lists of people."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

import xlwings as xw

from wg_excel.book.history import remember
from wg_excel.book.master import read_group
from wg_excel.domain.column_mappings import ColumnMapping
from wg_excel.domain.group import Group
from wg_excel.domain.imports import Import
from wg_excel.domain.members import Member
from wg_excel.domain.name_decisions import NameDecision
from wg_excel.domain.rejected_rows import RejectedLine
from wg_excel.domain.settings import DayOff, SchoolTerm
from wg_excel.domain.teachers import Teacher
from wg_excel.importing import Imported, Progress, Weighed, waiting_files, weigh_files, write_import
from wg_excel.staff import Change, update_staff

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
    group = read_group(book, IMPORTING)
    day = group.today(today)
    weighed = _weighed(book, group, files, kind, day, progress)
    if agreed and weighed.taken and not agreed(weighed.preview):
        return ()
    write_import(book, group, weighed, day)
    remember(book, "Импорт выгрузок", "; ".join(f"{each.file}: {each.message}" for each in weighed.results), day)
    return weighed.results


def preview_exports(
    book: xw.Book,
    files: Sequence[Path] = (),
    *,
    kind: str = "",
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> tuple[Imported, ...]:
    """Say what an import of the files would do to the workbook, which stays as it is."""
    group = read_group(book, IMPORTING)
    return _weighed(book, group, files, kind, group.today(today), progress).preview


def load_staff(book: xw.Book, file: Path, *, members: bool = False, today: dt.date | None = None) -> Change:
    """Load or update «Педагоги» (or «Члены группы») from a list; nobody is removed."""
    group = read_group(book, (Member if members else Teacher,))
    change = update_staff(book, group, file, members=members)
    remember(book, "Загрузить список", str(change), group.today(today))
    return change


def _weighed(
    book: xw.Book, group: Group, files: Sequence[Path], kind: str, day: dt.date, progress: Progress | None
) -> Weighed:
    return weigh_files(book, group, files or waiting_files(book), kind=kind, today=day, progress=progress)
