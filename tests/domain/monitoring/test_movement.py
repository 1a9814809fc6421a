import datetime as dt

import pytest

from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.monitoring.movement import compared_terms, previous
from wg_excel.domain.periods import Period, parse_period

FIRST = Period(dt.date(2026, 9, 1), dt.date(2026, 10, 23))
SECOND = Period(dt.date(2026, 11, 2), dt.date(2026, 12, 30))
CALENDAR = SchoolCalendar((FIRST, SECOND))


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2026-Q4", "2026-Q3"),
        ("2026-11", "2026-10"),
        ("2027-01", "2026-12"),
        ("2026-11-02..2026-12-30", "2026-09-01..2026-10-23"),
        ("2026-11-09..2026-11-15", "2026-11-02..2026-11-08"),
    ],
)
def test_the_period_before_is_of_the_same_kind(period: str, before: str) -> None:
    assert previous(CALENDAR, parse_period(period)) == parse_period(before)


def test_before_the_first_term_comes_the_last_of_the_school_year_before() -> None:
    assert previous(CALENDAR, FIRST) == SchoolCalendar().terms_of(dt.date(2026, 5, 1))[-1]


@pytest.mark.parametrize(
    ("day", "compared"),
    [
        ("2026-10-01", None),
        ("2026-11-15", "2026-11-02..2026-11-15 2026-09-01..2026-10-23"),
        ("2027-08-20", "2026-11-02..2026-12-30 2026-09-01..2026-10-23"),
        ("2027-09-10", None),  # a new school year, whatever moved in the one before
    ],
)
def test_terms_of_one_school_year_are_compared(day: str, compared: str | None) -> None:
    terms = compared and tuple(map(parse_period, compared.split()))
    assert compared_terms(CALENDAR, dt.date.fromisoformat(day)) == terms
