"""A sheet of a generated table below the cell where the user types the period."""

from collections.abc import Mapping

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from wg_excel.builder.formats import TEXT, Formats
from wg_excel.builder.table_sheet import Rows, add_table_sheet
from wg_excel.domain.schema import Record

LABEL, LABEL_CELL, PERIOD_CELL = "Период:", "B3", "C3"
BEHIND = "D3"


def add(
    workbook: xlsxwriter.Workbook, style: Formats, record: type[Record], rows: Mapping[type[Record], Rows]
) -> Worksheet:
    """Add the sheet; `wg_excel.documents.appeal_sheets` fills it."""
    sheet = add_table_sheet(workbook, style, [record], rows)
    sheet.write_blank("A3", None, style.instruction)
    sheet.write_string(LABEL_CELL, LABEL, style.instruction)
    period = style.make(num_format=TEXT, align="left", bottom=1, bold=True)
    sheet.write_blank(PERIOD_CELL, None, period)
    sheet.write_blank(BEHIND, None, period)  # a period of two days is wider than the column
    return sheet
