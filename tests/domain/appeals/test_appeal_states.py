import datetime as dt

from tests.domain.conftest import group_of
from wg_excel.domain.appeals.appeal_states import AppealState, by_appeal, changes
from wg_excel.domain.appeals.appeals import Appeal

DAY = dt.date(2026, 11, 20)
APPEALS = """
    Обращения
    №         Дата        Статус          Дата решения
    2026-001  2026-11-02  Новое
    2026-002  2026-11-02  В работе
    2026-003  2026-11-02  Решено          2026-11-05
    2026-004  2026-11-02  Решено          2026-11-01
    2026-005  2026-11-02  Ждёт заявителя
    2026-006  2026-11-02  В работе        2026-11-10
"""
STATES = """
    Ход обращений
    Обращение  Дата        Статус
    2026-005   2026-11-09  Ждёт заявителя
    2026-006   2026-11-10  Решено
    2026-005   2026-11-03  В работе
"""


def added(text: str) -> list[tuple[str, str, str]]:
    group = group_of(text)
    found = changes(group[Appeal], by_appeal(group[AppealState]), DAY)
    return [(one.appeal, f"{one.date:%d.%m}", one.status) for one in found]


def test_a_state_is_recorded_on_the_day_it_is_seen_and_a_solution_on_its_own() -> None:
    assert added(APPEALS) == [
        ("2026-001", "02.11", "Новое"),  # keeps its number
        ("2026-002", "20.11", "В работе"),
        ("2026-003", "05.11", "Решено"),
        ("2026-004", "02.11", "Решено"),  # not before the appeal
        ("2026-005", "20.11", "Ждёт заявителя"),
        ("2026-006", "20.11", "В работе"),
    ]


def test_only_what_has_changed_since_is_recorded() -> None:
    numbers = [number for number, _, _ in added(APPEALS + STATES)]
    assert numbers == ["2026-001", "2026-002", "2026-003", "2026-004", "2026-006"]


def test_recorded_states_are_not_recorded_again() -> None:
    group = group_of(APPEALS + STATES)
    seen = tuple(changes(group[Appeal], by_appeal(group[AppealState]), DAY))
    assert not list(changes(group[Appeal], by_appeal((*group[AppealState], *seen)), DAY))


def test_the_lines_of_an_appeal_stand_in_the_order_of_their_days() -> None:
    lines = by_appeal(group_of(STATES)[AppealState])["2026-005"]
    assert [line.status for line in lines] == ["В работе", "Ждёт заявителя"]
