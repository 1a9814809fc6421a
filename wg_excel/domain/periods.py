"""Periods of time: ranges of days, calendar quarters, school years (4-contract 4.1: `2026-Q4`, `2026-11`)."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from wg_excel.domain.failures import Failure


class BadPeriod(Failure):
    """The text is no period; the message tells the forms that are."""

    def __init__(self, text: str) -> None:
        super().__init__(f"Период «{text}» не понят: напишите, например, 2026-Q4, 2026-11 или 2026-09-01..2026-11-22.")


@dataclass(frozen=True, order=True)
class Period:
    """Days from `first` to `last`, both counted."""

    first: dt.date
    last: dt.date

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def covers(self, other: Self) -> bool:
        """Tell whether the other period lies wholly inside."""
        return self.first <= other.first and other.last <= self.last

    def touches(self, other: Self) -> bool:
        """Tell whether the periods have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        return f"{self.first:%d.%m.%Y} – {self.last:%d.%m.%Y}"


def month(year: int, number: int) -> Period:
    """Return a calendar month."""
    return Period(dt.date(year, number, 1), dt.date(year, number, monthrange(year, number)[1]))


def quarter(year: int, number: int) -> Period:
    """Return a calendar quarter, `number` from 1 to 4."""
    return Period(month(year, 3 * number - 2).first, month(year, 3 * number).last)


def quarter_of(day: dt.date) -> Period:
    """Return the calendar quarter of a day."""
    return quarter(day.year, (day.month + 2) // 3)


def quarter_name(period: Period) -> str:
    """Return the name of a calendar quarter: `2026-Q4`."""
    return f"{period.first.year}-Q{(period.first.month + 2) // 3}"


def quarters(first: dt.date, last: dt.date) -> Iterator[Period]:
    """Yield the calendar quarters that touch the days from `first` to `last`."""
    current = quarter_of(first)
    while current.first <= last:
        yield current
        current = quarter_of(current.last + dt.timedelta(days=1))


def school_year(day: dt.date) -> Period:
    """Return the school year of a day: 1 September to 31 August."""
    year = day.year if day.month >= 9 else day.year - 1
    return Period(dt.date(year, 9, 1), dt.date(year + 1, 8, 31))


def parse_period(text: str) -> Period:
    """Read `2026-Q4`, `2026-11` or `2026-09-01..2026-11-22`; raise BadPeriod for anything else."""
    try:
        return _parsed(text.strip())
    except ValueError:
        raise BadPeriod(text) from None


def _parsed(text: str) -> Period:
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", text):
        return quarter(int(found[1]), int(found[2]))
    if found := re.fullmatch(r"(\d{4})-(\d{2})", text):
        return month(int(found[1]), int(found[2]))
    first, last = (dt.date.fromisoformat(part.strip()) for part in text.split("..", 1))
    if last < first:
        raise ValueError(text)
    return Period(first, last)
