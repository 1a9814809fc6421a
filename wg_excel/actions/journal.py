"""Read of the journal of appeals what a press needs: whole columns where every row counts, else a few rows (B 6.4).

To read every appeal of a long journal as a record takes most of the time of a press. What is read here is unchecked:
the check judges it.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from itertools import compress

import xlwings as xw

from wg_excel.book.blocks import Cell
from wg_excel.book.columns import read_columns, read_records
from wg_excel.domain.appeals.appeal_clock import CLOSED
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.archived_appeals import ArchivedAppeal
from wg_excel.domain.group import Group
from wg_excel.domain.language.dates import NotADay, read_day
from wg_excel.domain.periods import Period

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
FEW = 20  # runs of rows read one by one: beyond that the whole table costs less


def read_journal(
    book: xw.Book, record: type[Appeal] = Appeal, rows: range | None = None, texts: Sequence[str] = TEXTS
) -> tuple[Appeal, ...]:
    """Return the appeals of the journal, or of the archive, as they are typed; `rows` are some of the sheet's rows."""
    found = read_columns(book, record, (*texts, "date"), rows)
    lines = zip(found.cells["date"], *(found.cells[name] for name in texts), strict=True)
    return tuple(
        Appeal(
            date=_day(day),
            row=row,
            **{name: _text(cell) for name, cell in zip(texts, cells, strict=True)},  # type: ignore[arg-type]  # texts
        )
        for row, (day, *cells) in enumerate(lines, found.first_row)
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
    """The journal as a new appeal is weighed against it; a column is read when it is first asked for."""

    def __init__(self, book: xw.Book) -> None:
        self._book = book
        found = read_columns(book, Appeal, ("number", "date", "applicant"))
        self._columns = {name: tuple(map(_text, found.cells[name])) for name in ("number", "applicant")}
        self._days = tuple(map(_day, found.cells["date"]))
        self._rows = range(found.first_row, found.first_row + len(self._days))

    @property
    def numbers(self) -> tuple[str, ...]:
        """Return the numbers of all rows."""
        return self._columns["number"]

    def of_day(self, day: dt.date) -> tuple[Appeal, ...]:
        """Return the appeals of a day."""
        return self._appeals([one == day for one in self._days])

    def unfilled(self) -> tuple[Appeal, ...]:
        """Return the appeals that name no applicant."""
        named = zip(self._columns["number"], self._days, self._columns["applicant"], strict=True)
        return self._appeals([bool(number or day) and not applicant for number, day, applicant in named])

    def from_source(self, source: str) -> tuple[Appeal, ...]:
        """Return the appeals that came with a letter or an answer."""
        return self._appeals([one == source for one in self._column("source")])

    def latest(self, many: int) -> tuple[Appeal, ...]:
        """Return the appeals of the last rows."""
        return read_journal(self._book, rows=self._rows[-many:])

    def busy(self) -> tuple[Appeal, ...]:
        """Return the open appeals that have an executor: that column and the status of each."""
        both = zip(self._column("executor"), self._column("status"), strict=True)
        return tuple(
            Appeal(executor=executor, status=status) for executor, status in both if executor and status not in CLOSED
        )

    def on_theme(self, theme: str, first: dt.date) -> tuple[Appeal, ...]:
        """Return the appeals on a theme since a day, and from which category of users and for which help they came."""
        late = [place for place, day in enumerate(self._days) if day and day >= first]
        if not late:
            return ()
        rows = self._rows[late[0] : late[-1] + 1]
        found = read_columns(self._book, Appeal, ("category", "help_kind", "theme"), rows).cells
        days = self._days[late[0] : late[-1] + 1]
        lines = zip(rows, days, *(map(_text, found[name]) for name in found), strict=True)
        return tuple(
            Appeal("", day, category=category, help_kind=kind, theme=told, row=row)
            for row, day, category, kind, told in lines
            if told == theme and day and day >= first
        )

    def _column(self, name: str) -> tuple[str, ...]:
        if name not in self._columns:
            found = read_columns(self._book, Appeal, (name,), self._rows)  # without the row added meanwhile
            self._columns[name] = tuple(map(_text, found.cells[name]))
        return self._columns[name]

    def _appeals(self, wanted: Sequence[bool]) -> tuple[Appeal, ...]:
        runs = list(_runs(list(compress(self._rows, wanted))))
        if len(runs) <= FEW:
            return tuple(appeal for run in runs for appeal in read_journal(self._book, rows=run))
        return tuple(
            one for one in read_journal(self._book) if one.row in self._rows and wanted[one.row - self._rows[0]]
        )


def _runs(rows: Sequence[int]) -> Iterator[range]:
    """Yield rows in runs of those that follow one another."""
    first = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[place - 1] + 1:
            yield range(rows[first], rows[place - 1] + 1)
            first = place


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
