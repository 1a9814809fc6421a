from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl

from wg_excel.headless import open_book, save_copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import xlwings as xw


def results(path: Path) -> dict[str, object]:
    sheet = openpyxl.load_workbook(path, data_only=True)["Итог"]
    return {cell: sheet[cell].value for cell in ("A1", "A2", "A3")}


def test_a_saved_file_has_no_old_result(rich: xw.Book, tmp_path: Path) -> None:
    rich.sheets["Итог"]["A3"].formula = "=VLOOKUP(3,Данные!B4:C6,2)"
    rich.sheets["Данные"]["B4"].value = 1
    save_copy(rich, tmp_path / "saved.xlsx")
    assert results(tmp_path / "saved.xlsx") == {"A1": 8, "A2": 8, "A3": None}


def test_results_that_do_not_depend_on_the_change_stay(
    rich_path: Path, tmp_path: Path, parts: Callable[[Path], dict[str, bytes]]
) -> None:
    book = open_book(rich_path)
    book.sheets["Скрытый"]["A1"].value = 1
    save_copy(book, tmp_path / "saved.xlsx")
    name = "xl/worksheets/sheet2.xml"
    assert parts(tmp_path / "saved.xlsx")[name] == parts(rich_path)[name]


def test_results_that_change_by_themselves_are_not_kept(rich_path: Path, tmp_path: Path) -> None:
    book = open_book(rich_path)
    book.sheets["Итог"]["A3"].formula = "=TODAY()"
    book.sheets["Скрытый"]["A1"].value = 1
    save_copy(book, tmp_path / "saved.xlsx")
    assert results(tmp_path / "saved.xlsx")["A3"] is None
