"""Text from people and exports is data: no cell of the workbook may compute it."""

from pathlib import Path

import pytest
import xlwings as xw

from wg_excel.book.blocks import Formula, inert
from wg_excel.book.facts import read_facts, write_facts
from wg_excel.book.tables import append_rows, read_cells, set_cell, write_rows
from wg_excel.builder.build import workbook_bytes
from wg_excel.domain.findings import FindingLine
from wg_excel.domain.imported.facts import Facts, Lesson
from wg_excel.domain.work.plan import Activity
from wg_excel.headless import open_book, save_copy

EVIL = ('=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(1)", "'=1", "=", "'", "\t=1", "\n=1", "＝1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "книга.xlsm"
    path.write_bytes(workbook_bytes())
    return path


def saved(book: xw.Book, path: Path) -> xw.Book:
    save_copy(book, path)
    return open_book(path)


def activity(title: str) -> list[object]:
    return ["1", None, title, *[None] * (len(Activity.table.columns) - 3)]


@pytest.mark.parametrize("text", EVIL)
def test_text_in_a_table_stays_text(path: Path, text: str) -> None:
    book = open_book(path)
    append_rows(book, Activity, [activity(text), activity("")])
    set_cell(book, Activity, read_cells(book, Activity).first_row + 1, "title", text)
    rows = read_cells(saved(book, path), Activity).rows
    where = Activity.table.titles.index("Мероприятие")
    assert [row[where] for row in rows[:2]] == [text, text]


@pytest.mark.parametrize("text", EVIL)
def test_text_in_the_facts_stays_text(path: Path, text: str) -> None:
    book = open_book(path)
    lesson = Lesson(20260901, 1, text, "Химия", "", text, 1, 0, 0, 0, 0, 1)
    write_facts(book, Facts((lesson,)))
    assert read_facts(saved(book, path)).lessons == (lesson,)


def test_a_link_of_the_programs_own_is_a_formula(path: Path) -> None:
    book = open_book(path)
    link = FindingLine.table.column("link")
    texts = {"message": "=1+1", "link": Formula('=HYPERLINK("#A1","A1")')}
    row = [texts.get(column.name) for column in FindingLine.table.columns]
    write_rows(book, FindingLine, [row])
    cells = read_cells(book, FindingLine)
    sheet = book.sheets[cells.sheet]
    assert sheet.range(cells.address(cells.first_row, link.title)).formula == '=HYPERLINK("#A1","A1")'
    assert sheet.range(cells.address(cells.first_row, "Замечание")).value == "=1+1"


def test_a_formula_goes_out_as_plain_text_for_the_program_that_computes_it() -> None:
    assert (inert(Formula("=1+1")), type(inert(Formula("=1+1")))) == ("=1+1", str)


@pytest.mark.parametrize("value", ["", "-", "а=б", 5.0, None, True])
def test_other_values_are_taken_as_they_are(value: object) -> None:
    assert inert(value) is value
