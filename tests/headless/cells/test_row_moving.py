"""Rows that are moved as text end where a move of their cells would put them: in blocks of 60 rows and more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wg_excel.headless import engine, open_book, save_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    import xlwings as xw

ROWS = [[f"к{n % 7}", float(n), n % 2 == 0, f'"{n}" & <{n}>'] for n in range(1, 81)]


@pytest.fixture
def sheet(tmp_path: Path) -> Iterator[xw.Sheet]:
    """Give a sheet as it comes out of a file: its rows stand as text."""
    app = engine.apps.add(add_book=True)
    sheet = app.books[0].sheets[0]
    sheet["A1:D80"].value = ROWS
    sheet["B1:B80"].number_format = "0.00"
    save_copy(app.books[0], tmp_path / "строки.xlsx")
    app.quit()
    book = open_book(tmp_path / "строки.xlsx")
    yield book.sheets[0]
    book.close()


def test_sorted_rows_keep_their_values_and_formats(sheet: xw.Sheet) -> None:
    sheet["A1:D80"].sort(1)
    assert sheet["A1:D80"].value == sorted(ROWS, key=lambda row: str(row[0]))
    assert sheet["B40"].number_format == "0.00"


def test_rows_below_deleted_ones_move_up(sheet: xw.Sheet) -> None:
    sheet["A11:D30"].delete("up")
    assert sheet["A1:D60"].value == [*ROWS[:10], *ROWS[30:]]
    assert sheet["A61:D80"].value == [[None] * 4] * 20


def test_what_stands_beside_the_deleted_stays(sheet: xw.Sheet) -> None:
    sheet["F50"].value = "примечание"
    sheet["A11:D30"].delete("up")
    assert (sheet["F50"].value, sheet["F30"].value) == ("примечание", None)
    assert sheet["A1:D60"].value == [*ROWS[:10], *ROWS[30:]]


def test_copied_rows_leave_behind_what_stands_outside_the_copy(sheet: xw.Sheet) -> None:
    sheet["E20"].value = "своё"
    other = sheet.book.sheets.add("Архив", after=sheet)
    sheet["B11:D30"].copy(other["B5"])
    assert other["A5:E24"].value == [[None, *row[1:], None] for row in ROWS[10:30]]
    assert other["B5"].number_format == "0.00"
    assert sheet["A1:D80"].value == ROWS


def test_formulas_of_moved_rows_follow_their_cells(sheet: xw.Sheet) -> None:
    sheet["E70"].formula = "=B70*2"
    sheet["A11:E30"].delete("up")
    assert sheet["E50"].formula == "=B50*2"


def test_a_deleted_last_column_takes_nothing_else_with_it(sheet: xw.Sheet) -> None:
    sheet["D:D"].delete("left")
    assert sheet["A1:D80"].value == [[*row[:3], None] for row in ROWS]
