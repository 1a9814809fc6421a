"""Bring a workbook on the disk to this version of the program."""

import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from wg_excel.book.opened import changing, reading
from wg_excel.book.version import version_of
from wg_excel.button_list import BUTTONS
from wg_excel.domain.schema_version import VERSION
from wg_excel.vba.ribbon import RIBBON_PART


def upgrade(workbook: Path) -> list[str]:
    """Upgrade a workbook, which is backed up first; return what was done; raise NewerWorkbook.

    A workbook that has this version and lacks nothing is left as it is.
    """
    from wg_excel.upgrades import upgrade_book

    with TemporaryDirectory() as folder, reading(_fresh(Path(folder))) as fresh:
        with reading(workbook) as book:
            if version_of(book) == VERSION and not upgrade_book(book, fresh):
                return []
        with changing(workbook) as book:
            return upgrade_book(book, fresh)


def lacking_buttons(workbook: Path) -> list[str]:
    """Return the captions of the buttons that a workbook's ribbon does not show.

    Its macros are left as they are: the user may have added some, and a program that rewrites them would lose those.
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
