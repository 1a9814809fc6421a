"""Fill «Состав группы» with the composition on a day (B 3.3)."""

import datetime as dt

import xlwings as xw

from wg_excel.book.blocks import find_sheet, read_block, write_block
from wg_excel.book.rows import cells_of
from wg_excel.book.tables import write_rows
from wg_excel.domain.columns import shown_value
from wg_excel.domain.failures import Failure
from wg_excel.domain.language.dates import NotADay, read_day
from wg_excel.domain.language.wording import long_date
from wg_excel.domain.members.composition import Composition
from wg_excel.domain.members.composition_lines import DAY_CELL, CompositionLine, lines

SHEET = CompositionLine.table.sheet
TITLE_CELL = "A1"


class DayNotRead(Failure):
    """What stands in the cell of the day is no day."""

    def __init__(self, shown: str, why: NotADay) -> None:
        super().__init__(f"День на листе «{SHEET}» ({DAY_CELL}) не понят, «{shown}»: {why}")


def asked_day(book: xw.Book) -> dt.date | None:
    """Return the day typed on the sheet when it is the one in front; raise DayNotRead."""
    if book.sheets.active.name != SHEET:
        return None
    ((value,),) = read_block(book, find_sheet(book, SHEET).range(DAY_CELL))
    if isinstance(value, dt.datetime):
        return value.date()
    shown = shown_value(value)
    try:
        return read_day(shown) if shown else None
    except NotADay as why:
        raise DayNotRead(shown, why) from why


def write_composition(book: xw.Book, made: Composition) -> None:
    """Replace the lines, name the day and show the sheet."""
    write_rows(book, CompositionLine, [cells_of(line) for line in lines(made)])
    sheet = find_sheet(book, SHEET)
    write_block(book, sheet.range(TITLE_CELL), [[f"{SHEET} на {long_date(made.day)}"]])
    write_block(book, sheet.range(DAY_CELL), [[dt.datetime.combine(made.day, dt.time())]])
    sheet.activate()
