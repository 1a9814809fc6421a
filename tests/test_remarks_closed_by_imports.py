"""Each kind of remark becomes a deed by a press and is closed by the next import, as a user plays it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlwings as xw

from tests.exports.sheets import rows, text_file
from wg_excel import buttons
from wg_excel.actions.creating import create
from wg_excel.book.chosen_rows import Chosen
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing
from wg_excel.book.tables import read_cells, write_cells, write_rows
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.meetings.meetings import AgendaItem, Meeting
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.monitoring.taken_remarks import TakenRemark
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.requests import Request

NOVEMBER, DECEMBER = dt.date(2026, 11, 9), dt.date(2026, 12, 1)
LESSONS = """
Период: 01.09.2026 – 23.10.2026
Дата | № урока | Класс | Предмет | Учитель | Тема | Домашнее задание | Дата внесения
07.09.2026 | 1 | 5А | Алгебра | {who} | {topic} | {homework} | {day}
14.09.2026 | 1 | 5А | Алгебра | {who} | Дроби | № 2 | 14.09.2026
21.10.2026 | 1 | 5А | Алгебра | {who} | Итоги | |
14.09.2026 | 2 | 6А | Физика | Ким Анна Львовна | Сила | № 3 | 14.09.2026
"""
PAGE = """
Класс: 5А
Предмет: Алгебра
Учитель: Ким Анна Львовна
Период: 01.09.2026 – 23.10.2026
№ | ФИО | 07.09.2026 | 14.09.2026 | 21.09.2026 | Средний балл | Итог
1 | Ученик 1 | 5 | {second} | 4 | 4,67 | {final}
2 | Ученик 2 | {other} | {more} | {more} | 4 | 4
"""
GOOD = {"who": "Ким Анна Львовна", "topic": "Числа", "homework": "№ 1", "day": "07.09.2026"}
MARKED = {"second": "5", "final": "5", "other": "4", "more": "4"}
# The indicator, the file as it is at first, and what mends it.
KINDS = {
    "Темы": (LESSONS, {**GOOD, "topic": ""}),
    "ДЗ": (LESSONS, {**GOOD, "homework": ""}),
    "Накопляемость": (PAGE, {**MARKED, "more": ""}),
    "Без отметок": (PAGE, {**MARKED, "second": "", "more": ""}),
    "Учащиеся без отметок": (PAGE, {**MARKED, "other": "", "more": ""}),
    "Итоговые не по среднему": (PAGE, {**MARKED, "final": "4"}),
}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[xw.Book]:
    path = tmp_path / "книга.xlsm"
    create(path, school="Школа")
    with changing(path) as opened:
        blank = [None] * (len(Teacher.table.columns) - 1)
        write_rows(opened, Teacher, [["Ким Анна Львовна", *blank], ["Ли Ольга Петровна", *blank]])
        yield opened


def bring(book: xw.Book, folder: Path, text: str, values: dict[str, str], day: dt.date) -> str:
    """Import a file and build the monitoring; return what was said."""
    file = folder / f"выгрузка {day:%m%d} {len(list(folder.iterdir()))}.csv"
    file.write_bytes(text_file(rows(text.format(**values))))
    (done,) = buttons.import_exports(book, [file], today=day)
    assert done.status != "refused", done.message
    buttons.build_monitoring(book, today=day)
    return done.message


def take_up(book: xw.Book, press: str = "ask_teacher") -> None:
    """Select the row of 5А on «Мониторинг» and press a button."""
    first = next(one.row for one in read_group(book, (MonitoringLine,))[MonitoringLine] if one.school_class == "5А")
    getattr(buttons, press)(book, Chosen("Мониторинг", frozenset((first,))), today=NOVEMBER)


def taken(book: xw.Book, indicator: str) -> TakenRemark:
    (found,) = (one for one in read_group(book, (TakenRemark,))[TakenRemark] if one.indicator == indicator)
    return found


@pytest.mark.parametrize("indicator", KINDS)
def test_each_kind_of_remark_is_closed_by_the_import_that_shows_it_right(
    book: xw.Book, tmp_path: Path, indicator: str
) -> None:
    text, wrong = KINDS[indicator]
    bring(book, tmp_path, text, wrong, NOVEMBER)
    take_up(book)
    assert taken(book, indicator).status == "В работе"
    told = bring(book, tmp_path, text, GOOD if text is LESSONS else MARKED, DECEMBER)
    remark = taken(book, indicator)
    assert (remark.status, remark.checked) == ("Устранено", DECEMBER), remark.now
    assert "осталось 0. Запрос № 1 закрыт." in told
    (request,) = read_group(book, (Request,))[Request]
    assert (request.status, request.answered) == ("Получен ответ", DECEMBER)


def test_a_late_teacher_is_right_when_what_comes_next_is_in_time(book: xw.Book, tmp_path: Path) -> None:
    bring(book, tmp_path, LESSONS, {**GOOD, "day": "20.09.2026"}, NOVEMBER)
    take_up(book)
    next_term = LESSONS.replace("01.09.2026 – 23.10.2026", "09.11.2026 – 30.11.2026")
    for old, new in (("07.09", "10.11"), ("14.09", "17.11"), ("21.10", "24.11")):
        next_term = next_term.replace(old, new)
    bring(book, tmp_path, next_term, {**GOOD, "day": "10.11.2026"}, DECEMBER)
    assert taken(book, "Своевременность").status == "Устранено"


@pytest.mark.parametrize(
    ("press", "record", "closed"),
    [
        ("record_remark", Appeal, "Решено"),
        ("give_assignment", Assignment, "Выполнено"),
    ],
)
def test_whatever_a_remark_became_is_closed_with_it(
    book: xw.Book, tmp_path: Path, press: str, record: type[Appeal | Assignment], closed: str
) -> None:
    bring(book, tmp_path, LESSONS, {**GOOD, "topic": ""}, NOVEMBER)
    take_up(book, press)
    bring(book, tmp_path, LESSONS, GOOD, DECEMBER)
    (deed,) = read_group(book, (record,))[record]
    assert deed.status == closed


def test_an_item_of_the_next_meeting_learns_that_it_is_mended(book: xw.Book, tmp_path: Path) -> None:
    bring(book, tmp_path, LESSONS, {**GOOD, "topic": ""}, NOVEMBER)
    titles = [column.name for column in Meeting.table.columns]
    meeting = {"number": "3", "date": dt.datetime(2026, 12, 10), "status": "Запланировано"}  # noqa: DTZ001 - a cell
    write_rows(book, Meeting, [[meeting.get(name) for name in titles]])
    take_up(book, "take_to_meeting")
    bring(book, tmp_path, LESSONS, GOOD, DECEMBER)
    (item,) = read_group(book, (AgendaItem,))[AgendaItem]
    assert "исправлено" in item.heard


def test_lessons_that_went_to_another_teacher_are_told_with_the_name(book: xw.Book, tmp_path: Path) -> None:
    bring(book, tmp_path, LESSONS, {**GOOD, "topic": ""}, NOVEMBER)
    take_up(book)
    bring(book, tmp_path, LESSONS, {**GOOD, "topic": "", "who": "Ли Ольга Петровна"}, DECEMBER)
    remark = taken(book, "Темы")
    assert remark.status == "В работе"
    assert remark.now == "Этих уроков за педагогом больше нет, теперь их ведёт Ли О. П.: проверьте и поставьте «Снято»"


def test_lessons_that_vanished_altogether_leave_the_rest_to_be_judged(book: xw.Book, tmp_path: Path) -> None:
    bring(book, tmp_path, LESSONS, {**GOOD, "topic": ""}, NOVEMBER)
    take_up(book)
    without = "\n".join(line for line in LESSONS.splitlines() if not line.startswith("07.09"))
    bring(book, tmp_path, without, GOOD, DECEMBER)
    assert taken(book, "Темы").now == "2 из 2 – 100 %: исправлено"


def test_a_remark_that_the_school_does_not_agree_with_stays_dropped_and_says_why(book: xw.Book, tmp_path: Path) -> None:
    bring(book, tmp_path, LESSONS, {**GOOD, "topic": ""}, NOVEMBER)
    take_up(book)
    remark = taken(book, "Темы")
    why = "Не согласны: урок отменён приказом"
    write_cells(book, TakenRemark, {(remark.row, "status"): "Снято", (remark.row, "decision"): why})
    bring(book, tmp_path, LESSONS, {**GOOD, "topic": "", "homework": "№ 7"}, DECEMBER)
    assert taken(book, "Темы").status == "Снято"
    cells = read_cells(book, MonitoringLine)
    (measures,) = (row[cells.titles.index("Меры")] for row in cells.rows if row[cells.titles.index("Класс")] == "5А")
    assert measures == "Снято (Не согласны: урок отменён приказом): темы"
    told = buttons.ask_teacher(book, Chosen("Мониторинг", frozenset((cells.first_row,))), today=DECEMBER)
    assert "снято решением школы" in str(told)
    assert len(read_group(book, (Request,))[Request]) == 1
