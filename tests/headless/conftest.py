"""Workbooks for the engine's tests: an empty one, and one with everything that a copy must keep."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
import xlsxwriter

from wg_excel.headless import engine, open_book, save_copy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import xlwings as xw


@pytest.fixture
def book() -> Iterator[xw.Book]:
    app = engine.apps.add(add_book=True)
    yield app.books[0]
    app.quit()


@pytest.fixture
def sheet(book: xw.Book) -> xw.Sheet:
    return book.sheets[0]


@pytest.fixture
def reopened(tmp_path: Path) -> Callable[[xw.Book], Any]:
    """Save a book and read it with openpyxl, a reader of others."""

    def reopen(book: xw.Book) -> Any:
        save_copy(book, tmp_path / "copy.xlsx")
        return openpyxl.load_workbook(tmp_path / "copy.xlsx")

    return reopen


@pytest.fixture
def again(tmp_path: Path) -> Callable[[xw.Book], xw.Book]:
    """Save a book and open it anew with this engine."""

    def reopen(book: xw.Book) -> xw.Book:
        save_copy(book, tmp_path / "again.xlsx")
        return open_book(tmp_path / "again.xlsx")

    return reopen


@pytest.fixture
def rich_path(tmp_path: Path) -> Path:
    """Write a workbook with a table, chart, button, note, rules, names, a hidden sheet and formulas."""
    path = tmp_path / "rich.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        first, other = workbook.add_worksheet("Данные"), workbook.add_worksheet("Итог")
        hidden = workbook.add_worksheet("Скрытый")
        hidden.very_hidden()
        rows = [["Иванов", 5, 1], ["Петров", 4, 2], ["Сидоров", 3, 3]]
        columns = [{"header": "Имя"}, {"header": "Балл"}, {"header": "Вдвое", "formula": "=[@Балл]*2"}]
        first.add_table("A3:C6", {"name": "Баллы", "data": rows, "columns": columns})
        first.write_comment("A1", "заметка")
        first.insert_button("F2", {"macro": "go", "caption": "Кнопка"})
        first.data_validation("B4:B6", {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 5})
        first.conditional_format("B4:B6", {"type": "cell", "criteria": "<", "value": 4})
        first.print_area("A1:C6")
        first.freeze_panes(3, 0)
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"categories": "=Данные!$A$4:$A$6", "values": "=Данные!$B$4:$B$6"})
        first.insert_chart("H2", chart)
        other.write_formula("A1", "=SUM(Данные!B4:B6)", None, 12)
        other.write_formula("A2", "=SUM(Баллы[Балл])", None, 12)
        other.write("B1", "текст")
        workbook.define_name("Порог", "=Данные!$B$4")
    return path


@pytest.fixture
def rich(rich_path: Path) -> Iterator[xw.Book]:
    opened = open_book(rich_path)
    yield opened
    opened.app.quit()


@pytest.fixture
def parts() -> Callable[[Path], dict[str, bytes]]:
    """Read all parts of a package."""

    def read(path: Path) -> dict[str, bytes]:
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return read
