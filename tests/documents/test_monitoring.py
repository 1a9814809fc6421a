import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter
import xlwings as xw

from tests.facts_notation import lessons
from wg_excel.builder.formats import Formats
from wg_excel.builder.table_sheet import add_table_sheet
from wg_excel.documents.monitoring import described, write_monitoring
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.monitoring.monitoring import Monitoring, monitor
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.headless import open_book

PERIOD = Period(dt.date(2026, 9, 1), dt.date(2026, 9, 30))
LESSONS = """
09-01 1 5А Математика Иванова + +
09-02 1 5А Математика Иванова - -
09-01 2 5Б История Неизвестный + +
"""


@pytest.fixture
def book(tmp_path: Path) -> Iterator[xw.Book]:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        add_table_sheet(workbook, Formats(workbook), [MonitoringLine], {})
    opened = open_book(path)
    yield opened
    opened.close()


def monitored(text: str = LESSONS) -> Monitoring:
    teachers = (Teacher("Иванова Мария Петровна", export_name="Иванова"),)
    return monitor(Facts(lessons(text)), teachers, SchoolCalendar(), Settings(), PERIOD, dt.date(2026, 9, 20))


def rows(book: xw.Book) -> list[dict[str, object]]:
    table = book.sheets["Мониторинг"].tables["tblMonitoring"]
    heads, *body = table.range.options(ndim=2).value
    return [dict(zip(heads, row, strict=True)) for row in body]


def test_each_row_of_the_monitoring_stands_in_the_table(book: xw.Book) -> None:
    write_monitoring(book, monitored())
    (row,) = [row for row in rows(book) if row["Педагог"] == "Иванова Мария Петровна"]
    assert (row["Период с"], row["Класс"], row["Проведено уроков"], row["Темы, %"]) == (
        dt.datetime(2026, 9, 1),  # noqa: DTZ001 - cells know no zone
        "5А",
        2,
        50,
    )
    assert row["Записей"] is None


def test_built_again_the_table_keeps_nothing_of_the_old_rows(book: xw.Book) -> None:
    write_monitoring(book, monitored())
    write_monitoring(book, monitored("09-01 1 5А Математика Иванова + +"))
    assert [row["Проведено уроков"] for row in rows(book) if row["Педагог"]] == [1]


def test_the_line_above_says_period_day_and_names_that_nobody_bears(book: xw.Book) -> None:
    write_monitoring(book, monitored())
    assert book.sheets["Мониторинг"].range("A3").value == (
        "Период 01.09.2026 – 30.09.2026, посчитано на 20.09.2026. Не отнесены ни к кому: Неизвестный "
        "(1 строка, нет в «Педагогах») — выберите педагога на листе «Имена в выгрузках». Нет данных: отметки, пропуски "
        "и оформление (нужны страницы журнала); своевременность (нужна «История изменений» или «Дата внесения» в "
        "списке уроков)."
    )


def test_only_some_of_many_names_are_listed() -> None:
    many = "\n".join(f"09-01 {n} 5А Математика Неизвестный{'абвгдежз'[n]} + +" for n in range(8))
    assert "и ещё 3" in described(monitored(many))
