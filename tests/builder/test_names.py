import openpyxl
import pytest

from wg_excel.builder.names import reference_name
from wg_excel.domain.lists import ALL_LISTS
from wg_excel.domain.records import RECORDS

COLUMNS = [column for record in RECORDS for column in record.table.columns]
REFERRED = sorted({column.refers for column in COLUMNS if column.refers})


@pytest.mark.parametrize("table", REFERRED)
def test_a_table_that_is_referred_to_has_a_name_for_its_key(workbook: openpyxl.Workbook, table: str) -> None:
    key = next(record.table.column(record.table.key).title for record in RECORDS if record.table.name == table)
    assert workbook.defined_names[reference_name(table)].attr_text == f"{table}[{key}]"


def test_a_closed_list_has_a_name_that_grows_with_its_table(workbook: openpyxl.Workbook) -> None:
    for closed in ALL_LISTS:
        assert workbook.defined_names[reference_name(closed.name)].attr_text == f"{closed.name}[{closed.title}]"


def test_every_list_of_the_schema_is_among_all_lists() -> None:
    assert {column.choices for column in COLUMNS if column.choices} <= set(ALL_LISTS)
