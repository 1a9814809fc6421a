import io

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from wg_excel.builder import report_template
from wg_excel.builder.formats import Formats


@pytest.fixture(scope="module")
def sheet() -> Worksheet:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as workbook:
        workbook.add_worksheet("Лист")
        report_template.add(workbook, Formats(workbook))
    return openpyxl.load_workbook(buffer)[report_template.SHEET]


def test_the_page_is_a4_portrait_with_the_official_margins(sheet: Worksheet) -> None:
    margins = sheet.page_margins
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("portrait", 9)
    inches = (margins.left, margins.right, margins.top, margins.bottom)
    assert [round((side or 0) * 25.4) for side in inches] == [30, 10, 20, 20]


def test_the_columns_fill_the_width_between_the_margins() -> None:
    assert sum(report_template.COLUMNS) == 636


def test_the_template_is_hidden_and_holds_every_mark_in_its_order(sheet: Worksheet) -> None:
    marks = [str(cell.value) for row in sheet.iter_rows() for cell in row if "{{" in str(cell.value)]
    assert sheet.sheet_state == "hidden"
    assert marks == [
        "{{организация}}",
        "{{заголовок}}",
        "{{дата и место}}",
        "{{текст}}",
        "{{таблица}}",
        "{{выводы}}",
        "{{подписи}}",
        "{{конец}}",
    ]
