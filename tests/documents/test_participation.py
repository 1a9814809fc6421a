import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from wg_excel import buttons
from wg_excel.book.opened import changing
from wg_excel.domain.members.participation import HEADINGS, ROWS, SHEET

TODAY = dt.date(2026, 11, 22)
FIRST = 6


@pytest.fixture
def pressed(demo_book: Path) -> Path:
    with changing(demo_book) as book:
        buttons.show_participation(book, today=TODAY)
    return demo_book


def test_every_member_has_a_row_and_the_empty_rows_are_hidden(pressed: Path) -> None:
    sheet = openpyxl.load_workbook(pressed)[SHEET]
    names = [sheet.cell(row, 1).value for row in range(FIRST, FIRST + ROWS)]
    assert names[:8].count(None) == 0
    assert names[8:] == [None] * (ROWS - 8)
    assert [sheet.row_dimensions[FIRST + n].hidden for n in (0, 7, 8, ROWS - 1)] == [False, False, True, True]
    assert [sheet.cell(FIRST - 1, n).value for n in range(1, len(HEADINGS) + 1)] == list(HEADINGS)


def test_the_charts_draw_the_rows(pressed: Path) -> None:
    sheet: Any = openpyxl.load_workbook(pressed)[SHEET]
    attendance, tasks = sheet._charts
    sources = [[series.val.numRef.f for series in chart.series] for chart in (attendance, tasks)]
    assert sources[0] == ["Участие!$B$6:$B$45", "Участие!$C$6:$C$45"]
    assert [source[8:11] for source in sources[1]] == ["$F$", "$G$", "$H$", "$I$"]


def test_a_second_press_changes_nothing_on_the_sheet(pressed: Path) -> None:
    before = list(openpyxl.load_workbook(pressed)[SHEET].values)
    with changing(pressed) as book:
        buttons.show_participation(book, today=TODAY)
    assert list(openpyxl.load_workbook(pressed)[SHEET].values) == before
