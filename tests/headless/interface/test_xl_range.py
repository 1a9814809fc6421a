from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import xlwings as xw


@pytest.fixture
def block(sheet: xw.Sheet) -> xw.Sheet:
    sheet["B2"].value = [["а", "б", "в"], [1, 2, 3], [4, None, 6], [7, 8, 9]]
    sheet["B9"].value = "ниже"
    return sheet


def test_blocks_are_found_as_excel_finds_them(block: xw.Sheet) -> None:
    assert block["C3"].current_region.address == "$B$2:$D$5"
    assert block["B2"].expand().address == "$B$2:$D$5"
    assert block["B2"].end("down").address == "$B$5"
    assert block["B5"].end("down").address == "$B$9"
    assert block["B9"].end("down").address == "$B$1048576"
    assert block["C3"].end("down").address == "$C$5"
    assert block["A2"].end("right").address == "$B$2"
    assert block.used_range.address == "$B$2:$D$9"


def test_cells_are_addressed_by_position_offset_and_slices(block: xw.Sheet) -> None:
    rng = block["B2:D5"]
    assert (rng(2, 1).value, rng[1, 0].value, rng[-1, -1].value) == (1.0, 1.0, 9.0)
    assert rng[1:, :2].address == "$B$3:$C$5"
    assert rng.offset(1, 1).address == "$C$3:$E$6"
    assert block["A:A"].address == "$A:$A"
    assert block["2:3"].get_address(False, False) == "2:3"


def test_values_are_filled_transposed_and_converted(sheet: xw.Sheet) -> None:
    sheet["A1:B2"].value = 7
    sheet["D1"].options(transpose=True).value = [1, 2, 3]
    assert sheet["A1:B2"].value == [[7.0, 7.0], [7.0, 7.0]]
    assert sheet["D1:D3"].options(numbers=int).value == [1, 2, 3]
    assert sheet["A1:D1"].options(ndim=2, empty="").value == [[7.0, 7.0, "", 1.0]]


def test_links_lead_to_addresses_and_to_cells(sheet: xw.Sheet, reopened: Callable[[xw.Book], Any]) -> None:
    sheet["A1"].add_hyperlink("https://example.org", "сайт", "подсказка")
    sheet["A2"].add_hyperlink("#Sheet1!B5", "ячейка")
    assert [sheet["A1"].hyperlink, sheet["A2"].hyperlink] == ["https://example.org", "#Sheet1!B5"]
    saved = reopened(sheet.book).worksheets[0]
    assert (saved["A1"].hyperlink.target, saved["A1"].value) == ("https://example.org", "сайт")
    assert saved["A2"].hyperlink.location == "Sheet1!B5"


def test_cells_are_merged_and_freed(sheet: xw.Sheet) -> None:
    sheet["A1:B2"].value = [[1, 2], [3, 4]]
    sheet["A1:B2"].merge()
    assert (sheet["B2"].merge_area.address, sheet["A1:B2"].merge_cells) == ("$A$1:$B$2", True)
    assert sheet["A1:B2"].value == [[1.0, None], [None, None]]
    sheet["A1"].unmerge()
    assert sheet["A1:B2"].merge_cells is False


def test_copies_take_formats_and_move_formulas(sheet: xw.Sheet) -> None:
    sheet["A1:B1"].value = [5, "=A1*2"]
    sheet["A1"].color = (1, 2, 3)
    sheet["A1:B1"].copy(sheet["A2"])
    assert (sheet["B2"].formula, sheet["A2"].color) == ("=A2*2", (1, 2, 3))
    sheet["D1"].copy_from(sheet["A1:B1"], copy_type="values", transpose=True)
    assert sheet["D1:D2"].value == [5.0, 10.0]


def test_rows_are_sorted_with_blanks_last_in_either_direction(sheet: xw.Sheet) -> None:
    sheet["A1:B5"].value = [["б", 2], ["а", 1], [None, 5], ["В", 2], [3, 4]]
    sheet["A1:B5"].sort(1)
    assert sheet["A1:A5"].value == [3.0, "а", "б", "В", None]
    sheet["A1:B5"].sort([2, 1], [False, True])
    assert sheet["B1:B5"].value == [5.0, 4.0, 2.0, 2.0, 1.0]
    assert sheet["A3:A4"].value == ["б", "В"]


def test_texts_are_found_and_replaced(block: Any) -> None:
    assert block["B2:D9"].find("ниж").address == "$B$9"
    assert block["B2:D9"].find("ниж", whole=True) is None
    block["B2:D9"].replace_all("ниже", "выше")
    assert block["B9"].value == "выше"


def test_sizes_are_read_back(sheet: xw.Sheet, again: Callable[[xw.Book], xw.Book]) -> None:
    sheet["B:C"].column_width = 20
    sheet["3:3"].row_height = 40
    sheet["5:6"].rows.hidden = True
    saved = again(sheet.book).sheets[0]
    assert (saved["C1"].column_width, saved["D1"].column_width, saved["A3"].row_height) == (20.0, 8.43, 40.0)
    assert (saved["5:6"].rows.hidden, saved["7:7"].rows.hidden) == (True, False)


def test_a_series_is_continued(sheet: xw.Sheet) -> None:
    sheet["A1:A2"].value = [[1], [3]]
    sheet["A1:A2"].autofill(sheet["A1:A5"])
    assert sheet["A1:A5"].value == [1.0, 3.0, 5.0, 7.0, 9.0]
