import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter
import xlwings as xw

from tests.domain.summary.test_summary import summary_of
from wg_excel.book.failures import SheetMissing
from wg_excel.builder import summary_sheet
from wg_excel.builder.formats import Formats
from wg_excel.documents.summary import read_memory, write_summary
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.figures import Figure
from wg_excel.domain.group import Group
from wg_excel.domain.summary import summary_charts, summary_page
from wg_excel.domain.summary.summary import Summary
from wg_excel.domain.summary.summary_changes import Memory
from wg_excel.headless import open_book


@pytest.fixture
def book(tmp_path: Path) -> Iterator[xw.Book]:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        style = Formats(workbook)
        summary_sheet.add(workbook, style)
        summary_sheet.add_data(workbook, style)
    opened = open_book(path)
    yield opened
    opened.close()


def summary(*kinds: str) -> Summary:
    day = dt.date(2026, 11, 2)
    appeals = tuple(Appeal(f"2026-{n:03}", day, help_kind=kind, status="Новое") for n, kind in enumerate(kinds))
    return summary_of(Group({Appeal: appeals}))


def visible(book: xw.Book, name: str) -> list[object]:
    """Return the labels that the chart of a block draws: those of rows which are not hidden."""
    sheet = book.sheets["Данные сводки"]
    first = summary_charts.first_rows()[name] + 2
    room = next(block.rows for block in summary_charts.BLOCKS if block.name == name)
    rows = range(first, first + room)
    return [sheet.range((row, 1)).value for row in rows if not sheet.range(f"{row}:{row}").rows.hidden]


def test_every_cell_of_the_page_holds_its_value(book: xw.Book) -> None:
    made = summary("Техническая")
    write_summary(book, made)
    rows = book.sheets["Сводка"].range("A1").resize(summary_page.height(), summary_page.COLUMNS)
    shown = [[cell for cell in row if cell] for row in rows.options(ndim=2).value]
    assert shown == [[cell for cell in row if cell] for row in summary_page.page(made)]


def test_nothing_on_the_page_is_a_formula(book: xw.Book) -> None:
    write_summary(book, summary("Техническая"))
    rows = book.sheets["Сводка"].range("A1").resize(summary_page.height(), summary_page.COLUMNS)
    assert not [cell for row in rows.formula for cell in row if str(cell).startswith("=")]


def test_a_chart_sees_only_rows_with_data(book: xw.Book) -> None:
    write_summary(book, summary("Техническая", "Методическая"))
    assert visible(book, "kinds") == ["Техническая", "Методическая"]


def test_built_again_the_charts_lose_and_win_rows(book: xw.Book) -> None:
    write_summary(book, summary("Техническая", "Методическая", "Консультационная"))
    write_summary(book, summary("Консультационная"))
    assert visible(book, "kinds") == ["Консультационная"]
    write_summary(book, summary("Техническая", "Консультационная"))
    assert visible(book, "kinds") == ["Техническая", "Консультационная"]


def test_what_changed_stands_on_the_page_and_is_remembered_for_the_next_build(book: xw.Book) -> None:
    first = summary("Техническая")
    write_summary(book, first)
    later = summary("Техническая", "Методическая")
    again = replace(later, memory=read_memory(book).built(later.figures, later.day + dt.timedelta(days=7)))
    write_summary(book, again)
    row = summary_page.first_rows()["changes"] + 1
    shown = book.sheets["Сводка"].range((row, 1), (row + summary_page.CHANGE_ROWS - 1, 12)).value
    assert "Обращения: поступило: 1 → 2" in [cell for line in shown for cell in line]
    assert read_memory(book) == again.memory


def test_a_workbook_that_was_never_summarised_remembers_nothing(book: xw.Book) -> None:
    assert read_memory(book) == Memory()


def test_the_row_of_the_remark_on_exports_shows_only_with_it(book: xw.Book) -> None:
    row = summary_page.first_rows()["difference"] + 1
    rows = book.sheets["Сводка"].range(f"{row}:{row}").rows
    made = summary()
    write_summary(book, made)
    assert rows.hidden
    told = Figure("monitoring.appeared", "Записей между выгрузками", 5, "Мониторинг", made.year, note="Разность.")
    write_summary(book, replace(made, figures=(*made.figures, told)))
    assert not rows.hidden
    assert book.sheets["Сводка"].range((row, 1)).value == "Разность."


def test_a_missing_sheet_is_refused_in_words(book: xw.Book) -> None:
    book.sheets["Данные сводки"].delete()
    with pytest.raises(SheetMissing, match="Данные сводки"):
        write_summary(book, summary())
