"""Fill «Сводка», the director's page, and the hidden rows that its charts draw (1-domain 1.6)."""

from collections.abc import Sequence

import xlwings as xw

from wg_excel.book.blocks import Cell, find_sheet, write_block
from wg_excel.domain import summary_charts, summary_page
from wg_excel.domain.summary import Summary

SHEET, DATA_SHEET = "Сводка", "Данные сводки"


def write_summary(book: xw.Book, summary: Summary) -> None:
    """Write every figure as a value, so that it shows in Protected View and in any viewer."""
    _write(book, find_sheet(book, SHEET), summary_page.page(summary))
    _write_charts(book, find_sheet(book, DATA_SHEET), summary)


def _write(book: xw.Book, sheet: xw.Sheet, rows: Sequence[Sequence[Cell]]) -> None:
    write_block(book, sheet.range((1, 1), (len(rows), len(rows[0]))), rows)


def _write_charts(book: xw.Book, sheet: xw.Sheet, summary: Summary) -> None:
    """Write the data of all charts in one block; rows without data are hidden, since charts leave those out."""
    width, heads = summary_charts.width(), summary_charts.first_rows()
    filled = summary_charts.filled(summary)
    block: list[summary_charts.Row] = []
    for part in summary_charts.BLOCKS:
        rows: list[summary_charts.Row] = [list(part.heads), *filled[part.name]]
        rows.extend([] for _ in range(part.rows + 1 - len(rows)))
        block.extend(row + [None] * (width - len(row)) for row in rows)
    _write(book, sheet, block)
    sheet.range(f"1:{len(block)}").rows.hidden = False
    for part in summary_charts.BLOCKS:
        first = heads[part.name] + 2 + max(len(filled[part.name]), 1)
        last = heads[part.name] + 1 + part.rows
        if first <= last:
            sheet.range(f"{first}:{last}").rows.hidden = True
