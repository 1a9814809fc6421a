from tests.facts_notation import date, facts
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.monitoring.class_reports import SHARES, ClassReports, class_reports
from wg_excel.domain.periods import Period

BY_ID = {share.id: share for share in SHARES}
# A report by class names no subject and no teacher: `_` stands for blank.
REPORTS = """
    quality 09-01 10-23 2А _ _ n=20 n5=2 n4=8 n3=6 n2=1 na=3
    quality 09-01 10-23 10А _ _ n=10 n5=0 n4=5 n3=5 n2=0 na=0
    absence 09-01 10-23 2А _ _ lesson_all=80 lesson_bad=20
    finals 09-01 10-23 6А Алгебра _ expected=22 set=20 na=1 exempt=2
    finals 09-01 10-23 6А Чтение _ expected=22 set=22 na=0 exempt=0
    logins 09-01 09-30 2А _ _ parents=30 parents_in=15
    logins 09-01 10-23 2А _ _ parents=30 parents_in=24
"""


def blank(known: Facts) -> Facts:
    """Read `_` as a blank."""
    return Facts(
        figures=tuple(
            figure._replace(
                **{name: getattr(figure, name).strip("_") for name in ("school_class", "subject", "teacher")}
            )
            for figure in known.figures
        )
    )


def reports(last: str = "10-23", text: str = REPORTS) -> ClassReports:
    return class_reports(blank(facts(reports=text)), Period(date("09-01"), date(last)))


def test_shares_of_a_class_and_of_the_school() -> None:
    made = reports()
    assert made.classes("quality") == ("2А", "10А")
    assert made.percent(BY_ID["quality"], "2А") == 50.0
    assert made.percent(BY_ID["quality"]) == 50.0
    assert made.percent(BY_ID["passed"]) == 86.7
    assert made.percent(BY_ID["learning"], "2А") == 48.3  # (2 + 8×0.64 + 6×0.36 + 0.16 + 3×0.07) / 20
    assert made.percent(BY_ID["absent_bad"]) == 25.0


def test_final_marks_of_all_subjects_add_up_without_the_exempt() -> None:
    assert reports().percent(BY_ID["finals_set"], "6А") == 100.0
    assert reports().percent(BY_ID["finals_na"], "6А") == 2.4


def test_of_reports_about_the_same_days_the_longer_counts() -> None:
    assert reports().percent(BY_ID["parents_in"]) == 80.0
    assert reports(last="10-01").percent(BY_ID["parents_in"]) == 50.0


def test_without_a_report_there_is_no_data() -> None:
    assert reports().percent(BY_ID["staff_in"]) is None
    assert reports().percent(BY_ID["students_in"], "2А") is None
    assert reports(last="10-22").percent(BY_ID["quality"]) is None


def test_lines_by_subject_beside_a_line_of_the_class_are_not_counted_twice() -> None:
    text = """
        absence 09-01 10-23 2А _ _ lesson_all=80 lesson_bad=20
        absence 09-01 10-23 2А Чтение _ lesson_all=50 lesson_bad=5
    """
    assert reports(text=text).school("absence") == {"lesson_all": 80, "lesson_bad": 20}


def test_a_report_on_the_whole_school_stands_where_no_class_is_named() -> None:
    made = reports(text="logins 09-01 10-23 _ _ _ staff=40 staff_in=30")
    assert made.classes("logins") == ()
    assert made.percent(BY_ID["staff_in"]) == 75.0


def test_a_sum_of_nought_is_nought_and_not_unknown() -> None:
    assert reports(text="quality 09-01 10-23 2А _ _ n=20 n5=0 n4=0").percent(BY_ID["quality"]) == 0.0
