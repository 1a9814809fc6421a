from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import xlwings as xw


def test_panes_are_frozen_and_freed(sheet: xw.Sheet, reopened: Callable[[xw.Book], Any]) -> None:
    sheet.freeze_panes.freeze_at("A1:B3")
    assert reopened(sheet.book).worksheets[0].freeze_panes == "C4"
    sheet.freeze_panes.unfreeze()
    assert reopened(sheet.book).worksheets[0].freeze_panes is None


def test_the_print_area_belongs_to_the_sheet(sheet: xw.Sheet, reopened: Callable[[xw.Book], Any]) -> None:
    assert sheet.page_setup.print_area is None
    sheet.page_setup.print_area = "A1:C5"
    assert sheet.page_setup.print_area == "$A$1:$C$5"
    assert reopened(sheet.book).worksheets[0].print_area == "'Sheet1'!$A$1:$C$5"
    sheet.page_setup.print_area = None
    assert not reopened(sheet.book).worksheets[0].print_area


def test_names_belong_to_the_book_or_to_a_sheet(book: xw.Book, again: Callable[[xw.Book], xw.Book]) -> None:
    sheet = book.sheets[0]
    sheet["A1:A3"].name = "Общее"
    sheet.names.add("Своё", "=Sheet1!$B$2")
    assert {name.name for name in again(book).names} == {"Общее", "Sheet1!Своё"}
    assert book.names["Общее"].refers_to_range.address == "$A$1:$A$3"
    assert sheet["Общее"].address == "$A$1:$A$3"
    book.names["Общее"].delete()
    assert "Общее" not in book.names


def test_notes_are_added_read_and_deleted(sheet: Any, reopened: Callable[[xw.Book], Any]) -> None:
    sheet["B2"].add_note("первая")
    sheet["C3"].add_note("вторая")
    sheet["B2"].note.text = "изменена"
    assert [(note.location.address, note.text) for note in sheet.notes] == [("$B$2", "изменена"), ("$C$3", "вторая")]
    sheet["C3"].note.delete()
    saved = reopened(sheet.book).worksheets[0]
    assert (saved["B2"].comment.text, saved["C3"].comment) == ("изменена", None)


def test_gridlines_are_hidden(sheet: xw.Sheet, reopened: Callable[[xw.Book], Any]) -> None:
    sheet.show_gridlines = False
    assert reopened(sheet.book).worksheets[0].sheet_view.showGridLines is False
