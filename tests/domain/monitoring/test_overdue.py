import datetime as dt

import pytest
from hypothesis import given, strategies as st

from tests.facts_notation import date, day, facts, teachers
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.imported.facts import Facts, Figure, Lesson, unmarked_name
from wg_excel.domain.monitoring.lesson_gaps import lesson_gaps
from wg_excel.domain.monitoring.monitoring import Monitoring, monitor
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings

STAFF = teachers("Иванова", "Ким", "Ли")
PERIOD = Period(date("09-01"), date("10-23"))
LISTED = """
    09-07 1 5А Алгебра Иванова + +
    09-07 2 5А Алгебра Иванова - +
    09-08 1 5А Алгебра Иванова + - control
    09-09 1 5А Алгебра Иванова + +
"""


def page(
    *unmarked: str, teacher: str = "Иванова", group: str = "", lessons: int = 4, counted: int = -1, last: str = "10-23"
) -> Facts:
    """Return a page of the journal whose lessons without marks are named `09-07.2`: the second one of 7 September."""
    place = (day("09-01"), day(last), "journal", "5А", "Алгебра", group, teacher)
    days = [(day(one[:5]), int(one[6:] or 1)) for one in unmarked]
    values = {
        "lessons": lessons,
        "lessons_without_marks": len(days) if counted < 0 else counted,
        **{unmarked_name(*one): 1 for one in days},
    }
    return Facts(figures=tuple(Figure(*place, name, value, 9) for name, value in values.items()))


def monitored(listed: str, *pages: Facts, today: str = "10-10", wanted: str = "Да") -> Monitoring:
    known = facts(listed) if listed else Facts()
    figures = tuple(figure for each in pages for figure in each.figures)
    settings = Settings(every_lesson_marked=wanted)
    return monitor(Facts(known.lessons, figures=figures), STAFF, SchoolCalendar(), settings, PERIOD, date(today))


def gaps(monitoring: Monitoring) -> list[tuple[str, str, int | None, str]]:
    return [(gap.teacher, f"{gap.day:%m-%d}", gap.number, gap.missing) for gap in lesson_gaps(monitoring)]


def test_a_lesson_that_lacks_several_things_is_overdue_once() -> None:
    made = monitored(LISTED, page("09-07.2", "09-09"))
    assert (made.school.overdue, made.school.lessons_judged) == (2, 4)
    assert gaps(made) == [("Иванова", "09-07", 2, "тема, отметки или «н»"), ("Иванова", "09-09", 1, "отметки или «н»")]


@pytest.mark.parametrize(
    ("today", "overdue"),
    [
        ("09-07", 0),
        ("09-08", 1),  # the topic of the 7th
        ("09-09", 2),  # and its marks, the first working day after the lesson being over
        ("09-17", 2),  # marks of the control work of the 8th have seven working days
        ("09-18", 3),
    ],
)
def test_marks_have_their_term_and_those_of_a_control_work_a_longer_one(today: str, overdue: int) -> None:
    made = monitored(LISTED, page("09-07.1", "09-08"), today=today)
    assert made.school.overdue == overdue


def test_without_a_list_pages_alone_tell_of_overdue_marks() -> None:
    made = monitored("", page("09-07", "09-08"))
    assert (made.school.overdue, made.school.lessons_judged) == (2, 4)
    assert gaps(made) == [("Иванова", "09-07", None, "отметки или «н»"), ("Иванова", "09-08", None, "отметки или «н»")]


def test_a_page_that_only_counts_its_lessons_without_marks_tells_nothing_of_days() -> None:
    made = monitored("", page(counted=3))
    assert (made.school.overdue, made.school.lessons_without_marks) == (None, 3)


def test_a_school_may_want_no_mark_at_each_lesson() -> None:
    made = monitored(LISTED, page("09-07.1", "09-09"), wanted="Нет")
    assert (made.school.overdue, made.school.lessons_without_marks) == (1, 2)


def test_a_lesson_of_the_page_that_the_list_lacks_counts_with_its_teacher() -> None:
    made = monitored(LISTED, page("09-21", lessons=5))
    assert (made.school.overdue, made.school.lessons_judged, made.school.lessons) == (2, 5, 4)


def test_whoever_stood_in_is_asked_for_the_marks_of_that_lesson() -> None:
    made = monitored(LISTED + "09-10 3 5А Алгебра Ким + +", page("09-10", lessons=5))
    assert gaps(made)[-1] == ("Ким", "09-10", 3, "отметки или «н»")
    assert [(line.name, line.counts.overdue) for line in made.by_teacher] == [("Иванова", 1), ("Ким", 1)]


def test_whoever_left_in_the_middle_of_a_term_is_asked_for_the_marks_of_that_time() -> None:
    before = page("09-07.2", "09-08", last="09-08")
    after = page("09-09", "09-10", teacher="Ким")
    made = monitored(LISTED + "    09-10 1 5А Алгебра Ким + +\n", before, after)
    assert made.school.lessons_judged == made.school.lessons == 5
    assert [gap[:2] for gap in gaps(made)] == [
        ("Иванова", "09-07"),
        ("Иванова", "09-08"),
        ("Иванова", "09-09"),
        ("Ким", "09-10"),
    ]


def test_groups_of_a_class_count_for_their_own_teachers() -> None:
    both = "09-07 1 5А Алгебра Ким + +\n09-07 1 5А Алгебра Ли + +"
    made = monitored(both, page("09-07", teacher="Ким", group="1"), page(teacher="Ли", group="2"))
    assert gaps(made) == [("Ким", "09-07", 1, "отметки или «н»")]


def test_the_first_year_has_no_marks() -> None:
    first = page("09-07")
    figures = tuple(figure._replace(school_class="1А") for figure in first.figures)
    assert monitored("", Facts(figures=figures)).school.overdue is None


HELD = st.builds(
    Lesson,
    day=st.sampled_from([20260907, 20260908, 20260909]),
    number=st.integers(0, 3),
    school_class=st.just("5А"),
    subject=st.just("Алгебра"),
    group=st.sampled_from(["", "1"]),
    teacher=st.sampled_from(["Иванова", "Ким"]),
    topic=st.integers(0, 1),
    work=st.integers(0, 3),
    homework=st.integers(0, 2),
    topic_day=st.just(0),
    homework_day=st.just(0),
    source=st.just(1),
)
DAYS = st.sets(st.tuples(st.sampled_from(["09-07", "09-08", "09-21"]), st.integers(1, 2)), max_size=4)


@given(st.lists(HELD, max_size=8), DAYS, st.dates(dt.date(2026, 9, 7), dt.date(2026, 10, 10)))
def test_the_sheet_of_gaps_has_as_many_lines_as_there_are_overdue_lessons(
    held: list[Lesson], days: set[tuple[str, int]], today: dt.date
) -> None:
    own = page(*(f"{of}.{place}" for of, place in sorted(days)), lessons=8)
    known = Facts(tuple(held), figures=own.figures)
    made = monitor(known, STAFF, SchoolCalendar(), Settings(), PERIOD, today)
    assert len(lesson_gaps(made)) == (made.school.overdue or 0) <= (made.school.lessons_judged or 0)
    assert made.school.overdue == sum(line.counts.overdue or 0 for line in made.by_teacher)
