from pathlib import Path

import pytest
import xlwings as xw

from tests.care.books import workbook
from wg_excel.book.opened import changing
from wg_excel.care.content import Contents, TableContent, Value
from wg_excel.care.stored import append, fill, overwrite, read_contents
from wg_excel.headless import open_book


@pytest.fixture
def book(tmp_path: Path) -> xw.Book:
    return open_book(workbook(tmp_path / "книга.xlsm"))


def rows(contents: Contents, name: str, *titles: str) -> list[tuple[Value, ...]]:
    table = contents.table(name)
    assert table
    return [tuple(table.cells(row).get(title) for title in titles) for row in table.rows]


def test_every_table_is_read_known_ones_first(book: xw.Book) -> None:
    sheet = book.sheets.add("Аааа", before=book.sheets[0])
    sheet.range("A1").value = [["Что"], ["Бумага"]]
    sheet.tables.add(sheet.range("A1:A2"), name="Моя")
    names = [table.name for table in read_contents(book).tables]
    assert names[0] == "tblMembers"
    assert names.index("lstRoles") > names.index("tblDaysOff")
    assert names[-2:] == ["facts_appeared", "Моя"]


def test_rows_are_added_below_the_last_filled_one(book: xw.Book) -> None:
    append(book, "tblPlan", [{"№": "1", "Мероприятие": "Семинар"}])
    append(book, "tblPlan", [{"№": "2", "Мероприятие": "Опрос"}, {"№": "3", "Мероприятие": "=1+1"}])
    assert rows(read_contents(book), "tblPlan", "№", "Мероприятие") == [("1", "Семинар"), ("2", "Опрос"), ("3", "=1+1")]


def test_a_row_is_overwritten_where_the_other_one_tells(book: xw.Book) -> None:
    append(book, "tblPlan", [{"№": "1", "Мероприятие": "Семинар", "Результат": "Проведён"}, {"№": "2"}])
    overwrite(book, "tblPlan", 0, {"Мероприятие": "Опрос", "Смета": 5.0})
    assert rows(read_contents(book), "tblPlan", "№", "Мероприятие", "Результат", "Смета") == [
        ("1", "Опрос", "Проведён", 5.0),
        ("2", None, None, None),
    ]


def test_a_column_added_beside_another_table_moves_that_table_aside(tmp_path: Path) -> None:
    path = workbook(tmp_path / "книга.xlsm")
    with changing(path) as book:
        before = read_contents(book).table("tblRules")
        append(book, "tblSettings", [{"Параметр": "Мой", "Чей": "школы"}])
    book = open_book(path)
    assert read_contents(book).table("tblRules") == before
    assert rows(read_contents(book), "tblSettings", "Параметр", "Чей")[-1] == ("Мой", "школы")


def test_a_filled_table_shrinks_and_leaves_nothing_below(book: xw.Book) -> None:
    sheet = book.sheets["Календарь"]
    below = sheet.tables["tblTerms"].range.last_cell.row
    fill(book, TableContent("tblTerms", "Календарь", ("Четверть",), (("Первая",),)))
    assert rows(read_contents(book), "tblTerms", "Четверть", "Начало") == [("Первая", None)]
    assert sheet.range(f"A{below}").value is None


def test_a_column_that_the_user_computes_goes_on_with_its_formula(book: xw.Book) -> None:
    append(book, "tblPlan", [{"№": 1.0, "Двойной": None}])
    sheet = book.sheets["План"]
    cell = sheet.tables["tblPlan"].range.last_cell
    number = sheet.range((cell.row, sheet.tables["tblPlan"].range.column)).get_address(False, False)
    cell.formula = f"={number}*2"
    append(book, "tblPlan", [{"№": 2.0, "Двойной": 99.0}, {"№": 3.0}])
    overwrite(book, "tblPlan", 0, {"№": 5.0, "Двойной": 98.0})
    assert [row[-1] for row in sheet.tables["tblPlan"].range.formula[1:]] == ["=A6*2", "=A7*2", "=A8*2"]
    assert [row[0] for row in rows(read_contents(book), "tblPlan", "№")] == [5.0, 2.0, 3.0]
