import datetime as dt
from pathlib import Path

from wg_excel.book.history import remember
from wg_excel.book.opened import changing
from wg_excel.book.tables import find_table, read_cells
from wg_excel.domain.history import HistoryEntry


def test_a_column_that_the_user_added_keeps_what_stands_beside_new_rows(demo_book: Path) -> None:
    with changing(demo_book) as book:
        cells = read_cells(book, HistoryEntry)
        sheet = book.sheets[cells.sheet]
        table, right = find_table(book, HistoryEntry), cells.left + len(cells.titles)
        table.resize(sheet.range((cells.top, cells.left), (cells.top + len(cells.rows), right)))
        sheet.range((cells.top, right)).value = "Заметка"
        sheet.range((cells.first_row + len(cells.rows), right)).value = "моё"
        remember(book, "Проверить", "Ошибок: 0", dt.date(2026, 11, 22))
        last = read_cells(book, HistoryEntry).rows[-1]
    assert "Проверить" in last
    assert last[-1] == "моё"
