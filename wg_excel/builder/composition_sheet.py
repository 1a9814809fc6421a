"""The sheet «Состав группы»: a generated table below the cell where the user types the day."""

from collections.abc import Mapping

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from wg_excel.builder.formats import DATE, Formats
from wg_excel.builder.table_sheet import Rows, add_table_sheet
from wg_excel.builder.validation import of_kind, titled
from wg_excel.domain.members.composition_lines import DAY_CELL, CompositionLine
from wg_excel.domain.schema import Kind, Record

LABEL = "Состав на день:"


def add(workbook: xlsxwriter.Workbook, style: Formats, rows: Mapping[type[Record], Rows]) -> Worksheet:
    """Add the sheet; `wg_excel.documents.composition` fills it."""
    sheet = add_table_sheet(workbook, style, [CompositionLine], rows)
    sheet.write_string(f"A{DAY_CELL[1:]}", LABEL, style.instruction)
    sheet.write_blank(DAY_CELL, None, style.make(num_format=DATE, align="left", bottom=1, bold=True))
    sheet.data_validation(DAY_CELL, titled("Состав на день", of_kind(Kind.DATE), "Пусто — сегодня"))
    return sheet
