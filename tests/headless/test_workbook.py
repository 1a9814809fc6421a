# ruff: noqa: DTZ001 - a sheet knows no time zones

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import xlwings as xw


def test_sheets_are_added_moved_renamed_and_deleted(book: xw.Book, again: Callable[[xw.Book], xw.Book]) -> None:
    book.sheets.add("Второй", after=book.sheets[0])
    book.sheets.add("Первый", before=book.sheets[0])
    book.sheets["Второй"].move(before=book.sheets[0])
    book.sheets["Sheet1"].name = "Третий лист"
    assert again(book).sheet_names == ["Второй", "Первый", "Третий лист"]
    del book.sheets["Первый"]
    assert again(book).sheet_names == ["Второй", "Третий лист"]


def test_renaming_a_sheet_changes_everything_that_mentions_it(rich: xw.Book) -> None:
    rich.sheets["Данные"].name = "Мои данные"
    assert rich.sheets["Итог"]["A1"].formula == "=SUM('Мои данные'!B4:B6)"
    assert rich.names["Порог"].refers_to == "='Мои данные'!$B$4"
    assert rich.sheets["Мои данные"].charts[0].impl.content.source()[0] == "Мои данные"
    assert rich.sheets["Мои данные"].page_setup.print_area == "$A$1:$C$6"


def test_a_taken_name_is_refused_without_case(book: xw.Book) -> None:
    book.sheets.add("Лист")
    with pytest.raises(ValueError, match="already present"):
        book.sheets["Sheet1"].name = "ЛИСТ"


def test_the_last_visible_sheet_cannot_be_hidden_or_deleted(book: xw.Book) -> None:
    with pytest.raises(ValueError, match="visible"):
        book.sheets[0].visible = False
    with pytest.raises(ValueError, match="visible"):
        book.sheets[0].delete()


def test_states_of_sheets_are_kept(rich: xw.Book, again: Callable[[xw.Book], xw.Book]) -> None:
    rich.sheets["Итог"].visible = False
    assert [sheet.visible for sheet in again(rich).sheets] == [True, False, 2]


def test_the_sheet_on_top_is_kept(rich: xw.Book, again: Callable[[xw.Book], xw.Book]) -> None:
    rich.sheets["Итог"].activate()
    assert again(rich).sheets.active.name == "Итог"


def test_dates_of_the_system_of_1904_are_read_and_written(book: xw.Book) -> None:
    import datetime as dt

    from wg_excel.headless.xmlns import m

    book.api.part.xml.find(m("workbookPr")).set("date1904", "1")
    book.sheets[0]["A1"].value = dt.datetime(2026, 1, 2)
    assert book.sheets[0]["A1"].value == dt.datetime(2026, 1, 2)
    book.sheets[0]["A1"].number_format = "General"
    assert book.sheets[0]["A1"].value == 44562.0
