"""What every shape of report gives and gets."""

from collections.abc import Sequence
from typing import NamedTuple

from wg_excel.domain.periods import Period
from wg_excel.exports.balance import Balance
from wg_excel.exports.by_name import Told, line_to_write
from wg_excel.exports.grid import Grid
from wg_excel.exports.headings import Heading, Lines
from wg_excel.exports.kinds import Kind, Vocabulary
from wg_excel.exports.parts import FactRow
from wg_excel.exports.spans import span_in
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
