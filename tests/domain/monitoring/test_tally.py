import datetime as dt

from tests.facts_notation import date, entries, facts
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.monitoring.tally import tally
from wg_excel.domain.periods import Period

NAMES = {"Ким": "Ким"}
KEY = ("Ким", "5А", "Чтение")


def test_every_source_brings_its_keys() -> None:
    known = facts("09-01 1 5А Чтение Ким + +", "09-01 6А Чтение Ким mark 09-01")
    period = Period(date("09-01"), date("09-30"))
    made = tally(known, NAMES, [], SchoolCalendar(), period, date("10-10"))
    assert made.keys() == {KEY, ("Ким", "6А", "Чтение")}


def test_the_last_lessons_of_both_school_years_of_a_long_period_are_spared() -> None:
    known = facts("10-23 1 5А Чтение Ким + -")
    year_before = known.lessons[0]._replace(day=20251024)
    period = Period(dt.date(2025, 9, 1), dt.date(2026, 12, 30))
    made = tally(Facts((year_before, *known.lessons)), NAMES, [], SchoolCalendar(), period, date("11-10"))
    assert (made.counts(KEY).lessons, made.counts(KEY).homework_due) == (2, 0)


def test_the_log_after_today_does_not_count() -> None:
    known = Facts(entries=entries("09-11 5А Чтение Ким topic 09-01"))
    period = Period(date("09-01"), date("09-30"))
    assert tally(known, NAMES, [], SchoolCalendar(), period, date("09-10")).keys() == set()
