import datetime as dt

import pytest

from wg_excel.domain.periods import Period, school_year
from wg_excel.exports.terms import Calendar, dated, names_term, term_of

TODAY = dt.date(2026, 11, 22)
YEAR = school_year(TODAY)
OWN = tuple(
    Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    for first, last in (
        ("2026-09-01", "2026-10-23"),
        ("2026-11-02", "2026-12-29"),
        ("2027-01-11", "2027-03-19"),
        ("2027-03-29", "2027-05-26"),
    )
)


def test_the_schools_own_terms_come_before_the_usual_ones() -> None:
    assert Calendar(TODAY, OWN).term(2) == OWN[1]
    assert str(Calendar(TODAY).term(2)) == "01.11.2026 – 31.12.2026"


def test_halves_of_the_year_are_made_of_the_schools_terms() -> None:
    assert Calendar(TODAY, OWN).term(1, "полугоди") == Period(OWN[0].first, OWN[1].last)
    assert Calendar(TODAY, OWN[:3]).own_term(1, "полугоди", YEAR) is None


def test_terms_of_another_year_are_the_usual_ones() -> None:
    other = school_year(dt.date(2025, 10, 1))
    assert Calendar(TODAY, OWN).own_term(1, "четверт", other) is None
    assert str(Calendar(TODAY, OWN).term(1, year=other)) == "01.09.2025 – 31.10.2025"


def test_there_is_no_fourth_trimester() -> None:
    assert Calendar(TODAY).term(4, "триместр") is None


@pytest.mark.parametrize(("month", "year"), [(9, 2026), (12, 2026), (1, 2027), (8, 2027)])
def test_a_month_lies_in_its_part_of_the_school_year(month: int, year: int) -> None:
    assert dated(YEAR, month, 1) == dt.date(year, month, 1)


def test_an_impossible_day_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        dated(YEAR, 2, 30)


def test_yearly_marks_are_about_the_days_of_lessons() -> None:
    assert Calendar(TODAY, OWN).lessons_of(YEAR) == Period(OWN[0].first, OWN[3].last)
    assert Calendar(TODAY, OWN[:3]).lessons_of(YEAR).last == OWN[2].last
    assert str(Calendar(TODAY).lessons_of(YEAR)) == "01.09.2026 – 31.05.2027"


def test_trimesters_are_the_schools_own_where_it_has_three_terms() -> None:
    assert Calendar(TODAY, OWN[:3]).term(2, "триместр") == OWN[1]
    assert str(Calendar(TODAY, OWN).term(2, "триместр")) == "01.12.2026 – 28.02.2027"


@pytest.mark.parametrize(
    ("heading", "term"),
    [
        ("i", "1"),
        ("2", "2"),
        ("3-я четверть", "3"),
        ("iv четв.", "4"),
        ("1 п/г", "h1"),
        ("год", "year"),
        ("итоговая", "final"),
        ("экзамен", "exam"),
        ("5", ""),
        ("1 чт", ""),
    ],
)
def test_a_heading_tells_its_term(heading: str, term: str) -> None:
    assert term_of(heading) == term


def test_a_bare_number_may_be_a_day_and_a_named_term_may_not() -> None:
    assert not any(map(names_term, ("1", "4", "i", "1 чт")))
    assert all(map(names_term, ("1 п/г", "2 четверть", "год", "итог")))
