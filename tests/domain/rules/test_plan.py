import pytest

from tests.domain.conftest import Check

DAY = "2026-10-14"


def activity(
    responsible: str = "Белова А. И.", due: str = "2026-12-01", state: str = "В работе", done: str = ""
) -> str:
    return f"""
План
№  Направление       Ответственный           Срок        Статус      Дата выполнения
1  Официальный сайт  {responsible:<22}  {due:<10}  {state:<10}  {done}
"""


def test_an_activity_in_order_has_no_findings(check: Check) -> None:
    assert check(activity(), DAY) == []


@pytest.mark.parametrize(
    ("today", "state", "found"),
    [
        ("2026-12-01", "В работе", []),
        ("2026-12-02", "Не начато", ["PLN-1 1"]),
        ("2026-12-02", "Отменено", []),
    ],
)
def test_an_open_activity_is_overdue_after_its_term(check: Check, today: str, state: str, found: list[str]) -> None:
    assert check(activity(state=state), today, only="PLN") == found


MEMBERS = """
Члены группы
Код  ФИО                     Роль                 Вторая роль                 Направление       В составе с  В составе по  Приказ об исключении
Ч1   Даценко Иван Андреевич  Руководитель         Администратор ЭлЖур                           2026-01-12
Ч2   Белова Анна Игоревна    Член группы                                                        2026-01-12   2026-10-01    № 9 от 01.10.2026
Ч3   Громов Олег Юрьевич     Администратор сайта  Системный администратор     {:<16}  2026-01-12
Ч4   Котова Ирина Львовна    Член группы          Ответственный за внедрение                    2026-01-12
"""


def test_a_direction_whose_responsible_left_is_held_by_nobody(check: Check) -> None:
    assert check(activity() + MEMBERS.format(""), DAY) == ["PLN-2 Официальный сайт"]


def test_a_direction_is_held_by_a_member_or_by_the_responsible(check: Check) -> None:
    assert check(activity() + MEMBERS.format("Официальный сайт"), DAY) == []
    assert check(activity(responsible="Котова И. Л.") + MEMBERS.format(""), DAY) == []


def test_a_direction_without_open_activities_needs_nobody(check: Check) -> None:
    done = activity(state="Выполнено", done="2026-09-30")
    assert check(done + MEMBERS.format(""), DAY) == []


def test_an_activity_without_anyone_responsible_is_reported_once(check: Check) -> None:
    assert check(activity(responsible=""), DAY) == ["PLN-2 Официальный сайт"]


def test_state_and_date_of_completion_agree(check: Check) -> None:
    assert check(activity(state="Выполнено"), DAY) == ["PLN-3 1"]
    assert check(activity(state="Выполнено", done="2026-10-10"), DAY) == []
