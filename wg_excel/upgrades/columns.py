"""Columns that the tables of an earlier workbook lack."""

from collections.abc import Iterator

import xlwings as xw

from wg_excel.book.tables import find_table, read_cells
from wg_excel.care.stored import widen
from wg_excel.domain.records import RECORDS
from wg_excel.domain.schema import Record
from wg_excel.upgrades.looks import copy_look
from wg_excel.upgrades.steps import step


@step()
def add_columns(book: xw.Book, fresh: xw.Book) -> Iterator[str]:
    """Add each missing column at the right of its table, behind the user's own."""
    for record in RECORDS:
        if record.table.sheet not in book.sheet_names:
            continue
        missing = [title for title in record.table.titles if title not in read_cells(book, record).titles]
        widen(book, record.table.name, missing)
        for title in missing:
            copy_look(_column(fresh, record, title), _column(book, record, title))
            yield f"На лист «{record.table.sheet}» добавлен столбец «{title}»."


def _column(book: xw.Book, record: type[Record], title: str) -> xw.Range:
    cells = read_cells(book, record)
    return find_table(book, record).range.columns[cells.titles.index(title)]
