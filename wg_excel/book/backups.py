"""Dated backups beside the workbook, rotated: the last ten, one a day for a month, one a month for two years."""

import datetime as dt
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from wg_excel.book.soundness import is_sound

FOLDER = "Резервные копии"
LATEST = 10
DAYS = 31
MONTHS = 24
PARTIAL = ".tmp"
_NAME = re.compile(r".* (\d{4}-\d{2}-\d{2} \d{2}-\d{2}-\d{2})(?: \d+)?$")


class Backup(NamedTuple):
    """A copy of the workbook and the moment of its making."""

    when: dt.datetime
    path: Path

    @property
    def key(self) -> str:
        """Return the moment as the file's name has it: by it the user names a backup."""
        found = _NAME.fullmatch(self.path.stem)
        return self.path.stem[found.start(1) :] if found else self.path.stem


def make(workbook: Path, now: dt.datetime | None = None) -> Path:
    """Copy the workbook into the folder of backups, drop what the rotation no longer keeps, return the copy."""
    moment = now or dt.datetime.now().astimezone()
    folder = workbook.parent / FOLDER
    folder.mkdir(exist_ok=True)
    _sweep(workbook, folder)
    copy = _free_name(folder, f"{workbook.stem} {moment:%Y-%m-%d %H-%M-%S}", workbook.suffix)
    partial = copy.with_suffix(PARTIAL)
    shutil.copy2(workbook, partial)
    partial.replace(copy)
    for old in outdated(list_backups(workbook), moment):
        old.path.unlink(missing_ok=True)
    return copy


def list_backups(workbook: Path) -> list[Backup]:
    """Return the backups of a workbook, the newest first."""
    folder = workbook.parent / FOLDER
    found = (Backup(when, path) for path in folder.glob(f"*{workbook.suffix}") if (when := _moment(workbook, path)))
    return sorted(found, key=lambda backup: (backup.when, len(backup.key), backup.key), reverse=True)


def newest_sound(workbook: Path) -> Backup | None:
    """Return the newest backup that can be read, None where there is none."""
    return next((backup for backup in list_backups(workbook) if is_sound(backup.path)), None)


def outdated(backups: Iterable[Backup], now: dt.datetime) -> list[Backup]:
    """Return the backups that the rotation drops; `backups` come newest first.

    Those dated after `now` were made while the clock was wrong: they take no place of a copy made since.
    """
    every = list(backups)
    groups = [each for each in every if each.when > now], [each for each in every if each.when <= now]
    return [backup for group in groups for backup in _dropped(group)]


def _sweep(workbook: Path, folder: Path) -> None:
    """Remove what killed backups left: whoever makes one holds the workbook's lock, so nobody works on them."""
    for left in folder.glob(f"*{PARTIAL}"):
        if _moment(workbook, left):
            left.unlink(missing_ok=True)


def _dropped(every: list[Backup]) -> list[Backup]:
    kept = {backup.path for backup in every[:LATEST]}
    kept |= _newest_of(every, "%Y-%m-%d", DAYS)
    kept |= _newest_of(every, "%Y-%m", MONTHS)
    return [backup for backup in every if backup.path not in kept]


def _newest_of(backups: list[Backup], unit: str, count: int) -> set[Path]:
    newest: dict[str, Path] = {}
    for backup in backups:
        newest.setdefault(f"{backup.when:{unit}}", backup.path)
    return set(list(newest.values())[:count])


def _moment(workbook: Path, path: Path) -> dt.datetime | None:
    found = _NAME.fullmatch(path.stem)
    if not found or not path.stem.startswith(f"{workbook.stem} {found[1]}"):
        return None
    try:
        return dt.datetime.strptime(found[1], "%Y-%m-%d %H-%M-%S").astimezone()
    except (ValueError, OverflowError, OSError):  # a name that only looks like a moment
        return None


def _free_name(folder: Path, stem: str, suffix: str) -> Path:
    names = (folder / f"{stem}{f' {n}' if n else ''}{suffix}" for n in range(1000))
    return next(name for name in names if not name.exists())
