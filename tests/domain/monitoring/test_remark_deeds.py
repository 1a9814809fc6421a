import datetime as dt

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.deeds import CannotBeDone
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import AgendaItem
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.monitoring.remark_deeds import ask_about, assign, discuss, record_help
from wg_excel.domain.monitoring.taken_remarks import TakenRemark
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.requests import Request

DAY = dt.date(2026, 9, 15)
SHEET = """
    Мониторинг
    Период с    Период по   Педагог               Класс  Предмет  Темы записаны  Проведено уроков  ДЗ нужно  ДЗ записано
    2026-09-01  2026-09-15  Соколова Вера         5А     Алгебра  12             20                10        9
    2026-09-01  2026-09-15  Ким Олег Юрьевич      6Б     История  5              10
    2026-09-01  2026-09-15  Соколова Вера         5Б     Алгебра  10             20                10        5
    2026-09-01  2026-09-15  Белова Анна Игоревна  7А     Химия    10             10                10        10
"""
TAKEN = """
    Замечания в работе
    №  Педагог           Класс  Предмет  Показатель  Период с    Период по   Было           Состояние  Запрос
    1  Ким Олег Юрьевич  6Б     История  Темы        2026-09-01  2026-09-10  Темы в 3 из 8  В работе   4

    Запросы педагогам
    №  Педагог           Статус
    4  Ким Олег Юрьевич  {}
    """


def lines(of: Group, *numbers: int) -> list[MonitoringLine]:
    return [of[MonitoringLine][number] for number in numbers]


def test_the_remarks_of_one_teacher_become_one_request_that_names_them() -> None:
    of = group_of(SHEET)
    done = ask_about(of, lines(of, 0, 1, 2), DAY)
    requests = [one for one in done.added if isinstance(one, Request)]
    assert [(one.number, one.teacher, one.basis) for one in requests] == [
        ("1", "Ким Олег Юрьевич", "Замечание № 1"),
        ("2", "Соколова Вера", "Замечания № 2, 3, 4"),
    ]
    assert requests[1].question == (
        "По журналам (01.09.2026 – 15.09.2026): 5А, Алгебра: темы записаны в 12 уроках из 20; 5Б, Алгебра: темы "
        "записаны в 10 уроках из 20, домашнее задание записано в 5 уроках из 10, где оно нужно. Внесите недостающее "
        "или поясните причину"
    )
    assert requests[0].due == dt.date(2026, 9, 22)  # the school's term for mending


def test_each_remark_has_its_line_with_the_deeds_number_and_how_it_stood() -> None:
    of = group_of(SHEET)
    done = ask_about(of, lines(of, 1), DAY)
    (taken,) = [one for one in done.added if isinstance(one, TakenRemark)]
    assert (taken.number, taken.teacher, taken.school_class, taken.indicator) == ("1", "Ким Олег Юрьевич", "6Б", "Темы")
    assert (taken.was, taken.status, taken.request) == ("Темы записаны в 5 уроках из 10", "В работе", "1")
    assert [one.row.measures for one in done.changed if isinstance(one.row, MonitoringLine)] == ["Запрос № 1: темы"]


def test_a_remark_becomes_an_appeal_an_assignment_or_an_item() -> None:
    of = group_of(SHEET)
    (appeal,) = [one for one in record_help(of, lines(of, 1), DAY).added if isinstance(one, Appeal)]
    assert (appeal.number, appeal.theme, appeal.help_kind) == ("2026-001", "Темы и домашние задания", "Методическая")
    assert appeal.note == "Замечание № 1"
    (task,) = [one for one in assign(of, lines(of, 1), DAY).added if isinstance(one, Assignment)]
    assert task.task.endswith("Ким О. Ю. – 6Б, История: темы записаны в 5 уроках из 10 (замечание № 1)")
    assert task.executor == "Белова Анна Игоревна"
    (item,) = [one for one in discuss(of, lines(of, 1), DAY).added if isinstance(one, AgendaItem)]
    assert item.question.startswith("О замечаниях мониторинга")
    assert item.basis == "Замечание № 1"


def test_a_remark_that_is_dealt_with_is_told_and_not_doubled_after_the_sheet_was_built_anew() -> None:
    of = group_of(SHEET + TAKEN.format("Отправлен"))
    done = discuss(of, lines(of, 1), DAY)
    assert done.added == ()
    assert done.told == "Ким О. Ю., 6Б, История – темы: уже в работе – запрос № 4."


def test_a_remark_that_outlived_its_request_becomes_another_deed_in_the_same_line() -> None:
    of = group_of(SHEET + TAKEN.format("Получен ответ"))
    done = assign(of, lines(of, 1), DAY)
    assert [type(one) for one in done.added] == [Assignment]
    (taken,) = [one.row for one in done.changed if isinstance(one.row, TakenRemark)]
    assert (taken.number, taken.assignment, taken.request, taken.was) == ("1", "1", "", "Темы в 3 из 8")


def test_a_row_without_remarks_is_refused_in_a_sentence() -> None:
    of = group_of(SHEET)
    with pytest.raises(CannotBeDone, match=r"Белова А\. И\., 7А, Химия: показателей хуже порога нет"):
        ask_about(of, lines(of, 3), DAY)
