"""Edits of a sheet by xlwings that take more than one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import xlwings as xw

ROWS = [["Имя", "Балл"], ["а", 1], ["б", 2], ["в", 3]]


def put(sheet: xw.Sheet, **cells: object) -> xw.Sheet:
    """Write values by their addresses."""
    for address, value in cells.items():
        sheet[address].value = value
    return sheet


def put_member(thing: Any, name: str, value: object) -> object:
    setattr(thing, name, value)
    return value


def charted(sheet: xw.Sheet) -> None:
    put(sheet, A1=ROWS).charts.add(source=sheet["A1:B4"], chart_type="column_clustered").title = "Баллы"


def tabled(sheet: xw.Sheet) -> Any:
    return put(sheet, A1=ROWS).tables.add(sheet["A1:B4"], name="Баллы")


def resized(sheet: xw.Sheet) -> None:
    table = tabled(sheet)
    sheet["A5"].value = ["г", 4]
    table.resize(sheet["A1:B5"])


def named(sheet: xw.Sheet) -> None:
    put(sheet, A1=5).book.names.add("итог", "=Sheet1!$A$1")
    sheet.names.add("свой", "=Sheet1!$A$2")


def with_list(sheet: xw.Sheet) -> None:
    sheet["A1"].data_validation.set_list(["да", "нет"])


def conditional(sheet: xw.Sheet) -> None:
    put(sheet, A1=[[1], [9]])["A1:A2"].conditional_formats.add_cell_value("less_than", 5, fill_color="#ff0000")


def bordered(sheet: xw.Sheet) -> None:
    sheet["B2"].borders.set("everything", line_style="continuous", color="#00ff00")


def panes(sheet: xw.Sheet) -> None:
    sheet.freeze_panes.freeze_at("A1:A2")


def protected_text(sheet: xw.Sheet) -> None:
    sheet["A1"].value = "'007"


def rich(sheet: xw.Sheet) -> None:
    put(sheet, A1="жирно и нет")["A1"].characters[0:5].font.bold = True


def sheets(sheet: xw.Sheet) -> None:
    put(sheet, A1="первый")
    sheet.copy(name="Копия")
    sheet.book.sheets.add("Новый", after=sheet.book.sheets["Копия"])
    sheet.book.sheets["Новый"].visible = False
    sheet.book.sheets["Копия"]["A1"].value = "второй"


def moved(sheet: xw.Sheet) -> None:
    put(sheet, A1=1, A2="=A1+1", C1="=A1*10")
    sheet["1:1"].insert("down")


def deleted(sheet: xw.Sheet) -> None:
    put(sheet, A1=1, A3=3, B3="=A3*2")
    sheet["2:2"].delete("up")


def filtered(sheet: xw.Sheet) -> None:
    put(sheet, A1=ROWS)["A1:B4"].autofilter.apply_comparison(2, "equal_to", 2)


def sorted_rows(sheet: xw.Sheet) -> None:
    put(sheet, A1=[[3], [1], [2]])["A1:A3"].sort(1)
