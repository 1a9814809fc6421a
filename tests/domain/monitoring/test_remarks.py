from tests.facts_notation import date, facts, teachers
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.monitoring import Monitoring, monitor
from wg_excel.domain.monitoring.remarks import compare, lowest, remarks, score_of
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings

LESSONS = """
    09-01 1 5А Алгебра Иванова - +
    09-02 1 5А Алгебра Иванова + +
    09-01 1 6А Алгебра Иванова + +
    09-01 2 5А Чтение Ким + -
    09-03 2 5А Чтение Ким + +
    09-03 3 5А Труд Цой + +
"""


def monitored(first: str, last: str) -> Monitoring:
    staff = teachers("Иванова", "Ким", "Цой")
    period = Period(date(first), date(last))
    return monitor(facts(LESSONS), staff, SchoolCalendar(), Settings(), period, date("10-10"))


def test_a_low_indicator_makes_a_remark_about_its_row() -> None:
    told = [
        (remark.row.teacher, remark.row.school_class, remark.text) for remark in remarks(monitored("09-01", "09-30"))
    ]
    assert told == [
        ("Иванова", "5А", "Темы записаны в 1 уроке из 2"),
        ("Ким", "5А", "Домашнее задание записано в 1 уроке из 2, где оно нужно"),
    ]


def test_the_lowest_come_first_and_whoever_has_all_is_not_among_them() -> None:
    made = monitored("09-01", "09-30")
    assert [line.name for line in lowest(made, 5)] == ["Ким", "Иванова"]
    assert [line.name for line in lowest(made, 1)] == ["Ким"]


def test_a_score_is_the_mean_of_what_is_known() -> None:
    assert score_of(Counts()) is None
    assert score_of(Counts(lessons=10, topics=8, homework_due=10, homework=10)) == 90
    assert score_of(Counts(marks=300, marks_required=100, lessons_checked=10, lessons_without_marks=2)) == 90


def test_movement_is_told_in_percentage_points() -> None:
    movement = compare(monitored("09-02", "09-30"), monitored("09-01", "09-01"))
    school = {change.indicator.id: change for change in movement["school"]}
    assert (school["topics"].before, school["topics"].now, school["topics"].points) == (66.6, 100.0, 33.4)
    assert school["density"].points is None
    ivanova = [change for change in movement["teacher"] if change.name == "Иванова" and change.indicator.id == "topics"]
    assert [change.points for change in ivanova] == [50.0]
    tsoy = [change for change in movement["teacher"] if change.name == "Цой" and change.indicator.id == "topics"]
    assert [(change.before, change.now, change.points) for change in tsoy] == [(None, 100.0, None)]
    assert {change.name for change in movement["class"]} == {"5А", "6А"}
