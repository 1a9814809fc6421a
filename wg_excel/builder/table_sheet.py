"""A sheet for any record class: head, Excel table, drop-downs, marks, print set-up."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from wg_excel.builder import page
from wg_excel.builder.formats import NUMBER_FORMATS, TEXT, Formats
from wg_excel.builder.layout import (
    FIRST,
    HEADING,
    LAST,
    frozen_columns,
    pages_wide,
    repeated_columns,
    text_column,
    total_width,
    width,
)
from wg_excel.builder.marks import mark_findings, mark_severities
from wg_excel.builder.row_heights import row_height
from wg_excel.builder.sheet_head import HEADING_HEIGHT, is_asked, write_head, write_instruction
from wg_excel.builder.thresholds import mark_thresholds
from wg_excel.builder.validation import validation
from wg_excel.domain.findings import FindingLine
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.schema import Column, Record, Table

Rows = Sequence[Sequence[object]]
GAP_WIDTH = 3


def add_table_sheet(
    workbook: xlsxwriter.Workbook,
    style: Formats,
    records: Sequence[type[Record]],
    rows: Mapping[type[Record], Rows],
    *,
    by_row: Collection[str] = (),
) -> Worksheet:
    """Add the sheet of one record class, or of several side by side; `rows` are what a new workbook holds.

    Columns with a title in `by_row` get no validation: the caller gives each of their cells its own.
    """
    sheet = workbook.add_worksheet(records[0].table.sheet)
    tables = [record.table for record in records]
    write_head(sheet, style, column=text_column(tables[0]))
    lefts = left_columns(tables)
    for record, left in zip(records, lefts, strict=True):
        place_table(sheet, style, record.table, left, rows.get(record, ()), alone=len(records) == 1)
        if not record.table.generated:
            _add_validations(sheet, record.table.columns, left, by_row)
    _fit_rows(sheet, tables, [rows.get(record, ()) for record in records])
    _keep_numbers_as_text(sheet, tables, lefts)
    _set_up_page(sheet, tables)
    return sheet


def left_columns(tables: Sequence[Table]) -> list[int]:
    """Return where tables side by side begin, an empty column between them."""
    return [sum(len(before.columns) + 1 for before in tables[:number]) for number in range(len(tables))]


def place_table(sheet: Worksheet, style: Formats, table: Table, left: int, rows: Rows, *, alone: bool) -> None:
    """Write a table with its columns from `left` on: instruction, headings, rows and marks."""
    write_instruction(sheet, style, table, left + text_column(table))
    sheet.set_row(HEADING, HEADING_HEIGHT, style.blank)
    formats = [style.body(column.kind) for column in table.columns]
    for place, (column, body) in enumerate(zip(table.columns, formats, strict=True), left):
        sheet.set_column(place, place, width(column), body, {"hidden": column.hidden})
    _add_excel_table(sheet, style, table, left, len(rows) or 1, filtered=alone)
    write_rows(sheet, left, rows or [[None] * len(table.columns)], formats)
    if not table.generated:
        mark_findings(sheet, style, table, left)
    if table is FindingLine.table:
        mark_severities(sheet, style, left)
    if table is MonitoringLine.table:
        mark_thresholds(sheet, style)
    if not alone:
        sheet.set_column(left + len(table.columns), left + len(table.columns), GAP_WIDTH)


def write_rows(sheet: Worksheet, left: int, rows: Rows, formats: Sequence[Format]) -> None:
    """Write the rows of a table's body, each column in its format."""
    for row, values in enumerate(rows, FIRST):
        for place, (value, body) in enumerate(zip(values, formats, strict=True), left):
            write_value(sheet, row, place, value, body)


def _fit_rows(sheet: Worksheet, tables: Sequence[Table], rows: Sequence[Rows]) -> None:
    """Give the rows the heights that their texts need, where tables side by side share them."""
    for number in range(max(map(len, rows))):
        parts = [(table, body[number]) for table, body in zip(tables, rows, strict=True) if number < len(body)]
        sheet.set_row(FIRST + number, max(row_height(table, values) for table, values in parts))


def write_value(sheet: Worksheet, row: int, column: int, value: object, body: Format) -> None:
    """Write a value as what it is; text stays text whatever it looks like."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, body)
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, column, value, body)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, body)
    else:
        sheet.write_string(row, column, str(value), body)


def _add_excel_table(sheet: Worksheet, style: Formats, table: Table, left: int, height: int, *, filtered: bool) -> None:
    headings = [
        {"header": column.title, "header_format": style.required_heading if is_asked(table, column) else style.heading}
        for column in table.columns
    ]
    options = {"name": table.name, "columns": headings, "style": None, "autofilter": filtered}
    sheet.add_table(HEADING, left, HEADING + height, left + len(headings) - 1, options)


def _add_validations(sheet: Worksheet, columns: Collection[Column], left: int, by_row: Collection[str]) -> None:
    for place, column in enumerate(columns, left):
        rule = validation(column, place)
        if rule and column.title not in by_row:
            sheet.data_validation(FIRST, place, LAST, place, rule)


def _keep_numbers_as_text(sheet: Worksheet, tables: Sequence[Table], lefts: Sequence[int]) -> None:
    """Spare the user Excel's green corners at numbers of orders, meetings and the like."""
    places = (
        place
        for table, left in zip(tables, lefts, strict=True)
        for place, column in enumerate(table.columns, left)
        if NUMBER_FORMATS.get(column.kind) == TEXT
    )
    sheet.ignore_errors({"number_stored_as_text": " ".join(xl_range(FIRST, place, LAST, place) for place in places)})


def _set_up_page(sheet: Worksheet, tables: Sequence[Table]) -> None:
    page.landscape(sheet, pages_wide=pages_wide(sum(map(total_width, tables))))
    sheet.repeat_rows(HEADING)
    alone = len(tables) == 1
    sheet.freeze_panes(FIRST, frozen_columns(tables[0]) if alone else 0)
    repeated = repeated_columns(tables[0])
    if alone and repeated:
        sheet.repeat_columns(0, repeated - 1)
