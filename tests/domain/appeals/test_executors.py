import datetime as dt
from dataclasses import replace

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.appeals.executors import Proposed, propose
from wg_excel.domain.members.members import Member

DAY = dt.date(2026, 11, 22)
MEMBERS = """
    Члены группы
    Код  ФИО                     Роль                        Вторая роль         В составе с  В составе по
    Ч1   Даценко Иван Андреевич  Руководитель                                    2026-01-12
    Ч2   Белова Анна Игоревна    Ответственный за внедрение  Администратор ЭлЖур 2026-01-12
    Ч3   Громов Олег Юрьевич     Системный администратор                         2026-01-12
    Ч4   Ильина Нина Олеговна    Член группы                                     2026-01-12
    Ч5   Юдин Пётр Ильич         Член группы                                     2026-01-12
    Ч6   Зотов Глеб Ильич        Системный администратор                         2026-01-12   2026-08-31
"""
LOAD = """
    Обращения
    №         Дата        Исполнитель           Статус
    2026-001  2026-11-02  Ильина Н. О.          В работе
    2026-002  2026-11-03  Ильина Нина Олеговна  Новое
    2026-003  2026-11-03  Юдин Пётр Ильич       Решено
"""


def proposed_without(absent: dict[str, str], kind: str, text: str = MEMBERS) -> Proposed:
    """Return the proposal while some members are away, each with a deputy or none."""
    group = group_of(text)
    members = tuple(
        replace(one, absent_since=DAY, deputy=absent[one.fio]) if one.fio in absent else one for one in group[Member]
    )
    return propose(replace(group, records={**group.records, Member: members}), kind, DAY)


@pytest.mark.parametrize(
    ("kind", "fio"),
    [
        ("Техническая", "Громов Олег Юрьевич"),
        ("Методическая", "Белова Анна Игоревна"),
        ("Консультационная", "Белова Анна Игоревна"),
        ("", ""),
    ],
)
def test_the_role_of_the_regulations_decides_who_helps(kind: str, fio: str) -> None:
    assert propose(group_of(MEMBERS), kind, DAY).chosen == fio


def test_where_the_first_role_is_away_the_next_one_helps_and_both_are_shown() -> None:
    proposed = proposed_without({"Громов Олег Юрьевич": ""}, "Техническая")
    assert proposed.chosen == "Белова Анна Игоревна"
    assert [(one.fio, one.is_absent) for one in proposed.candidates] == [
        ("Белова Анна Игоревна", False),
        ("Громов Олег Юрьевич", True),
    ]


def test_where_two_fit_nobody_is_chosen_and_the_less_busy_stands_first() -> None:
    proposed = proposed_without({"Белова Анна Игоревна": ""}, "Методическая", MEMBERS + LOAD)
    assert proposed.chosen == ""
    assert str(proposed) == (
        "Подходят 2 человека, выберите исполнителя: Юдин П. И. (Член группы; открытых обращений нет); "
        "Ильина Н. О. (Член группы; открытых обращений: 2); "
        "Белова А. И. (Ответственный за внедрение; открытых обращений нет; отсутствует)."
    )


def test_who_has_left_the_group_is_not_proposed() -> None:
    shown = propose(group_of(MEMBERS), "Техническая", dt.date(2026, 8, 31))
    assert [one.fio for one in shown.candidates] == ["Громов Олег Юрьевич", "Зотов Глеб Ильич"]
    assert "Зотов" not in str(propose(group_of(MEMBERS), "Техническая", DAY))


def test_a_group_without_the_roles_says_so() -> None:
    alone = (
        "Члены группы\nКод  ФИО              Роль          В составе с\nЧ1   Юдин Пётр Ильич  Руководитель  2026-01-12"
    )
    assert "укажите исполнителя сами" in str(propose(group_of(alone), "Техническая", DAY))


def test_when_all_are_away_nobody_is_chosen() -> None:
    proposed = proposed_without({"Громов Олег Юрьевич": "", "Белова Анна Игоревна": ""}, "Техническая")
    assert (proposed.chosen, str(proposed)[:31]) == ("", "Все, кто подходит, отсутствуют:")


def test_the_deputy_of_who_is_away_helps() -> None:
    proposed = proposed_without({"Громов Олег Юрьевич": "Ильина Н. О."}, "Техническая")
    assert proposed.chosen == "Ильина Нина Олеговна"
    assert str(proposed.candidates[0]) == "Ильина Н. О. (замещает: Громов О. Ю.; открытых обращений нет)"


def test_a_deputy_who_is_away_too_helps_nobody() -> None:
    away = {"Громов Олег Юрьевич": "Ильина Н. О.", "Ильина Нина Олеговна": ""}
    assert proposed_without(away, "Техническая").chosen == "Белова Анна Игоревна"


@pytest.mark.parametrize(
    ("since", "until", "absent"),
    [
        (None, None, False),
        ("2026-11-22", "2026-11-22", True),
        ("2026-11-01", None, True),
        ("2026-11-01", "2026-11-21", False),
        ("2026-11-23", None, False),
    ],
)
def test_a_member_is_away_from_the_first_day_to_the_last(since: str, until: str, absent: bool) -> None:  # noqa: FBT001
    first, last = (dt.date.fromisoformat(day) if day else None for day in (since, until))
    assert Member(absent_since=first, absent_until=last).is_absent(DAY) is absent
