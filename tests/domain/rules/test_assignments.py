import pytest

from tests.domain.conftest import Check

DAY = "2026-10-14"


def task(executor: str = "Белова А. И.", due: str = "2026-12-01", state: str = "В работе", done: str = "") -> str:
    return f"""
Поручения
№  Исполнитель             Срок        Статус     Дата выполнения
1  {executor:<22}  {due:<10}  {state:<9}  {done}
"""


def test_an_assignment_in_order_has_no_findings(check: Check) -> None:
    assert check(task(), DAY) == []


def test_an_assignment_has_executor_and_term(check: Check) -> None:
    assert check(task(executor=""), DAY) == ["ASG-1 1"]
    assert check(task(due=""), DAY) == ["ASG-1 1"]


@pytest.mark.parametrize(("today", "found"), [("2026-12-01", []), ("2026-12-02", ["ASG-2 1"])])
def test_an_open_assignment_is_overdue_after_its_term(check: Check, today: str, found: list[str]) -> None:
    assert check(task(), today, only="ASG") == found


@pytest.mark.parametrize("state", ["Выполнено", "Снято"])
def test_a_closed_assignment_is_not_overdue(check: Check, state: str) -> None:
    assert check(task(state=state), "2026-12-02", only="ASG-2") == []


LEFT = """
Члены группы
Код  ФИО                     Роль                 Вторая роль                 В составе с  В составе по  Приказ об исключении
Ч1   Даценко Иван Андреевич  Руководитель         Администратор ЭлЖур         2026-01-12
Ч2   Белова Анна Игоревна    Член группы                                      2026-01-12   2026-10-01    № 9 от 01.10.2026
Ч3   Громов Олег Юрьевич     Администратор сайта  Системный администратор     2026-01-12
Ч4   Котова Ирина Львовна    Член группы          Ответственный за внедрение  2026-01-12
"""


def test_an_open_assignment_of_someone_who_left_is_passed_on(check: Check) -> None:
    assert check(task() + LEFT, DAY) == ["ASG-3 1"]
    assert check(task(executor="Котова И. Л.") + LEFT, DAY) == []
    assert check(task(state="Выполнено", done="2026-09-30") + LEFT, DAY) == []


def test_state_and_date_of_completion_agree(check: Check) -> None:
    assert check(task(state="Выполнено"), DAY) == ["ASG-4 1"]
    assert check(task(state="В работе", done="2026-10-10"), DAY) == ["ASG-4 1"]
    assert check(task(state="Выполнено", done="2026-10-10"), DAY) == []


def test_the_item_of_an_assignment_is_on_the_agenda(check: Check) -> None:
    given = """
Заседания
№  Дата        Статус
7  2026-10-13  Проведено

Поручения
№  Заседание  Вопрос №  Срок
1  7          {}         2026-12-01
"""
    assert check(given.format(1), DAY, only="ASG") == []
    assert check(given.format(3), DAY, only="ASG") == ["ASG-5 1"]
