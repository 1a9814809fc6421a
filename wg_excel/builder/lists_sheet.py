"""«Справочники»: one table a closed list; those that a school may extend stand first."""

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from wg_excel.builder import page
from wg_excel.builder.formats import Formats
from wg_excel.builder.layout import FIRST, HEADING, INSTRUCTION, LAST, NOTE
from wg_excel.builder.sheet_head import HEADING_HEIGHT, write_head
from wg_excel.builder.table_sheet import write_value
from wg_excel.domain.lists import ALL_LISTS, ClosedList
from wg_excel.domain.schema import Kind

NAME = "Справочники"
INSTRUCTION_TEXT = "Списки для выбора в ячейках. Светлый заголовок — список можно дополнять: впишите значение ниже."
NOTE_TEXT = "Тёмный заголовок — список задан программой: по нему считаются сроки и сводка, менять его нельзя"
REFUSAL = "Этот список задан программой: по нему считаются сроки и сводка. Менять его нельзя."
GAP_WIDTH, PADDING = 2, 3


def add_lists_sheet(workbook: xlsxwriter.Workbook, style: Formats) -> None:
    """Add the sheet with all closed lists."""
    sheet = workbook.add_worksheet(NAME)
    write_head(sheet, style)
    sheet.write_string(INSTRUCTION, 0, INSTRUCTION_TEXT, style.instruction)
    sheet.write_string(NOTE, 0, NOTE_TEXT, style.note)
    sheet.set_row(HEADING, HEADING_HEIGHT, style.blank)
    for number, closed in enumerate(sorted(ALL_LISTS, key=lambda closed: closed.fixed)):
        _place(sheet, style, closed, 2 * number)
    sheet.freeze_panes(FIRST, 0)
    page.landscape(sheet, pages_wide=3)


def _place(sheet: Worksheet, style: Formats, closed: ClosedList, left: int) -> None:
    body = style.body(Kind.CHOICE)
    sheet.set_column(left, left, max(map(len, (closed.title, *closed.values))) + PADDING, body)
    sheet.set_column(left + 1, left + 1, GAP_WIDTH)
    heading = style.required_heading if closed.fixed else style.heading
    columns = [{"header": closed.title, "header_format": heading}]
    options = {"name": closed.name, "columns": columns, "style": None, "autofilter": False}
    sheet.add_table(HEADING, left, HEADING + len(closed.values), left, options)
    for row, value in enumerate(closed.values, FIRST):
        write_value(sheet, row, left, _as_typed(value), body)
    if closed.fixed:
        rule = {"validate": "custom", "value": "=FALSE", "error_title": closed.title, "error_message": REFUSAL}
        sheet.data_validation(FIRST, left, LAST, left, rule)


def _as_typed(value: str) -> str | int:
    """Return a mark as the number that Excel makes of it when it is typed, so that the drop-down takes it."""
    return int(value) if value.isdecimal() else value
