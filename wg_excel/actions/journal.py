"""Read of the journal of appeals what a press needs: whole columns where every row counts, else a few rows (B 6.4).

To read every appeal of a long journal as a record takes most of the time of a press. What is read here is unchecked:
the check judges it.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache

import xlwings as xw

from wg_excel.book.blocks import Cell
from wg_excel.book.columns import find_row, place_of, read_columns, read_records
from wg_excel.book.tables import Cells, read_frame
from wg_excel.domain.appeals.appeal_numbers import are_in_order, next_number
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.archived_appeals import ArchivedAppeal
from wg_excel.domain.group import Group
from wg_excel.domain.language.dates import NotADay, read_day
from wg_excel.domain.periods import Period
from wg_excel.domain.schema import Record

# What tells the numbers given, what is recorded already, who is busy and what helped before.
TEXTS = (
    *("number", "applicant", "category", "help_kind", "theme", "essence"),
    *("executor", "status", "measures", "source"),
)
ANSWERED = ("number", "help_kind", "theme", "essence", "status", "measures")  # what tells what helped
PRINTED = (  # what the printed journal and the statistics show, with what the clock reads
    *("number", "date", "applicant", "category", "help_kind", "theme", "essence", "priority"),
    *("executor", "due", "status", "measures", "solved"),
)
END = 150  # rows at an end of a long table: together more than a year of most schools
# Where the numbers stand that were given; the history of states keeps those of deleted appeals.
NUMBERED: dict[type[Record], str] = {Appeal: "number", AppealState: "appeal", ArchivedAppeal: "number"}


def read_journal(
    book: xw.Book, record: type[Appeal] = Appeal, rows: range | None = None, texts: Sequence[str] = TEXTS
) -> tuple[Appeal, ...]:
    """Return the appeals of the journal, or of the archive, as they are typed; `rows` are some of the sheet's rows."""
    found = read_columns(book, record, (*texts, "date"), rows)
    return _appeals(found.cells, texts, found.first_row)


def appeals_in(table: Cells, record: type[Appeal], texts: Sequence[str]) -> tuple[Appeal, ...]:
    """Return the appeals of a table that was read whole, with the same columns as `read_journal` reads."""
    places = {name: place_of(record, name, table) for name in (*texts, "date")}
    columns = {name: tuple(row[place] for row in table.rows) for name, place in places.items()}
    return _appeals(columns, texts, table.first_row)


def _appeals(columns: Mapping[str, Sequence[Cell]], texts: Sequence[str], first_row: int) -> tuple[Appeal, ...]:
    lines = zip(columns["date"], *(columns[name] for name in texts), strict=True)
    return tuple(
        Appeal.from_values({"date": _day(day), "row": row, **dict(zip(texts, map(_text, cells), strict=True))})
        for row, (day, *cells) in enumerate(lines, first_row)
        if any(cells)
    )


def with_received(book: xw.Book, group: Group, period: Period) -> Group:
    """Return the group with the appeals received in a period, the archived ones too."""

    def is_received(row: Mapping[str, Cell]) -> bool:
        day = row["date"]
        return not isinstance(day, dt.datetime) or day.date() in period  # what is typed as text is still to be read

    journal = read_records(book, Appeal, PRINTED, group.lists, is_received)
    archive = read_records(book, ArchivedAppeal, PRINTED, group.lists, is_received)
    return replace(group, records={**group.records, Appeal: journal, ArchivedAppeal: archive})


class Journal:
    """The journal as a new appeal is weighed against it: the rows at its two ends, however long it is.

    There the latest appeals stand, whichever way the table is sorted by day.
    """

    def __init__(self, book: xw.Book) -> None:
        self._book = book
        ends = _ends(book, Appeal)
        self.is_whole = len(ends) == 1
        self.appeals = tuple(one for rows in ends for one in read_journal(book, rows=rows))

    def of_day(self, day: dt.date) -> tuple[Appeal, ...]:
        """Return the appeals of a day."""
        return tuple(one for one in self.appeals if one.date == day)

    def unfilled(self) -> tuple[Appeal, ...]:
        """Return the appeals that name no applicant."""
        return tuple(one for one in self.appeals if (one.number or one.date) and not one.applicant)

    def from_source(self, source: str) -> tuple[Appeal, ...]:
        """Return the appeal that came with a letter or an answer, wherever it stands."""
        row = find_row(self._book, Appeal, "source", source)
        return read_journal(self._book, rows=range(row, row + 1)) if row else ()

    def busy(self) -> tuple[Appeal, ...]:
        """Return the open appeals that have an executor."""
        return tuple(one for one in self.appeals if one.executor and one.is_open)

    def given(self, day: dt.date) -> tuple[str, ...]:
        """Return numbers of which the highest of a day's year is followed by a free one.

        What stands at the ends of the journal and of the history tells it. All numbers are read where the ends are
        sorted by something else, so that the highest may stand between them, and where the next one is found there.
        """
        own = [one.number for one in self.appeals]
        if not (self.is_whole or are_in_order(own, day.year)):
            return all_numbers(self._book)
        states = (
            number for rows in _ends(self._book, AppealState) for number in _numbers(self._book, AppealState, rows)
        )
        seen = (*own, *states)
        number = next_number(seen, day)
        is_taken = any(find_row(self._book, record, NUMBERED[record], number) for record in (Appeal, AppealState))
        return all_numbers(self._book) if is_taken else seen


def all_numbers(book: xw.Book) -> tuple[str, ...]:
    """Return every number that was given."""
    return tuple(number for record in NUMBERED for number in _numbers(book, record))


def _numbers(book: xw.Book, record: type[Record], rows: range | None = None) -> tuple[str, ...]:
    name = NUMBERED[record]
    return tuple(map(_text, read_columns(book, record, (name,), rows).cells[name]))


def _ends(book: xw.Book, record: type[Record]) -> tuple[range, ...]:
    """Return the sheet's rows at the ends of a table, all of one that is not long."""
    frame, height = read_frame(book, record)
    rows = range(frame.first_row, frame.first_row + height)
    return (rows,) if height <= 2 * END else (rows[:END], rows[-END:])


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _day(cell: object) -> dt.date | None:
    if isinstance(cell, str) and cell:
        return _typed_day(cell)
    return cell.date() if isinstance(cell, dt.datetime) else None


@cache
def _typed_day(text: str) -> dt.date | None:
    with suppress(NotADay):
        return read_day(text)
    return None
