"""Fill «Участие»: a row a member, the rows that stay empty hidden, so that the charts show members only."""

import xlwings as xw

from wg_excel.book.blocks import find_sheet, write_block
from wg_excel.domain.members.participation import HEADINGS, LEGEND, ROWS, SHEET, Line
from wg_excel.domain.periods import Period

FIRST = 6  # the row below the headings
NOTE = "A3"


def write_participation(book: xw.Book, lines: tuple[Line, ...], period: Period) -> None:
    """Replace all rows and say above them which year they cover."""
    sheet, shown = find_sheet(book, SHEET), lines[:ROWS]
    rows = list(map(list, shown))
    blank = [[None] * len(HEADINGS) for _ in range(ROWS - len(rows))]
    write_block(book, sheet.range((FIRST, 1), (FIRST + ROWS - 1, len(HEADINGS))), [*rows, *blank])
    write_block(book, sheet.range(NOTE), [[f"Учебный год {period}. {LEGEND}"]])
    sheet.range(f"{FIRST}:{FIRST + ROWS - 1}").rows.hidden = False
    if blank:
        sheet.range(f"{FIRST + len(rows)}:{FIRST + ROWS - 1}").rows.hidden = True
    if rows:
        sheet.range((FIRST, 1), (FIRST + len(rows) - 1, len(HEADINGS))).rows.autofit()
