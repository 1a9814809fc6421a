"""The workbook as a reader with weak eyes or a screen reader meets it, after every button was pressed on it."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from tests.accessibility.appearance import Book
from tests.accessibility.colours import contrast
from tests.com.pressing import PRESSES
from wg_excel.book.opened import changing
from wg_excel.domain.failures import Failure

READABLE = 4.5  # contrast that WCAG 2.2 asks for in 1.4.3
SMALLEST = 9  # points
LAST = ("reopen_protocol", "seal_protocol")  # what they close takes no more entries


@pytest.fixture(scope="module")
def pressed(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Return the demonstration's workbook with all that buttons make in it."""
    path = Path(shutil.copy2(demo / "working_group.xlsm", tmp_path_factory.mktemp("pressed") / "книга.xlsm"))
    with changing(path) as book:
        for name in (*(each for each in PRESSES if each not in LAST), *LAST):
            with suppress(Failure):
                PRESSES[name](book)
    return Book(path)


def test_sheets_that_buttons_make_are_among_those_looked_at(pressed: Book) -> None:
    names = {sheet.name for sheet in pressed.sheets()}
    assert {"Сводка", "Мониторинг", "Справка", "Протокол № 1", "Протокол № 5 (ред. 1)", "По неделям"} <= names


def test_every_text_stands_out_from_its_ground(pressed: Book) -> None:
    faint = {
        (sheet.name, look)
        for sheet in pressed.sheets()
        for _, look in (*sheet.written(), *sheet.marked())
        if contrast(look.text, look.ground) < READABLE
    }
    assert faint == set()


def test_no_text_is_smaller_than_nine_points(pressed: Book) -> None:
    small = {
        (sheet.name, size)
        for sheet in pressed.sheets()
        for size in (*(look.size for _, look in sheet.written()), *sheet.chart_sizes())
        if size < SMALLEST
    }
    assert small == set()


def test_every_chart_and_button_has_a_text_for_who_does_not_see_it(pressed: Book) -> None:
    objects = [(sheet.name, name, text) for sheet in pressed.sheets() for name, text in sheet.objects()]
    assert len(objects) > len(PRESSES)
    assert [(sheet, name) for sheet, name, text in objects if not text.strip()] == []


def test_no_table_holds_a_merged_cell(pressed: Book) -> None:
    assert {sheet.name: found for sheet in pressed.sheets() if (found := sheet.merged_in_tables())} == {}
