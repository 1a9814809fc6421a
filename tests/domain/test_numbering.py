import datetime as dt

import pytest

from wg_excel.domain.numbering import next_number


@pytest.mark.parametrize(
    ("numbers", "day", "following"),
    [
        ([], "2026-09-15", "1"),
        (["9", "10"], "2026-09-15", "11"),
        (["2026-03"], "2026-09-15", "2026-04"),
        (["5/2026"], "2026-12-15", "6/2026"),
        (["5/2026"], "2027-01-15", "1/2027"),
        (["12-7"], "2026-09-15", "12-8"),
        (["б/н"], "2026-09-15", "2"),
        (["2026"], "2026-09-15", "2026-1"),
    ],
)
def test_the_next_number_keeps_the_form(numbers: list[str], day: str, following: str) -> None:
    assert next_number(numbers, dt.date.fromisoformat(day)) == following
