import io

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from wg_excel.builder.build import workbook_bytes
from wg_excel.builder.composition_sheet import LABEL
from wg_excel.domain.members.composition_lines import DAY_CELL, CompositionLine


@pytest.fixture(scope="module")
def sheet() -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes()))[CompositionLine.table.sheet]


def test_the_day_is_typed_beside_its_label_and_only_a_day_is_let_in(
    sheet: Worksheet,
) -> None:
    assert sheet[f"A{DAY_CELL[1:]}"].value == LABEL
    assert sheet[DAY_CELL].number_format == "dd\\.mm\\.yyyy"
    assert [str(one.sqref) for one in sheet.data_validations.dataValidation if one.type == "date"] == [DAY_CELL]


def test_the_sheet_is_printed_on_one_page_in_width(sheet: Worksheet) -> None:
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth or "1") == ("landscape", "1")
    properties = sheet.sheet_properties.pageSetUpPr
    assert properties is not None
    assert properties.fitToPage
