from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter
import xlwings as xw

from tests.domain.test_summary import summary_of
from wg_excel.book.failures import SheetMissing
from wg_excel.builder import summary_sheet
from wg_excel.builder.formats import Formats
from wg_excel.documents.summary import write_summary
from wg_excel.domain import summary_charts, summary_page
from wg_excel.domain.appeals import Appeal
from wg_excel.domain.group import Group
from wg_excel.domain.summary import Summary
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
    import datetime as dt

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


def test_a_missing_sheet_is_refused_in_words(book: xw.Book) -> None:
    book.sheets["Данные сводки"].delete()
    with pytest.raises(SheetMissing, match="Данные сводки"):
        write_summary(book, summary())
