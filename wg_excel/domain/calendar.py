"""The school's calendar: working days, terms and breaks (Labour Code of Russia, art. 112; order of the school)."""

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from wg_excel.domain.language.dates import find_day
from wg_excel.domain.periods import Period, school_year
from wg_excel.domain.settings import FIVE_DAYS, SIX_DAYS, DayOff, SchoolTerm

SATURDAY = 5


@dataclass(frozen=True)
class SchoolCalendar:
    """Working days of the staff: the `week` days from Monday on but public holidays and the school's own days off.

    `off` and `working` are the school's own days and outweigh the public calendar. Breaks (каникулы) are
    working days of the staff but no lesson days.
    """

    terms: tuple[Period, ...] = ()
    off: frozenset[dt.date] = field(default_factory=frozenset)
    working: frozenset[dt.date] = field(default_factory=frozenset)
    breaks: frozenset[dt.date] = field(default_factory=frozenset)
    week: int = 5

    def is_working(self, day: dt.date) -> bool:
        """Tell whether the staff works on a day."""
        if day in self.working:
            return True
        if day in self.off:
            return False
        public = public_days(day.year, self.week)
        return day in public.moved_work or (day.weekday() < self.week and day not in public.holidays)

    def is_lesson_day(self, day: dt.date) -> bool:
        """Tell whether lessons are held on a day."""
        return self.is_working(day) and day not in self.breaks and self.term_of(day) is not None

    def after(self, day: dt.date, working_days: int) -> dt.date:
        """Return the day that is `working_days` working days after a day; 0 gives the day itself."""
        for _ in range(working_days):
            day = self._next(day)
        return day

    def between(self, first: dt.date, last: dt.date) -> int:
        """Count the working days after `first` up to and with `last`; 0 when `last` is not later."""
        return sum(1 for day in _days(first + dt.timedelta(days=1), last) if self.is_working(day))

    def terms_of(self, day: dt.date) -> tuple[Period, ...]:
        """Return the terms of the school year of a day: the school's own, else the recommended ones.

        A recommended term stands in only where no term of the school touches its days.
        """
        year = school_year(day)
        own = [term for term in self.terms if term.touches(year)]
        free = (term for term in recommended_terms(year.first.year) if not any(map(term.touches, own)))
        return tuple(sorted((*own, *free)))

    def term_of(self, day: dt.date) -> Period | None:
        """Return the term that a day belongs to, None in a break."""
        return next((term for term in self.terms_of(day) if day in term), None)

    def _next(self, day: dt.date) -> dt.date:
        day += dt.timedelta(days=1)
        while not self.is_working(day):
            day += dt.timedelta(days=1)
        return day


@dataclass(frozen=True)
class PublicDays:
    """Public holidays with the days moved by the government's decree, and the week-end days made working."""

    holidays: frozenset[dt.date]
    moved_work: frozenset[dt.date]


@cache
def public_days(year: int, week: int = 5) -> PublicDays:
    """Return the public calendar of Russia for a year and a week of so many working days.

    Where Saturday is a working day, no day off is moved from it (Labour Code of Russia, art. 112).
    """
    from holidays.countries.russia import RU

    known = RU(years=year, language="ru")  # type: ignore[no-untyped-call]  # the library's class is untyped
    fixed = RU(years=year, observed=False)  # type: ignore[no-untyped-call]
    origins = {day: _moved_from(day, known, fixed) for day in known}
    rest = (day for day, origin in origins.items() if origin is None or origin.weekday() >= week)
    return PublicDays(frozenset(rest), frozenset(known.weekend_workdays))


def _moved_from(day: dt.date, known: Mapping[dt.date, str], fixed: Container[dt.date]) -> dt.date | None:
    """Return the day whose rest a day stands in for: by decree, or as it fell on a holiday; None for a holiday."""
    if decreed := find_day(known[day]):
        return decreed
    sunday = day - dt.timedelta(days=day.weekday() + 1)
    return None if day in fixed else sunday if sunday in fixed else sunday - dt.timedelta(days=1)


@cache
def recommended_terms(year: int) -> tuple[Period, ...]:
    """Return the four terms that the ministry of education recommends for the school year from `year`.

    The autumn and spring breaks last nine days from a Saturday (24–30 October, 22–28 March), the winter break
    from 31 December to the public holidays' end: so it was in 2024/25 and 2025/26.
    """
    autumn, spring = _saturday_from(dt.date(year, 10, 24)), _saturday_from(dt.date(year + 1, 3, 22))
    day, nine_days = dt.timedelta(days=1), dt.timedelta(days=9)
    return (
        Period(dt.date(year, 9, 1), autumn - day),
        Period(autumn + nine_days, dt.date(year, 12, 30)),
        Period(dt.date(year + 1, 1, 9), spring - day),
        Period(spring + nine_days, dt.date(year + 1, 5, 31)),
    )


def school_calendar(terms: Iterable[SchoolTerm], days: Iterable[DayOff], week: str = FIVE_DAYS) -> SchoolCalendar:
    """Build the calendar from the records of «Календарь» and the school's week; a line without its day is left out."""
    kinds: dict[str, set[dt.date]] = {"Выходной": set(), "Рабочий": set(), "Каникулы": set()}
    for line in days:
        if line.first and line.kind in kinds:
            kinds[line.kind].update(_days(line.first, line.last or line.first))
    return SchoolCalendar(
        tuple(Period(term.first, term.last) for term in terms if term.first and term.last),
        frozenset(kinds["Выходной"]),
        frozenset(kinds["Рабочий"]),
        frozenset(kinds["Каникулы"]),
        week=6 if week == SIX_DAYS else 5,
    )


def _saturday_from(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=(SATURDAY - day.weekday()) % 7)


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + dt.timedelta(days=n) for n in range((last - first).days + 1))
