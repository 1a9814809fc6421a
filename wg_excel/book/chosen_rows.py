"""Which rows the user means: those selected on the sheet in front, but for rows that a filter hides."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

import xlwings as xw

from wg_excel.book.failures import WorkbookFailure
from wg_excel.domain.language.texts import listed
from wg_excel.domain.schema import Record

MOST = 50  # more rows at once are a slip: a whole column, a whole table
AREA = re.compile(r"\$?[A-Z]{0,3}\$?(\d+)(?::\$?[A-Z]{0,3}\$?(\d+))?")
R = TypeVar("R", bound=Record)


class NoRowChosen(WorkbookFailure):
    """No row of a table that the button knows is selected."""

    def __init__(self, sheets: Sequence[str]) -> None:
        where = f"на листе {listed(sheets)}" if len(sheets) == 1 else f"на одном из листов {listed(sheets)}"
        super().__init__(f"Выделите строку {where} (можно несколько) и нажмите кнопку ещё раз.")


class TooManyRows(WorkbookFailure):
    """More rows are selected than anybody means."""

    def __init__(self, number: int) -> None:
        super().__init__(f"Выделено строк: {number}. Выделите не больше {MOST} и нажмите кнопку ещё раз.")


class Chosen(NamedTuple):
    """A sheet and rows of it, counted from 1."""

    sheet: str
    rows: frozenset[int]

    def of(self, records: Iterable[R]) -> list[R]:
        """Return the records that stand in the rows, in the order of the sheet; raise NoRowChosen."""
        found = [one for one in records if one.row in self.rows]
        if not found:
            raise NoRowChosen([self.sheet])
        return found


def selected(book: xw.Book, sheets: Sequence[str]) -> Chosen:
    """Return the rows selected on the active sheet; raise NoRowChosen where it is none of `sheets`, or TooManyRows."""
    sheet = book.sheets.active
    name, address = sheet.name, book.selection.address if book.selection else ""
    if name not in sheets or not address:
        raise NoRowChosen(sheets)
    spans = list(_spans(address))
    number = sum(last - first + 1 for first, last in spans)
    if number > MOST or not spans:
        raise TooManyRows(number) if spans else NoRowChosen(sheets)
    return Chosen(name, frozenset(row for span in spans for row in _visible(sheet, *span)))


def _spans(address: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last row of each area of an address; of whole columns nothing."""
    for area in address.split(","):
        if found := AREA.fullmatch(area.rpartition("!")[2]):
            yield int(found[1]), int(found[2] or found[1])


def _visible(sheet: xw.Sheet, first: int, last: int) -> Iterator[int]:
    hidden = sheet.range(f"{first}:{last}").rows.hidden
    rows = range(first, last + 1)
    if hidden is None:  # some are
        yield from (row for row in rows if not sheet.range(f"{row}:{row}").rows.hidden)
    elif not hidden:
        yield from rows
