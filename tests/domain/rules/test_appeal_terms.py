import datetime as dt

import pytest

from tests.domain.conftest import Check
from tests.domain.rules.test_appeals import appeal


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2026-10-14", []),
        ("2026-10-15", ["APP-5 1"]),
        ("2026-10-20", ["APP-5 1"]),
        ("2026-10-21", ["APP-4 1"]),
    ],
)
def test_the_term_follows_the_priority_in_working_days(check: Check, today: str, found: list[str]) -> None:
    assert check(appeal(Приоритет="Обычный"), today, only="APP") == found


def test_the_term_given_outweighs_the_priority(check: Check) -> None:
    assert check(appeal(Приоритет="Критический", Срок="2026-12-01"), "2026-10-21") == []
    assert check(appeal(Приоритет="Низкий", Срок="2026-10-20"), "2026-10-21") == ["APP-4 1"]


@pytest.mark.parametrize("state", ["Решено", "Отклонено"])
def test_a_closed_appeal_is_not_overdue(check: Check, state: str) -> None:
    assert check(appeal(Статус=state, Срок="2026-10-13"), "2026-10-21", only="APP-4") == []


def test_holidays_lengthen_the_term(check: Check) -> None:
    assert check(appeal(Дата="2026-12-30", Приоритет="Критический"), "2027-01-08", only="APP-4") == []


def test_what_waits_for_the_applicant_or_the_support_is_not_overdue(check: Check) -> None:
    text = """
        Обращения
        №  Дата        Статус                Приоритет  № в поддержке ЭлЖур
        1  2026-10-13  Ждёт заявителя        Обычный
        2  2026-10-13  Передано в поддержку  Обычный    ЭЖ-1
        3  2026-10-13  Ждёт заявителя        Обычный

        Ход обращений
        Обращение  Дата        Статус
        1          2026-10-15  Ждёт заявителя
        2          2026-10-15  Передано в поддержку
        3          2026-10-22  Ждёт заявителя
    """
    assert check(text, "2026-10-30", only="APP-4") == ["APP-4 3"]


def test_appeals_before_the_cut_off_day_are_not_judged(check: Check) -> None:
    text = appeal(Дата="2026-10-13", Приоритет="Обычный")
    assert check(text, "2026-10-30", only="APP-4") == ["APP-4 1"]
    assert check(text, "2026-10-30", only="APP-4", appeals_from=dt.date(2026, 10, 14)) == []
