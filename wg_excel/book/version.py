"""Which version of the program's make-up a workbook has."""

import re

import xlwings as xw

from wg_excel.book.failures import NewerWorkbook
from wg_excel.domain.schema_version import NAME, VERSION

UNKNOWN = 0  # the workbook was made before versions were kept


def version_of(book: xw.Book) -> int:
    """Return the version of a workbook's make-up, 0 where it carries none."""
    if NAME not in book.names:
        return UNKNOWN
    found = re.fullmatch(r"=(\d+)", book.names[NAME].refers_to or "")
    return int(found[1]) if found else UNKNOWN


def set_version(book: xw.Book) -> None:
    """Write this program's version into a workbook."""
    book.names.add(NAME, f"={VERSION}")


def refuse_newer(book: xw.Book) -> None:
    """Raise NewerWorkbook where a later program made the workbook: this one would damage what it does not know."""
    if version_of(book) > VERSION:
        raise NewerWorkbook(book.name)
