import datetime as dt

import pytest

from wg_excel.domain.periods import BadPeriod, Period
from wg_excel.domain.typed_periods import typed_period

AUTUMN = Period(dt.date(2026, 9, 1), dt.date(2026, 11, 30))
FOURTH = Period(dt.date(2026, 10, 1), dt.date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026-Q4", FOURTH),
        ("4 квартал 2026", FOURTH),
        ("IV кв. 2026 г.", FOURTH),
        ("2026-11", Period(dt.date(2026, 11, 1), dt.date(2026, 11, 30))),
        ("2026-09-01..2026-11-30", AUTUMN),
        ("01.09.2026 – 30.11.2026", AUTUMN),
        ("01.09.2026–30.11.2026", AUTUMN),
        ("с 1 сентября 2026 по 30 ноября 2026", AUTUMN),
        ("01.09.2026-30.11.2026", AUTUMN),
        ("01.09.2026 - 30.11.2026", AUTUMN),
        ("ноябрь 2026", Period(dt.date(2026, 11, 1), dt.date(2026, 11, 30))),
        ("Ноябрь 2026 г.", Period(dt.date(2026, 11, 1), dt.date(2026, 11, 30))),
        ("2026", Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))),
        ("2026 год", Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))),
        ("2026/2027", Period(dt.date(2026, 9, 1), dt.date(2027, 8, 31))),
        ("2026-2027 учебный год", Period(dt.date(2026, 9, 1), dt.date(2027, 8, 31))),
    ],
)
def test_a_period_is_read_in_the_forms_that_people_type(text: str, period: Period) -> None:
    assert typed_period(text) == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "осень",
        "осень 2026",
        "сентябрь",
        "2026-13",
        "2026/2029",
        "5 квартал 2026",
        "30.11.2026–01.09.2026",
        "01.09.2026–",
    ],
)
def test_what_is_no_period_is_refused_with_the_forms_that_are(text: str) -> None:
    with pytest.raises(BadPeriod, match="2026-Q4"):
        typed_period(text)
