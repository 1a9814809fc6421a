"""Quarters in which a meeting is due (B 6.1): calendar ones, or school terms where the school set so."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from wg_excel.domain.group import Group
from wg_excel.domain.members.members import Member
from wg_excel.domain.periods import Period, quarter_name, quarters, school_year
from wg_excel.domain.settings import QUARTER_KINDS

ROMAN = ("I", "II", "III", "IV", "V", "VI")
# What a school calls its terms, by how many a year has.
TERMS = {2: "полугодии", 3: "триместре", 4: "четверти"}
OTHERWISE = "учебном периоде"
CALENDAR, STUDY = QUARTER_KINDS
MONTH = dt.timedelta(days=30)


class Quarter(NamedTuple):
    """A quarter: its name (`2026-Q2`, `2026/27-1`), its days, the last day that counts for it, how many a year has."""

    name: str
    days: Period
    counted_to: dt.date
    of: int = 4

    @property
    def where(self) -> str:
        """Return the quarter as a sentence begins with it: «Во II квартале 2026 года»."""
        number = ROMAN[int(self.name[-1]) - 1]
        preposition = "Во" if number == "II" else "В"
        if "Q" in self.name:
            return f"{preposition} {number} квартале {self.days.first.year} года"
        return f"{preposition} {number} {TERMS.get(self.of, OTHERWISE)} {self.name[:-2]} учебного года"

    @property
    def warns_from(self) -> dt.date:
        """Return the first day of the quarter's last month (at least the last 30 days of a term)."""
        return min(self.days.last.replace(day=1), self.days.last - MONTH + dt.timedelta(days=1))


def quarters_due(group: Group, today: dt.date, kind: str = "") -> tuple[Quarter, ...]:
    """Return the quarters up to today's in which the group owes a meeting, of the kind given or else set.

    They begin with the group: its order's day, else the first inclusion of a member, else its first meeting.
    A quarter of which the group saw less than 30 days is not counted. A calendar quarter counts in summer too: the
    clause knows no exception, and III квартал has its September.
    """
    founded = founding_day(group)
    if not founded:
        return ()
    made = _terms(group, founded, today) if (kind or group.settings.quarters) == STUDY else _calendar(founded, today)
    seen = (each for each in made if each.days.last - founded + dt.timedelta(days=1) >= MONTH)
    return tuple(each for each in seen if each.days.first <= today)


def counted_now(group: Group, today: dt.date, kind: str = "") -> Quarter | None:
    """Return the quarter for which a meeting held today counts; None before the first."""
    due = quarters_due(group, today, kind)
    return due[-1] if due and today <= due[-1].counted_to else None


def every_quarter(group: Group, kind: str, day: dt.date) -> str:
    """Return how often a meeting is due by a kind of quarters: «в каждом квартале», «в каждом триместре»."""
    if kind != STUDY:
        return "в каждом квартале"
    term = TERMS.get(len(group.calendar.terms_of(day)), OTHERWISE)
    return f"в {'каждой' if term == TERMS[4] else 'каждом'} {term}"


def other_kind(kind: str) -> str:
    """Return the kind of quarters that the school did not choose."""
    return CALENDAR if kind == STUDY else STUDY


def founding_day(group: Group) -> dt.date | None:
    """Return the day since which the group exists."""
    included = [member.since for member in group[Member] if member.since]
    held = [meeting.date for meeting in group.index.held if meeting.date]
    return group.settings.order_date or min(included, default=None) or min(held, default=None)


def _calendar(first: dt.date, last: dt.date) -> Iterator[Quarter]:
    return (Quarter(quarter_name(period), period, period.last) for period in quarters(first, last))


def _terms(group: Group, first: dt.date, last: dt.date) -> Iterator[Quarter]:
    """Yield the terms; a meeting in the break after a term still counts for it."""
    year = school_year(first)
    while year.first <= last:
        terms = group.calendar.terms_of(year.first)
        ends = [term.first - dt.timedelta(days=1) for term in terms[1:]] + [year.last]
        for number, (term, end) in enumerate(zip(terms, ends, strict=True), 1):
            if term.last >= first and number <= len(ROMAN):
                yield Quarter(f"{year.first.year}/{year.last.year % 100:02}-{number}", term, end, len(terms))
        year = school_year(year.last + dt.timedelta(days=1))
