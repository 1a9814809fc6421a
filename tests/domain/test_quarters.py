import datetime as dt
from typing import Any

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.quarters import CALENDAR, STUDY, every_quarter, founding_day, quarters_due


def due(founded: str, today: str, **settings: Any) -> list[str]:
    group = group_of("", order_date=dt.date.fromisoformat(founded), **settings)
    return [each.name for each in quarters_due(group, dt.date.fromisoformat(today))]


def test_calendar_quarters_run_from_the_order_to_today() -> None:
    assert due("2026-02-01", "2026-07-01") == ["2026-Q1", "2026-Q2", "2026-Q3"]


@pytest.mark.parametrize(("founded", "first"), [("2026-06-01", "2026-Q2"), ("2026-06-02", "2026-Q3")])
def test_a_quarter_counts_when_the_group_saw_thirty_days_of_it(founded: str, first: str) -> None:
    assert due(founded, "2026-12-01")[0] == first


def test_school_terms_are_counted_where_the_school_set_so() -> None:
    assert due("2026-09-01", "2027-01-15", quarters="Учебные") == ["2026/27-1", "2026/27-2", "2026/27-3"]


@pytest.mark.parametrize(
    ("terms", "where", "every"),
    [
        ("09-01..10-23 11-02..12-30 01-11..03-19 03-29..05-28", "В IV четверти", "в каждой четверти"),
        ("09-01..11-21 11-30..02-20 03-01..05-28", "В III триместре", "в каждом триместре"),
        ("09-01..12-30 01-11..05-28", "Во II полугодии", "в каждом полугодии"),
        (
            "09-01..10-03 10-12..11-14 11-23..12-30 01-11..02-20 03-01..04-10 04-19..05-28",
            "В VI учебном периоде",
            "в каждом учебном периоде",
        ),
    ],
)
def test_a_term_is_called_as_schools_with_so_many_call_it(terms: str, where: str, every: str) -> None:
    days = [[f"{2026 if day > '08' else 2027}-{day}" for day in term.split("..")] for term in terms.split()]
    lines = "\n".join(f"{number:<8}  {first}  {last}" for number, (first, last) in enumerate(days, 1))
    text = f"tblTerms\nЧетверть  Начало      Конец\n{lines}"
    group = group_of(text, order_date=dt.date(2026, 9, 1), quarters="Учебные")
    assert quarters_due(group, dt.date(2027, 5, 20))[-1].where == f"{where} 2026/27 учебного года"
    assert every_quarter(group, STUDY, dt.date(2027, 5, 20)) == every
    assert every_quarter(group, CALENDAR, dt.date(2027, 5, 20)) == "в каждом квартале"


def test_the_last_month_begins_on_its_first_day() -> None:
    warned = [each.warns_from for each in quarters_due(group_of(""), dt.date(2026, 12, 1))]
    assert warned == [dt.date(2026, month, 1) for month in (3, 6, 9, 12)]


def test_without_an_order_the_group_exists_since_its_first_member_or_meeting() -> None:
    assert founding_day(group_of("", order_date=None)) == dt.date(2026, 1, 12)
    meeting = """
        Заседания
        №  Дата        Статус
        1  2026-02-10  Проведено
    """
    assert founding_day(group_of(meeting, fill=False)) == dt.date(2026, 2, 10)
    assert founding_day(group_of("Заседания\n№", fill=False)) is None
