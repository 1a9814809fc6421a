"""Marks of rows with findings: conditional formats that read «Замечания», so that they work without macros."""

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from wg_excel.builder import palette
from wg_excel.builder.formats import Formats
from wg_excel.builder.layout import FIRST, HEADING, LAST
from wg_excel.domain.findings import Severity
from wg_excel.domain.schema import Table

STATES = {Severity.ERROR: palette.BAD, Severity.WARNING: palette.WARNING}


def mark_findings(sheet: Worksheet, style: Formats, table: Table, left: int) -> None:
    """Mark the first cell of each row with a finding by its sign, and the very cell that the finding names."""
    right = left + len(table.columns) - 1
    for severity, state in STATES.items():
        row = f'COUNTIFS(fnd_sheet,"{table.sheet}",fnd_row,ROW(),fnd_severity,"{severity.value}"'
        heading = xl_rowcol_to_cell(HEADING, left, row_abs=True)
        cell = {"type": "formula", "criteria": f"={row},fnd_heading,{heading})>0", "format": style.mark(state)}
        sign = {"type": "formula", "criteria": f"={row})>0", "format": style.mark(state, signed=True)}
        sheet.conditional_format(FIRST, left, LAST, left, sign)
        sheet.conditional_format(FIRST, left, LAST, right, cell)


def mark_severities(sheet: Worksheet, style: Formats, column: int) -> None:
    """Mark the severity of each finding by sign and colour."""
    for severity, state in STATES.items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{severity.value}"'}
        sheet.conditional_format(FIRST, column, LAST, column, {**rule, "format": style.mark(state, signed=True)})
