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
