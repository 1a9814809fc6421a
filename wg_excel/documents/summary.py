"""Fill «Сводка», the director's page, and the hidden rows that its charts draw (1-domain 1.6)."""

import datetime as dt
from collections.abc import Sequence

import xlwings as xw

from wg_excel.book.blocks import Cell, find_sheet, read_block, write_block
from wg_excel.domain.monitoring.monitoring_figures import LOWEST_SHOWN
from wg_excel.domain.summary import summary_charts, summary_page
from wg_excel.domain.summary.summary import Summary
from wg_excel.domain.summary.summary_changes import HEADINGS, ROOM, Memory, memory_of, rows_of

SHEET, DATA_SHEET = "Сводка", "Данные сводки"


def write_summary(book: xw.Book, summary: Summary) -> None:
    """Write every figure as a value, so that it shows in Protected View and in any viewer."""
    page, rows = find_sheet(book, SHEET), summary_page.page(summary)
    _write(book, page, rows)
    remark = summary_page.first_rows()["difference"]
    page.range(f"{remark + 1}:{remark + 1}").rows.hidden = rows[remark][0] is None
    data = find_sheet(book, DATA_SHEET)
    _write_charts(book, data, summary)
    _write_below(book, data, summary)


def read_memory(book: xw.Book) -> Memory:
    """Return what the last build kept for the next; a workbook without it remembers nothing."""
    top = _memory_row()
    return memory_of(read_block(book, find_sheet(book, DATA_SHEET).range((top, 1), (top + ROOM + 1, len(HEADINGS)))))


def _memory_row() -> int:
    return summary_charts.trends_row() + 1 + LOWEST_SHOWN + 1


def _write_below(book: xw.Book, sheet: xw.Sheet, summary: Summary) -> None:
    """Write the trends of the lowest teachers and the memory of the page below the data of the charts."""
    first, top = summary_charts.trends_row() + 1, _memory_row()
    trends = summary_charts.trends(summary)
    trends += [[None] * (summary_charts.TREND_WEEKS + 1) for _ in range(LOWEST_SHOWN - len(trends))]
    _write(book, sheet, trends, first)
    kept = [[_cell(value) for value in row] for row in rows_of(summary.memory)]
    kept += [[None] * len(HEADINGS) for _ in range(ROOM + 2 - len(kept))]
    _write(book, sheet, kept, top)


def _cell(value: str | dt.date | None) -> Cell:
    return dt.datetime.combine(value, dt.time()) if isinstance(value, dt.date) else value


def _write(book: xw.Book, sheet: xw.Sheet, rows: Sequence[Sequence[Cell]], top: int = 1) -> None:
    write_block(book, sheet.range((top, 1), (top + len(rows) - 1, len(rows[0]))), rows)


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
