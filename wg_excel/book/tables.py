"""Read and write the tables of the master workbook, whole and in one block each (3-architecture 3.1)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import xlwings as xw

from wg_excel.book.blocks import Cell, clear_block, find_sheet, read_block, write_block
from wg_excel.book.failures import HeadingMissing, RowsInTheWay, SheetMissing, TableMissing
from wg_excel.book.rollback import on_failure
from wg_excel.domain.schema import Record

CORNER = re.compile(r"\$([A-Z]+)\$(\d+)")
CORNERS = re.compile(r"\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)")


@dataclass(frozen=True)
class Cells:
    """A table as it stands: headings, rows of raw cell values, and the sheet's row and column of its corner."""

    sheet: str
    titles: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    top: int
    left: int

    @property
    def first_row(self) -> int:
        """Return the sheet's row of the first row below the headings."""
        return self.top + 1

    def address(self, row: int, title: str) -> str:
        """Return the address of the cell of a sheet's row under a heading, such as `B7`."""
        return f"{column_letters(self.left + self.titles.index(title))}{row}"


def column_letters(number: int) -> str:
    """Return the letters of a column by its number, 1 being A."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column by its letters, 1 being A."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def find_table(book: xw.Book, record: type[Record]) -> xw.main.Table:
    """Return the table of a record class; raise SheetMissing or TableMissing."""
    declared = record.table
    try:
        return find_sheet(book, declared.sheet).tables[declared.name]
    except KeyError:
        raise TableMissing(declared.sheet, declared.name) from None
    except SheetMissing:
        renamed = (sheet.name for sheet in book.sheets if any(one.name == declared.name for one in sheet.tables))
        raise SheetMissing(declared.sheet, next(renamed, "")) from None


def read_cells(book: xw.Book, record: type[Record]) -> Cells:
    """Read a whole table in one block."""
    found = find_table(book, record).range
    heads, *rows = read_block(book, found)
    titles = tuple(str(title or "") for title in heads)
    return Cells(record.table.sheet, titles, tuple(map(tuple, rows)), *corner(found))


def corner(block: xw.Range) -> tuple[int, int]:
    """Return the row and the column of a block's first cell, by its address: one call to Excel instead of seven."""
    found = CORNER.match(block.address)
    assert found, block
    return int(found[2]), column_number(found[1])


def write_rows(book: xw.Book, record: type[Record], rows: Sequence[Sequence[Cell]]) -> None:
    """Replace the body of a generated table; the values stand in the order of the record's columns."""
    frame, height = read_frame(book, record)
    body = _in_sheet_order(record, frame, rows) or [[None] * len(frame.titles)]
    _put(book, record, frame, frame.first_row, body, (height, len(body))).rows.autofit()
    spare = height - len(body)
    if spare > 0:
        clear_block(book, _block(book, frame, frame.first_row + len(body), spare))


def append_rows(book: xw.Book, record: type[Record], rows: Sequence[Sequence[Cell]]) -> int:
    """Add rows below the last filled one; return the sheet's row of the first.

    Only the headings and the last row are read, however long the table, unless it ends with blank rows. Columns that
    the user added at the right are not touched: there Excel continues formulas by itself. Raises RowsInTheWay.
    """
    frame, height = read_frame(book, record)
    filled = _filled(book, frame, height)
    start = frame.first_row + filled
    if rows:
        whole = _in_sheet_order(record, frame, rows)
        width = 1 + max(map(frame.titles.index, record.table.titles))
        body = [row[:width] for row in whole]
        _refuse_overwriting(book, frame, height, filled + len(body), width)
        block = _put(book, record, frame, start, body, (height, max(filled + len(body), height)))
        if _has_long_texts(record, frame, body):
            block.rows.autofit()
    return start


def set_cell(book: xw.Book, record: type[Record], row: int, name: str, value: Cell) -> None:
    """Write one cell by the sheet's row and the column's English name."""
    write_cells(book, record, {(row, name): value})


def write_cells(
    book: xw.Book,
    record: type[Record],
    values: Mapping[tuple[int, str], Cell],
    formats: Mapping[str, str] | None = None,
) -> None:
    """Write single cells by the sheet's row and the column's English name: one block a run of rows in a column.

    Cells between them are not touched: they may hold formulas. `formats` are number formats by column: without the
    right one Excel takes a day in a cell of texts for text, and a text in a cell of days for a day.
    """
    cells = read_cells(book, record)
    sheet = book.sheets[cells.sheet]
    for name in dict.fromkeys(name for _, name in values):
        title = record.table.column(name).title
        if title not in cells.titles:
            raise HeadingMissing(record.table.sheet, title)
        for run in _runs(sorted(row for row, column in values if column == name)):
            block = sheet.range(f"{cells.address(run[0], title)}:{cells.address(run[-1], title)}")
            if formats and name in formats:
                block.number_format = formats[name]
            write_block(book, block, [[values[row, name]] for row in run])


def is_filled(value: Cell) -> bool:
    """Tell whether a cell holds something."""
    return value is not None and value != ""


def _runs(rows: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def read_frame(book: xw.Book, record: type[Record]) -> tuple[Cells, int]:
    """Return a table without its rows, and how many it has."""
    found = CORNERS.match(find_table(book, record).range.address)
    assert found, record
    left, top, right, bottom = found.groups()
    (heads,) = read_block(book, find_sheet(book, record.table.sheet).range(f"{left}{top}:{right}{top}"))
    titles = tuple(str(title or "") for title in heads)
    return Cells(record.table.sheet, titles, (), int(top), column_number(left)), int(bottom) - int(top)


def _filled(book: xw.Book, frame: Cells, height: int) -> int:
    """Return how many rows stand above the blank ones at the end of a table."""
    if any(map(is_filled, read_block(book, _block(book, frame, frame.top + height, 1))[0])):
        return height
    rows = read_block(book, _block(book, frame, frame.first_row, height))
    return max((n for n, row in enumerate(rows, 1) if any(map(is_filled, row))), default=0)


def _refuse_overwriting(book: xw.Book, frame: Cells, height: int, wanted: int, width: int) -> None:
    if wanted > height:
        first = frame.first_row + height
        below = read_block(book, _block(book, frame, first, wanted - height, width))
        row = next((row for row, line in enumerate(below, first) if any(map(is_filled, line))), None)
        if row:
            raise RowsInTheWay(frame.sheet, row)


def _put(
    book: xw.Book, record: type[Record], cells: Cells, row: int, body: list[list[Cell]], heights: tuple[int, int]
) -> xw.Range:
    """Write rows from a sheet's row on and return their block; `heights` are the table's rows before and after."""
    standing, wanted = heights
    if wanted != standing:
        table, old = find_table(book, record), _block(book, cells, cells.top, standing + 1)
        on_failure(lambda: table.resize(old))
        table.resize(_block(book, cells, cells.top, wanted + 1))
    block = _block(book, cells, row, len(body), len(body[0]))
    write_block(book, block, body)
    return block


def _has_long_texts(record: type[Record], cells: Cells, body: list[list[Cell]]) -> bool:
    """Tell whether new rows need to be fitted: a text of theirs is wider than its column was made."""
    made = {column.title: column.width for column in record.table.columns}
    widths = [made.get(title, 0) for title in cells.titles]
    return any(
        isinstance(value, str) and (len(value) > width or "\n" in value)
        for line in body
        for value, width in zip(line, widths, strict=False)
    )


def _block(book: xw.Book, cells: Cells, row: int, height: int, width: int = 0) -> xw.Range:
    """Return rows of a table, as wide as the table unless told."""
    first, last = column_letters(cells.left), column_letters(cells.left + (width or len(cells.titles)) - 1)
    return book.sheets[cells.sheet].range(f"{first}{row}:{last}{row + height - 1}")


def _in_sheet_order(record: type[Record], cells: Cells, rows: Iterable[Sequence[Cell]]) -> list[list[Cell]]:
    titles = record.table.titles
    missing = next((title for title in titles if title not in cells.titles), None)
    if missing is not None:
        raise HeadingMissing(record.table.sheet, missing)
    where = [titles.index(title) if title in titles else None for title in cells.titles]
    return [[None if n is None else row[n] for n in where] for row in rows]
