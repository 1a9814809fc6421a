import datetime as dt

import pytest

from wg_excel.domain.appeal_numbers import next_number

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
