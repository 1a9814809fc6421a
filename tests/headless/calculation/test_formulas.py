import pytest
from hypothesis import given, strategies as st

from wg_excel.headless.addresses import Box
from wg_excel.headless.calculation.formulas import (
    change_boxes,
    lose_sheet,
    rename_sheet,
    rename_table,
    shift_span,
    translate,
)
from wg_excel.headless.calculation.newer_functions import shown, stored


@pytest.mark.parametrize(
    ("formula", "rows", "columns", "moved"),
    [
        ("A1+$B$2", 1, 1, "B2+$B$2"),
        ("SUM($A1:B$3)", 2, 1, "SUM($A3:C$3)"),
        ('"A1"&A1', 1, 0, '"A1"&A2'),
        ("A:A", 5, 1, "B:B"),
        ("2:$3", 1, 0, "3:$3"),
        ("A1", -1, 0, "#REF!"),
        ("Лист2!A1", 1, 0, "Лист2!A2"),
        ("Таблица[Балл]+LOG10(A1)", 1, 0, "Таблица[Балл]+LOG10(A2)"),
    ],
)
def test_a_copied_formula_moves_only_its_relative_references(formula: str, rows: int, columns: int, moved: str) -> None:
    assert translate(formula, rows, columns) == moved


@pytest.mark.parametrize(
    ("formula", "renamed"),
    [
        ("Старый!A1+B2", "'Новый лист'!A1+B2"),
        ("'Старый'!$A$1:$B$2", "'Новый лист'!$A$1:$B$2"),
        ('"Старый!A1"', '"Старый!A1"'),
        ("Старый2!A1", "Старый2!A1"),
        ("[1]Старый!A1", "[1]Старый!A1"),
    ],
)
def test_renaming_a_sheet_changes_references_and_no_text(formula: str, renamed: str) -> None:
    assert rename_sheet(formula, "Старый", "Новый лист") == renamed


def test_references_to_a_deleted_sheet_are_lost() -> None:
    assert lose_sheet("Лист2!A1+A1", "Лист2") == "#REF!+A1"


def test_a_table_is_renamed_only_where_it_is_meant() -> None:
    assert rename_table('Т[Балл]+Т2[Балл]&"Т[Балл]"', "Т", "Новая") == 'Новая[Балл]+Т2[Балл]&"Т[Балл]"'


def test_boxes_of_other_sheets_stay() -> None:
    moved = change_boxes("A1+Лист2!A1", "Лист1", "Лист1", lambda box: box.moved(1, 0))
    assert moved == "A2+Лист2!A1"


def test_a_deleted_rectangle_becomes_an_error() -> None:
    def without(box: Box) -> Box | None:
        return None if box.top == 1 else box

    assert change_boxes("A1+A2", "Л", "Л", without) == "#REF!+A2"


def test_newer_functions_are_stored_with_the_prefix_that_excel_hides() -> None:
    text = 'IFS(A1=1,"IFS(")+SUM(B1)'
    assert stored(text) == '_xlfn.IFS(A1=1,"IFS(")+SUM(B1)'
    assert shown(stored(text)) == text


spans = st.tuples(st.integers(1, 30), st.integers(0, 10)).map(lambda pair: (pair[0], sum(pair)))


@given(spans, st.integers(1, 40), st.integers(1, 10))
def test_a_span_moves_like_the_lines_in_it(span: tuple[int, int], at: int, count: int) -> None:
    lines = list(range(1, 60))
    kept = [line for line in lines if not at <= line < at + count]
    inside = [place for place, line in enumerate(kept, 1) if span[0] <= line <= span[1]]
    expected = (inside[0], inside[-1]) if inside else None
    assert shift_span(*span, at, -count) == expected


@given(spans, st.integers(1, 40), st.integers(1, 10))
def test_deleting_what_was_inserted_restores_a_span(span: tuple[int, int], at: int, count: int) -> None:
    inserted = shift_span(*span, at, count)
    assert inserted is not None
    assert shift_span(*inserted, at, -count) == span
