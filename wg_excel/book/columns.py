"""Read some columns of a table and not those beside them: a long table costs by the cells that are read."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple, TypeVar

import xlwings as xw

from wg_excel.book.blocks import Cell, find_sheet, read_block
from wg_excel.book.failures import HeadingMissing
from wg_excel.book.tables import Cells, column_letters, corner, read_frame
from wg_excel.domain.fields import parse_table
from wg_excel.domain.schema import Record

R = TypeVar("R", bound=Record)
_JOKERS = re.compile(r"[~*?]")  # of Excel's search
SHORT = 1000  # rows: of so few a cell costs less than a call to Excel


class Columns(NamedTuple):
    """Columns of a table by their English names, and the sheet's row of their first cells."""

    first_row: int
    cells: dict[str, tuple[Cell, ...]]


def read_columns(book: xw.Book, record: type[Record], names: Collection[str], rows: range | None = None) -> Columns:
    """Read columns of a table, or of some rows of the sheet, a block for those side by side; raise HeadingMissing."""
    frame, height = read_frame(book, record)
    places = {name: place_of(record, name, frame) for name in names}
    rows = rows or range(frame.first_row, frame.first_row + height)
    sheet, cells = find_sheet(book, record.table.sheet), dict[int, tuple[Cell, ...]]()
    for left, right in _side_by_side(sorted(set(places.values())), as_one=len(rows) < SHORT):
        first, last = column_letters(frame.left + left), column_letters(frame.left + right)
        block = read_block(book, sheet.range(f"{first}{rows[0]}:{last}{rows[-1]}"))
        cells.update(enumerate(zip(*block, strict=True), left))
    return Columns(rows[0], {name: cells[place] for name, place in places.items()})


def find_row(book: xw.Book, record: type[Record], name: str, text: str) -> int | None:
    """Return the sheet's row where a column holds exactly a text; raise HeadingMissing.

    The program looks for it: no cell is read, however long the table. Excel does not look into rows that a filter
    hides.
    """
    frame, height = read_frame(book, record)
    letter = column_letters(frame.left + place_of(record, name, frame))
    block = find_sheet(book, record.table.sheet).range(f"{letter}{frame.first_row}:{letter}{frame.top + height}")
    found = block.find(_JOKERS.sub(r"~\g<0>", text), whole=True, match_case=True)
    return corner(found)[0] if isinstance(found, xw.Range) else None


def read_records(
    book: xw.Book,
    record: type[R],
    names: Sequence[str],
    lists: Mapping[str, tuple[str, ...]],
    is_wanted: Callable[[Mapping[str, Cell]], bool],
) -> tuple[R, ...]:
    """Return the records of the rows that are wanted, with the columns named; the others count as unread.

    `is_wanted` judges the cells of a row by the columns' English names.
    """
    found = read_columns(book, record, names)
    lines = zip(*(found.cells[name] for name in names), strict=True)
    blank = (None,) * len(names)
    rows = [line if is_wanted(dict(zip(names, line, strict=True))) else blank for line in lines]
    titles = [record.table.column(name).title for name in names]
    return parse_table(record, titles, rows, found.first_row, lists)[0]


def place_of(record: type[Record], name: str, frame: Cells) -> int:
    """Return which column of a table, counted from 0, holds a field; raise HeadingMissing."""
    title = record.table.column(name).title
    if title not in frame.titles:
        raise HeadingMissing(record.table.sheet, title)
    return frame.titles.index(title)


def _side_by_side(places: Sequence[int], *, as_one: bool) -> list[tuple[int, int]]:
    """Return the first and the last of columns that are read in one block: all where most of them are meant."""
    if as_one or 2 * len(places) > places[-1] - places[0]:
        return [(places[0], places[-1])]
    groups: list[tuple[int, int]] = []
    for place in places:
        if groups and place == groups[-1][1] + 1:
            groups[-1] = (groups[-1][0], place)
        else:
            groups.append((place, place))
    return groups
