"""The edits that every workbook is put through, however odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wg_excel.headless import open_book, save_copy

if TYPE_CHECKING:
    from pathlib import Path

    import xlwings as xw

TEXT = "правка"


def edit(path: Path, target: Path) -> None:
    """Read everything, change a bit of everything, save, and see the change in the saved file."""
    book = open_book(path)
    try:
        for sheet in book.sheets:
            _ = sheet.used_range.address, sheet["A1:F20"].value, sheet["A1:F20"].formula
            _change(sheet)
        name = book.sheets[0].name
        save_copy(book, target)
    finally:
        book.app.quit()
    again = open_book(target)
    assert again.sheets[name]["B3"].value == TEXT
    again.app.quit()


def _change(sheet: xw.Sheet) -> None:
    sheet["B2"].value = TEXT
    sheet["A5"].value = [[1, None, "=A5+1"]] * 3
    sheet["B2"].font.bold = True
    sheet["B2"].number_format = "0.00"
    sheet["2:2"].insert("down")
    sheet["G:G"].delete("left")
    for table in sheet.tables:
        top, left, rows, columns = table.range.row, table.range.column, *table.range.shape
        table.resize(sheet.range((top, left), (top + rows, left + columns - 1)))
    sheet["D3"].column_width = 20
    _ = sheet.page_setup.print_area, [name.refers_to for name in sheet.book.names]


def rearrange(path: Path, target: Path) -> None:
    """Copy, rename, move and delete sheets, add rules, notes, names and a chart, save, and open the file again."""
    book = open_book(path)
    try:
        first = book.sheets[0]
        made = book.sheets.add("Новый", before=first)
        made["A1"].value = [["а", "б"], [1, 2]]
        _decorate(made)
        first.name = "Первый 'лист'"
        first["Q77"].add_note(TEXT)
        first["A1:B2"].conditional_formats.add_cell_value("less_than", 5, fill_color="#ff0000")
        first["A1"].data_validation.set_list(["да"])
        first.copy(name="Копия")
        made.copy(after=first)
        book.sheets["Копия"].delete()
        save_copy(book, target)
    finally:
        book.app.quit()
    again = open_book(target)
    assert again.sheets["Новый"]["A1"].value == "а"
    assert "Копия" not in again.sheet_names
    again.app.quit()


def _decorate(sheet: xw.Sheet) -> None:
    sheet.charts.add(source=sheet["A1:B2"], chart_type="line")
    sheet.tables.add(sheet["A1:B2"], name="Новая")
    sheet.book.names.add("новое", "='Новый'!$A$1")
    sheet.page_setup.print_area = "A1:B2"
    sheet["A1"].borders.set("everything", line_style="dash")
    sheet["A1:B2"].autofit()
    sheet.freeze_panes.freeze_at("A1:A1")
