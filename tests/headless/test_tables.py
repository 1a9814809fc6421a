from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import xlwings as xw


@pytest.fixture
def table(sheet: xw.Sheet) -> xw.main.Table:
    sheet["B2"].value = [["Имя", "Балл"], ["а", 5], ["б", 4]]
    return sheet.tables.add(sheet["B2:C4"], name="Баллы")


def test_a_new_table_takes_its_columns_from_the_headings(table: Any, reopened: Callable[[xw.Book], Any]) -> None:
    saved = reopened(table.parent.book).worksheets[0].tables["Баллы"]
    assert (saved.ref, [column.name for column in saved.tableColumns]) == ("B2:C4", ["Имя", "Балл"])
    assert saved.autoFilter.ref == "B2:C4"


def test_blank_and_repeated_headings_get_names_of_their_own(sheet: Any) -> None:
    sheet["A1"].value = [["x", None, "X", 5.0]]
    table = sheet.tables.add(sheet["A1:D2"])
    assert [column.name for column in table.columns] == ["x", "Column2", "X2", "5"]
    assert table.header_row_range.value == ["x", "Column2", "X2", "5"]


def test_what_ends_with_a_table_grows_and_shrinks_with_it(rich: xw.Book, reopened: Callable[[xw.Book], Any]) -> None:
    sheet = rich.sheets["Данные"]
    sheet.tables["Баллы"].resize(sheet["A3:C20"])
    saved = reopened(rich)["Данные"]
    assert saved.tables["Баллы"].ref == "A3:C20"
    assert [str(rule.sqref) for rule in saved.data_validations.dataValidation] == ["B4:B20"]
    assert [str(formats.sqref) for formats in saved.conditional_formatting] == ["B4:B20"]
    assert saved.print_area == "'Данные'!$A$1:$C$20"
    assert saved["C20"].value.startswith("=")
    sheet.tables["Баллы"].resize(sheet["A3:C5"])
    assert [str(rule.sqref) for rule in reopened(rich)["Данные"].data_validations.dataValidation] == ["B4:B5"]


def test_rows_are_added_in_the_middle_and_at_the_end(table: Any) -> None:
    table.rows.add(["в", 3])
    table.rows.add(["а2", 1], index=2)
    assert table.data_body_range.value == [["а", 5.0], ["а2", 1.0], ["б", 4.0], ["в", 3.0]]
    table.rows[0].delete()
    assert table.range.address == "$B$2:$C$5"


def test_columns_are_added_and_deleted_with_their_cells(table: Any) -> None:
    table.columns.add("Новая", index=2)
    assert [column.name for column in table.columns] == ["Имя", "Новая", "Балл"]
    assert table.parent["B2:D2"].value == ["Имя", "Новая", "Балл"]
    table.columns["Новая"].delete()
    assert table.range.value == [["Имя", "Балл"], ["а", 5.0], ["б", 4.0]]


def test_totals_and_headings_come_and_go(table: Any) -> None:
    table.show_totals = True
    assert table.totals_row_range.address == "$B$5:$C$5"
    table.show_headers = False
    assert (table.header_row_range, table.data_body_range.address) == (None, "$B$3:$C$4")
    table.show_headers = True
    table.show_totals = False
    assert (table.header_row_range.value, table.range.address) == (["Имя", "Балл"], "$B$2:$C$4")


def test_renaming_a_table_changes_the_formulas_that_mention_it(rich: xw.Book) -> None:
    rich.sheets["Данные"].tables["Баллы"].name = "Оценки"
    assert rich.sheets["Итог"]["A2"].formula == "=SUM(Оценки[Балл])"


def test_a_table_without_rows_takes_its_first_one_where_the_blank_stands(sheet: xw.Sheet) -> None:
    sheet["A1"].value = ["а", "б"]
    table = sheet.tables.add(sheet["A1:B1"])
    assert (len(table.rows), table.data_body_range) == (0, None)
    table.rows.add(["x", 1])
    assert (table.range.address, len(table.rows)) == ("$A$1:$B$2", 1)


def test_a_column_of_a_table_is_a_range_by_name(table: Any) -> None:
    assert table.parent["Баллы[Балл]"].address == "$C$3:$C$4"
    assert table.parent["Баллы"].address == "$B$3:$C$4"
