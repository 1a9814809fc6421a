import datetime as dt

import pytest
from hypothesis import given, strategies as st

from wg_excel.domain.appeals.appeal_numbers import are_in_order, next_number

DAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ([], "2026-001"),
        (["2026-001", "2026-002"], "2026-003"),
        (["2026-009", "2026-002", "2026-010"], "2026-011"),  # a sorted table
        (["2025-140", "2026-001"], "2026-002"),  # every year counts anew
        (["2026-999"], "2026-1000"),
        (["2026-1000", "2026-999"], "2026-1001"),
        (["№ 2026/7", "2026 – 8"], "2026-009"),
        (["", "устно", "57", "2026-", "2026-05-01"], "2026-001"),
    ],
)
def test_the_next_number_follows_the_highest_of_the_year(given: list[str], number: str) -> None:
    assert next_number(given, DAY) == number


@pytest.mark.parametrize(
    ("numbers", "ordered"),
    [
        ("", True),
        ("2026-001 2026-002 2026-1000", True),
        ("2026-1000 2026-002", True),
        ("2025-009 2026-001 устно 2026-002", True),
        ("2026-001 2026-003 2026-002", False),
    ],
)
def test_numbers_are_in_order_up_or_down_whatever_else_stands_between(numbers: str, *, ordered: bool) -> None:
    assert are_in_order(numbers.split(), 2026) == ordered


@given(st.lists(st.tuples(st.sampled_from(["add", "delete", "sort", "type"]), st.integers(0, 30)), max_size=40))
def test_no_number_is_given_twice_whatever_is_deleted_sorted_or_typed(deeds: list[tuple[str, int]]) -> None:
    journal, states, ever = list[str](), list[str](), set[str]()
    for deed, place in deeds:
        if deed == "add":
            number = next_number([*journal, *states], DAY)
            assert number not in ever
            ever.add(number)
            journal.append(number)
            states.append(number)
        elif deed == "delete" and journal:
            journal.pop(place % len(journal))
        elif deed == "sort":
            journal.sort(key=lambda number: number[place % 8 :], reverse=bool(place % 2))
        elif deed == "type" and f"2026-{place:03}" not in ever:
            journal.append(f"2026-{place:03}")
            states.append(journal[-1])  # «Проверить» records the states of what was typed
            ever.add(journal[-1])
