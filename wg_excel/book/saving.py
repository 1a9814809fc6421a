"""Replace a workbook on the disk so that a kill at any moment leaves the old or the new one (3-architecture 3.2)."""

import errno
import glob
import hashlib
import os
import shutil
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from wg_excel.book import backups
from wg_excel.book.disk_reasons import reason_of
from wg_excel.book.failures import WorkbookChanged, WorkbookUnwritable

RETRIES = 5
PAUSE = 0.2  # seconds; a virus scanner or a cloud folder lets go of a file within a second as a rule

saved: set[Path] = set()  # the workbooks that this process has replaced: who interrupts it must be told the truth


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def replace(path: Path, write: Callable[[Path], object], *, seen: str) -> None:
    """Write a new workbook over the old one.

    `write` makes the new file at the path it is given; `seen` is the fingerprint of the file that was read,
    empty for a new workbook. The old one is copied to the backups first. Raise WorkbookChanged when somebody
    else changed the file meanwhile, WorkbookUnwritable when the disk refuses.
    """
    partial = path.with_name(f".{path.stem}.{os.getpid()}.tmp{path.suffix}")
    try:
        _refuse_changed(path, seen)
        _sweep(path)
        write(partial)
        _flush(partial)
        _read_back(partial)
        if seen:
            _refuse_protected(path)
            shutil.copymode(path, partial)  # a colleague who may write the old one may write the new one
            backups.make(path)
        _refuse_changed(path, seen)
        _move(partial, path)
        _flush_folder(path.parent)
    except OSError as problem:
        raise WorkbookUnwritable(path.name, reason_of(problem)) from problem
    finally:
        with suppress(OSError):  # one that cannot even be named was never there
            partial.unlink()


def _sweep(path: Path) -> None:
    """Remove what killed saves left beside the workbook: whoever saves holds its lock, so nobody works on them."""
    for left in path.parent.glob(f".{glob.escape(path.stem)}.*.tmp{glob.escape(path.suffix)}"):
        if left.name.removeprefix(f".{path.stem}.").partition(".")[0].isdecimal():
            left.unlink(missing_ok=True)


def _refuse_changed(path: Path, seen: str) -> None:
    if seen and (not path.exists() or fingerprint(path) != seen):
        raise WorkbookChanged(path.name)


def _refuse_protected(path: Path) -> None:
    """Refuse a file that may not be written: replacing it would need rights on its folder only."""
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _read_back(path: Path) -> None:
    """Read every part again and compare its checksum, so that a damaged file never replaces a good one."""
    try:
        with zipfile.ZipFile(path) as package:
            damaged = package.testzip()
    except zipfile.BadZipFile as problem:
        raise OSError(str(problem)) from problem
    if damaged:
        raise OSError(f"записанный файл читается с ошибкой ({damaged})")


def _move(partial: Path, path: Path) -> None:
    for attempt in range(RETRIES):
        try:
            partial.replace(path)
            saved.add(path)
        except PermissionError:
            if attempt == RETRIES - 1:
                raise
            time.sleep(PAUSE * 2**attempt)
        else:
            return


def _flush_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
