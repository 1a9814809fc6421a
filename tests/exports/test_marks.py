import datetime as dt

import pytest
from hypothesis import given, strategies as st

from wg_excel.exports.cells import Value
from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.marks import MarkReader, Marks

READER = MarkReader(vocabulary())


@pytest.mark.parametrize(
    "value", [5, 5.0, "5", "5-", "2*", "5(2)", "4 (x2)", "5 (вес 2)", "5²", "4₁", "3 (10)", "5+", " 5 "]
)
def test_one_mark_is_one_whatever_stands_beside_it(value: Value) -> None:
    marks = READER.read(value)
    assert (marks.many, marks.absent, marks.known) == (1, False, True)


@pytest.mark.parametrize("value", ["5/4", "5 4", "5, 4", "5;4", "5\n4"])
def test_two_marks_in_a_cell_are_two(value: Value) -> None:
    assert READER.read(value) == Marks(2, 9)


@pytest.mark.parametrize("value", ["н", "Н", "H", "нб"])
def test_an_absence_is_no_mark(value: Value) -> None:
    assert READER.read(value) == Marks(absent=True, away=True)


@pytest.mark.parametrize("value", ["5н", "н5", "5 н", "н/5"])
def test_a_mark_and_an_absence_in_one_cell_are_both(value: Value) -> None:
    marks = READER.read(value)
    assert (marks.many, marks.absent) == (1, True)


@pytest.mark.parametrize("value", ["", None, ".", "оп", "ОТ", "осв", "н/а", "а/з", "зач", "нз", "П", "О"])
def test_known_signs_are_neither(value: Value) -> None:
    assert READER.read(value) == Marks()


@pytest.mark.parametrize("value", ["б", "уп", "УП", "у"])
def test_an_absence_for_a_reason_only_says_that_the_pupil_was_away(value: Value) -> None:
    assert READER.read(value) == Marks(away=True)


def test_marks_below_three_are_counted_apart() -> None:
    assert [READER.read(value).low for value in ("2/4", "2 2", "5", "н")] == [1, 2, 0, 0]


@given(first=st.integers(1, 5), second=st.integers(1, 5))
def test_a_mark_that_a_program_made_a_date_is_two_marks_and_noted(first: int, second: int) -> None:
    assert READER.read(dt.date(2026, second, first)) == Marks(
        2, first + second, was_date=True, low=(first < 3) + (second < 3)
    )


def test_a_decimal_number_is_two_marks_and_noted() -> None:
    assert READER.read(4.5) == Marks(2, 9, was_date=True)


@pytest.mark.parametrize("value", ["10", 12, "?", "абв", "7", "55", dt.date(2026, 9, 30)])
def test_what_is_not_understood_is_said(value: Value) -> None:
    assert not READER.read(value).known


@pytest.mark.parametrize("value", ["выбыл 01.09.2026", "переведён в 5Б", "12"])
def test_a_cell_that_is_not_understood_counts_nothing(value: Value) -> None:
    assert READER.read(value) == Marks(known=False)
