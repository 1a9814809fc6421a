from tests.facts_notation import lessons
from wg_excel.domain.imported.facts import Work
from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.lesson_counts import (
    by_slot,
    count_briefings,
    count_lessons,
    first_days,
    last_of_terms,
    lessons_by_key,
)

LIST = lessons("""
    09-01 1 5А Алгебра Иванова + +
    09-01 2 5А Алгебра Иванова + -
    09-02 1 6А Алгебра Ким - +
""")


def test_lessons_are_sorted_by_the_matched_teacher() -> None:
    found = lessons_by_key(LIST, {"Иванова": "Иванова Мария"}, (20260901, 20260930))
    assert found == {("Иванова Мария", "5А", "Алгебра"): list(LIST[:2])}


def test_of_two_rows_for_one_place_the_later_stands() -> None:
    again = LIST[0]._replace(topic=0)
    assert list(by_slot([*LIST[:2], again]).values()) == [again, LIST[1]]


def test_lessons_without_a_number_have_places_of_their_own() -> None:
    assert len(by_slot([LIST[0]._replace(number=0)] * 3)) == 3


def test_the_last_place_of_each_term_is_found() -> None:
    slots = [(20260901, 1), (20261022, 5), (20261023, 2), (20261023, 1), (20261102, 1)]
    terms = [(20260901, 20261023), (20261102, 20261230), (20270109, 20270326)]
    assert last_of_terms(slots, terms) == {(20261023, 2), (20261102, 1)}


def test_what_is_missing_is_overdue_from_the_next_day_on() -> None:
    slots = by_slot(LIST)
    days = (20260901, 20260902, 20260903)
    assert [count_lessons(slots, set(), set(), day, has_homework=True).overdue for day in days] == [0, 1, 2]
    assert count_lessons(slots, set(), set(), 20260903, has_homework=False).overdue == 1


def test_the_first_lessons_of_september_and_january_are_to_name_a_safety_briefing() -> None:
    named, plain = Work.BRIEFING | Work.CONTROL, Work.ORDINARY
    rows = [LIST[0]._replace(day=day, work=int(work)) for day, work in ((20260901, named), (20260902, plain))]
    january = LIST[0]._replace(day=20270111)
    slots, firsts = by_slot([*rows, january]), first_days([*rows, january]).values()
    assert count_briefings(slots, (20260901, 20270131), firsts) == Counts(briefings_due=2, briefings_missing=1)
    assert count_briefings(slots, (20260901, 20261230), firsts) == Counts(briefings_due=1, briefings_missing=0)


def test_who_stands_in_after_the_first_day_need_not_brief_the_class_again() -> None:
    firsts = first_days([LIST[0], LIST[0]._replace(day=20260907, teacher="Ким")]).values()
    assert count_briefings(by_slot([LIST[0]._replace(day=20260907)]), (20260901, 20260930), firsts) == Counts()


def test_each_group_of_a_class_begins_on_its_own_day() -> None:
    second = LIST[0]._replace(day=20260902, group="2")
    assert sorted(first_days([LIST[0], second, LIST[0]._replace(day=20260903)]).values()) == [20260901, 20260902]


def test_a_lesson_without_a_topic_tells_nothing_of_its_briefing() -> None:
    assert count_briefings(by_slot([LIST[0]._replace(topic=0)]), (20260901, 20260930), {20260901}) == Counts()
