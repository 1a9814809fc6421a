"""Two exports without times of entering, imported on different days, tell what they prove: from file to page."""

import datetime as dt
from pathlib import Path

import pytest
import xlwings as xw

from wg_excel import buttons
from wg_excel.actions.creating import create
from wg_excel.book.opened import changing
from wg_excel.book.tables import read_cells, write_rows
from wg_excel.documents.summary_html import summary_html
from wg_excel.domain.monitoring.indicator_lines import IndicatorLine
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.staff.teachers import Teacher

HEADINGS = "Период: 01.10.2026 – 31.10.2026\nДата;№ урока;Класс;Предмет;Учитель;Тема;Домашнее задание\n"
EARLIER = (
    HEADINGS
    + """06.10.2026;1;5А;Алгебра;Ким Анна Львовна;;
09.10.2026;1;5А;Алгебра;Ким Анна Львовна;Дроби;№ 1
14.10.2026;1;5А;Алгебра;Ким Анна Львовна;;
20.10.2026;1;5А;Алгебра;Ким Анна Львовна;;
"""
)
LATER = (
    HEADINGS
    + """06.10.2026;1;5А;Алгебра;Ким Анна Львовна;Числа;№ 2
09.10.2026;1;5А;Алгебра;Ким Анна Львовна;Дроби;№ 1
14.10.2026;1;5А;Алгебра;Ким Анна Львовна;Доли;
20.10.2026;1;5А;Алгебра;Ким Анна Львовна;Уравнения;
"""
)
TOLD = (
    "Где время внесения не указано, своевременность видна только по разности выгрузок от 10.10.2026 и "
    "17.10.2026: между ними появилось записей – 4: точно в срок – 1, точно позже срока – 2, неизвестно – 1"
)
MONDAY = dt.date(2026, 10, 26)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "книга.xlsm"
    create(path, school="Школа")
    with changing(path) as opened:
        write_rows(opened, Teacher, [["Ким Анна Львовна", *[None] * (len(Teacher.table.columns) - 1)]])
        for day, text in ((dt.date(2026, 10, 10), EARLIER), (dt.date(2026, 10, 17), LATER)):
            export = tmp_path / f"уроки {day:%d}.csv"
            export.write_text(text, encoding="utf-8-sig")
            buttons.import_exports(opened, [export], today=day)
    return path


def test_the_sheets_say_that_it_is_a_difference_of_exports_and_between_which_days(book: Path) -> None:
    with changing(book) as opened:
        buttons.build_monitoring(opened, today=MONDAY)
        summary = buttons.build_summary(opened, today=MONDAY)
        report = buttons.create_report(opened, today=MONDAY)
        (row,) = [row for row in _rows(opened, MonitoringLine) if row["Педагог"]]
        lines = {row["Показатель"]: row for row in _rows(opened, IndicatorLine) if row["Разрез"] == "Школа"}
        assert TOLD in str(opened.sheets["Мониторинг"].range("A3").value)
        assert f"{TOLD}." in _texts(opened, "Сводка")
        assert any(TOLD in text for text in _texts(opened, "Справка"))
    assert [row[name] for name in ("Записей", "Своевременность, %")] == [None, None]
    names = ("Записей между выгрузками", "из них точно в срок", "из них точно позже срока")
    assert [row[name] for name in names] == [4, 1, 2]
    assert lines["Точно позже срока по разности выгрузок, %"]["%"] == 50
    assert report.lines[-1].remark.endswith("между выгрузками: 4 (в срок 1, позже 2)")
    assert TOLD in summary_html(summary)


def _rows(book: xw.Book, record: type[MonitoringLine] | type[IndicatorLine]) -> list[dict[str, object]]:
    cells = read_cells(book, record)
    return [dict(zip(cells.titles, row, strict=True)) for row in cells.rows]


def _texts(book: xw.Book, sheet: str) -> list[str]:
    return [cell for row in book.sheets[sheet].used_range.value for cell in row if isinstance(cell, str)]
