import pytest

from tests.domain.conftest import Check, Find


def test_an_ended_quarter_without_a_held_meeting_is_an_error(check: Check) -> None:
    found = check(
        """
        Заседания
        №  Дата        Статус
        1  2026-02-10  Проведено
        """,
        today="2026-07-01",
    )
    assert found == ["MTG-1 2026-Q2"]


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2026-05-31", []),
        ("2026-06-01", ["MTG-1 2026-Q2"]),
        ("2026-06-30", ["MTG-1 2026-Q2"]),
        ("2026-07-01", ["MTG-1 2026-Q2"]),
    ],
)
def test_the_current_quarter_is_warned_about_from_its_last_month(check: Check, today: str, found: list[str]) -> None:
    meetings = """
        Заседания
        №  Дата        Статус
        1  2026-02-10  Проведено
        """
    assert check(meetings, today) == found


@pytest.mark.parametrize("day", ["2026-04-01", "2026-06-30"])
def test_a_meeting_on_any_day_of_the_quarter_keeps_it(check: Check, day: str) -> None:
    meetings = f"""
        Заседания
        №  Дата        Статус
        1  2026-02-10  Проведено
        2  {day}  Проведено
        """
    assert check(meetings, today="2026-07-01") == []


@pytest.mark.parametrize("state", ["Запланировано", "Перенесено", "Отменено"])
def test_only_a_held_meeting_keeps_the_quarter(check: Check, state: str) -> None:
    meetings = f"""
        Заседания
        №  Дата        Статус
        1  2026-02-10  Проведено
        2  2026-05-20  {state}
        """
    assert check(meetings, today="2026-07-01", only="MTG-1") == ["MTG-1 2026-Q2"]


def test_the_break_after_a_term_counts_for_it(check: Check) -> None:
    meetings = """
        Заседания
        №  Дата        Статус
        1  2026-10-28  Проведено
        """
    year = {"order_date": None, "quarters": "Учебные"}
    members = """
        Члены группы
        Код  ФИО                     Роль          В составе с
        Ч1   Даценко Иван Андреевич  Руководитель  2026-09-01
        """
    found = check(members + "\n\n" + meetings, today="2026-11-15", only="MTG-1", **year)
    assert found == []
    assert check(members, today="2026-11-15", only="MTG-1", **year) == ["MTG-1 2026/27-1"]


def test_a_warning_says_which_meeting_is_planned(find: Find) -> None:
    found = find(
        """
        Заседания
        №  Дата        Статус
        1  2026-02-10  Проведено
        2  2026-06-25  Запланировано
        """,
        today="2026-06-10",
    )
    assert [(one.weight.code, one.place.row) for one in found] == [("warning", 7)]
    assert "заседание № 2, назначенное на 25.06.2026" in found[0].message


@pytest.mark.parametrize(
    ("drawn_up", "found"),
    [
        ("2026-02-10", []),
        ("2026-02-13", []),
        ("2026-02-16", ["MTG-2 1"]),
        ("2026-02-09", ["MTG-2 1"]),
        ("          ", ["MTG-2 1"]),
    ],
)
def test_the_protocol_is_drawn_up_within_three_working_days(check: Check, drawn_up: str, found: list[str]) -> None:
    meetings = f"""
        Заседания
        №  Дата        Статус     Протокол      Протокол оформлен
        1  2026-02-10  Проведено  Протокол № 1  {drawn_up}
        """
    assert check(meetings, today="2026-03-01") == found


def test_holidays_lengthen_the_term_of_the_protocol(check: Check) -> None:
    meetings = """
        Заседания
        №  Дата        Статус     Протокол      Протокол оформлен
        1  2026-02-20  Проведено  Протокол № 1  2026-02-26
        """
    assert check(meetings, today="2026-03-01") == []


@pytest.mark.parametrize(("today", "weight"), [("2026-02-13", "warning"), ("2026-02-14", "error")])
def test_a_missing_protocol_is_a_warning_until_its_term(find: Find, today: str, weight: str) -> None:
    meetings = """
        Заседания
        №  Дата        Статус     Протокол оформлен
        1  2026-02-10  Проведено
        """
    assert [one.weight.code for one in find(meetings, today)] == [weight]


def test_a_protocol_with_a_date_but_no_sheet_is_reported(check: Check) -> None:
    meetings = """
        Заседания
        №  Дата        Статус     Протокол  Протокол оформлен
        1  2026-02-10  Проведено            2026-02-11
        """
    assert check(meetings, today="2026-03-01") == ["MTG-2 1"]


def test_a_held_meeting_lies_not_in_the_future(check: Check) -> None:
    meetings = """
        Заседания
        №  Дата        Статус     Протокол  Протокол оформлен
        1  2026-02-10  Проведено  есть      2026-02-10
        2  2026-03-20  Проведено
        """
    assert check(meetings, today="2026-03-01") == ["MTG-7 2"]
    assert check(meetings.replace("Проведено", "Запланировано"), today="2026-03-01", only="MTG-7") == []


def test_dates_follow_the_numbers(check: Check) -> None:
    meetings = """
        Заседания
        №   Дата        Статус
        9   2026-02-10  Проведено
        10  2026-02-05  Проведено
        11  2026-03-01  Проведено
        """
    assert check(meetings, today="2026-03-10") == ["MTG-7 10"]


@pytest.mark.parametrize("year", ["20{}", "{}"])
def test_numbers_with_the_year_are_ordered_by_year_then_number(check: Check, year: str) -> None:
    meetings = f"""
        Заседания
        №               Дата        Статус
        1/{year.format(27):<6}  2027-01-15  Проведено
        5/{year.format(26):<6}  2026-12-15  Проведено
        """
    assert check(meetings, today="2027-01-20", only="MTG-7") == []


def test_a_planned_meeting_whose_day_has_passed_needs_a_state(check: Check) -> None:
    meetings = """
        Заседания
        №  Дата        Статус
        1  2026-02-10  Запланировано
        """
    assert check(meetings, today="2026-02-11") == ["MTG-9 1"]
    assert check(meetings, today="2026-02-10") == []
