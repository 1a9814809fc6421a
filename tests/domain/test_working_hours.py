import datetime as dt

import pytest
from hypothesis import given, strategies as st

from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.working_hours import WorkingHours

HOURS = WorkingHours(SchoolCalendar().is_working, dt.time(8, 30), dt.time(17))
DAYS = st.dates(dt.date(2026, 9, 1), dt.date(2027, 5, 31))
MOMENTS = st.builds(dt.datetime.combine, DAYS, st.builds(dt.time, st.integers(0, 23), st.integers(0, 59)))


def moment(text: str) -> dt.datetime:
    return dt.datetime.strptime(text, "%d.%m.%y %H:%M")  # noqa: DTZ007 - the school's own time


@pytest.mark.parametrize(
    ("first", "minutes", "last"),
    [
        ("02.11.26 09:00", 240, "02.11.26 13:00"),
        ("02.11.26 09:00", 480, "02.11.26 17:00"),
        ("02.11.26 09:00", 481, "03.11.26 08:31"),
        ("03.11.26 16:59", 2, "05.11.26 08:31"),  # Wednesday 4 November is a holiday
        ("07.11.26 12:00", 30, "09.11.26 09:00"),
        ("02.11.26 05:00", 0, "02.11.26 05:00"),
    ],
)
def test_working_time_passes_within_the_hours_of_working_days(first: str, minutes: int, last: str) -> None:
    assert HOURS.after(moment(first), minutes) == moment(last)
    assert HOURS.between(moment(first), moment(last)) == minutes


@given(MOMENTS, st.integers(0, 5000))
def test_what_is_counted_on_is_counted_back(first: dt.datetime, minutes: int) -> None:
    assert HOURS.between(first, HOURS.after(first, minutes)) == minutes


@given(MOMENTS, MOMENTS)
def test_no_time_passes_backwards(one: dt.datetime, other: dt.datetime) -> None:
    assert HOURS.between(max(one, other), min(one, other)) == 0
