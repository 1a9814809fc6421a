import pytest

from tests.domain.conftest import Check

MEETING = """
Заседания
№  Дата        Статус
1  2026-02-10  Проведено

Явка
Заседание  Член группы             Явка
1          Даценко Иван Андреевич  Присутствовал
1          Белова А. И.            Присутствовал
"""
COMPLETE = MEETING + "1          Громов Олег Юрьевич     Отсутствовал\n"
DAY = "2026-02-20"


def test_each_member_of_that_days_composition_has_a_line(check: Check) -> None:
    assert check(MEETING, DAY) == ["MTG-3 1 Громов Олег Юрьевич"]
    assert check(COMPLETE, DAY) == []


def test_a_meeting_without_any_attendance_is_one_finding(check: Check) -> None:
    nobody = MEETING.split("1          Даценко", maxsplit=1)[0]
    assert check(nobody, DAY) == ["MTG-3 1"]


def test_nobody_else_has_a_line(check: Check) -> None:
    members = """
Члены группы
Код  ФИО                     Роль                        Вторая роль          В составе с  В составе по  Приказ об исключении
Ч1   Даценко Иван Андреевич  Руководитель                Администратор ЭлЖур  2026-01-12
Ч2   Белова Анна Игоревна    Ответственный за внедрение                       2026-01-12
Ч3   Громов Олег Юрьевич     Системный администратор     Администратор сайта  2026-02-11
"""
    assert check(COMPLETE + members, DAY) == ["MTG-3 1 Громов Олег Юрьевич"]


@pytest.mark.parametrize("dates", ["31.02.2026", "            ", "2026-01-12   31.02.2026", "2026-01-12   2026-01-01"])
def test_dates_of_membership_that_cannot_be_read_accuse_nobody(check: Check, dates: str) -> None:
    members = f"""
Члены группы
Код  ФИО                     Роль                        Вторая роль          В составе с  В составе по  Приказ об исключении
Ч1   Даценко Иван Андреевич  Руководитель                Администратор ЭлЖур  2026-01-12
Ч2   Белова Анна Игоревна    Ответственный за внедрение                       2026-01-12
Ч3   Громов Олег Юрьевич     Системный администратор     Администратор сайта  {dates}
"""
    assert check(MEETING + members, DAY, only="MTG") == []
    assert check(COMPLETE.replace("Отсутствовал", "Присутствовал") + members, DAY, only="MTG") == []


def test_a_second_line_of_one_member_is_reported(check: Check) -> None:
    twice = COMPLETE + "1          Белова Анна Игоревна    Отсутствовал\n"
    assert check(twice, DAY) == ["MTG-3 1 Белова Анна Игоревна"]


def test_quorum_is_watched_only_where_the_school_wants_it(check: Check) -> None:
    one = COMPLETE.replace("Белова А. И.            Присутствовал", "Белова А. И.            Отсутствовал")
    assert check(one, DAY, only="MTG-4") == []
    assert check(one, DAY, only="MTG-4", quorum=0.5) == ["MTG-4 1"]
    assert check(one, DAY, only="MTG-4", quorum=50.0) == ["MTG-4 1"]
    assert check(COMPLETE, DAY, only="MTG-4", quorum=0.5) == []


def test_exactly_half_is_not_more_than_half(check: Check) -> None:
    four = """
Члены группы
Код  ФИО                     Роль          В составе с
Ч1   Даценко Иван Андреевич  Руководитель  2026-01-12
Ч2   Белова Анна Игоревна    Член группы   2026-01-12
Ч3   Громов Олег Юрьевич     Член группы   2026-01-12
Ч4   Котова Ирина Львовна    Член группы   2026-01-12
"""
    text = COMPLETE + "1          Котова Ирина Львовна    Отсутствовал\n" + four
    assert check(text, DAY, only="MTG-4", quorum=0.5) == ["MTG-4 1"]


def test_chair_and_secretary_are_named(check: Check) -> None:
    unnamed = """
Заседания
№  Дата        Статус     Председатель            Секретарь
1  2026-02-10  Проведено  Даценко Иван Андреевич
"""
    assert check(unnamed, DAY) == ["MTG-8 1"]


@pytest.mark.parametrize("state", ["Проведено", "Запланировано"])
def test_chair_and_secretary_are_two_people(check: Check, state: str) -> None:
    one = f"""
Заседания
№  Дата        Статус         Председатель            Секретарь
1  2026-02-20  {state:<13}  Даценко Иван Андреевич  Даценко И. А.
"""
    assert check(one, DAY, only="MTG-8") == ["MTG-8 1"]


def test_chair_and_secretary_were_present(check: Check) -> None:
    absent = COMPLETE.replace("Даценко Иван Андреевич  Присутствовал", "Даценко Иван Андреевич  Отсутствовал")
    assert check(absent, DAY) == ["MTG-8 1"]


def test_an_unreadable_attendance_accuses_nobody_of_absence(check: Check) -> None:
    unread = COMPLETE.replace("Белова А. И.            Присутствовал", "Белова А. И.            Был")
    assert check(unread, DAY, quorum=0.5) == ["FLD-LIST 7 Явка"]
