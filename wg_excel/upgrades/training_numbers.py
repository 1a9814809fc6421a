"""Numbers for trainings of a workbook whose «Обучение» had none: appeals name a training by its number."""

from collections.abc import Iterator

import xlwings as xw

from wg_excel.book.tables import is_filled, read_cells, write_cells
from wg_excel.domain.numbering import order
from wg_excel.domain.work.training import Training
from wg_excel.upgrades.steps import step


@step()
def number_trainings(book: xw.Book, _: xw.Book) -> Iterator[str]:
    """Give each training without a number the next one, in the order of the sheet."""
    cells = read_cells(book, Training)
    place, date = (cells.titles.index(Training.table.column(name).title) for name in ("number", "date"))
    rows = [(row, line) for row, line in enumerate(cells.rows, cells.first_row) if is_filled(line[date])]
    known = [order(str(line[place]))[1] for _, line in rows if is_filled(line[place])]
    last = max((figures[-1] for figures in known if figures), default=0)
    missing = [row for row, line in rows if not is_filled(line[place])]
    if missing:
        numbers = {(row, "number"): str(last + n) for n, row in enumerate(missing, 1)}
        write_cells(book, Training, numbers)
        yield f"На листе «{Training.table.sheet}» пронумеровано строк: {len(missing)}."
