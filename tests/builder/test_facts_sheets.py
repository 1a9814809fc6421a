import openpyxl
import pytest

from wg_excel.builder.facts_sheets import FACTS


@pytest.mark.parametrize("name", FACTS)
def test_a_sheet_of_facts_names_the_fields_and_is_out_of_the_users_way(workbook: openpyxl.Workbook, name: str) -> None:
    sheet = workbook[name]
    assert [cell.value for cell in sheet[1]] == list(FACTS[name].__annotations__)
    assert sheet.sheet_state == "veryHidden"
