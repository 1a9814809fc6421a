"""A workbook that was bent out of shape is read right, or said to be bent: never «всё в порядке»."""

import datetime as dt
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlwings as xw

from wg_excel import buttons
from wg_excel.book.failures import HeadingMissing, SheetMissing, TableMissing
from wg_excel.book.tables import append_rows, find_table, read_cells
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.settings import SettingLine
from wg_excel.headless import open_book

TODAY = dt.date(2026, 11, 22)
BAD = {
    "number": "2026-001",
    "date": dt.datetime(2026, 11, 2),  # noqa: DTZ001 - a cell's day
    "applicant": "Соколова Вера Павловна",
    "category": "Педагог",
    "help_kind": "Техническая",
    "theme": "Иное",
    "essence": "Не открывается журнал",
    "priority": "Обычный",
    "status": "Решено",
}


@pytest.fixture
def book(empty: Path) -> Iterator[xw.Book]:
    opened = open_book(empty)
    fill(opened)
    yield opened
    opened.close()


def fill(book: xw.Book) -> None:
    """Add two solved appeals without date and measures: what a check finds wherever they stand."""
    for number in ("2026-001", "2026-002"):
        line = {**BAD, "number": number}
        append_rows(book, Appeal, [[line.get(column.name) for column in Appeal.table.columns]])


def appeals(book: xw.Book) -> list[tuple[str, int]]:
    found = buttons.check_entries(book, today=TODAY).findings
    return sorted((each.rule, each.place.row) for each in found if each.place.sheet == "Обращения")


def rules(book: xw.Book) -> set[str]:
    return {each.rule for each in buttons.check_entries(book, today=TODAY).findings}


def cell(book: xw.Book, title: str, row: int = 0) -> xw.Range:
    cells = read_cells(book, Appeal)
    return book.sheets["Обращения"].range(cells.address(cells.first_row + row, title))


def move_columns(book: xw.Book) -> None:
    block = find_table(book, Appeal).range
    rows = block.options(ndim=2).value
    block.value = [list(reversed(row)) for row in rows]


def hide_rows(book: xw.Book) -> None:
    sheet, first = book.sheets["Обращения"], read_cells(book, Appeal).first_row
    sheet.range(f"{first}:{first}").rows.hidden = True


def add_columns(book: xw.Book) -> None:
    book.sheets["Обращения"].range("A:A").insert("right")


@pytest.mark.parametrize("bend", [move_columns, hide_rows, add_columns])
def test_moved_columns_and_hidden_rows_change_no_finding(book: xw.Book, bend: Callable[[xw.Book], None]) -> None:
    before = appeals(book)
    assert before
    bend(book)
    assert appeals(book) == before


def test_a_renamed_sheet_is_named_with_its_new_name(book: xw.Book) -> None:
    book.sheets["Обращения"].name = "Обращения 2026"
    with pytest.raises(SheetMissing, match="теперь он называется «Обращения 2026»"):
        buttons.check_entries(book, today=TODAY)


def test_a_deleted_sheet_is_named(book: xw.Book) -> None:
    book.sheets["Поручения"].delete()
    with pytest.raises(SheetMissing, match="нет листа «Поручения»: верните"):
        buttons.check_entries(book, today=TODAY)


def test_a_deleted_table_is_named_with_its_sheet(book: xw.Book) -> None:
    find_table(book, Appeal).name = "Таблица1"
    with pytest.raises(TableMissing, match="«Обращения» нет таблицы tblAppeals"):
        buttons.check_entries(book, today=TODAY)


def test_a_changed_heading_is_an_error_that_offers_the_right_one(book: xw.Book) -> None:
    cells = read_cells(book, Appeal)
    book.sheets["Обращения"].range(cells.address(cells.top, "Статус")).value = "Статус обращения"
    (found,) = [each for each in buttons.check_entries(book, today=TODAY).findings if each.rule == "FLD-HEAD"]
    assert "нет столбца «Статус»" in found.message
    assert "Переименуйте столбец «Статус обращения»" in found.message


def test_a_changed_heading_of_the_settings_is_said_plainly(book: xw.Book) -> None:
    cells = read_cells(book, SettingLine)
    book.sheets["Настройки"].range(cells.address(cells.top, "Значение")).value = "Сколько"
    with pytest.raises(HeadingMissing, match="«Настройки» нет столбца «Значение»"):
        buttons.check_entries(book, today=TODAY)


def test_a_changed_heading_of_a_list_is_an_error(book: xw.Book) -> None:
    sheet = book.sheets["Справочники"]
    place = next(
        (row, column)
        for row, line in enumerate(sheet.used_range.value, 1)
        for column, value in enumerate(line, 1)
        if value == "Тема обращения"
    )
    sheet.range(place).value = "Темы"
    (found,) = [each for each in buttons.check_entries(book, today=TODAY).findings if each.rule == "FLD-HEAD"]
    assert "нет списка «Тема обращения»" in found.message


def test_a_formula_whose_cells_were_deleted_is_an_error_before_excel_has_computed_it(book: xw.Book) -> None:
    cell(book, "Примечание").value = "=#REF!A1"
    assert "FLD-ERR" in rules(book)


def test_merged_cells_in_a_table_are_an_error(book: xw.Book) -> None:
    assert "FLD-MERGE" not in rules(book)
    first, second = cell(book, "Примечание"), cell(book, "Примечание", 1)
    book.sheets["Обращения"].range(first, second).merge()
    assert "FLD-MERGE" in rules(book)


def test_rows_below_a_table_are_an_error_with_their_number(book: xw.Book) -> None:
    cells = read_cells(book, Appeal)
    below = cells.first_row + len(cells.rows) + 2
    book.sheets["Обращения"].range((below, cells.left)).value = [["2026-003"], ["2026-004"]]
    (found,) = [each for each in buttons.check_entries(book, today=TODAY).findings if each.rule == "FLD-BELOW"]
    assert (found.place.row, "2 заполненные строки вне таблицы" in found.message) == (below, True)


@pytest.mark.parametrize("formula", ["=#REF!", "=1/0", "=NA()"])
def test_a_formula_that_gives_an_error_is_an_error_at_its_cell(book: xw.Book, formula: str, tmp_path: Path) -> None:
    cell(book, "Принятые меры").value = formula
    path = tmp_path / "saved.xlsm"
    book.save(path)
    again = open_book(with_results(path, "#REF!"))
    found = [each for each in buttons.check_entries(again, today=TODAY).findings if each.rule == "FLD-ERR"]
    assert [each.place.column for each in found] == ["Принятые меры"]
    again.close()


def with_results(path: Path, error: str) -> Path:
    """Give the appeals' formula the result that Excel would have stored beside it."""
    made = path.with_name("calculated.xlsm")
    formula = rb'<c r="([A-Z]+\d+)"([^>]*)><f>((?:#REF!|1/0|NA\(\)))</f>(?:<v>[^<]*</v>)?</c>'
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            stored = rb'<c r="\1" t="e"><f>\3</f><v>' + error.encode() + b"</v></c>"
            target.writestr(name, re.sub(formula, stored, source.read(name)))
    return made


def test_days_are_read_right_where_they_count_from_1904(empty: Path, tmp_path: Path) -> None:
    path = tmp_path / "1904.xlsm"
    with zipfile.ZipFile(empty) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/workbook.xml":
                part = part.replace(b"<workbookPr ", b'<workbookPr date1904="1" ')
            target.writestr(name, part)
    book = open_book(path)
    fill(book)
    book.save(tmp_path / "saved.xlsm")
    book.close()
    again = open_book(tmp_path / "saved.xlsm")
    assert b'date1904="1"' in zipfile.ZipFile(tmp_path / "saved.xlsm").read("xl/workbook.xml")
    assert read_cells(again, Appeal).rows[0][1] == BAD["date"]
    again.close()
