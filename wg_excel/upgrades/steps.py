"""The steps of an upgrade and their order.

A step takes the workbook and a newly built one, changes the first and yields a sentence for each thing done. It does
only what is still to do, so that an upgrade may be repeated.
"""

from collections.abc import Callable, Iterator

import xlwings as xw

from wg_excel.book.failures import NotMasterWorkbook
from wg_excel.book.version import refuse_newer, set_version, version_of
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.members.members import Member
from wg_excel.domain.records import RECORDS
from wg_excel.domain.schema_version import VERSION

Step = Callable[[xw.Book, xw.Book], Iterator[str]]
_STEPS: list[tuple[int, Step]] = []


def step(*, below: int = VERSION + 1) -> Callable[[Step], Step]:
    """Make a function a step for workbooks of a version below this one; without it, for every workbook."""

    def declare(function: Step) -> Step:
        _STEPS.append((below, function))
        return function

    return declare


def _refuse_foreign(book: xw.Book) -> None:
    """Refuse a workbook that has no table of the program: it would be filled with sheets that nobody wants there."""
    ours = {record.table.name for record in RECORDS}
    if not any(table.name in ours for sheet in book.sheets for table in sheet.tables):
        raise NotMasterWorkbook(book.name, [record.table.sheet for record in (Member, Appeal)])


def upgrade_book(book: xw.Book, fresh: xw.Book) -> list[str]:
    """Bring an open workbook to this version; return what was done; raise NewerWorkbook or NotMasterWorkbook."""
    refuse_newer(book)
    _refuse_foreign(book)
    version = version_of(book)
    done = [sentence for below, function in _STEPS if version < below for sentence in function(book, fresh)]
    set_version(book)
    return done
