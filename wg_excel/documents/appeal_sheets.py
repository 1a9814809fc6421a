"""Fill the sheets that show the appeals: the journal for print, the statistics, the known answers (B 6.4)."""

import datetime as dt
from collections.abc import Iterable

import xlwings as xw

from wg_excel.book.blocks import find_sheet, read_block, write_block
from wg_excel.book.rows import cells_of
from wg_excel.book.tables import write_rows
from wg_excel.domain.columns import shown_value
from wg_excel.domain.periods import Period
from wg_excel.domain.schema import Record
from wg_excel.domain.typed_periods import typed_period

TITLE_CELL, PERIOD_CELL = "A1", "C3"


def typed_on(book: xw.Book, record: type[Record]) -> Period | None:
    """Return the period typed on a sheet when it is the one in front; raise BadPeriod."""
    if book.sheets.active.name != record.table.sheet:
        return None
    ((value,),) = read_block(book, find_sheet(book, record.table.sheet).range(PERIOD_CELL))
    shown = shown_value(value)
    return typed_period(shown) if shown else None


def write_lines(
    book: xw.Book, record: type[Record], lines: Iterable[Record], title: str, period: Period | None = None
) -> None:
    """Replace the lines of a sheet, head it, name its period and show it."""
    write_rows(book, record, [cells_of(line) for line in lines])
    sheet = find_sheet(book, record.table.sheet)
    write_block(book, sheet.range(TITLE_CELL), [[title]])
    if period:
        write_block(book, sheet.range(PERIOD_CELL), [[shown_period(period)]])
    sheet.activate()


def shown_period(period: Period) -> str:
    """Return a period as it may be typed again."""
    return f"{_day(period.first)} – {_day(period.last)}"


def _day(day: dt.date) -> str:
    return f"{day:%d.%m.%Y}"
