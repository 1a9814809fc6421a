import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from wg_excel.domain.calendar import SchoolCalendar, recommended_terms, school_calendar
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import DayOff, SchoolTerm

PLAIN = SchoolCalendar()
OWN = school_calendar(
    [SchoolTerm("I", dt.date(2026, 9, 1), dt.date(2026, 10, 30)), SchoolTerm("без конца", dt.date(2026, 11, 9))],
    [
        DayOff(dt.date(2026, 9, 14), None, "Выходной"),
        DayOff(dt.date(2026, 9, 19), None, "Рабочий"),
        DayOff(dt.date(2026, 10, 12), dt.date(2026, 10, 16), "Каникулы"),
        DayOff(None, dt.date(2026, 10, 1), "Выходной"),
    ],
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-09-01", True),
        ("2026-09-05", False),  # Saturday
        ("2026-11-04", False),  # National Unity Day
        ("2026-01-09", False),  # moved from 3 January by the government's decree
        ("2026-12-31", False),  # moved from 4 January
        ("2024-04-27", True),  # a Saturday made working
        ("2024-04-29", False),  # in its place
        ("2026-10-30", True),  # a school break is working time of the staff
    ],
)
def test_the_staff_works_by_the_public_calendar(day: str, works: bool) -> None:  # noqa: FBT001 - expected value
    assert PLAIN.is_working(dt.date.fromisoformat(day)) is works


FIVE, SIX = (school_calendar((), (), week) for week in ("Пятидневная", "Шестидневная"))
# A day, and whether the staff works on it in a week of five and of six days.
WEEKS = """
2026-01-09  no   yes  a day off moved from Saturday, 3 January
2026-03-09  no   no   8 March is a Sunday
2026-05-11  no   yes  9 May is a Saturday
2026-12-31  no   no   a day off moved from Sunday, 4 January
2027-01-09  no   yes  a Saturday
2027-01-10  no   no   a Sunday
2027-02-20  yes  yes  a Saturday made working
2027-02-22  no   yes  in its place
2027-05-01  no   no   a holiday on a Saturday
2027-05-03  no   yes  after it
2027-05-10  no   no   9 May is a Sunday
2027-06-14  no   yes  12 June is a Saturday
"""


@pytest.mark.parametrize("line", WEEKS.strip().splitlines())
def test_no_day_off_is_moved_from_a_saturday_that_is_worked(line: str) -> None:
    day, five, six, *_ = line.split()
    assert [each.is_working(dt.date.fromisoformat(day)) for each in (FIVE, SIX)] == [five == "yes", six == "yes"]


@pytest.mark.parametrize(
    ("day", "number", "five", "six"),
    [
        ("2026-12-30", 1, "2027-01-11", "2027-01-09"),
        ("2027-02-19", 3, "2027-02-25", "2027-02-24"),
        ("2026-10-30", 3, "2026-11-05", "2026-11-03"),
        ("2027-04-30", 2, "2027-05-05", "2027-05-04"),
        ("2027-05-06", 3, "2027-05-12", "2027-05-11"),
        ("2027-06-10", 2, "2027-06-15", "2027-06-14"),
        ("2026-11-01", 0, "2026-11-01", "2026-11-01"),
    ],
)
def test_terms_are_counted_over_holidays_and_the_years_turn(day: str, number: int, five: str, six: str) -> None:
    assert [str(each.after(dt.date.fromisoformat(day), number)) for each in (FIVE, SIX)] == [five, six]


def test_the_schools_own_days_outweigh_the_public_ones() -> None:
    assert not OWN.is_working(dt.date(2026, 9, 14))
    assert OWN.is_working(dt.date(2026, 9, 19))
    assert OWN.after(dt.date(2026, 9, 11), 1) == dt.date(2026, 9, 15)
    assert OWN.between(dt.date(2026, 9, 11), dt.date(2026, 9, 20)) == 5


def test_lessons_are_held_on_working_days_of_a_term() -> None:
    assert OWN.is_lesson_day(dt.date(2026, 9, 19))
    assert not OWN.is_lesson_day(dt.date(2026, 10, 13))
    assert not PLAIN.is_lesson_day(dt.date(2026, 10, 26))


def test_without_terms_the_recommended_ones_stand_in() -> None:
    assert recommended_terms(2026) == (
        Period(dt.date(2026, 9, 1), dt.date(2026, 10, 23)),
        Period(dt.date(2026, 11, 2), dt.date(2026, 12, 30)),
        Period(dt.date(2027, 1, 9), dt.date(2027, 3, 26)),
        Period(dt.date(2027, 4, 5), dt.date(2027, 5, 31)),
    )
    assert [term.last for term in recommended_terms(2025)[:3]] == [
        dt.date(2025, 10, 24),
        dt.date(2025, 12, 30),
        dt.date(2026, 3, 27),
    ]
    assert PLAIN.terms_of(dt.date(2027, 8, 31)) == recommended_terms(2026)


def test_a_term_of_the_school_takes_the_place_of_the_recommended_ones_that_it_touches() -> None:
    first, second, *_ = OWN.terms_of(dt.date(2026, 9, 1))
    assert first.last == dt.date(2026, 10, 30)
    assert second == recommended_terms(2026)[1]
    assert OWN.term_of(dt.date(2026, 10, 31)) is None
    assert OWN.terms_of(dt.date(2025, 9, 1)) == recommended_terms(2025)


@given(st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)), st.integers(0, 30))
def test_as_many_working_days_lie_between_as_were_added(day: dt.date, number: int) -> None:
    assert PLAIN.between(day, PLAIN.after(day, number)) == number


@given(st.integers(2000, 2090))
def test_recommended_terms_follow_one_another(year: int) -> None:
    assert all(one.last < two.first for one, two in pairwise(recommended_terms(year)))


def test_a_school_of_six_days_works_on_saturdays_but_not_on_sundays() -> None:
    saturday = dt.date(2026, 9, 12)
    five, six = (school_calendar((), (), week) for week in ("Пятидневная", "Шестидневная"))
    assert [each.is_working(saturday) for each in (five, six)] == [False, True]
    assert not six.is_working(saturday + dt.timedelta(days=1))
    assert [each.after(saturday - dt.timedelta(days=1), 1).day for each in (five, six)] == [14, 12]
