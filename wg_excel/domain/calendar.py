"""The school's calendar: working days, terms and breaks (Labour Code of Russia, art. 112; order of the school)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from wg_excel.domain.periods import Period
from wg_excel.domain.settings import DayOff, SchoolTerm

SATURDAY = 5


@dataclass(frozen=True)
class SchoolCalendar:
    """Working days of the staff: Monday to Friday but public holidays and the school's own days off.

    `off` and `working` are the school's own days and outweigh the public calendar. Breaks (каникулы) are
    working days of the staff but no lesson days.
    """

    terms: tuple[Period, ...] = ()
    off: frozenset[dt.date] = field(default_factory=frozenset)
    working: frozenset[dt.date] = field(default_factory=frozenset)
    breaks: frozenset[dt.date] = field(default_factory=frozenset)

    def is_working(self, day: dt.date) -> bool:
        """Tell whether the staff works on a day."""
        if day in self.working:
            return True
        return day not in self.off and day.weekday() < SATURDAY and day not in public_holidays(day.year)

    def is_lesson_day(self, day: dt.date) -> bool:
        """Tell whether lessons are held on a day."""
        return self.is_working(day) and day not in self.breaks

    def after(self, day: dt.date, working_days: int) -> dt.date:
        """Return the day that is `working_days` working days after a day; 0 gives the day itself."""
        for _ in range(working_days):
            day = self._next(day)
        return day

    def between(self, first: dt.date, last: dt.date) -> int:
        """Count the working days after `first` up to and with `last`; 0 when `last` is not later."""
        return sum(1 for day in _days(first + dt.timedelta(days=1), last) if self.is_working(day))

    def term_of(self, day: dt.date) -> Period | None:
        """Return the term that a day belongs to."""
        return next((term for term in self.terms if day in term), None)

    def _next(self, day: dt.date) -> dt.date:
        day += dt.timedelta(days=1)
        while not self.is_working(day):
            day += dt.timedelta(days=1)
        return day


@cache
def public_holidays(year: int) -> frozenset[dt.date]:
    """Return the public holidays of Russia in a year, with the days moved by the government's decree."""
    from holidays.countries.russia import RU

    return frozenset(RU(years=year))  # type: ignore[no-untyped-call]  # the library's class is untyped


def school_calendar(terms: Iterable[SchoolTerm], days: Iterable[DayOff]) -> SchoolCalendar:
    """Build the calendar from the records of «Календарь»; a line without its first day is left out."""
    kinds: dict[str, set[dt.date]] = {"Выходной": set(), "Рабочий": set(), "Каникулы": set()}
    for line in days:
        if line.first and line.kind in kinds:
            kinds[line.kind].update(_days(line.first, line.last or line.first))
    return SchoolCalendar(
        tuple(Period(term.first, term.last) for term in terms if term.first and term.last),
        frozenset(kinds["Выходной"]),
        frozenset(kinds["Рабочий"]),
        frozenset(kinds["Каникулы"]),
    )


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + dt.timedelta(days=n) for n in range((last - first).days + 1))
