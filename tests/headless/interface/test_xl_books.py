import gc
import weakref
from pathlib import Path

import openpyxl

from wg_excel.headless import open_book


def test_a_closed_book_is_let_go(tmp_path: Path) -> None:
    """Many books opened one after another must not fill the memory."""
    path = tmp_path / "книга.xlsx"
    openpyxl.Workbook().save(path)
    book = open_book(path)
    workbook = weakref.ref(book.impl.workbook)
    book.close()
    del book
    gc.collect()
    assert workbook() is None
