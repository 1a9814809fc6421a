import datetime as dt
from pathlib import Path

import openpyxl

from wg_excel.actions.creating import create
from wg_excel.book.history import LONGEST, remember
from wg_excel.book.opened import changing
from wg_excel.domain.history import HistoryEntry

DAY = dt.date(2026, 11, 22)


def test_what_a_cell_cannot_hold_is_cut_after_a_word(tmp_path: Path) -> None:
    book = tmp_path / "книга.xlsm"
    create(book)
    with changing(book) as opened:
        remember(opened, "Импорт выгрузок", "файл.csv: загружено " * 3_000, DAY)
    sheet = openpyxl.load_workbook(book)[HistoryEntry.table.sheet]
    (told,) = [str(row[3]) for row in sheet.iter_rows(values_only=True) if row[2] == "Импорт выгрузок"]
    assert LONGEST - 20 < len(told) <= LONGEST + 2
    assert told.endswith(("файл.csv: …", "загружено …"))
