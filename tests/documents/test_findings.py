import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
import xlwings as xw

from wg_excel.book.master import Master
from wg_excel.book.tables import Cells
from wg_excel.builder.formats import Formats
from wg_excel.builder.table_sheet import add_table_sheet
from wg_excel.documents.findings import link, write_findings
from wg_excel.domain.findings import Finding, FindingLine, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.headless import open_book, save_copy

MASTER = Master(Group({}), {"tblMeetings": Cells("Заседания", ("№", "Дата"), (), 5, 1)})
FIRST, SECOND = dt.date(2026, 9, 1), dt.date(2026, 9, 8)


@dataclass(frozen=True)
class Late(Finding):
    rule = "MTG-2"
    severity_by_default = Severity.WARNING
    clause = "B 6.3"


@dataclass(frozen=True)
class Wrong(Finding):
    rule = "MTG-3"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[xw.Book]:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("Заседания")
        add_table_sheet(workbook, Formats(workbook), [FindingLine], {})
    opened = open_book(path)
    yield opened
    opened.close()


def late(row: int = 7, message: str = "Строка 7: протокол не оформлен") -> Finding:
    return Late(message, Place("Заседания", "tblMeetings", row, "Дата"))


def table(book: xw.Book) -> list[list[object]]:
    return book.sheets["Замечания"].tables["tblFindings"].data_body_range.options(ndim=2).value  # type: ignore[union-attr, no-any-return]


def days(book: xw.Book) -> list[str]:
    since = FindingLine.table.titles.index("Стоит с")
    return [f"{row[since]:%d.%m}" for row in table(book)]


def test_the_heaviest_finding_stands_first_with_place_clause_and_rule(book: xw.Book) -> None:
    write_findings(book, MASTER, [late(), Wrong("Явка не отмечена")], FIRST)
    rows = [row[:7] for row in table(book)]
    assert rows == [
        ["Ошибка", None, None, None, "Явка не отмечена", None, "MTG-3"],
        ["Предупреждение", "Заседания", 7, "Дата", "Строка 7: протокол не оформлен", "B 6.3", "MTG-2"],
    ]


def test_a_finding_links_to_its_cell(book: xw.Book) -> None:
    write_findings(book, MASTER, [late()], FIRST)
    cell = book.sheets["Замечания"].tables["tblFindings"].data_body_range
    assert cell is not None
    assert cell[0, 7].formula == '=HYPERLINK("#\'Заседания\'!B7","B7")'


def test_the_links_text_is_seen_by_programs_that_do_not_calculate(book: xw.Book, tmp_path: Path) -> None:
    write_findings(book, MASTER, [late()], FIRST)
    save_copy(book, tmp_path / "saved.xlsx")
    saved = openpyxl.load_workbook(tmp_path / "saved.xlsx", data_only=True)
    assert saved["Замечания"]["H6"].value == "B7"


def test_a_finding_that_no_cell_carries_has_no_link() -> None:
    assert link("Заседания", "") == ""


def test_a_finding_that_stood_before_keeps_its_day(book: xw.Book) -> None:
    write_findings(book, MASTER, [late()], FIRST)
    write_findings(book, MASTER, [late(), Wrong("Явка не отмечена")], SECOND)
    assert days(book) == ["08.09", "01.09"]


def test_a_finding_is_known_again_when_its_row_moved(book: xw.Book) -> None:
    write_findings(book, MASTER, [late()], FIRST)
    write_findings(book, MASTER, [late(9, "Строка 9: протокол не оформлен")], SECOND)
    assert days(book) == ["01.09"]


def test_a_finding_is_known_again_when_its_words_changed(book: xw.Book) -> None:
    write_findings(book, MASTER, [late(message="Просрочено на 2 дня")], FIRST)
    write_findings(book, MASTER, [late(message="Просрочено на 9 дней")], SECOND)
    assert days(book) == ["01.09"]


def test_a_new_finding_with_the_same_words_in_another_row_is_new(book: xw.Book) -> None:
    write_findings(book, MASTER, [late(7)], FIRST)
    write_findings(book, MASTER, [late(9, "Строка 9: протокол не оформлен"), late(7)], SECOND)
    assert days(book) == ["08.09", "01.09"]


def test_lines_of_an_earlier_check_do_not_stay(book: xw.Book) -> None:
    write_findings(book, MASTER, [late(row, f"Срок {row}") for row in range(7, 20)], FIRST)
    write_findings(book, MASTER, [], SECOND)
    assert [value for row in table(book) for value in row if value is not None] == []


def test_a_filter_hides_nothing_that_a_check_writes(book: xw.Book) -> None:
    write_findings(book, MASTER, [late()], FIRST)
    book.sheets["Замечания"].range("6:6").rows.hidden = True
    write_findings(book, MASTER, [late(9)], SECOND)
    assert book.sheets["Замечания"].range("6:6").rows.hidden is False


def test_a_number_that_is_gone_is_not_given_again(book: xw.Book) -> None:
    (first,) = write_findings(book, MASTER, [late()], FIRST)
    write_findings(book, MASTER, [], FIRST)
    (second,) = write_findings(book, MASTER, [Wrong("Явка не отмечена")], SECOND)
    assert (first.number, second.number) == (1, 2)
