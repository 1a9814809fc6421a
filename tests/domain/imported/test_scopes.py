import pytest

from tests.facts_notation import entries, figures, lessons
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.imported.scopes import Scope, scope_of

LIST = Facts(lessons("09-01 1 5А Чтение Ким + +\n09-20 1 10А Труд Цой + +"))


def scope(first: int, last: int, classes: str = "5А", people: str = "Ким") -> Scope:
    parts = frozenset(("lessons", name, "Чтение") for name in classes.split())
    return Scope(1, (first, last), parts, frozenset(people.split()))


def test_an_import_speaks_for_its_days_kinds_classes_and_people() -> None:
    known = scope_of(1, LIST)
    assert known.span == (20260901, 20260920)
    assert known.parts == {("lessons", "5А", "Чтение"), ("lessons", "10А", "Труд")}
    assert known.teachers == {"Ким", "Цой"}


def test_the_log_and_a_report_speak_too() -> None:
    log = scope_of(2, Facts(entries=entries("09-05 5А Чтение Ким mark 09-09")), (20260901, 20260930))
    assert log.span == (20260901, 20260930)
    assert log.parts == {("changes", "5А", "Чтение")}
    assert scope_of(3, Facts(figures=figures("quality 09-01 10-23 2А _ _ n=3"))).span == (20260901, 20261023)


def test_a_fact_outside_the_stated_period_widens_it() -> None:
    assert scope_of(1, LIST, (20260905, 20260910)).span == (20260901, 20260920)


@pytest.mark.parametrize(
    ("other", "covers", "meets"),
    [
        (scope(1, 9), True, True),
        (scope(3, 5), True, True),
        (scope(5, 12), False, True),
        (scope(10, 12), False, False),
        (scope(1, 9, "5А 6А"), False, True),
        (scope(1, 9, "6А"), False, False),
        (scope(1, 9, people="Цой"), False, True),
        (scope(1, 9, people="Ким Цой"), True, True),
    ],
)
def test_covering_and_meeting(other: Scope, covers: bool, meets: bool) -> None:  # noqa: FBT001 - expected values
    assert scope(1, 9).covers(other) is covers
    assert scope(1, 9).meets(other) is meets


def test_classes_that_the_other_lacks_stand_in_their_order() -> None:
    assert scope(1, 9, "10А 2А 5А").classes_beyond(scope(1, 9, "5А")) == ["2А", "10А"]
