import datetime as dt
from pathlib import Path

import pytest

from wg_excel import buttons
from wg_excel.book.failures import RowsInTheWay
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing
from wg_excel.book.tables import read_cells
from wg_excel.book.taking_in import take_in_rows
from wg_excel.domain.meetings.meetings import AgendaItem
from wg_excel.pressing import press_file

TODAY = dt.date(2026, 11, 22)


def type_below(path: Path, *, gap: int = 0) -> int:
    """Type an item of the agenda below the table, as one does in LibreOffice; return its row."""
    with changing(path) as book:
        cells = read_cells(book, AgendaItem)
        row = cells.first_row + len(cells.rows) + gap
        book.sheets[cells.sheet].range((row, cells.left)).value = ["4", 9, "О графике консультаций"]
    return row


def test_rows_typed_right_below_a_table_belong_to_it_once_a_button_is_pressed(demo_book: Path) -> None:
    row = type_below(demo_book)
    press_file(demo_book, "add_appeal")
    with changing(demo_book) as book:
        assert [item.question for item in read_group(book)[AgendaItem] if item.row == row] == ["О графике консультаций"]


def test_rows_after_a_gap_are_left_to_the_check(demo_book: Path) -> None:
    type_below(demo_book, gap=1)
    with changing(demo_book) as book:
        before = read_cells(book, AgendaItem)
        take_in_rows(book)
        assert read_cells(book, AgendaItem) == before
        found = buttons.check_entries(book, today=TODAY).findings
    assert [one.rule for one in found if "Под таблицей" in one.message] == ["FLD-BELOW"]


def test_new_rows_never_overwrite_what_stands_below_a_table(demo_book: Path) -> None:
    row = type_below(demo_book, gap=1)
    with pytest.raises(RowsInTheWay, match=f"начиная со строки {row}.*Потяните"), changing(demo_book) as book:
        buttons.plan_meeting(book, dt.date(2026, 12, 3), today=TODAY)
