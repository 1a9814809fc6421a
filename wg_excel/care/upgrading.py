"""Bring a workbook on the disk to this version of the program."""

from pathlib import Path
from tempfile import TemporaryDirectory

from wg_excel.book.opened import changing, reading
from wg_excel.book.version import version_of
from wg_excel.domain.schema_version import VERSION


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


def _fresh(folder: Path) -> Path:
    from wg_excel.builder.build import build
    from wg_excel.builder.config_sheet import running_interpreter

    path = folder / "fresh.xlsm"
    build(path, interpreters=running_interpreter())
    return path
