from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import xlwings as xw


def test_inserted_rows_move_everything_that_stands_below(rich: xw.Book, reopened: Callable[[xw.Book], Any]) -> None:
    rich.sheets["Данные"]["2:3"].insert("down")
    assert rich.sheets["Итог"]["A1"].formula == "=SUM(Данные!B6:B8)"
    assert rich.names["Порог"].refers_to == "=Данные!$B$6"
    assert rich.sheets["Данные"].charts[0].impl.content.source()[1].top == 6
    saved = reopened(rich)["Данные"]
    assert saved.tables["Баллы"].ref == "A5:C8"
    assert [str(rule.sqref) for rule in saved.data_validations.dataValidation] == ["B6:B8"]
    assert [str(formats.sqref) for formats in saved.conditional_formatting] == ["B6:B8"]
    assert saved.print_area == "'Данные'!$A$1:$C$8"
    assert saved["A1"].comment is not None


def test_deleting_what_was_inserted_restores_the_sheet(rich: xw.Book) -> None:
    sheet = rich.sheets["Данные"]
    before = sheet.used_range.formula
    sheet["4:6"].insert("down")
    sheet["4:6"].delete("up")
    assert sheet.used_range.formula == before
    assert rich.sheets["Итог"]["A1"].formula == "=SUM(Данные!B4:B6)"
    assert sheet.tables["Баллы"].range.address == "$A$3:$C$6"


def test_deleted_cells_leave_errors_in_formulas_that_meant_them(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [[1], [2], [3]]
    sheet["C1:C3"].formula = [["=A2"], ["=SUM(A1:A3)"], ["=$A$3"]]
    sheet["A2"].delete("up")
    assert sheet["C1:C3"].formula == (("=#REF!",), ("=SUM(A1:A2)",), ("=$A$2",))


def test_a_column_inserted_into_a_table_gets_a_heading(rich: xw.Book) -> None:
    sheet = rich.sheets["Данные"]
    sheet["B:B"].insert("right")
    table = sheet.tables["Баллы"]
    assert table.range.address == "$A$3:$D$6"
    assert [column.name for column in table.columns] == ["Имя", "Column2", "Балл", "Вдвое"]
    assert rich.sheets["Итог"]["A1"].formula == "=SUM(Данные!C4:C6)"


def test_a_table_whose_rows_are_all_deleted_goes(rich: xw.Book) -> None:
    rich.sheets["Данные"]["3:6"].delete("up")
    assert len(rich.sheets["Данные"].tables) == 0


def test_cells_beside_the_band_stay(sheet: xw.Sheet) -> None:
    sheet["A1:C2"].value = [[1, 2, 3], [4, 5, 6]]
    sheet["B1"].insert("down")
    assert sheet["A1:C3"].value == [[1.0, None, 3.0], [4.0, 2.0, 6.0], [None, 5.0, None]]


def test_inserted_rows_look_like_the_row_above(sheet: xw.Sheet) -> None:
    sheet["A1"].color = (1, 2, 3)
    sheet["2:3"].insert("down")
    assert [sheet["A2"].color, sheet["A3"].color, sheet["A4"].color] == [(1, 2, 3), (1, 2, 3), None]


def test_a_note_and_a_merge_move_with_their_cells(sheet: xw.Sheet, reopened: Callable[[xw.Book], Any]) -> None:
    sheet["B2"].add_note("текст")
    sheet["C3:D3"].merge()
    sheet["1:1"].insert("down")
    saved = reopened(sheet.book).worksheets[0]
    assert saved["B3"].comment.text == "текст"
    assert [str(box) for box in saved.merged_cells.ranges] == ["C4:D4"]


def test_shared_formulas_keep_their_meaning(sheet: Any) -> None:
    from wg_excel.headless.cells.grid import Grid

    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}">'
        + ('<f t="shared" ref="B1:B3" si="0">A1*2</f>' if n == 1 else '<f t="shared" si="0"/>')
        + f"<v>{n * 2}</v></c></row>"
        for n in (1, 2, 3)
    )
    sheet.impl.sheet.__dict__["grid"] = Grid(rows)
    assert sheet["B1:B3"].formula == (("=A1*2",), ("=A2*2",), ("=A3*2",))
    sheet["1:1"].insert("down")
    assert sheet["B2:B4"].formula == (("=A2*2",), ("=A3*2",), ("=A4*2",))
    sheet["B2"].value = 0
    assert sheet["B3:B4"].formula == (("=A3*2",), ("=A4*2",))


def test_cut_cells_take_their_references_along(book: xw.Book) -> None:
    sheet, other = book.sheets[0], book.sheets.add("Другой")
    sheet["A1"].value = [[1, 2], [3, 4]]
    sheet["D1"].formula = "=A1+B2"
    sheet["A1:B2"].move(other["C3"])
    assert sheet["D1"].formula == "=Другой!C3+Другой!D4"
    assert other["C3:D4"].value == [[1.0, 2.0], [3.0, 4.0]]
