import pytest

from tests.facts_notation import date, facts, teachers
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.monitoring.lacking import NOBODY, NOTHING, nothing_missing
from wg_excel.domain.monitoring.monitoring import Monitoring, monitor
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings

LIST = "09-01 1 5А Алгебра Ким + +"
TIMED = "09-01 1 5А Алгебра Ким 09-01 09-01"
PAGE = "journal 09-01 10-23 5А Алгебра Ким lessons=3 marks=9 lessons_without_marks=0 lessons_low=0"


def monitored(lessons: str = "", reports: str = "", staff: str = "Ким") -> Monitoring:
    known = facts(lessons, reports=reports) if lessons else facts(LIST, reports=reports)
    known = known if lessons else type(known)(figures=known.figures)
    period = Period(date("09-01"), date("11-10"))
    return monitor(known, teachers(staff), SchoolCalendar(), Settings(), period, date("11-10"))


def test_without_exports_of_lessons_it_is_said_what_to_import() -> None:
    assert monitored(reports="quality 09-01 10-23 5А Все Ким n=20 n5=2").lacking == NOTHING


def test_names_that_are_nobodys_are_the_reason_why_nothing_counts() -> None:
    assert monitored(LIST, staff="Иванова Мария").lacking == NOBODY


@pytest.mark.parametrize(
    ("lessons", "reports", "unknown"),
    [
        (LIST, "", ("отметки", "своевременность")),
        (TIMED, "", ("отметки",)),
        ("", PAGE, ("темы и ДЗ", "своевременность")),
        (TIMED, PAGE, ()),
    ],
)
def test_what_is_not_known_is_named_with_the_report_that_brings_it(
    lessons: str, reports: str, unknown: tuple[str, ...]
) -> None:
    told = monitored(lessons, reports).lacking.removeprefix("Нет данных: ")
    assert tuple(part.split(",")[0].split(" (")[0] for part in told.split("; ") if part) == unknown


@pytest.mark.parametrize(
    ("lessons", "reports", "said"),
    [
        ("", "quality 09-01 10-23 5А Все Ким n=20 n5=2", "сказать, чего не хватает, нельзя"),
        (LIST, "", "об отметках данных нет"),
        ("", PAGE, "о темах и домашних заданиях данных нет"),
        (LIST, PAGE, "записано всё, что нужно"),
    ],
)
def test_a_page_without_gaps_says_only_what_the_exports_tell(lessons: str, reports: str, said: str) -> None:
    made = monitored(lessons, reports)
    assert said in nothing_missing(made.school, made.today, made.lacking)
