"""Defined names that follow the tables: drop-downs and conditional formats cannot name a table's column directly."""

import xlsxwriter

from wg_excel.domain.findings import FindingLine
from wg_excel.domain.lists import ALL_LISTS
from wg_excel.domain.records import RECORDS
from wg_excel.domain.schema import Table
from wg_excel.domain.schema_version import NAME, VERSION

FINDING_NAMES = {
    "fnd_severity": "severity",
    "fnd_sheet": "sheet",
    "fnd_row": "sheet_row",
    "fnd_heading": "heading",
}


def reference_name(table: str) -> str:
    """Return the name of what may be chosen from a table or a closed list: `ref_tblMembers`."""
    return f"ref_{table}"


def define_names(workbook: xlsxwriter.Workbook) -> None:
    """Define the names of all keys, closed lists and the columns of findings; they grow with their tables."""
    for table in (record.table for record in RECORDS if record.table.key):
        _define(workbook, reference_name(table.name), table, table.key)
    for closed in ALL_LISTS:
        workbook.define_name(reference_name(closed.name), f"={closed.name}[{closed.title}]")
    for name, column in FINDING_NAMES.items():
        _define(workbook, name, FindingLine.table, column)
    workbook.define_name(NAME, f"={VERSION}")


def _define(workbook: xlsxwriter.Workbook, name: str, table: Table, column: str) -> None:
    workbook.define_name(name, f"={table.name}[{table.column(column).title}]")
