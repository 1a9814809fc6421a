import pytest

from tests.domain.conftest import Check

DAY = "2026-10-14"


def pair(
    essence: str, other: str, applicant: str = "Котова И. Л.", day: str = "2026-10-13", state: str = "Новое"
) -> str:
    return f"""
Обращения
№  Дата        Заявитель     Срок        Статус    Суть обращения
1  2026-10-12  Котова И. Л.  2026-12-01  Новое     {essence}
2  {day}  {applicant:<12}  2026-12-01  {state:<8}  {other}
"""


SAME = "Не сохраняется тема урока в журнале"


def test_the_same_trouble_of_one_applicant_is_reported_at_the_later_appeal(check: Check) -> None:
    assert check(pair(SAME, SAME), DAY) == ["APP-9 2"]
    assert check(pair(SAME, "В журнале не сохраняется тема урока."), DAY) == ["APP-9 2"]


def test_initials_may_stand_for_the_same_applicant_but_not_for_a_namesake(check: Check) -> None:
    assert check(pair(SAME, SAME, applicant="Котова Инна Львовна"), DAY, only="APP-9") == ["APP-9 2"]
    namesakes = pair(SAME, SAME, applicant="Котова Инна Львовна").replace("Котова И. Л.", "Котова Ида Львовна")
    assert check(namesakes, DAY, only="APP-9") == []


@pytest.mark.parametrize(
    "text",
    [
        pair(SAME, SAME, applicant="Белова А. И."),
        pair(SAME, SAME, state="Решено"),
        pair(SAME, SAME, day="2026-08-20"),
        pair(SAME + " 5А", SAME + " 5Б"),
        pair(SAME, "Не открывается электронный дневник у родителей"),
        pair("Нет доступа", "Нет отчёта"),
    ],
)
def test_what_may_be_another_trouble_is_not_reported(check: Check, text: str) -> None:
    assert check(text, DAY, only="APP-9") == []
