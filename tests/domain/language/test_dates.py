import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given, strategies as st

from wg_excel.domain.language.dates import (
    NoSuchDay,
    NotADay,
    NotReadAsDay,
    SerialOutOfRange,
    YearMissing,
    YearOutOfRange,
    day_of_serial,
    find_day,
    read_day,
    read_time,
    time_of_fraction,
    without_days,
)
from wg_excel.domain.language.wording import long_date, short_date

FIRST = dt.date(2026, 9, 1)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2079, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "1.9.2026",
        "01.09.2026",
        "01.09.26",
        "1 сентября 2026 г.",
        "«1» сентября 2026 года",
        "1 сен 2026",
        "1 сент. 2026 г.",
        "01/09/2026",
        "01-09-2026",
        "01,09,2026",
        "01 09 2026",
        "2026-09-01",
        "2026-09-01T08:15:00",
        "01.09.2026 14:30",
        "вт, 1 сентября 2026",
        "1 сентября\u00a02026 г.",
        " 01.09.2026г ",
        "1 ceнтября 2026",  # Latin c and e
        "01-сен-26",
        "1.сен.2026",
        "1.IX.2026",
        "01·09·2026",
        "01 – 09 – 2026",
        "01.09.'26",
        "01.09.2026.",
        "от 01.09.2026",
        "01.09.2026 (вт)",
        "1 сентября 2026 г., вторник",
        "во вторник, 1 сентября 2026",
        "О1.О9.2О26",  # the letter О for noughts
    ],
)
def test_the_usual_forms_of_a_date_are_read(text: str) -> None:
    assert read_day(text) == FIRST


@pytest.mark.parametrize(
    ("text", "failure"),
    [
        ("31.02.2026", NoSuchDay),
        ("30 февраля 2026", NoSuchDay),
        ("09/13/2026", NoSuchDay),
        ("00.09.2026", NoSuchDay),
        ("01.09.0206", YearOutOfRange),
        ("01.09.2206", YearOutOfRange),
        ("01.09.202", YearOutOfRange),
        ("01.09.20026", YearOutOfRange),
        ("1 сентября", YearMissing),
        ("01.09", YearMissing),
        ("скоро", NotReadAsDay),
        ("01.09.2026–05.09.2026", NotReadAsDay),
        ("сентябрь 2026", NotReadAsDay),
        ("", NotReadAsDay),
    ],
)
def test_what_is_no_day_fails_for_its_own_reason(text: str, failure: type[NotADay]) -> None:
    with pytest.raises(failure):
        read_day(text)


def test_an_impossible_day_is_told_with_the_days_of_its_month() -> None:
    with pytest.raises(NoSuchDay, match="такого дня нет, в феврале 2026 года 28 дней"):
        read_day("31.02.2026")


@given(DAYS)
def test_every_day_is_read_back_from_every_form(day: dt.date) -> None:
    forms = (short_date(day), long_date(day), f"{day:%d.%m.%y}", day.isoformat(), f"{day.day}.{day.month}.{day.year}")
    assert {read_day(form) for form in forms} == {day}


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_no_day(text: str) -> None:
    with suppress(NotADay):
        assert isinstance(read_day(text), dt.date)


@given(DAYS)
def test_a_serial_gives_its_day(day: dt.date) -> None:
    assert day_of_serial((day - dt.date(1899, 12, 30)).days + 0.5) == day


@pytest.mark.parametrize("number", [0.0, 1.0, 2026.0, 20260901.0, -5.0, 1e12, float("nan"), float("inf")])
def test_a_number_that_is_no_day_of_these_times_fails(number: float) -> None:
    with pytest.raises(SerialOutOfRange):
        day_of_serial(number)


def test_a_day_is_found_within_a_text() -> None:
    assert find_day("№ 154-од от «30» апреля 2021 г.") == dt.date(2021, 4, 30)
    assert find_day("приказ 31.02.2026 или 28.02.2026") == dt.date(2026, 2, 28)
    assert find_day("№ 154-од") is None
    assert without_days("№ 154-од от 30.04.2021").split() == ["№", "154-од", "от"]


@pytest.mark.parametrize("text", ["14:30", "14.30", "14-30", "14:30:00", "14 ч 30 мин", "14 ч. 30 мин."])
def test_the_usual_forms_of_a_time_are_read(text: str) -> None:
    assert read_time(text) == dt.time(14, 30)


@pytest.mark.parametrize("text", ["25:00", "14:75", "утром", ""])
def test_what_is_no_time_is_not_read(text: str) -> None:
    assert read_time(text) is None


@given(st.times())
def test_a_fraction_of_a_day_gives_its_minute(time: dt.time) -> None:
    time = time.replace(second=0, microsecond=0)
    assert time_of_fraction((time.hour * 60 + time.minute) / 1440) == time
