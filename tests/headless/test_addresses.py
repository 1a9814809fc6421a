import pytest
from hypothesis import given, strategies as st

from wg_excel.headless.addresses import MAX_COLUMN, MAX_ROW, Box, column_number, letters, parse_box, quote, unquote


@given(st.integers(1, MAX_COLUMN))
def test_letters_and_numbers_of_columns_are_inverse(column: int) -> None:
    assert column_number(letters(column)) == column


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("B2", Box(2, 2, 2, 2)),
        ("$C$5:A1", Box(1, 1, 5, 3)),
        ("A:C", Box(1, 1, MAX_ROW, 3)),
        ("2:3", Box(2, 1, 3, MAX_COLUMN)),
    ],
)
def test_addresses_of_cells_columns_and_rows_are_read(text: str, box: Box) -> None:
    assert parse_box(text) == box


@pytest.mark.parametrize("text", ["", "A", "A0", "ZZZ1", "A1:B2:C3", "Имя", "A1048577"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text or "^$"):
        parse_box(text)


boxes = st.builds(
    lambda top, left, down, right: Box(top, left, top + down, left + right),
    st.integers(1, 8), st.integers(1, 8), st.integers(0, 5), st.integers(0, 5),
)  # fmt: skip


def cells(box: Box) -> set[tuple[int, int]]:
    return {(r, c) for r in range(box.top, box.bottom + 1) for c in range(box.left, box.right + 1)}


@given(boxes, boxes)
def test_what_is_left_without_a_hole_covers_each_other_cell_once(box: Box, hole: Box) -> None:
    pieces = [cells(piece) for piece in box.without(hole)]
    assert set().union(*pieces) == cells(box) - cells(hole)
    assert sum(map(len, pieces)) == len(cells(box) - cells(hole))


@pytest.mark.parametrize("name", ["Лист1", "Мой лист", "It's", "A1", "R1C1", "2026", "Итог-1"])
def test_a_quoted_sheet_name_is_read_back(name: str) -> None:
    assert unquote(quote(name)) == name


def test_only_plain_words_stay_without_apostrophes() -> None:
    assert [quote(n) for n in ("Лист1", "Мой лист", "A1")] == ["Лист1", "'Мой лист'", "'A1'"]
