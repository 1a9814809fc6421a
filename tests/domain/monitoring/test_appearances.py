import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from tests.facts_notation import date, facts, lessons, teachers
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.imported.facts import Appearance, Export, Facts
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.imported.merging import FactStore
from wg_excel.domain.monitoring.appearances import appearances, count_appeared, difference_words, united
from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.monitoring import Monitoring, monitor
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings

OCTOBER = Period(date("10-01"), date("10-31"))
# Lessons of 6, 10, 14, 17 and 20 October as lists of the 10th and of the 17th show them.
ON_10TH = """
    10-06 1 5А Алгебра Ким - -
    10-10 1 5А Алгебра Ким - -
    10-14 1 5А Алгебра Ким - -
    10-17 1 5А Алгебра Ким - -
    10-20 1 5А Алгебра Ким + -
"""
ON_17TH = """
    10-06 1 5А Алгебра Ким + -
    10-10 1 5А Алгебра Ким + +
    10-14 1 5А Алгебра Ким + -
    10-17 1 5А Алгебра Ким + -
    10-20 1 5А Алгебра Ким + -
"""


def export(text: str, sha: str) -> Export:
    found = Facts(lessons(text, source=0))
    return Export("уроки.xlsx", "lessons", sha, OCTOBER.first, OCTOBER.last, found, rows=len(found.lessons))


def imported(*lists: tuple[int, str]) -> Facts:
    """Import lists of lessons, each on its day, as the workbook does: with the facts and the log of those before."""
    known, log = Facts(), list[Import]()
    for number, (day, text) in enumerate(lists, 1):
        store = FactStore(known, log, day)
        store.take(export(text, f"sha{number}"))
        when = dt.datetime(day // 10000, day // 100 % 100, day % 100, 12)  # noqa: DTZ001 - cells know no zone
        log.append(Import(str(number), when, first=OCTOBER.first, last=OCTOBER.last, rows=1, sha256=f"sha{number}"))
        known = store.facts
    return known


def monitored(known: Facts, today: str = "10-25") -> Monitoring:
    return monitor(known, teachers("Ким"), SchoolCalendar(), Settings(), OCTOBER, date(today))


def test_what_appears_between_two_imports_is_late_in_time_or_unknown() -> None:
    made = monitored(imported((20261010, ON_10TH), (20261017, ON_17TH)))
    school = made.school
    # The 6th was over by the first import; the 17th was filled by its own day; the 10th and the 14th cannot be told.
    assert (school.appeared, school.appeared_late, school.appeared_in_time) == (5, 1, 1)
    assert (school.entries, school.entries_in_time) == (None, None)
    assert made.difference == (
        "Где время внесения не указано, своевременность видна только по разности выгрузок от 10.10.2026 и "
        "17.10.2026: между ними появилось записей – 5: точно в срок – 1, точно позже срока – 1, неизвестно – 3"
    )


def test_two_imports_of_one_day_prove_nothing() -> None:
    assert monitored(imported((20261010, ON_10TH), (20261010, ON_17TH))).school.appeared is None


def test_what_appeared_stays_known_after_a_third_import() -> None:
    twice = imported((20261010, ON_10TH), (20261017, ON_17TH))
    thrice = imported((20261010, ON_10TH), (20261017, ON_17TH), (20261024, ON_17TH))
    assert thrice.appeared == twice.appeared
    assert monitored(thrice).school.appeared == 5


def test_an_entry_that_was_taken_out_again_does_not_count() -> None:
    known = imported((20261010, ON_10TH), (20261017, ON_17TH), (20261024, ON_10TH))
    assert monitored(known).school.appeared is None


def test_a_list_that_tells_its_times_needs_no_comparison() -> None:
    told = lessons("10-06 1 5А Алгебра Ким 10-06 -")
    assert list(appearances(told, [(20261010, lessons(ON_10TH))], 20261017)) == []


@pytest.mark.parametrize(("lesson", "found"), [("10-12", 1), ("10-05", 0)])
def test_a_lesson_that_the_earlier_list_lacked_counts_only_where_it_lay_ahead(lesson: str, found: int) -> None:
    new = lessons(f"{lesson} 3 5А Алгебра Ким + -")
    assert len(list(appearances(new, [(20261010, lessons(ON_10TH))], 20261017))) == found


def test_a_journal_that_no_earlier_list_had_tells_nothing() -> None:
    new = lessons("10-12 3 6А Алгебра Ким + +")
    assert list(appearances(new, [(20261010, lessons(ON_10TH))], 20261017)) == []


def test_of_two_about_one_entry_the_later_stands() -> None:
    first = Appearance(20261006, 1, "5А", "Алгебра", "", "Ким", "topic", 20261001, 20261010)
    assert united([first], [later := first._replace(after=20261010, by=20261017)]) == (later,)


def test_nothing_that_appeared_is_no_data() -> None:
    assert count_appeared([]) == Counts()
    assert difference_words(Counts(), ()) == ""
    assert monitored(facts(ON_17TH)).difference == ""


days = st.integers(1, 28).map(lambda n: 20261000 + n)


@given(st.lists(st.tuples(days, days, days), min_size=1))
def test_surely_in_time_and_surely_late_exclude_each_other(found: list[tuple[int, int, int]]) -> None:
    made = [
        Appearance(day, n, "5А", "Алгебра", "", "Ким", "topic", min(after, by - 1), by)
        for n, (day, after, by) in enumerate(found)
    ]
    counts = count_appeared(made)
    assert counts.appeared == len(found)
    assert (counts.appeared_in_time or 0) + (counts.appeared_late or 0) <= len(found)


cells = st.lists(
    st.tuples(st.integers(1, 30), st.sampled_from("-+"), st.sampled_from("-+")),
    min_size=1,
    max_size=12,
    unique_by=lambda row: row[0],
)
lists = cells.map(lambda rows: "\n".join(f"10-{day:02} 1 5А Алгебра Ким {topic} {work}" for day, topic, work in rows))


@given(lists, lists, lists)
def test_what_appeared_is_never_more_than_what_is_filled(first: str, second: str, third: str) -> None:
    known = imported((20261005, first), (20261012, second), (20261019, third))
    counts = {name: value or 0 for name, value in monitored(known).school._asdict().items()}
    filled = counts["topics"] + sum(1 for lesson in known.lessons if lesson.homework and lesson.day <= 20261025)
    assert counts["appeared_in_time"] + counts["appeared_late"] <= counts["appeared"] <= filled <= counts["lessons"] * 2


def test_both_files_brought_on_one_day_are_compared_by_the_days_on_which_they_were_made() -> None:
    store = FactStore(Facts(), [], 20261024)
    for sha, day, text in (("one", dt.date(2026, 10, 10), ON_10TH), ("two", dt.date(2026, 10, 17), ON_17TH)):
        store.take(replace(export(text, sha), made=day))
    assert monitored(store.facts).difference == monitored(imported((20261010, ON_10TH), (20261017, ON_17TH))).difference
