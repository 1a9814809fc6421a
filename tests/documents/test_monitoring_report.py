from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter
import xlwings as xw

from tests.domain.monitoring.test_monitoring_report import CHECKER, HEAD, LESSONS, monitored, report_of
from wg_excel.book.failures import SheetMissing
from wg_excel.builder import report_template
from wg_excel.builder.formats import Formats
from wg_excel.documents.monitoring_report import read_additions, write_report
from wg_excel.documents.page_sheets import TemplateSpoiled
from wg_excel.domain.monitoring.monitoring_report import MonitoringReport
from wg_excel.domain.monitoring.monitoring_report_text import FIELDS, HEADINGS
from wg_excel.headless import open_book

GOLDEN = Path(__file__).parent / "monitoring_report_sheet.txt"
NOTES = len(HEADINGS) + 1


@pytest.fixture
def book(tmp_path: Path) -> Iterator[xw.Book]:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("Лист")
        report_template.add(workbook, Formats(workbook))
    opened = open_book(path)
    yield opened
    opened.close()


def report(lessons: str = LESSONS) -> MonitoringReport:
    return report_of(monitored(lessons), HEAD, CHECKER)


def shown(sheet: xw.Sheet) -> list[list[object]]:
    """Return the filled cells of the rows that are printed and not hidden."""
    area = sheet.range(sheet.page_setup.print_area or "A1")
    rows = area.options(ndim=2).value
    return [
        [cell for cell in row if cell is not None]
        for n, row in enumerate(rows, 1)
        if any(cell is not None for cell in row) and not sheet.range(f"{n}:{n}").rows.hidden
    ]


def row_of_field(sheet: xw.Sheet, name: str) -> int:
    notes = sheet.range((1, NOTES), (sheet.used_range.last_cell.row, NOTES)).options(ndim=2).value
    return next(n for n, (note,) in enumerate(notes, 1) if str(note or "").startswith(FIELDS[name]))


def test_the_sheet_holds_the_parts_in_their_order_and_no_mark(book: xw.Book) -> None:
    write_report(book, report())
    rows = shown(book.sheets["Справка"])
    text = "\n".join(str(cell) for row in rows for cell in row)
    parts = ("МБОУ «Школа»", "СПРАВКА", "Основание:", "Цель:", "Проверку провели:", "УСТАНОВЛЕНО", "ЗАМЕЧАНИЯ", "ФИО")
    places = [text.index(part) for part in (*parts, "ИТОГО ПО ШКОЛЕ", "ВЫВОДЫ:", "РЕКОМЕНДАЦИИ:", "А. В. Лисовой")]
    assert places == sorted(places)
    assert "{{" not in text


def test_the_table_has_every_line_between_its_headings_and_the_notes(book: xw.Book) -> None:
    write_report(book, report())
    rows = shown(book.sheets["Справка"])
    first = next(n for n, row in enumerate(rows) if row == list(HEADINGS))
    assert [row[0] for row in rows[first + 1 : first + 6]] == [1, 2, "Итого: Иванова", 3, "ИТОГО ПО ШКОЛЕ"]
    assert str(rows[first + 6][0]).startswith("Пустая клетка")


def test_what_the_group_wrote_survives_each_rebuild(book: xw.Book) -> None:
    write_report(book, report())
    sheet = book.sheets["Справка"]
    for name in FIELDS:
        sheet.range((row_of_field(sheet, name), 1)).value = f"Наше: {name}"
    for _ in range(2):
        kept = read_additions(book)
        assert kept == {name: f"Наше: {name}" for name in FIELDS}
        write_report(book, report_with(kept))


def report_with(additions: dict[str, str]) -> MonitoringReport:
    from wg_excel.domain.group import Group
    from wg_excel.domain.members.members import Member
    from wg_excel.domain.monitoring.monitoring_report import monitoring_report

    return monitoring_report(Group({Member: (HEAD, CHECKER)}), monitored(LESSONS), additions)


def test_words_that_look_like_a_formula_stay_words(book: xw.Book) -> None:
    write_report(book, report_with({"выводы": "=1+1 – так считать нельзя", "основание": "- по плану"}))
    assert read_additions(book) == {"выводы": "=1+1 – так считать нельзя", "основание": "- по плану"}


def test_rows_are_high_enough_for_their_text(book: xw.Book) -> None:
    write_report(book, report_with({"выводы": "Длинное дополнение группы. " * 20}))
    sheet = book.sheets["Справка"]
    assert (sheet.range((row_of_field(sheet, "выводы"), 1)).row_height or 0) > 5 * 15


def test_without_lessons_there_is_no_table(book: xw.Book) -> None:
    write_report(book, report("12-01 1 5А Алгебра Иванова + +"))
    rows = shown(book.sheets["Справка"])
    assert list(HEADINGS) not in rows
    assert any("нет ни списков уроков" in str(cell) for row in rows for cell in row)


def test_without_a_sheet_there_are_no_additions(book: xw.Book) -> None:
    assert read_additions(book) == {}


def test_a_template_without_a_mark_is_refused_in_words(book: xw.Book) -> None:
    sheet = book.sheets["Шаблон справки"]
    sheet.range("A8").value = None
    with pytest.raises(TemplateSpoiled, match="текст"):
        write_report(book, report())


def test_a_missing_template_is_refused_in_words(book: xw.Book) -> None:
    book.sheets["Шаблон справки"].delete()
    with pytest.raises(SheetMissing, match="Шаблон справки"):
        write_report(book, report())


def test_the_text_of_the_sheet_is_the_kept_one(book: xw.Book) -> None:
    write_report(book, report())
    lines = [" | ".join(map(str, row)) for row in shown(book.sheets["Справка"])]
    assert "\n".join(lines) + "\n" == GOLDEN.read_text(encoding="utf-8")
