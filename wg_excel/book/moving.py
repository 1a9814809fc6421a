"""Move rows from one table to another with all that they hold: values, formulas, formats, the user's own columns.

The rows leave their table last, and only when they stand in the other one with equal contents.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import xlwings as xw

from wg_excel.book.blocks import Cell, find_sheet, formulas_of, write_block
from wg_excel.book.failures import WorkbookFailure
from wg_excel.book.rollback import on_failure, on_success
from wg_excel.book.tables import Cells, column_letters, find_table, is_filled, read_cells, read_frame
from wg_excel.domain.schema import Record

ORDER = "Порядок строк"  # a column that stands while rows are gathered


class NotMovedWhole(WorkbookFailure):
    """What arrived differs from what was sent; nothing is removed."""

    def __init__(self, sheet: str, row: int) -> None:
        super().__init__(
            f"Строка {row} листа «{sheet}» перенеслась не полностью, поэтому ничего не перенесено: "
            "снимите объединение ячеек и защиту листов и повторите."
        )


def move_rows(book: xw.Book, source: type[Record], target: type[Record], here: Cells, rows: Sequence[int]) -> None:
    """Move rows (by their place in the sheet) of a table, read whole, behind the last filled row of another."""
    if not rows:
        return
    rows = sorted(rows)
    widen(book, target, here.titles)
    there = read_cells(book, target)
    find_table(book, source).range.rows.hidden = False  # Excel copies no row that a filter hides
    first = _make_room(book, target, there, len(rows))
    is_scattered = rows[-1] - rows[0] >= len(rows)
    if is_scattered:
        _gather(book, source, here, rows)
    start = here.first_row if is_scattered else rows[0]
    run = range(start, start + len(rows))
    _copy(book, here, there, run, first)
    _rename(book, source, target, there, first, len(rows))
    _prove(here, read_cells(book, target), rows, first)
    on_success(lambda: _remove(book, here, run, is_gathered=is_scattered))


def widen(book: xw.Book, record: type[Record], titles: Sequence[str], *, for_a_while: bool = False) -> None:
    """Add the columns that a table lacks at its right; what stands there moves aside.

    They look like the table, but for columns that go again: those need no format of each row.
    """
    cells, height = read_frame(book, record)
    missing = [title for title in titles if title not in cells.titles]
    if not missing:
        return
    sheet, table = find_sheet(book, cells.sheet), find_table(book, record)
    left, right = cells.left + len(cells.titles), cells.left + len(cells.titles) + len(missing) - 1
    letters, bottom = f"{column_letters(left)}:{column_letters(right)}", cells.top + height
    beside = "format_from_right_or_below" if for_a_while else "format_from_left_or_above"
    sheet.range(letters).insert("right", copy_origin=beside)
    on_failure(lambda: sheet.range(letters).delete("left"))
    # The headings first: a table takes the names of its new columns from their cells.
    write_block(book, _block(sheet, cells.top, cells.top, left, right), [missing])
    table.resize(_block(sheet, cells.top, bottom, cells.left, right))


def _make_room(book: xw.Book, target: type[Record], there: Cells, many: int) -> int:
    """Lengthen a table by so many rows behind its last filled one; return the sheet's row of the first."""
    filled = max((n for n, row in enumerate(there.rows, 1) if any(map(is_filled, row))), default=0)
    sheet, table, right = find_sheet(book, there.sheet), find_table(book, target), there.left + len(there.titles) - 1
    old = _block(sheet, there.top, there.top + len(there.rows), there.left, right)
    last = there.top + max(filled + many, len(there.rows))
    first = there.first_row + filled
    on_failure(lambda: table.resize(old))
    on_failure(_block(sheet, first, first + many - 1, there.left, right).clear)
    table.resize(_block(sheet, there.top, last, there.left, right))
    return first


def _gather(book: xw.Book, source: type[Record], here: Cells, rows: Sequence[int]) -> None:
    """Sort the rows that move to the top of their table, each group in its order: Excel moves one run in one call."""
    moving = [row - here.first_row for row in rows]
    chosen = set(moving)
    order = [*moving, *(place for place in range(len(here.rows)) if place not in chosen)]
    widen(book, source, [ORDER], for_a_while=True)
    table, column = find_table(book, source), here.left + len(here.titles)
    block = _block(find_sheet(book, here.sheet), here.first_row, here.top + len(here.rows), column, column)
    ranks = {place: rank for rank, place in enumerate(order)}

    def sort(numbers: Iterable[int]) -> None:
        write_block(book, block, [[number] for number in numbers])
        table.sort(len(here.titles) + 1)

    on_failure(lambda: sort(order))
    sort(ranks[place] for place in range(len(order)))


def _copy(book: xw.Book, here: Cells, there: Cells, run: range, place: int) -> None:
    """Copy a run of rows, in one call for columns that stand side by side in both tables."""
    source, target = find_sheet(book, here.sheet), find_sheet(book, there.sheet)
    for columns in _side_by_side([there.titles.index(title) for title in here.titles]):
        first, last = columns[0], columns[-1]
        block = _block(source, run[0], run[-1], here.left + first, here.left + last)
        corner = there.left + there.titles.index(here.titles[first])
        block.copy(_block(target, place, place, corner, corner))


def _rename(book: xw.Book, source: type[Record], target: type[Record], there: Cells, first: int, many: int) -> None:
    """Let formulas that name their own table name the one that they stand in now."""
    sheet, old, new = find_sheet(book, there.sheet), f"{source.table.name}[", f"{target.table.name}["
    right = there.left + len(there.titles) - 1
    block = _block(sheet, first, first + many - 1, there.left, right)
    for column, formulas in enumerate(zip(*formulas_of(block), strict=True), there.left):
        texts = list(map(str, formulas))
        if old in "\n".join(texts) and any(one.startswith("=") and old in one for one in texts):
            block = _block(sheet, first, first + many - 1, column, column)
            block.formula = [[one.replace(old, new)] for one in texts]


def _prove(here: Cells, arrived: Cells, rows: Sequence[int], first: int) -> None:
    """Compare what was sent with what stands in the other table now."""
    order = [arrived.titles.index(title) for title in here.titles]
    for place, row in enumerate(rows, first):
        sent, came = here.rows[row - here.first_row], arrived.rows[place - arrived.first_row]
        same = tuple(map(came.__getitem__, order))
        if same != sent and any(map(_differ, sent, same)):
            raise NotMovedWhole(here.sheet, row)


def _differ(sent: Cell, came: Cell) -> bool:
    """Tell whether two cells hold different things; a formula's result may be computed later."""
    return is_filled(sent) and is_filled(came) and sent != came


def _remove(book: xw.Book, here: Cells, run: range, *, is_gathered: bool) -> None:
    """Take rows out of their table, then the column that gathered them; one row always stays."""
    sheet, right, first = find_sheet(book, here.sheet), here.left + len(here.titles) - 1, run[0]
    if len(run) == len(here.rows):
        _block(sheet, first, first, here.left, right).clear_contents()
        first += 1
    if first <= run[-1]:
        _block(sheet, first, run[-1], here.left, right + is_gathered).delete("up")
    if is_gathered:
        column = column_letters(right + 1)
        sheet.range(f"{column}:{column}").delete("left")


def _block(sheet: xw.Sheet, top: int, bottom: int, left: int, right: int) -> xw.Range:
    """Return a block by its address: that costs Excel one call instead of six."""
    return sheet.range(f"{column_letters(left)}{top}:{column_letters(right)}{bottom}")


def _side_by_side(places: Sequence[int]) -> Iterator[list[int]]:
    """Yield the columns in groups whose places in the other table follow one another."""
    group = [0]
    for (_, before), (column, after) in pairwise(enumerate(places)):
        if after != before + 1:
            yield group
            group = []
        group.append(column)
    yield group
