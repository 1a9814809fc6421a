"""Bring a workbook on the disk to this version of the program."""

import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import xlwings as xw

from wg_excel.book.failures import NoWorkbook
from wg_excel.book.lock import locked
from wg_excel.book.opened import reading
from wg_excel.book.saving import fingerprint, replace
from wg_excel.book.version import version_of
from wg_excel.button_list import BUTTONS
from wg_excel.domain.schema_version import VERSION
from wg_excel.headless import save_copy
from wg_excel.vba.ribbon import RIBBON_PART


def upgrade(workbook: Path) -> list[str]:
    """Upgrade a workbook, which is backed up first; return what was done; raise NewerWorkbook.

    A workbook that has this version and lacks nothing is left as it is.
    """
    from wg_excel.upgrades import upgrade_book

    if not workbook.is_file():
        raise NoWorkbook(workbook)
    with (
        TemporaryDirectory() as folder,
        locked(workbook),
        reading(_fresh(Path(folder))) as fresh,
        reading(workbook) as book,
    ):
        seen, is_current = fingerprint(workbook), version_of(book) == VERSION
        done = upgrade_book(book, fresh)
        content, renewed = _with_new_buttons(book, Path(folder))
        done += renewed
        if done or not is_current:
            replace(workbook, lambda target: target.write_bytes(content), seen=seen)
    return done


def _with_new_buttons(book: xw.Book, folder: Path) -> tuple[bytes, list[str]]:
    """Return the file of a workbook with this program's macros where they may be renewed, and what was done."""
    from wg_excel.upgrades.button_renewal import renewed

    copy = folder / "upgraded.xlsm"
    save_copy(book, copy)
    content = copy.read_bytes()
    new = renewed(content)
    return (new, ["Вкладка ленты и макросы обновлены: на ней все кнопки этой версии."]) if new else (content, [])


def lacking_buttons(workbook: Path) -> list[str]:
    """Return the captions of the buttons that a workbook's ribbon does not show.

    They stay away where the user has macros of their own, a changed ribbon or a signature: those are not rewritten.
    """
    with zipfile.ZipFile(workbook) as package:
        ribbon = package.read(RIBBON_PART).decode() if RIBBON_PART in package.namelist() else ""
    return [button.caption for button in BUTTONS if f'"{button.macro}"' not in ribbon]


def _fresh(folder: Path) -> Path:
    from wg_excel.builder.build import build
    from wg_excel.builder.config_sheet import running_interpreter

    path = folder / "fresh.xlsm"
    build(path, interpreters=running_interpreter())
    return path
