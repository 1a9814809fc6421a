"""What every shape of report gives and gets."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wg_excel.domain.periods import Period
from wg_excel.exports.balance import Balance
from wg_excel.exports.by_name import FILE, SHEET, Told, line_to_write
from wg_excel.exports.grid import Grid
from wg_excel.exports.headings import Heading
from wg_excel.exports.kinds import Kind, Vocabulary
from wg_excel.exports.lines import Lines
from wg_excel.exports.parts import FactRow
from wg_excel.exports.phrases import fold
from wg_excel.exports.spans import lone_month, period_said, span_in, year_in
from wg_excel.exports.terms import Calendar

NOT_SAID = {"school_class": "не указан или не понят класс", "subject": "не указан предмет"}


class Table(NamedTuple):
    """A recognised table: the sheet, its kind, where its headings stand and the lines above them."""

    grid: Grid
    kind: Kind
    heading: Heading
    lines: Lines
    told: Told = Told()
    named: tuple[str, ...] = ()  # names of sheet and file that tell a period or a year where no line does

    def lacks(self, role: str) -> str:
        """Return why a row without a class or a subject cannot be taken, and what to do where there is no column."""
        if role in self.heading.columns:
            return NOT_SAID[role]
        return self.told.doubts.get(role) or f"{NOT_SAID[role]}: {line_to_write(role)}"

    def span(self, calendar: Calendar) -> Period | None:
        """Return the period that the lines above the table name."""
        said = self.lines.get("period")
        return span_in([said, *self.texts] if said else self.texts, calendar)

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands above the table and, after it, the names that tell when it is about."""
        return (*self.lines.texts, *self.named)

    def with_names(self, names: Sequence[str], calendar: Calendar) -> "Table":
        """Return the table with those names (sheet, file) that tell its period or year, where no line above does.

        A sheet named by a month holds a part of a longer report, whatever the lines say.
        """
        if not self.span(calendar):
            told = [name for name in names if period_said(fold(name)) or year_in([name])]
        elif lone_month(fold(self.grid.sheet))[0]:
            told = [self.grid.sheet]
        else:
            told = [] if year_in(self.lines.texts) else [name for name in names if year_in([name])]
        return self._replace(named=tuple(told))

    @property
    def notes(self) -> Iterator[str]:
        """Say what was taken from the names of sheet and file."""
        yield from self.told.notes
        for name in self.named:
            if period := period_said(fold(name)):
                yield f"Период взят {(SHEET if name == self.grid.sheet else FILE).source}: «{period}»."


class Task(NamedTuple):
    """What reading a table needs besides it: the words, the calendar and the balance to keep."""

    vocabulary: Vocabulary
    calendar: Calendar
    balance: Balance


class Taken(NamedTuple):
    """Facts of a table as plain rows in the order of the fields of Lesson, Entry, Figure, and the days they cover."""

    lessons: Sequence[FactRow] = ()
    entries: Sequence[FactRow] = ()
    figures: Sequence[FactRow] = ()
    span: Period | None = None
