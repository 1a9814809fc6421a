"""Stretch tables over the rows typed right below them, as Excel does while one types; LibreOffice does not."""

import xlwings as xw

from wg_excel.book.blocks import read_block
from wg_excel.book.master import entered
from wg_excel.book.tables import column_letters, find_table, is_filled, read_frame
from wg_excel.domain.schema import Record

LOOKED_AT = 500  # rows below a table


def take_in_rows(book: xw.Book) -> None:
    """Let every table that people fill hold the rows that stand below it without a gap."""
    for record in entered():
        if not record.table.generated:
            _take_in(book, record)


def _take_in(book: xw.Book, record: type[Record]) -> None:
    frame, height = read_frame(book, record)
    left, right = column_letters(frame.left), column_letters(frame.left + len(frame.titles) - 1)
    sheet, last = book.sheets[frame.sheet], frame.top + height
    below = read_block(book, sheet.range(f"{left}{last + 1}:{right}{last + LOOKED_AT}"))
    typed = next((n for n, line in enumerate(below) if not any(map(is_filled, line))), LOOKED_AT)
    if typed:
        find_table(book, record).resize(sheet.range(f"{left}{frame.top}:{right}{last + typed}"))
