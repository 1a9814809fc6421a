import pytest

from wg_excel.headless.addresses import Box
from wg_excel.headless.cells.cell import Cell
from wg_excel.headless.cells.grid import Grid

ROWS = (
    '<row r="1" spans="1:3" ht="20" customHeight="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="2"/></row>'
    '<row r="4"><c r="B4"><f>A1&gt;1</f><v>1</v></c></row>'
)


def test_rows_that_nobody_touches_are_written_as_they_were() -> None:
    assert Grid(ROWS).text() == ROWS


def test_a_row_whose_cells_were_looked_at_keeps_all_but_its_hint_of_width() -> None:
    grid = Grid(ROWS)
    assert grid.cell(1, 1) is not None
    assert grid.text() == ROWS.replace(' spans="1:3"', "")


def test_cells_and_rows_without_addresses_are_counted() -> None:
    grid = Grid("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
    cells = [(row, column, cell.value) for row, column, cell in grid.cells(Box(1, 1, 9, 9))]
    assert cells == [(1, 1, "1"), (1, 2, "2"), (2, 1, "3")]


def test_a_repeated_row_loses_no_cell() -> None:
    grid = Grid('<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>')
    assert grid.text() == '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>'


def test_what_is_no_row_is_refused() -> None:
    with pytest.raises(ValueError, match="cells"):
        Grid("<cells/>")


def test_the_used_rectangle_is_found_without_parsing() -> None:
    grid = Grid(ROWS)
    assert grid.used() == Box(1, 1, 4, 3)
    assert not grid.rows[1].parsed


def test_formulas_are_found_with_their_text() -> None:
    found = [(row, column, cell.formula_parts()[1]) for row, column, cell in Grid(ROWS).formulas()]
    assert found == [(4, 2, "A1>1")]


def test_a_deleted_row_lets_the_others_move_up_with_their_addresses() -> None:
    grid = Grid(ROWS)
    grid.renumber(lambda number: None if number == 1 else number - 1)
    assert grid.text() == '<row r="3"><c r="B3"><f>A1&gt;1</f><v>1</v></c></row>'


def test_a_link_with_a_fixed_text_shows_it_without_calculation() -> None:
    cell = Cell()
    cell.put_formula("""HYPERLINK("#'Лист «А»'!B7","В ""ячейку"" <B7>")""")
    assert (cell.kind, cell.value) == ("str", 'В "ячейку" &lt;B7&gt;')


@pytest.mark.parametrize("formula", ['HYPERLINK("#A1",B2)', 'HYPERLINK("#A1","a")&"b"', "1+1"])
def test_any_other_formula_has_no_result_until_it_is_calculated(formula: str) -> None:
    cell = Cell()
    cell.put_formula(formula)
    assert cell.value is None
