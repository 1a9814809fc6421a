from tests.facts_notation import figures
from wg_excel.domain.monitoring.counts import NOTHING
from wg_excel.domain.monitoring.report_counts import REPORTS, count_reports, read_reports, standing, touch

NAMES = {"Ким": "Ким Анна"}
PAGE = "journal 09-01 09-30 5А Чтение Ким lessons=9 marks=40 marks_required=60 lessons_without_marks=1"
LATER = "journal 09-01 09-30 5А Чтение Ким lessons=9 marks=44 marks_required=60 lessons_without_marks=0"


def test_figures_of_one_page_make_one_report() -> None:
    (report,) = read_reports(figures(PAGE), REPORTS, NAMES)
    assert report.key == ("Ким Анна", "5А", "Чтение")
    assert report.values == {"lessons": 9, "marks": 40, "marks_required": 60, "lessons_without_marks": 1}
    assert read_reports(figures(PAGE), REPORTS, {}) == []
    assert read_reports(figures(PAGE), {"quality"}, NAMES) == []


def test_of_equal_periods_the_later_import_stands() -> None:
    reports = read_reports((*figures(LATER, source=5), *figures(PAGE, source=4)), REPORTS, NAMES)
    ((kept,),) = standing(reports).values()
    assert kept.values["marks"] == 44


def test_two_groups_of_one_class_stand_side_by_side() -> None:
    first = figures(PAGE)
    second = [figure._replace(group="2", source=4) for figure in first]
    (kept,) = standing(read_reports((*first, *second), REPORTS, NAMES)).values()
    assert count_reports(kept, []).marks == 80


def test_a_report_without_a_period_is_left_out() -> None:
    assert read_reports([figure._replace(first=0, last=0) for figure in figures(PAGE)], REPORTS, NAMES) == []


def test_no_reports_count_nothing() -> None:
    assert count_reports([], [20260901]) == NOTHING


def test_spans_touch_when_they_share_a_day() -> None:
    assert touch((1, 5), (5, 9))
    assert not touch((1, 4), (5, 9))
