import datetime as dt

from hypothesis import given, strategies as st

from tests.facts_notation import date, facts, teachers
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.imported.facts import Facts, Lesson
from wg_excel.domain.monitoring.monitoring import Monitoring, monitor
from wg_excel.domain.monitoring.weekly import HEADINGS, WEEKS, Weekly, page, weekly
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings

PERIOD = Period(date("09-01"), date("09-30"))
LIST = """
    09-01 1 5А Алгебра Ким + +
    09-02 1 5А Алгебра Ким + -
    09-15 1 6А Алгебра Ким - -
    09-16 1 6А Чтение Ли + +
"""


def monitored(known: Facts, today: str = "09-30") -> Monitoring:
    return monitor(known, teachers("Ким", "Ли"), SchoolCalendar(), Settings(), PERIOD, date(today))


def test_each_week_has_its_percentage_and_a_week_without_lessons_none() -> None:
    made = weekly(monitored(facts(LIST), today="09-20"))
    assert made.mondays == (dt.date(2026, 8, 31), dt.date(2026, 9, 7), dt.date(2026, 9, 14))
    assert [(line.scope, line.name, line.percents) for line in made.lines] == [
        ("Школа", "Школа", (75, None, 50)),
        ("Класс", "5А", (75, None, None)),
        ("Класс", "6А", (None, None, 50)),
        ("Педагог", "Ким", (75, None, 0)),
        ("Педагог", "Ли", (None, None, 100)),
    ]


def test_the_page_has_a_column_for_every_week_of_a_school_year() -> None:
    heads, school, *_ = page(weekly(monitored(facts(LIST), today="09-20")))
    assert heads[: len(HEADINGS) + 3] == [*HEADINGS, "31.08", "07.09", "14.09"]
    assert school[:7] == ["Школа", "Школа", 62, None, 75, None, 50]
    assert len(heads) == len(school) == len(HEADINGS) + WEEKS


def test_without_a_list_of_lessons_there_are_no_weeks() -> None:
    assert weekly(monitored(Facts())) == Weekly()


lesson = st.builds(
    Lesson,
    day=st.integers(1, 30).map(lambda n: 20260900 + n),
    number=st.integers(1, 7),
    school_class=st.sampled_from(("1А", "5А", "6Б")),
    subject=st.sampled_from(("Алгебра", "Чтение")),
    group=st.just(""),
    teacher=st.sampled_from(("Ким", "Ли")),
    topic=st.integers(0, 1),
    work=st.integers(0, 7),
    homework=st.integers(0, 2),
    topic_day=st.just(0),
    homework_day=st.just(0),
    source=st.just(1),
)


@given(st.lists(lesson, max_size=40))
def test_the_weeks_of_each_add_up_to_the_counts_of_the_period(found: list[Lesson]) -> None:
    monitoring = monitored(Facts(tuple(found)))
    made = {(line.scope, line.name): (line.done, line.due) for line in weekly(monitoring).lines}
    totals = [("Педагог", monitoring.by_teacher), ("Класс", monitoring.by_class)]
    school = {("Школа", "Школа"): _sums(monitoring.school)} if monitoring.rows else {}
    parts = {(scope, line.name): _sums(line.counts) for scope, lines in totals for line in lines}
    assert made == school | parts


def _sums(counts: object) -> tuple[int, int]:
    topics, homework, lessons, due = (
        getattr(counts, name) for name in ("topics", "homework", "lessons", "homework_due")
    )
    return topics + homework, lessons + due
