"""The sheet «По неделям»: a heat map of filling, teacher × week, that reads in grey print too, with a trend a line."""

import xlsxwriter
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from wg_excel.builder import page, palette
from wg_excel.builder.formats import Formats
from wg_excel.builder.layout import FIRST, HEADING, INSTRUCTION, NOTE
from wg_excel.builder.sheet_head import HEADING_HEIGHT, write_head
from wg_excel.builder.thresholds import threshold_name
from wg_excel.domain.monitoring.weekly import HEADINGS, LEGEND, ROWS, SHEET, WEEKS

SCOPE, NAME, WHOLE, TREND, WEEK = 70, 250, 72, 120, 42  # widths in pixels
ROW = 18  # points
WEEKS_AT = len(HEADINGS)
TREND_AT = HEADINGS.index("Ход")
LAST = FIRST + ROWS - 1
# Light enough for dark figures, and darker the less stands: so it reads in grey.
HEAT = {"min_color": "#E39A72", "mid_color": "#FBEFD5", "max_color": palette.PAPER}
HEAT_AT = {"min_value": 50, "mid_value": 90, "max_value": 100}
KINDS = dict.fromkeys(("min_type", "mid_type", "max_type"), "num")


def add(workbook: xlsxwriter.Workbook, style: Formats) -> None:
    """Add the sheet; `wg_excel.documents.weekly` fills it."""
    sheet = workbook.add_worksheet(SHEET)
    write_head(sheet, style, column=0)
    sheet.write_string(
        INSTRUCTION,
        0,
        "Кто и когда не успевал: школа, классы, педагоги. Заполняет кнопка «Мониторинг».",
        style.instruction,
    )
    sheet.write_string(NOTE, 0, LEGEND, style.note)
    widths = (SCOPE, NAME, WHOLE, TREND, *[WEEK] * WEEKS)
    ruled = {"bottom": 1, "bottom_color": palette.RULE, "valign": "vcenter"}
    text, number = style.make(**ruled), style.make(**ruled, align="center", font_size=10)
    for column, width in enumerate(widths):
        sheet.set_column_pixels(column, column, width, text if column < HEADINGS.index("За период, %") else number)
    sheet.set_row(HEADING, HEADING_HEIGHT)
    for column in range(len(widths)):
        sheet.write(HEADING, column, HEADINGS[column] if column < WEEKS_AT else None, style.heading)
    for row in range(FIRST, LAST + 1):
        values = xl_range(row, WEEKS_AT, row, WEEKS_AT + WEEKS - 1)
        sheet.set_row(row, ROW)
        sheet.add_sparkline(row, TREND_AT, {"range": f"'{SHEET}'!{values}", **TREND_LINE})
    _mark(sheet, style)
    _set_up_page(sheet)


# Columns, for LibreOffice draws lines too thin to see; the figures stand beside them for viewers that draw neither.
# From TREND_MIN, or a good week and a bad one would look alike.
TREND_MIN = 40
TREND_LINE = {
    "type": "column",
    "min": TREND_MIN,
    "max": 120,  # so that a full week does not touch the line above
    "series_color": palette.SERIES[1],
}


def _mark(sheet: Worksheet, style: Formats) -> None:
    """Shade the figures and put a sign before those below the school's norm, so that shade is not the only tell."""
    area = (FIRST, WEEKS_AT - 2, LAST, WEEKS_AT + WEEKS - 1)
    cell = xl_rowcol_to_cell(FIRST, WEEKS_AT - 2)
    for threshold, state in (("homework_red", palette.BAD), ("homework_green", palette.WARNING)):
        formula = f"=AND(ISNUMBER({cell}),{cell}<{threshold_name(threshold)})"
        sheet.conditional_format(*area, {"type": "formula", "criteria": formula, "format": style.sign(state)})
    sheet.conditional_format(*area, {"type": "3_color_scale", **KINDS, **HEAT, **HEAT_AT})


def _set_up_page(sheet: Worksheet) -> None:
    page.landscape(sheet)
    sheet.repeat_rows(HEADING)
    sheet.freeze_panes(FIRST, WEEKS_AT)
