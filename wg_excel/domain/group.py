"""The working group as the workbook holds it: all records, settings and lists of one moment.

What few buttons ask for is loaded when it is asked for: each press waits for what is loaded.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from wg_excel.domain.calendar import SchoolCalendar, school_calendar
from wg_excel.domain.findings import Finding
from wg_excel.domain.schema import Record
from wg_excel.domain.settings import DayOff, SchoolTerm, Settings
from wg_excel.domain.working_hours import end_of

if TYPE_CHECKING:
    from wg_excel.domain.appeals.appeals import Appeal
    from wg_excel.domain.index import Index
    from wg_excel.domain.language.declension import OwnForms

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Group:
    """All records by their class; `group[Appeal]` gives the appeals in the order of the sheet.

    `findings` are what reading the cells found; `lists` the closed lists with the school's own values; `protocols`
    the texts of the sheets of sealed protocols by the meeting's number.
    """

    records: Mapping[type[Record], tuple[Record, ...]]
    settings: Settings = field(default_factory=Settings)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    protocols: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __getitem__(self, record: type[R]) -> tuple[R, ...]:
        return cast("tuple[R, ...]", self.records.get(record, ()))

    @cached_property
    def appeals(self) -> tuple["Appeal", ...]:
        """Return every appeal ever recorded, the archived ones too: what figures and look-ups count."""
        from wg_excel.domain.appeals.appeals import Appeal
        from wg_excel.domain.appeals.archived_appeals import ArchivedAppeal

        return (*self[ArchivedAppeal], *self[Appeal])

    @cached_property
    def calendar(self) -> SchoolCalendar:
        """Return the school's calendar: terms, days off and working days."""
        return school_calendar(self[SchoolTerm], self[DayOff], self.settings.week)

    @cached_property
    def index(self) -> "Index":
        """Return the look-ups by key that rules and documents share."""
        from wg_excel.domain.index import Index

        return Index(self.records)

    @cached_property
    def name_forms(self) -> tuple["OwnForms", ...]:
        """Return how the school declines names that the grammar leaves to it."""
        from wg_excel.domain.language.name_forms import NameForms, own_forms

        return own_forms(self[NameForms])

    def moment(self, day: dt.date) -> dt.datetime:
        """Return up to which moment a day is judged: the computer's own day up to now, any other to its end."""
        now = dt.datetime.now().astimezone().replace(tzinfo=None)
        return now if now.date() == day else end_of(day)

    def time(self, day: dt.date) -> dt.time | None:
        """Return the time to record with what happens on a day: only where the school counts hours, and only now."""
        now = self.moment(day)
        return now.time().replace(second=0, microsecond=0) if self.settings.counts_hours and now.date() == day else None

    def today(self, given: dt.date | None = None) -> dt.date:
        """Return the day to judge by: the one given, else the school's fixed one, else the computer's."""
        return given or self.settings.today or dt.datetime.now().astimezone().date()
