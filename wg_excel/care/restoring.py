"""List the backups of a workbook with what changed, and bring one back: to a copy or in place."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from wg_excel.book.backups import Backup, list_backups
from wg_excel.book.failures import NoWorkbook
from wg_excel.book.lock import locked
from wg_excel.book.opened import reading
from wg_excel.book.saving import fingerprint, replace
from wg_excel.book.soundness import is_sound
from wg_excel.care.content import Contents
from wg_excel.care.differences import TableDifference, differences
from wg_excel.care.failures import BackupDamaged, FileExists, NoBackups, UnknownBackup
from wg_excel.care.stored import read_contents
from wg_excel.headless import WorkbookRefused


class Listed(NamedTuple):
    """A backup as the user sees it: number 1 is the newest."""

    number: int
    backup: Backup
    size: int


class Changed(NamedTuple):
    """What changed from a backup to the next newer one, or to the workbook; None where one cannot be read."""

    listed: Listed
    tables: tuple[TableDifference, ...] | None


def listed(workbook: Path) -> tuple[Listed, ...]:
    """Return the backups of a workbook, the newest first; raise NoWorkbook where neither they nor it are there."""
    backups = list_backups(workbook)
    if not backups and not workbook.is_file():
        raise NoWorkbook(workbook)
    found = enumerate(backups, 1)
    return tuple(Listed(number, backup, backup.path.stat().st_size) for number, backup in found)


def changes(workbook: Path, backups: Sequence[Listed]) -> Iterator[Changed]:
    """Yield what changed after each backup; each file is read once, when it is asked for."""
    newer = _contents(workbook)
    for each in backups:
        older = _contents(each.backup.path)
        yield Changed(each, differences(older, newer) if older and newer else None)
        newer = older


def restore(workbook: Path, wanted: str, to: Path | None = None) -> Backup:
    """Bring a backup back, named by its number or moment.

    In place the present workbook is backed up first, and replaced whole or not at all; `to` names a new file instead.
    Raise UnknownBackup, NoBackups, BackupDamaged, FileExists.
    """
    backup = find(workbook, wanted)
    if not is_sound(backup.path):
        raise BackupDamaged(backup.key)
    target = to or workbook
    if to and to.exists():
        raise FileExists(to)
    with locked(target):
        seen = fingerprint(target) if target.exists() else ""
        replace(target, lambda new: shutil.copyfile(backup.path, new), seen=seen)
    return backup


def find(workbook: Path, wanted: str) -> Backup:
    """Return the backup of a number (1 the newest) or of a moment, whole or its beginning when that names one."""
    found = listed(workbook)
    if not found:
        raise NoBackups(workbook.name)
    exact = [each.backup for each in found if wanted in {str(each.number), each.backup.key}]
    begun = exact or [each.backup for each in found if each.backup.key.startswith(wanted)]
    if len(begun) != 1:
        raise UnknownBackup(wanted, workbook.name)
    return begun[0]


def _contents(path: Path) -> Contents | None:
    if not is_sound(path):
        return None
    try:
        with reading(path) as book:
            return read_contents(book)
    except WorkbookRefused:  # closed with a password, or saved in another format since
        return None
