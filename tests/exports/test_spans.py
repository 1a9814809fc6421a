import datetime as dt

import pytest
from hypothesis import given, strategies as st

from wg_excel.domain.periods import Period
from wg_excel.exports.spans import span_in, year_in
from wg_excel.exports.terms import Calendar, dated

TODAY = dt.date(2026, 11, 22)
TERMS = (Period(dt.date(2026, 9, 1), dt.date(2026, 10, 23)), Period(dt.date(2026, 11, 2), dt.date(2026, 12, 30)))


def span(*texts: str, terms: tuple[Period, ...] = TERMS) -> str:
    return str(span_in(texts, Calendar(TODAY, terms)))


FORMS = (
    "Период: {a} – {b}",
    "с {a} по {b}",
    "{a}-{b}",
    "за период с {a} г. по {b} г.",
    "{a} ... {b} (итог)",
    "{a} до {b}",
)


@given(st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), st.integers(0, 300), st.sampled_from(FORMS))
def test_two_dates_are_a_period_in_every_form(first: dt.date, days: int, form: str) -> None:
    last = first + dt.timedelta(days=days)
    written = form.format(a=f"{first:%d.%m.%Y}", b=f"{last:%d.%m.%Y}")
    assert span_in([written], Calendar(TODAY)) == Period(first, last)


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("I четверть", "01.09.2026 – 23.10.2026"),
        ("за 2 четверть 2026/2027 учебного года", "02.11.2026 – 30.12.2026"),
        ("2-я четверть", "02.11.2026 – 30.12.2026"),
        ("2 четв.", "02.11.2026 – 30.12.2026"),
        ("III четверть", "01.01.2027 – 31.03.2027"),
        ("первая четверть", "01.09.2026 – 23.10.2026"),
        ("1 полугодие", "01.09.2026 – 31.12.2026"),
        ("II триместр", "01.12.2026 – 28.02.2027"),
        ("за сентябрь 2026", "01.09.2026 – 30.09.2026"),
        ("Сентябрь – октябрь", "01.09.2026 – 31.10.2026"),
        ("за март 2026 года", "01.03.2026 – 31.03.2026"),
        ("на 01.10.2026", "01.10.2026 – 01.10.2026"),
        ("1 сентября 2026 г. – 23 октября 2026 г.", "01.09.2026 – 23.10.2026"),
        ("Школа № 1", "None"),
        ("23.10.2026 – 01.09.2026", "23.10.2026 – 23.10.2026"),
    ],
)
def test_terms_months_and_days_are_periods(written: str, period: str) -> None:
    assert span(written) == period


def test_dates_outweigh_a_term_named_above_them() -> None:
    assert span("I четверть", "с 01.09.2026 по 30.09.2026") == "01.09.2026 – 30.09.2026"


def test_a_school_year_is_two_years_in_a_row() -> None:
    assert (
        year_in(["Учебный год: 2026/2027"])
        == year_in(["2026-27 уч. г."])
        == Period(dt.date(2026, 9, 1), dt.date(2027, 8, 31))
    )
    assert year_in(["тел. 2026/2031"]) is None


@given(st.integers(1, 12))
def test_a_month_lies_within_its_school_year(month: int) -> None:
    year = Period(dt.date(2026, 9, 1), dt.date(2027, 8, 31))
    assert dated(year, month, 5) in year
