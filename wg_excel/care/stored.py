"""Read the tables of an open workbook as contents, and write contents into them."""

from collections.abc import Mapping, Sequence

import xlwings as xw

from wg_excel.book.tables import column_letters, is_filled
from wg_excel.care.block import computed_columns, copy_down, typed, write_block
from wg_excel.care.content import FACTS, LIST_OF, RECORD_OF, Contents, Row, TableContent, Value

_ORDER = {name: n for n, name in enumerate((*RECORD_OF, *LIST_OF, *FACTS))}


def read_contents(book: xw.Book) -> Contents:
    """Read every Excel table of the workbook, the user's own too, and the facts: known ones first, in one order."""
    tables = [_read(name, table.range) for name, table in _tables(book).items()]
    tables += [_read(name, book.sheets[name].used_range) for name in FACTS if name in book.sheet_names]
    tables.sort(key=lambda table: (_ORDER.get(table.name, len(_ORDER)), table.name))
    return Contents(tuple(tables), tuple(sheet.name for sheet in book.sheets if sheet.name not in FACTS))


def fill(book: xw.Book, table: TableContent) -> None:
    """Replace the rows of a table; what the workbook lacks, a column or a whole table, is added."""
    if table.name in FACTS:
        _fill_facts(book.sheets[table.name], table)
        return
    _add_missing(book, table)
    widen(book, table.name, table.titles)
    titles = _stands(book, table.name).titles
    rows = [_in_order(titles, table.cells(row)) for row in table.rows] or [(None,) * len(titles)]
    if body := _tables(book)[table.name].data_body_range:
        body.clear_contents()
    write_block(_rows_of(book, table.name, 0, len(rows), len(rows)), rows)


def append(book: xw.Book, name: str, rows: Sequence[Mapping[str, Value]]) -> None:
    """Add rows given by heading below the last filled one; a column that the table lacks is added.

    A column that the user computes goes on with its formula.
    """
    widen(book, name, list(dict.fromkeys(title for row in rows for title in row)))
    stands = _stands(book, name)
    filled = len(stands.rows)
    while filled and not any(map(is_filled, stands.rows[filled - 1])):
        filled -= 1
    height = max(filled + len(rows), len(stands.rows))
    area = _rows_of(book, name, filled, len(rows), height)
    last = _rows_of(book, name, filled - 1, 1, height) if filled else None
    computed = computed_columns(last) if last else frozenset[int]()
    write_block(area, [_in_order(stands.titles, row) for row in rows], but=computed)
    if last:
        copy_down(last, len(rows), computed)


def overwrite(book: xw.Book, name: str, place: int, cells: Mapping[str, Value]) -> None:
    """Write cells given by heading into the row at a place, 0 being the first below the headings.

    Other cells of the row, and those that the user computes, stay.
    """
    widen(book, name, list(cells))
    stands = _stands(book, name)
    row = _rows_of(book, name, place, 1, len(stands.rows))
    written = [n for n, title in enumerate(stands.titles) if title in cells]
    but = computed_columns(row) | {n for n in range(len(stands.titles)) if n not in written}
    write_block(row, [_in_order(stands.titles, cells)], but=but)


def widen(book: xw.Book, name: str, titles: Sequence[str]) -> None:
    """Add the columns that a table lacks at its right; what stands there moves aside."""
    table = _tables(book)[name]
    area, sheet = table.range, table.range.sheet
    missing = [title for title in titles if title not in _stands(book, name).titles]
    if not missing:
        return
    (height, width), top, left = area.shape, area.row, area.column
    first, last = left + width, left + width + len(missing) - 1
    sheet.range(f"{column_letters(first)}:{column_letters(last)}").insert("right")
    # The headings first: a table takes the names of its new columns from their cells.
    sheet.range((top, first), (top, last)).options(ndim=2).value = [[typed(title) for title in missing]]
    _tables(book)[name].resize(sheet.range((top, left), (top + height - 1, last)))


def _tables(book: xw.Book) -> dict[str, xw.main.Table]:
    return {table.name: table for sheet in book.sheets for table in sheet.tables}


def _stands(book: xw.Book, name: str) -> TableContent:
    return _read(name, _tables(book)[name].range)


def _read(name: str, block: xw.Range) -> TableContent:
    heads, *rows = block.options(ndim=2, err_to_str=True).value
    titles = tuple(str(head or "") for head in heads)
    return TableContent(name, block.sheet.name, titles, tuple(map(tuple, rows)))


def _in_order(titles: Sequence[str], cells: Mapping[str, Value]) -> Row:
    return tuple(cells.get(title) for title in titles)


def _rows_of(book: xw.Book, name: str, place: int, count: int, height: int) -> xw.Range:
    """Return some rows of a table, which is made so many rows high first."""
    table = _tables(book)[name]
    area, sheet = table.range, table.range.sheet
    top, left, width = area.row, area.column, area.shape[1]
    if area.shape[0] != height + 1:
        table.resize(sheet.range((top, left), (top + height, left + width - 1)))
    first = top + 1 + place
    return sheet.range((first, left), (first + count - 1, left + width - 1))


def _add_missing(book: xw.Book, table: TableContent) -> None:
    """Add a table of the user's own to the sheet it had, right of what stands there."""
    if table.name in _tables(book):
        return
    if table.sheet not in book.sheet_names:
        book.sheets.add(table.sheet, after=book.sheets[book.sheets.count - 1])
    sheet = book.sheets[table.sheet]
    used = sheet.used_range
    left = 1 if used.value is None else used.last_cell.column + 2
    area = sheet.range((1, left), (2, left + len(table.titles) - 1))
    area.rows[0].options(ndim=2).value = [[typed(title) for title in table.titles]]
    sheet.tables.add(area, name=table.name)


def _fill_facts(sheet: xw.Sheet, table: TableContent) -> None:
    sheet.used_range.clear_contents()
    block = [table.titles, *(map(typed, row) for row in table.rows)]
    sheet.range((1, 1), (len(block), len(table.titles))).options(ndim=2).value = list(map(list, block))
