from tests.facts_notation import date, facts, teachers
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.monitoring.class_reports import ClassReports, class_reports
from wg_excel.domain.monitoring.monitoring import monitor
from wg_excel.domain.monitoring.places import SCHOOL, Place, Scope, class_place, parallel_place, row_place
from wg_excel.domain.monitoring.shares import SHARES
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings

BY_ID = {share.id: share for share in SHARES}
# A report by class names no subject and no teacher: `_` stands for blank.
REPORTS = """
    quality 09-01 10-23 2А _ _ n=20 n5=2 n4=8 n3=6 n2=1 na=3
    quality 09-01 10-23 10А _ _ n=10 n5=0 n4=5 n3=5 n2=0 na=0
    absence 09-01 10-23 2А _ _ lesson_all=80 lesson_bad=20
    finals 09-01 10-23 6А Алгебра _ expected=22 set=20 na=1 exempt=2 n5=3 n4=6 n3=8
    finals 09-01 10-23 6А Чтение _ expected=22 set=22 na=0 exempt=0 n5=2 n4=8 n3=12
    logins 09-01 09-30 2А _ _ parents=30 parents_in=15
    logins 09-01 10-23 2А _ _ parents=30 parents_in=24
"""


def blank(known: Facts) -> Facts:
    """Read `_` as a blank."""
    return Facts(
        known.lessons,
        figures=tuple(
            figure._replace(
                **{name: getattr(figure, name).strip("_") for name in ("school_class", "subject", "teacher")}
            )
            for figure in known.figures
        ),
    )


def reports(last: str = "10-23", text: str = REPORTS, lessons: str = "09-01 1 6А Алгебра Ким + +") -> ClassReports:
    known, period = blank(facts(lessons, reports=text)), Period(date("09-01"), date(last))
    staff = teachers("Ким", "Ли")
    return class_reports(known, monitor(known, staff, SchoolCalendar(), Settings(), period, date("11-22")))


def named(made: ClassReports, kind: str, scope: Scope) -> list[Place]:
    return [place for place in made.places(kind) if place.scope is scope]


def test_shares_of_a_class_a_parallel_and_the_school() -> None:
    made = reports()
    assert named(made, "quality", Scope.CLASS) == [class_place("2А"), class_place("10А")]
    assert made.percent(BY_ID["quality"], class_place("2А")) == 50.0
    assert made.percent(BY_ID["quality"]) == 50.0
    assert made.percent(BY_ID["passed"]) == 86.7
    assert made.percent(BY_ID["passed"], parallel_place("10А")) == 100.0
    assert made.percent(BY_ID["learning"], class_place("2А")) == 48.3  # (2 + 8×0.64 + 6×0.36 + 0.16 + 3×0.07) / 20
    assert made.percent(BY_ID["absent_bad"]) == 25.0


def test_final_marks_of_all_subjects_add_up_without_the_exempt() -> None:
    assert reports().sums(BY_ID["finals_set"], class_place("6А")) == (40, 42)
    assert reports().percent(BY_ID["finals_set"], class_place("6А")) == 95.2
    assert reports().percent(BY_ID["finals_na"], class_place("6А")) == 2.4
    assert reports().sums(BY_ID["finals_quality"], class_place("6А")) == (19, 40)


def test_a_subject_is_told_of_its_only_teacher_in_the_class() -> None:
    made = reports()
    assert made.sums(BY_ID["finals_set"], row_place(("Ким", "6А", "Алгебра"))) == (18, 20)
    assert made.sums(BY_ID["finals_set"], row_place(("", "6А", "Чтение"))) == (22, 22)
    assert named(made, "finals", Scope.TEACHER) == [Place(Scope.TEACHER, "Ким")]
    groups = "09-01 1 6А Алгебра Ким + +\n09-01 1 6А Алгебра Ли + +"
    assert named(reports(lessons=groups), "finals", Scope.TEACHER) == []


def test_of_reports_about_the_same_days_the_longer_counts() -> None:
    assert reports().percent(BY_ID["parents_in"]) == 80.0
    assert reports(last="10-01").percent(BY_ID["parents_in"]) == 50.0


def test_without_a_report_there_is_no_data() -> None:
    assert reports().percent(BY_ID["staff_in"]) is None
    assert reports().percent(BY_ID["students_in"], class_place("2А")) is None
    assert reports(last="10-22").percent(BY_ID["quality"]) is None


def test_lines_by_subject_beside_a_line_of_the_class_are_not_counted_twice() -> None:
    text = """
        absence 09-01 10-23 2А _ _ lesson_all=80 lesson_bad=20
        absence 09-01 10-23 2А Чтение _ lesson_all=50 lesson_bad=5
    """
    made = reports(text=text)
    assert made.places("absence")[SCHOOL] == {"lesson_all": 80, "lesson_bad": 20}
    assert made.percent(BY_ID["absent_bad"], Place(Scope.SUBJECT, subject="Чтение")) == 10.0


def test_a_report_on_the_whole_school_stands_where_no_class_is_named() -> None:
    made = reports(text="logins 09-01 10-23 _ _ _ staff=40 staff_in=30")
    assert named(made, "logins", Scope.CLASS) == []
    assert made.percent(BY_ID["staff_in"]) == 75.0


def test_a_sum_of_nought_is_nought_and_not_unknown() -> None:
    assert reports(text="quality 09-01 10-23 2А _ _ n=20 n5=0 n4=0").percent(BY_ID["quality"]) == 0.0


ABSENCE = """
    absence 09-01 09-18 6А _ _ lesson_all=8 lesson_bad=1
    quality 09-01 10-23 6А _ _ n=20 n5=0
"""
# Four hours, of which one is taught in two groups; the last day lies outside the report.
HOURS = """
    09-01 1 6А Алгебра Ким + +
    09-01 2 6А Английский Ким + +
    09-01 2 6А Английский Ли + +
    09-10 1 6А Чтение Ли + +
    09-17 1 6А Чтение Ли + +
    09-21 1 6А Чтение Ли + +
"""


def test_attendance_comes_from_absence_over_the_lessons_and_pupils_of_the_class() -> None:
    made = reports(text=ABSENCE, lessons=HOURS)
    for place in (SCHOOL, parallel_place("6А"), class_place("6А")):
        assert made.sums(BY_ID["attendance_by_absence"], place) == (72, 80)
    assert made.percent(BY_ID["attendance_by_absence"]) == 90.0


def test_without_the_number_of_pupils_or_all_the_lessons_attendance_is_not_known() -> None:
    only_absence = ABSENCE[: ABSENCE.index("quality")]
    assert reports(text=only_absence, lessons=HOURS).percent(BY_ID["attendance_by_absence"]) is None
    late_list = "09-17 1 6А Чтение Ли + +"
    assert reports(text=ABSENCE, lessons=late_list).percent(BY_ID["attendance_by_absence"]) is None


def test_more_missed_than_there_were_lessons_is_no_attendance() -> None:
    text = ABSENCE.replace("lesson_all=8 ", "lesson_all=81 ")
    assert reports(text=text, lessons=HOURS).percent(BY_ID["attendance_by_absence"]) is None
