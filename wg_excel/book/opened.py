"""Open a master workbook headless, for reading or for one change that is saved whole or not at all."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import xlwings as xw

from wg_excel.book.backups import newest_sound
from wg_excel.book.failures import (
    HeadingMissing,
    NoWorkbook,
    OlderWorkbook,
    SheetMissing,
    TableMissing,
    WorkbookDamaged,
)
from wg_excel.book.lock import locked
from wg_excel.book.saving import fingerprint, replace
from wg_excel.book.soundness import is_sound
from wg_excel.book.version import version_of
from wg_excel.domain.schema_version import VERSION
from wg_excel.headless import engine, open_book, save_copy
from wg_excel.headless.errors import DamagedWorkbook, NotAWorkbook


@contextmanager
def changing(path: Path) -> Iterator[xw.Book]:
    """Give the workbook for one change; it is saved when the block ends well, untouched when it fails."""
    _refuse_absent(path)
    with locked(path):
        seen = fingerprint(path)
        with _opened(path) as book:
            yield book
            replace(path, lambda target: save_copy(book, target), seen=seen)


@contextmanager
def reading(path: Path) -> Iterator[xw.Book]:
    """Give the workbook as it is saved; nothing is locked and nothing written."""
    _refuse_absent(path)
    with _opened(path) as book:
        yield book


@contextmanager
def _opened(path: Path) -> Iterator[xw.Book]:
    engine.activate()  # where Excel is installed, xlwings would send Sheet.activate to it
    try:
        book = open_book(path)
        try:
            yield book
        except (SheetMissing, TableMissing, HeadingMissing) as missing:
            if version_of(book) < VERSION:
                raise OlderWorkbook(path, missing) from missing
            raise
        finally:
            book.close()
    except (DamagedWorkbook, NotAWorkbook, zipfile.BadZipFile) as problem:
        if failure := _damage(path, problem):
            raise failure from problem
        raise


def _damage(path: Path, problem: Exception) -> Exception | None:
    """Return the failure of a damaged workbook: it offers the newest sound backup; None where nothing is to add."""
    if is_sound(path):
        return None
    if sound := newest_sound(path):
        return WorkbookDamaged(path, sound.when, sound.key)
    # A part is unpacked when it is first asked for: only then does its damage show.
    return DamagedWorkbook(path.name) if isinstance(problem, zipfile.BadZipFile) else None


def _refuse_absent(path: Path) -> None:
    if not path.is_file():
        raise NoWorkbook(path)
