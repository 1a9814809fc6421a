"""Fill «По неделям»: one block of figures; columns of weeks that have not come are hidden."""

import xlwings as xw

from wg_excel.book.blocks import find_sheet, read_block, write_block
from wg_excel.domain.monitoring.monitoring import Monitoring
from wg_excel.domain.monitoring.weekly import HEADINGS, LEGEND, ROWS, SHEET, WEEKS, page, weekly

TOP = 5  # the row of the headings


def write_weeks(book: xw.Book, monitoring: Monitoring) -> None:
    """Replace the heat map by that of a monitoring, and say above it what it covers."""
    sheet, found = find_sheet(book, SHEET), weekly(monitoring)
    rows = page(found)
    width = len(HEADINGS) + WEEKS
    standing = sum(row[0] is not None for row in read_block(book, sheet.range((TOP, 2), (TOP + ROWS, 2))))
    blank = [[None] * width for _ in range(standing - len(rows))]
    write_block(book, sheet.range((TOP, 1), (TOP - 1 + max(standing, len(rows)), width)), [*rows, *blank])
    told = f"Период {monitoring.period}, посчитано на {monitoring.today:%d.%m.%Y}. {LEGEND}"
    write_block(book, sheet.range((TOP - 2, 1)), [[told]])
    weeks = max(len(found.mondays), 1)
    sheet.range((1, 1), (1, width)).columns.hidden = False
    if weeks < WEEKS:
        sheet.range((1, len(HEADINGS) + weeks + 1), (1, width)).columns.hidden = True
    sheet.page_setup.print_area = sheet.range((1, 1), (TOP + max(len(found.lines), 1), len(HEADINGS) + weeks)).address
