import pytest

from tests.domain.conftest import Check, Find

OVERDUE = """
Поручения
№  Исполнитель   Срок        Статус
1  Белова А. И.  2026-10-13  В работе
2  Белова А. И.  2026-10-13  В работе

"""
DAY = "2026-10-14"


def weight(rule: str, chosen: str, reason: str = "") -> str:
    return f"{OVERDUE}tblRules\nПравило  Важность        Почему изменено\n{rule:<7}  {chosen:<14}  {reason}\n"


def test_a_rule_switched_off_hides_its_findings_but_not_itself(find: Find) -> None:
    (finding,) = find(weight("ASG-2", "Выключено", "каникулы"), DAY)
    assert (finding.rule, finding.weight.code, finding.about) == ("SET-3", "info", "ASG-2")
    assert "скрыто: 2 замечания. Причина: каникулы." in finding.message


def test_a_lowered_rule_is_shown_with_its_new_weight_and_the_change(find: Find) -> None:
    found = find(weight("ASG-2", "Предупреждение"), DAY)
    assert [(one.rule, one.weight.code) for one in found] == [
        ("ASG-2", "warning"),
        ("ASG-2", "warning"),
        ("SET-3", "info"),
    ]
    assert "Причина не указана" in found[-1].message


def test_a_raised_rule_weighs_more(find: Find) -> None:
    text = weight("MTG-9", "Ошибка").replace(
        OVERDUE, "Заседания\n№  Дата        Статус\n1  2026-10-10  Запланировано\n\n"
    )
    assert [(one.rule, one.weight.code) for one in find(text, DAY) if one.rule == "MTG-9"] == [("MTG-9", "error")]


@pytest.mark.parametrize("chosen", ["", "Ошибка"])
def test_a_rule_left_as_it_is_says_nothing(check: Check, chosen: str) -> None:
    assert check(weight("ASG-2", chosen), DAY) == ["ASG-2 1", "ASG-2 2"]


def test_an_unknown_rule_is_reported(check: Check) -> None:
    assert check(weight("ASG2", "Выключено"), DAY) == ["ASG-2 1", "ASG-2 2", "SET-3 ASG2"]


def test_the_notice_of_changed_weights_cannot_be_switched_off(check: Check) -> None:
    assert check(weight("SET-3", "Выключено") + "ASG-2    Выключено\n", DAY) == ["SET-3 ASG-2"]
