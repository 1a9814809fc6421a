import datetime as dt
from collections.abc import Callable
from typing import TypeVar

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.appeals.appeal_clock import Clock
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.handing_over import (
    TeacherUnknown,
    ask_teacher,
    pass_to_support,
    plan_training,
    take_to_meeting,
)
from wg_excel.domain.deeds import CannotBeDone, Deeds
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import AgendaItem, Meeting
from wg_excel.domain.schema import Record
from wg_excel.domain.work.requests import Request
from wg_excel.domain.work.training import Training

DAY = dt.date(2026, 9, 15)
R = TypeVar("R", bound=Record)
Way = Callable[[Group, list[Appeal], dt.date], Deeds]
TEACHER = """
    Педагоги
    ФИО
    Соколова Вера Павловна
    Ким Олег Юрьевич
    """
APPEALS = """
    Обращения
    №         Дата        Заявитель               Категория  Тема          Суть обращения        Статус
    2026-001  2026-09-10  Соколова Вера Павловна  Педагог    Пропуски      Как отметить справку  Новое
    2026-002  2026-09-11  Петров Пётр Петрович    Родитель   Пропуски      Не видно пропусков    В работе
    2026-003  2026-09-11  Ким Олег Юрьевич        Педагог    Иное          Печать журнала        Решено
    """


def group(text: str = "") -> Group:
    return group_of(TEACHER + APPEALS + text)


def appeals(of: Group, *numbers: str) -> list[Appeal]:
    return [one for one in of[Appeal] if one.number in numbers]


def changed(deeds: Deeds) -> dict[str, Appeal]:
    return {one.row.number: one.row for one in deeds.changed if isinstance(one.row, Appeal)}


def added(deeds: Deeds, record: type[R]) -> list[R]:
    return [one for one in deeds.added if isinstance(one, record)]


def with_rows(of: Group, deeds: Deeds) -> Group:
    """Return the group as the workbook would give it after the press."""
    records = dict(of.records)
    for number, row in enumerate(deeds.added, 100):
        kept = type(row)(**{**vars(row), "row": number})
        records[type(row)] = (*records.get(type(row), ()), kept)
    new = changed(deeds)
    records[Appeal] = tuple(new.get(one.number, one) for one in of[Appeal])
    return Group(records, of.settings, of.lists)


def test_an_appeal_is_put_on_the_agenda_of_a_meeting_that_is_planned_for_it() -> None:
    of = group()
    done = take_to_meeting(of, appeals(of, "2026-001"), DAY)
    (meeting,), (item,) = added(done, Meeting), added(done, AgendaItem)
    assert (item.meeting, item.number, item.appeal) == (meeting.number, 1, "2026-001")
    taken = changed(done)["2026-001"]
    assert (taken.status, taken.meeting) == ("Вынесено на заседание", meeting.number)
    assert "Обращение № 2026-001 — вопрос 1 заседания" in done.told


def test_a_planned_meeting_gets_the_item_behind_its_others() -> None:
    planned = """
    Заседания
    №  Дата        Статус
    7  2026-09-25  Запланировано

    Повестка
    Заседание  Вопрос №  Вопрос
    7          4         О разном
    """
    of = group(planned)
    done = take_to_meeting(of, appeals(of, "2026-001", "2026-002"), DAY)
    assert added(done, Meeting) == []
    assert [(item.meeting, item.number, item.appeal) for item in added(done, AgendaItem)] == [
        ("7", 5, "2026-001"),
        ("7", 6, "2026-002"),
    ]


def test_with_the_support_the_clock_stands_from_the_day_of_passing_on() -> None:
    of = group()
    done = pass_to_support(of, appeals(of, "2026-002"), DAY)
    assert [(one.appeal, one.date, one.status) for one in added(done, AppealState)] == [
        ("2026-002", DAY, "Передано в поддержку")
    ]
    after = with_rows(of, done)
    reading = Clock(after, dt.date(2026, 12, 1)).read(appeals(after, "2026-002")[0])
    assert str(reading) == "срок приостановлен"
    assert changed(done)["2026-002"].executor == "Громов Олег Юрьевич"  # the system administrator


def test_a_request_to_the_applicant_waits_for_the_applicant_and_names_the_appeal() -> None:
    of = group()
    done = ask_teacher(of, appeals(of, "2026-001"), DAY)
    (request,) = added(done, Request)
    assert (request.teacher, request.appeal, request.status) == ("Соколова Вера Павловна", "2026-001", "Отправлен")
    assert (request.question, request.basis) == ("Как отметить справку", "Обращение № 2026-001")
    linked = changed(done)["2026-001"]
    assert (linked.request, linked.status) == (request.number, "Ждёт заявителя")


def test_a_request_to_another_teacher_leaves_the_clock_running() -> None:
    of = group()
    done = ask_teacher(of, appeals(of, "2026-002"), DAY, "Ким О. Ю.")
    assert [one.teacher for one in added(done, Request)] == ["Ким Олег Юрьевич"]
    assert changed(done)["2026-002"].status == "В работе"


def test_where_nobody_can_be_asked_the_user_is_told_to_name_the_teacher() -> None:
    of = group()
    assert "впишите педагога" in ask_teacher(of, appeals(of, "2026-002"), DAY).told
    with pytest.raises(TeacherUnknown, match="«Иванов»"):
        ask_teacher(of, appeals(of, "2026-002"), DAY, "Иванов")


def test_a_request_does_not_repeat_a_secret() -> None:
    secret = """
    Обращения
    №         Дата        Заявитель               Тема      Суть обращения                    Статус
    2026-001  2026-09-10  Соколова Вера Павловна  Пропуски  логин sokolova, пароль Osen-2026  Новое
    """
    of = group_of(TEACHER + secret)
    (request,) = added(ask_teacher(of, list(of[Appeal]), DAY), Request)
    assert request.question == "По обращению № 2026-001: Пропуски"


def test_several_appeals_become_one_training_for_all_who_asked() -> None:
    of = group()
    done = plan_training(of, appeals(of, "2026-001", "2026-002"), DAY)
    (training,) = added(done, Training)
    assert (training.theme, training.listeners, training.status) == ("Пропуски", 2, "Запланировано")
    assert training.basis == "Обращения № 2026-001, 2026-002"
    assert training.leader == "Громов Олег Юрьевич"
    assert training.date is not None
    assert training.date > DAY
    assert {one.training for one in changed(done).values()} == {training.number}


@pytest.mark.parametrize("way", [take_to_meeting, pass_to_support, ask_teacher, plan_training])
def test_pressed_twice_is_done_once_and_says_where_it_stands(way: Way) -> None:
    of = group()
    after = with_rows(of, way(of, appeals(of, "2026-001"), DAY))
    again = way(after, appeals(after, "2026-001"), DAY)
    assert (again.added, again.changed) == ((), ())
    assert "Обращение № 2026-001 уже передано: " in again.told


def test_a_closed_appeal_is_refused_and_does_not_hold_up_the_others() -> None:
    of = group()
    with pytest.raises(CannotBeDone, match="№ 2026-003 закрыто"):
        pass_to_support(of, appeals(of, "2026-003"), DAY)
    done = pass_to_support(of, appeals(of, "2026-001", "2026-003"), DAY)
    assert list(changed(done)) == ["2026-001"]
    assert "№ 2026-003 закрыто" in done.told
