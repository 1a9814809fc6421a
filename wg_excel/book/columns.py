"""Read some columns of a table and not those beside them: a long table costs by the cells that are read."""

from collections.abc import Collection
from typing import NamedTuple

import xlwings as xw

from wg_excel.book.blocks import Cell, find_sheet, read_block
from wg_excel.book.failures import HeadingMissing
from wg_excel.book.tables import column_letters, read_frame
from wg_excel.domain.schema import Record


class Columns(NamedTuple):
    """Columns of a table by their English names, and the sheet's row of their first cells."""

    first_row: int
    cells: dict[str, tuple[Cell, ...]]


def read_columns(book: xw.Book, record: type[Record], names: Collection[str]) -> Columns:
    """Read columns by one block from the first to the last of them; raise HeadingMissing."""
    frame, height = read_frame(book, record)
    places: dict[str, int] = {}
    for name in names:
        title = record.table.column(name).title
        if title not in frame.titles:
            raise HeadingMissing(record.table.sheet, title)
        places[name] = frame.titles.index(title)
    left, right = min(places.values()), max(places.values())
    first, last = column_letters(frame.left + left), column_letters(frame.left + right)
    sheet = find_sheet(book, record.table.sheet)
    block = read_block(book, sheet.range(f"{first}{frame.first_row}:{last}{frame.top + height}"))
    columns = list(zip(*block, strict=True))
    return Columns(frame.first_row, {name: columns[place - left] for name, place in places.items()})
