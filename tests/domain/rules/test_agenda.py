from tests.domain.conftest import Check

HELD = """
Заседания
№  Дата        Статус
1  2026-02-10  Проведено
"""
DAY = "2026-02-20"


def agenda(*rows: str) -> str:
    heading = "Заседание  Вопрос №  Вопрос              Решили               За  Против  Воздержались"
    return "\n".join([HELD, "Повестка", heading, *rows])


def test_a_held_meeting_has_an_agenda(check: Check) -> None:
    assert check(agenda(), DAY) == ["MTG-5 1"]


def test_each_item_has_a_decision(check: Check) -> None:
    assert check(agenda("1          1         О ходе внедрения"), DAY) == ["MTG-5 1.1"]
    assert check(agenda("1          1         О ходе внедрения    Принять к сведению"), DAY) == []


def test_a_planned_meeting_needs_no_decisions_yet(check: Check) -> None:
    planned = agenda("1          1         О ходе внедрения").replace("Проведено", "Запланировано")
    assert check(planned, DAY, only="MTG-5") == []


def test_votes_add_up_to_the_members_present(check: Check) -> None:
    row = "1          1         О ходе внедрения    Принять к сведению   {}"
    assert check(agenda(row.format("3   0       0")), DAY) == []
    assert check(agenda(row.format("2           1")), DAY) == []
    assert check(agenda(row.format("4   0       0")), DAY) == ["MTG-6 1.1"]
    assert check(agenda(row.format("2   0       0")), DAY) == ["MTG-6 1.1"]


def test_unrecorded_votes_are_no_finding(check: Check) -> None:
    assert check(agenda("1          1         О ходе внедрения    Принять к сведению"), DAY, only="MTG-6") == []


def test_votes_are_not_judged_while_attendance_is_incomplete(check: Check) -> None:
    attendance = """

Явка
Заседание  Член группы             Явка
1          Даценко Иван Андреевич  Присутствовал
1          Белова Анна Игоревна    Присутствовал
"""
    text = agenda("1          1         О ходе внедрения    Принять к сведению   3   0       0") + attendance
    assert check(text, DAY) == ["MTG-3 1 Громов Олег Юрьевич"]


def test_an_invited_person_has_no_vote(check: Check) -> None:
    text = agenda("1          1         О ходе внедрения    Принять к сведению   4   0       0").replace(
        "Статус\n1  2026-02-10  Проведено", "Статус     Приглашённые\n1  2026-02-10  Проведено  Котова И. Л., методист"
    )
    assert check(text, DAY) == ["MTG-6 1.1"]


def test_items_of_one_meeting_carry_different_numbers(check: Check) -> None:
    twice = agenda(
        "1          1         О ходе внедрения    Принять к сведению",
        "1          1         О разном            Принять к сведению",
    )
    assert check(twice, DAY) == ["MTG-10 1.1"]
