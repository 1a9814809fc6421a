"""Open a master workbook headless, for reading or for one change that is saved whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import xlwings as xw

from wg_excel.book.backups import newest_sound
from wg_excel.book.failures import NoWorkbook, WorkbookDamaged
from wg_excel.book.lock import locked
from wg_excel.book.saving import fingerprint, replace
from wg_excel.headless import open_book, save_copy
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
    try:
        book = open_book(path)
        try:
            yield book
        finally:
            book.close()
    except (DamagedWorkbook, NotAWorkbook) as problem:
        sound = newest_sound(path)
        if sound is None:
            raise
        raise WorkbookDamaged(path.name, sound.when, sound.key) from problem


def _refuse_absent(path: Path) -> None:
    if not path.is_file():
        raise NoWorkbook(path)
