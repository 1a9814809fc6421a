# ruff: noqa: DTZ001 - a sheet knows no time zones

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from wg_excel.headless.cells.dates import from_serial, to_serial

moments = st.datetimes(dt.datetime(1904, 1, 2), dt.datetime(9999, 12, 30)).map(
    lambda value: value.replace(microsecond=value.microsecond // 1000 * 1000)
)


@given(moments, st.booleans())
def test_a_moment_survives_both_systems_to_the_millisecond(moment: dt.datetime, date1904: bool) -> None:  # noqa: FBT001
    assert from_serial(to_serial(moment, date1904=date1904), date1904=date1904) == moment


@pytest.mark.parametrize(
    ("serial", "moment"),
    [
        (1, dt.datetime(1900, 1, 1)),
        (59, dt.datetime(1900, 2, 28)),
        (61, dt.datetime(1900, 3, 1)),
        (46024.5, dt.datetime(2026, 1, 2, 12)),
    ],
)
def test_serials_around_the_day_that_never_was_are_excels(serial: float, moment: dt.datetime) -> None:
    assert from_serial(serial, date1904=False) == moment
    assert to_serial(moment, date1904=False) == serial


def test_times_and_durations_are_parts_of_a_day() -> None:
    assert to_serial(dt.time(18), date1904=False) == 0.75
    assert to_serial(dt.timedelta(hours=36), date1904=False) == 1.5


def test_a_number_that_is_no_date_stays_a_number() -> None:
    assert from_serial(-1, date1904=False) == -1
    assert from_serial(3e6, date1904=False) == 3e6
