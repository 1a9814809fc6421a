import io

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from wg_excel.builder import gaps_sheet
from wg_excel.builder.formats import Formats
from wg_excel.domain.monitoring.lesson_gaps import HEADINGS, PAGE_ROWS

A4_HEIGHT, A4_WIDTH = 297 / 25.4 * 72, 210 / 25.4 * 72  # points


@pytest.fixture(scope="module")
def sheet() -> Worksheet:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as workbook:
        gaps_sheet.add(workbook, Formats(workbook))
    return openpyxl.load_workbook(buffer).worksheets[0]


def test_a_page_ends_after_the_rows_of_one_teacher(sheet: Worksheet) -> None:
    breaks = [each.id for each in sheet.row_breaks.brk]
    assert breaks[:3] == [PAGE_ROWS, 2 * PAGE_ROWS, 3 * PAGE_ROWS]
    assert len(breaks) <= 1023


def test_the_page_is_not_fitted_which_would_undo_the_breaks(sheet: Worksheet) -> None:
    properties = sheet.sheet_properties.pageSetUpPr
    assert not (properties and properties.fitToPage)
    assert sheet.page_setup.scale == gaps_sheet.SCALE


def test_a_page_of_rows_fits_on_the_paper_with_room_for_other_programs() -> None:
    height = (gaps_sheet.TITLE + (PAGE_ROWS - 1) * gaps_sheet.ROW) * gaps_sheet.SCALE / 100
    width = sum(gaps_sheet.COLUMNS) * 0.75 * gaps_sheet.SCALE / 100
    margins = {side: inches * 72 for side, inches in gaps_sheet.MARGINS.items()}
    assert height < A4_HEIGHT - margins["top"] - margins["bottom"] - 20
    assert width * 1.06 < A4_WIDTH - margins["left"] - margins["right"]


def test_every_column_has_its_heading() -> None:
    assert len(gaps_sheet.COLUMNS) == len(HEADINGS)
