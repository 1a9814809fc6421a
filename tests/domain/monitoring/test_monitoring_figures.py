import datetime as dt

from tests.facts_notation import facts, teachers
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.figures import Figure, State
from wg_excel.domain.monitoring.monitoring import Monitoring, monitor
from wg_excel.domain.monitoring.monitoring_figures import monitoring_figures
from wg_excel.domain.monitoring.movement import compared_terms
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings

FIRST = Period(dt.date(2026, 9, 1), dt.date(2026, 10, 23))
SECOND = Period(dt.date(2026, 11, 2), dt.date(2026, 12, 29))
TODAY = dt.date(2026, 11, 16)
YEAR = Period(FIRST.first, TODAY)
KNOWN = facts("""
    09-01 1 5А Алгебра Иванова + +
    09-02 1 5А Алгебра Иванова - +
    11-02 1 5А Алгебра Иванова + +
    11-03 1 5А Алгебра Иванова + +
    11-03 1 6А История Ким + +
""")


def counted(period: Period) -> Monitoring:
    return monitor(KNOWN, teachers("Иванова", "Ким"), SchoolCalendar((FIRST, SECOND)), Settings(), period, TODAY)


def figures(terms: tuple[Monitoring, Monitoring] | None = None) -> dict[str, Figure]:
    return {one.id: one for one in monitoring_figures(counted(YEAR), terms)}


def test_a_percentage_stands_with_its_base_and_state() -> None:
    topics = figures()["monitoring.school.topics"]
    assert (topics.value, topics.base, topics.state, topics.text) == (80.0, 5, State.BROKEN, "80 %")


def test_what_no_import_gives_is_unknown() -> None:
    density = figures()["monitoring.school.density"]
    assert (density.value, density.base, density.state, density.text) == (None, None, State.NONE, "нет данных")


def test_each_class_and_each_low_teacher_has_its_figures() -> None:
    known = figures()
    assert known["monitoring.class.6А.topics"].value == 100.0
    assert [one for one in known if one.startswith("monitoring.score.")] == [
        one for one in known if one.startswith("monitoring.score.") and "Иванова" in one
    ]


def test_movement_compares_the_terms_in_percentage_points() -> None:
    moved = figures((counted(SECOND), counted(FIRST)))
    topics = moved["monitoring.movement.topics"]
    assert (topics.value, topics.state, topics.period) == (50.0, State.KEPT, SECOND)
    (score,) = [one for name, one in moved.items() if name.startswith("monitoring.score.")]
    assert score.note.startswith("+")


def test_without_terms_there_is_no_movement() -> None:
    assert not [name for name in figures() if "movement" in name]


def test_the_terms_compared_are_the_latest_two_that_have_begun() -> None:
    calendar = SchoolCalendar((FIRST, SECOND))
    assert compared_terms(calendar, TODAY) == (Period(SECOND.first, TODAY), FIRST)
    assert compared_terms(calendar, dt.date(2026, 10, 1)) is None
    assert compared_terms(calendar, dt.date(2027, 1, 5)) == (SECOND, FIRST)
