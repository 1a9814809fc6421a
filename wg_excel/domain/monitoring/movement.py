"""The period before a period, for the movement of indicators (2-eljur-exports 2.4)."""

import datetime as dt

from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.periods import Period, month, quarter_of, school_year

DAY = dt.timedelta(days=1)


def compared_terms(calendar: SchoolCalendar, day: dt.date) -> tuple[Period, Period] | None:
    """Return the latest term of the day's school year up to the day and the term before it, None in the first one."""
    year = school_year(day)
    begun = sorted(term for term in calendar.terms if term.first <= day and term.touches(year))
    if len(begun) < 2:
        return None
    return Period(begun[-1].first, min(begun[-1].last, day)), begun[-2]


def previous(calendar: SchoolCalendar, period: Period) -> Period:
    """Return the period before one: a term before a term, a quarter before a quarter, a month before a month."""
    before = period.first - DAY
    terms = calendar.terms_of(period.first)
    if period in terms:
        earlier = [term for term in (*calendar.terms_of(before), *terms) if term.last < period.first]
        return max(earlier, default=_as_long(period))
    for unit in (quarter_of, _month_of):
        if unit(period.first) == period:
            return unit(before)
    return _as_long(period)


def _as_long(period: Period) -> Period:
    before = period.first - DAY
    return Period(before - (period.last - period.first), before)


def _month_of(day: dt.date) -> Period:
    return month(day.year, day.month)
