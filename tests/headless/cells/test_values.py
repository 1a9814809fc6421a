# ruff: noqa: DTZ001 - a sheet knows no time zones

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from wg_excel.headless import engine
from wg_excel.headless.errors import CellRefused, RangeTooLarge

if TYPE_CHECKING:
    from collections.abc import Callable

    import xlwings as xw

BLOCK = [
    ["Имя", 1.5, None, True, dt.datetime(2026, 1, 2)],
    ["<&>\n'\"", -3.0, "x", False, dt.datetime(2026, 1, 2, 3, 4, 5)],
]


def test_values_come_back_as_they_were_written(sheet: xw.Sheet, again: Callable[[xw.Book], xw.Book]) -> None:
    sheet["B2"].value = BLOCK
    assert sheet["B2:F3"].value == BLOCK
    assert again(sheet.book).sheets[0]["B2:F3"].value == BLOCK


def test_another_reader_sees_the_same_values(sheet: xw.Sheet, reopened: Callable[[xw.Book], Any]) -> None:
    sheet["A1"].value = BLOCK
    assert [list(row) for row in reopened(sheet.book).worksheets[0].values] == BLOCK


def test_a_large_block_equals_many_small_ones(book: xw.Book) -> None:
    rows = [[f"т{n}", n, n / 7, n % 2 == 0, dt.datetime(2026, 1, 1 + n % 28), None, "=A1*2"] for n in range(400)]
    whole, piecewise = book.sheets[0], book.sheets.add()
    whole["A1:G400"].raw_value = rows
    for number, row in enumerate(rows, 1):
        piecewise[f"A{number}:G{number}"].raw_value = row
    assert whole["A1:G400"].value == piecewise["A1:G400"].value
    assert whole["A1:G400"].formula == piecewise["A1:G400"].formula
    assert [whole[f"E{n}"].number_format for n in (1, 400)] == ["m/d/yyyy"] * 2


def test_a_large_block_over_old_rows_keeps_their_formats_and_neighbours(sheet: xw.Sheet) -> None:
    sheet["B3"].color = (1, 2, 3)
    sheet["H5"].value = "сосед"
    sheet["A1:C1000"].raw_value = [[1.0, 2.0, 3.0]] * 1000
    assert sheet["B3"].color == (1, 2, 3)
    assert sheet["A3:C3"].value == [1.0, 2.0, 3.0]
    assert sheet["H5"].value == "сосед"
    assert sheet["A5"].value == 1.0


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20).filter(
    lambda text: not text.startswith(("=", "'")) and text != ""
)
numbers = st.floats(allow_nan=False, allow_infinity=False)
cells = st.one_of(st.none(), st.booleans(), texts, numbers)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.lists(st.lists(cells, min_size=3, max_size=3), min_size=2, max_size=6))
def test_any_plain_values_survive_a_save(again: Callable[[xw.Book], xw.Book], rows: list[list[object]]) -> None:
    app = engine.apps.add(add_book=True)
    sheet = app.books[0].sheets[0]
    sheet["A1"].options(ndim=2).value = rows
    expected = [[float(v) if type(v) is float else v for v in row] for row in rows]
    assert again(sheet.book).sheets[0]["A1"].resize(len(rows), 3).options(ndim=2).value == expected
    app.quit()


def test_a_cell_keeps_its_format_and_a_date_gets_one_only_where_there_is_none(sheet: xw.Sheet) -> None:
    sheet["A1"].number_format = "dd.mm.yy"
    sheet["A1:A2"].value = [[dt.date(2026, 1, 2)], [dt.date(2026, 1, 2)]]
    assert [sheet["A1"].number_format, sheet["A2"].number_format] == ["dd.mm.yy", "m/d/yyyy"]
    sheet["A2"].value = 5
    assert sheet["A2"].number_format == "m/d/yyyy"


def test_control_characters_are_left_out_and_missing_numbers_are_empty(sheet: xw.Sheet) -> None:
    sheet["A1:C1"].raw_value = [["а\x00б", float("nan"), ""]]
    assert sheet["A1:C1"].value == ["аб", None, None]


def test_too_long_a_text_is_refused_with_its_cell(sheet: xw.Sheet) -> None:
    with pytest.raises(CellRefused, match="B3"):
        sheet["B3"].value = "я" * 32_768


def test_a_text_after_an_apostrophe_stays_text(sheet: xw.Sheet, reopened: Callable[[xw.Book], Any]) -> None:
    sheet["A1"].value = "'=1+1"
    assert sheet["A1"].value == "=1+1"
    assert reopened(sheet.book).worksheets[0]["A1"].data_type == "s"


def test_a_formula_reads_as_text_and_its_unknown_result_as_nothing(sheet: Any) -> None:
    sheet["A1"].value = 2
    sheet["B1"].formula = "=A1*Лист!B2"
    assert sheet["A1:B1"].formula == (("2", "=A1*Лист!B2"),)
    assert sheet["B1"].value is None
    sheet["B1"].formula = "=A1*3"
    assert sheet["B1"].value == 6.0


def test_an_old_result_is_never_read_once_something_has_changed(rich: xw.Book) -> None:
    rich.sheets["Итог"]["A3"].formula = "=VLOOKUP(1,A1:B1,1)"
    assert rich.sheets["Итог"]["A1:A3"].value == [12.0, 12.0, None]
    rich.sheets["Данные"]["B4"].value = 1
    assert rich.sheets["Итог"]["A1:A3"].value == [8.0, 8.0, None]


def test_one_formula_for_many_cells_is_adjusted_to_each(sheet: xw.Sheet) -> None:
    sheet["B1:B3"].formula = "=A1+$C$1"
    assert sheet["B1:B3"].formula == (("=A1+$C$1",), ("=A2+$C$1",), ("=A3+$C$1",))


def test_errors_read_as_nothing_or_as_text_on_demand(sheet: xw.Sheet) -> None:
    from wg_excel.headless.cells.cell import Cell

    cell = Cell()
    cell.put("e", "#DIV/0!")
    sheet.impl.sheet.grid.row(1).cells[1] = cell
    assert sheet["A1"].value is None
    assert sheet["A1"].options(err_to_str=True).value == "#DIV/0!"


def test_clearing_contents_keeps_formats_and_clearing_takes_them(sheet: xw.Sheet) -> None:
    sheet["A1:B1"].value = [1, 2]
    sheet["A1:B1"].color = (9, 9, 9)
    sheet["A1"].clear_contents()
    sheet["B1"].clear()
    assert sheet["A1:B1"].value == [None, None]
    assert [sheet["A1"].color, sheet["B1"].color] == [(9, 9, 9), None]


def test_a_rectangle_that_no_memory_holds_is_refused(sheet: xw.Sheet) -> None:
    sheet["A1"].value = 1
    sheet["XFD1048576"].value = 1
    with pytest.raises(RangeTooLarge):
        sheet.used_range.value  # noqa: B018 - reading is the point
