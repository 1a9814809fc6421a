from wg_excel.exports.grid import Grid, Merge, even, filled


def test_a_merged_area_has_its_value_in_every_cell() -> None:
    rows = [["а", "", ""], ["", "", "б"], ["", "", "в"]]
    assert list(filled(rows, [Merge(0, 0, 1, 1)])) == [["а", "а", ""], ["а", "а", "б"], ["", "", "в"]]


def test_an_area_that_reaches_beyond_the_row_is_cut() -> None:
    assert list(filled([["а", ""]], [Merge(0, 0, 5, 9), Merge(0, 7, 0, 9)])) == [["а", "а"]]


def test_of_areas_that_overlap_the_first_one_holds() -> None:
    areas = [Merge(0, 0, 2, 1), Merge(1, 1, 2, 2), Merge(1, 2, 1, 3)]
    rows = [["а", "", "", ""], ["", "", "б", ""], ["", "", "", "в"]]
    assert list(filled(rows, areas)) == [["а", "а", "", ""], ["а", "а", "б", "б"], ["а", "а", "", "в"]]


def test_the_first_rows_can_be_looked_at_and_are_read_all_the_same() -> None:
    grid = Grid("Лист1", ([n] for n in range(200)))
    assert len(grid.head) < 200
    assert [row[0] for row in grid.rows()] == list(range(200))


def test_a_sheet_whose_first_value_stands_far_below_is_not_empty() -> None:
    grid = Grid("Лист1", [*([[""]] * 500), ["а"]])
    assert not grid.is_empty
    assert [row for row in grid.rows() if row[0]] == [["а"]]
    assert Grid("Лист1", [[" "], [None]]).is_empty


def test_rows_put_together_are_made_as_wide_as_the_widest() -> None:
    assert even([["а"], ["б", 1], []]) == [["а", ""], ["б", 1], ["", ""]]
    assert even([]) == []
