import datetime as dt
from dataclasses import replace

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.index import Index
from wg_excel.domain.members.composition import Composition, composition_on, membership_line, memberships
from wg_excel.domain.members.composition_lines import lines
from wg_excel.domain.members.members import Member

GROUP = """
    Члены группы
    ФИО                      Роль                     Вторая роль          В составе с  В составе по  Отсутствует с
    Громов Олег Юрьевич      Системный администратор  Администратор сайта  2026-01-12                 2026-11-16
    Даценко Иван Андреевич   Руководитель                                  2026-01-12
    Белова Анна Игоревна     Член группы                                   2026-01-12   2026-08-31
    Белова Анна Игоревна     Секретарь                Администратор ЭлЖур  2026-09-01
    Рудаков Степан Ефимович  Член группы                                   2026-01-12   2026-05-31
    Рудаков Степан Ефимович  Член группы                                   2026-10-01
"""


def composed(day: str) -> Composition:
    group = group_of(GROUP)
    away, *others = group[Member]
    away = replace(away, absent_until=dt.date(2026, 12, 5), deputy="Белова А. И.")
    group = replace(group, records={**group.records, Member: (away, *others)})
    return composition_on(group, dt.date.fromisoformat(day))


def on(day: str) -> list[str]:
    made = composed(day)
    return [f"{one.fio.split()[0]}: {'; '.join(one.roles)} {made.remark(one)}".strip() for one in made.members]


def test_the_head_comes_first_and_each_person_once() -> None:
    assert on("2026-03-01") == [
        "Даценко: Руководитель",
        "Громов: Системный администратор; Администратор сайта",
        "Белова: Член группы",
        "Рудаков: Член группы",
    ]


def test_a_change_of_role_an_exclusion_and_a_return_show_on_their_days() -> None:
    assert on("2026-09-01")[1:] == [
        "Белова: Секретарь; Администратор ЭлЖур",
        "Громов: Системный администратор; Администратор сайта",
    ]
    assert on("2026-10-01")[-1] == "Рудаков: Член группы"


def test_the_absent_and_who_stands_in_are_marked() -> None:
    assert on("2026-11-20")[1:3] == [
        "Белова: Секретарь; Администратор ЭлЖур замещает Громов О. Ю.",
        (
            "Громов: Системный администратор; Администратор сайта "
            "отсутствует с 16.11.2026 по 05.12.2026, замещает Белова А. И."
        ),
    ]


@pytest.mark.parametrize(
    ("day", "vacant"),
    [
        ("2026-03-01", ("Секретарь", "Ответственный за внедрение", "Администратор ЭлЖур")),
        ("2026-09-01", ("Ответственный за внедрение",)),
    ],
)
def test_roles_that_nobody_holds_are_vacant(day: str, vacant: tuple[str, ...]) -> None:
    assert composed(day).vacant == vacant


def test_before_the_first_day_there_is_no_composition() -> None:
    assert on("2026-01-11") == []


def test_the_history_of_a_person_is_told_from_the_first_day_on() -> None:
    rows = memberships(group_of(GROUP), "Белова А. И.")
    assert [membership_line(one).partition(" (")[0] for one in rows] == [
        "с 12.01.2026 по 31.08.2026 – член группы",
        "с 01.09.2026 – секретарь и администратор ЭлЖур",
    ]


def test_the_sheet_names_the_duties_once_and_the_vacant_roles_last() -> None:
    made = list(lines(composed("2026-10-01")))
    assert [one.number for one in made] == [1, 2, 3, 4, None]
    assert (made[-1].role, made[-1].fio) == ("Ответственный за внедрение", "вакантна")
    assert made[-1].duties.startswith("– организует внедрение «ЭлЖур» (положение, п.")
    assert sum("рассматривают проблемные вопросы" in one.duties for one in made) == 1


def test_old_records_know_a_person_by_the_name_before() -> None:
    group = group_of("""
        Члены группы
        ФИО                     Роль         В составе с  Прежнее имя
        Сидорова Анна Игоревна  Член группы  2026-01-12   Белова Анна Игоревна
    """)
    index = Index(group.records)
    assert index.find("tblMembers", "Белова Анна Игоревна") == "Сидорова Анна Игоревна"
    assert index.find("tblMembers", "Белова А. И.") == "Сидорова Анна Игоревна"
    assert index.keys("tblMembers") == ("Сидорова Анна Игоревна",)
