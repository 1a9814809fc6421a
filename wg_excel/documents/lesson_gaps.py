"""Fill «Чего не хватает» with a page for each teacher whose held lessons lack topics or homework."""

import datetime as dt

import xlwings as xw

from wg_excel.book.blocks import find_sheet, inert
from wg_excel.domain.monitoring.lesson_gaps import HEADINGS, SHEET, pages
from wg_excel.domain.monitoring.monitoring import Monitoring


def write_gaps(book: xw.Book, monitoring: Monitoring) -> None:
    """Replace all pages; they are to be mended within the school's number of days."""
    sheet = find_sheet(book, SHEET)
    rows = pages(monitoring, monitoring.today + dt.timedelta(days=monitoring.settings.report_days))
    standing = sheet.used_range.last_cell.row
    sheet.range((1, 1), (max(standing, len(rows)), len(HEADINGS))).clear_contents()
    block = sheet.range((1, 1), (len(rows), len(HEADINGS)))
    block.options(ndim=2).value = [[_cell(value) for value in row] for row in rows]
    sheet.page_setup.print_area = block.address


def _cell(value: object) -> object:
    return dt.datetime.combine(value, dt.time()) if isinstance(value, dt.date) else inert(value)
