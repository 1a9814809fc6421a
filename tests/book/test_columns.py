from pathlib import Path

import pytest

from wg_excel.book.columns import find_row, read_columns
from wg_excel.book.failures import HeadingMissing, SheetMissing
from wg_excel.book.opened import changing, reading
from wg_excel.book.tables import read_cells
from wg_excel.domain.appeals.appeals import Appeal


def test_the_columns_asked_for_are_those_of_the_whole_table(demo_book: Path) -> None:
    with reading(demo_book) as book:
        whole, found = read_cells(book, Appeal), read_columns(book, Appeal, ("status", "number"))
    assert set(found.cells) == {"status", "number"}
    assert found.first_row == whole.first_row
    for name in found.cells:
        place = whole.titles.index(Appeal.table.column(name).title)
        assert found.cells[name] == tuple(row[place] for row in whole.rows)


def test_a_heading_that_is_gone_is_told(demo_book: Path) -> None:
    with changing(demo_book) as book:
        book.sheets["Обращения"].range("L5").value = "Состояние"
        with pytest.raises(HeadingMissing, match="Статус"):
            read_columns(book, Appeal, ("status",))


def test_a_sheet_that_was_renamed_is_told_by_its_new_name(demo_book: Path) -> None:
    with changing(demo_book) as book:
        book.sheets["Обращения"].name = "Журнал 2026"
        with pytest.raises(SheetMissing, match="теперь он называется «Журнал 2026»"):
            read_columns(book, Appeal, ("status",))


def test_some_rows_of_some_columns_are_read_alone(demo_book: Path) -> None:
    with reading(demo_book) as book:
        whole = read_columns(book, Appeal, ("number", "essence"))
        some = read_columns(book, Appeal, ("number", "essence"), range(10, 13))
    assert some.first_row == 10
    assert some.cells["essence"] == whole.cells["essence"][10 - whole.first_row : 13 - whole.first_row]


def test_a_text_is_looked_up_in_a_column_whatever_signs_it_holds(demo_book: Path) -> None:
    with changing(demo_book) as book:
        book.sheets["Обращения"].range("H9").value = "Что значит «*» и «?»"
        assert find_row(book, Appeal, "essence", "Что значит «*» и «?»") == 9
        assert find_row(book, Appeal, "essence", "*") is None
        assert find_row(book, Appeal, "number", "2026-003") == 8
        book.sheets["Обращения"].range("A5").value = "Номер"
        with pytest.raises(HeadingMissing, match="№"):
            find_row(book, Appeal, "number", "2026-003")
