from tests.domain.conftest import Check
from wg_excel.domain.work.readiness import CONDITIONS

TODAY = "2026-10-14"


def readiness(*rows: tuple[str, str, str]) -> str:
    lines = [f"{condition:<100}{score:<8}{date}" for condition, score, date in rows]
    return "\n".join(["Готовность", f"{'Условие':<100}{'Оценка':<8}Дата", *lines])


def every(score: str = "2", date: str = "2026-09-20") -> list[tuple[str, str, str]]:
    return [(condition, score, date) for condition in CONDITIONS]


def test_conditions_assessed_this_school_year_are_in_order(check: Check) -> None:
    assert check(readiness(*every()), TODAY) == []
    assert check(readiness(*every(date="2026-09-01")), TODAY) == []


def test_a_condition_without_score_or_date_of_this_year_is_named(check: Check) -> None:
    for row in (("", ""), ("2", ""), ("2", "2026-08-31")):
        rows = every()
        rows[4] = (CONDITIONS[4], *row)
        assert check(readiness(*rows), TODAY) == [f"RDY-1 {CONDITIONS[4]}"]


def test_a_removed_condition_is_named(check: Check) -> None:
    assert check(readiness(*every()[:-1]), TODAY) == [f"RDY-1 {CONDITIONS[-1]}"]


def test_a_condition_in_the_schools_own_words_counts_by_its_place(check: Check) -> None:
    rows = every()
    rows[0] = ("Знания и навыки педагогов", "2", "2026-09-20")
    assert check(readiness(*rows), TODAY) == []
