import pytest

from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.indicators import INDICATORS
from wg_excel.domain.monitoring.report_sayings import SAYINGS, measured, norm_words, remark_words
from wg_excel.domain.settings import Settings

LOW = Counts(lessons=11, topics=6, homework_due=8, homework=8, overdue=5, lessons_checked=8, lessons_without_marks=2)


def test_every_indicator_has_its_words() -> None:
    assert list(SAYINGS) == [indicator.id for indicator in INDICATORS]


def test_a_row_names_what_is_low_and_counts_what_has_no_column() -> None:
    assert remark_words(LOW, Settings()) == "темы; без отметок: 2 из 8; не закрыто: 5"
    assert remark_words(Counts(lessons=11, topics=11), Settings()) == ""


def test_the_line_of_the_school_counts_also_what_is_in_order() -> None:
    good = Counts(lessons_checked=8, lessons_without_marks=0)
    assert remark_words(good, Settings()) == ""
    assert remark_words(good, Settings(), whole=True) == "без отметок: 0 из 8"


@pytest.mark.parametrize(
    ("indicator", "words"),
    [
        ("topics", "норма – 100 %"),
        ("homework", "норма – не менее 95 %"),
        ("without_marks", "норма – 0 %"),
        ("density", "норма – не менее 100 %"),
    ],
)
def test_the_norm_is_told_in_words(indicator: str, words: str) -> None:
    assert norm_words(next(one for one in INDICATORS if one.id == indicator), Settings()) == words


def test_a_percentage_is_cut_as_in_the_table() -> None:
    assert measured(INDICATORS[0], Counts(lessons=3, topics=2)) == "Запись тем уроков – 66,6 %"
