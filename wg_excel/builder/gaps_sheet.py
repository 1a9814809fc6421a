"""The sheet «Чего не хватает»: pages for handing over, a page break after every PAGE_ROWS rows.

xlwings has no page breaks, so they stand in the workbook from the beginning; the rows are formatted by what they
hold, since only the filling tells how many lines a teacher's page has.
"""

from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from wg_excel.builder import palette
from wg_excel.builder.formats import DATE, TEXT, Formats
from wg_excel.builder.page import A4, FOOTER
from wg_excel.builder.sheet_head import add_buttons
from wg_excel.domain.monitoring.lesson_gaps import HEADINGS, PAGE_ROWS, SHEET

COLUMNS = (56, 170, 88, 48, 190, 150)  # pixels; all of them at SCALE are 167 of 180 mm, as LibreOffice draws wider
SCALE = 90  # percent; a fitted page would ignore page breaks
MARGINS = {"left": 15 / 25.4, "right": 15 / 25.4, "top": 12 / 25.4, "bottom": 15 / 25.4}  # inches
ROW, TITLE = 16, 26  # points
PAGES = 400  # the time in which LibreOffice opens the workbook grows with the square of its page breaks
LAST = PAGES * PAGE_ROWS - 1
BUTTONS_COLUMN = len(COLUMNS) + 1


def add(workbook: xlsxwriter.Workbook, style: Formats) -> None:
    """Add the sheet; `wg_excel.documents.lesson_gaps` fills it."""
    sheet = workbook.add_worksheet(SHEET)
    sheet.set_default_row(ROW)
    centred: dict[str, Any] = {"align": "center", "valign": "vcenter"}
    fitted: dict[str, Any] = {"shrink": True}  # a long subject, and all that a lesson may lack
    facets: tuple[dict[str, Any], ...] = (
        {"num_format": TEXT},
        fitted,
        {"num_format": DATE, **centred},
        centred,
        fitted,
        {},
    )
    for column, (width, extra) in enumerate(zip(COLUMNS, facets, strict=True)):
        sheet.set_column_pixels(column, column, width, style.make(**{"valign": "vcenter"} | extra))
    title = style.make(font_size=14, bold=True, font_color=palette.DEEP, valign="vcenter")
    for first in range(0, LAST, PAGE_ROWS):
        # Only the cell is formatted: LibreOffice spreads the format of a row over 16,384 columns, row by row.
        sheet.set_row(first, TITLE)
        sheet.write_blank(first, 0, None, title)
    sheet.write_string(0, 0, "Нажмите «Мониторинг», чтобы заполнить лист.", title)
    add_buttons(sheet, 0, BUTTONS_COLUMN)
    _mark_rows(workbook, sheet)
    _set_up_page(sheet)


def _mark_rows(workbook: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    """Show headings and lines by what the row holds: a day stands only in a line."""
    heading = {"bold": True, "bg_color": palette.SOFT, "font_color": palette.DEEP, "bottom": 1}
    line = {"bottom": 1, "bottom_color": palette.MUTED}
    for criteria, facets in ((f'=$A1="{HEADINGS[0]}"', heading), ("=ISNUMBER($C1)", line)):
        rule = {"type": "formula", "criteria": criteria, "format": workbook.add_format(facets)}
        sheet.conditional_format(0, 0, LAST, len(COLUMNS) - 1, rule)


def _set_up_page(sheet: Worksheet) -> None:
    sheet.set_portrait()
    sheet.set_paper(A4)
    sheet.set_margins(**MARGINS)
    sheet.set_footer(FOOTER, {"margin": 8 / 25.4})
    sheet.set_print_scale(SCALE)
    sheet.set_h_pagebreaks(range(PAGE_ROWS, LAST, PAGE_ROWS))
    sheet.hide_gridlines(2)
