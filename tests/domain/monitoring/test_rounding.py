import math

import pytest
from hypothesis import given, strategies as st

from wg_excel.domain.monitoring.rounding import BORDERS, border_of, finals_off, off_by_border


@pytest.mark.parametrize(
    ("final", "mean", "right"),
    [
        (4, 3.5, (40, 45, 50)),
        (3, 3.5, (55, 60, 65, 70, 75, 80)),
        (4, 3.49, (40, 45)),
        (5, 4.6, (40, 45, 50, 55, 60)),
        (3, 3.0, BORDERS),
        (5, 3.9, ()),
    ],
)
def test_a_final_mark_is_right_by_the_borders_that_round_to_it(final: int, mean: float, right: tuple[int, ...]) -> None:
    assert tuple(border for border, off in off_by_border([(final, mean)]).items() if not off) == right


@given(st.lists(st.tuples(st.integers(2, 5), st.integers(200, 500)), max_size=20), st.sampled_from(BORDERS))
def test_the_counts_are_those_of_rounding_each_mean(marks: list[tuple[int, int]], border: int) -> None:
    rounded = [math.floor((hundredths + 100 - border) / 100) for _, hundredths in marks]
    off = sum(final != mean for (final, _), mean in zip(marks, rounded, strict=True))
    assert off_by_border((final, hundredths / 100) for final, hundredths in marks)[border] == off


def test_a_page_names_only_the_borders_that_change_something() -> None:
    assert [finals_off({"finals_off": 2, "finals_off_60": 3}, border) for border in (50, 60, 80)] == [2, 3, 2]
    assert finals_off({"finals": 2}, 50) is None


def test_a_setting_is_one_of_the_borders() -> None:
    assert [border_of(share) for share in (0.5, 0.55, 0.6)] == [50, 55, 60]
    with pytest.raises(ValueError, match=r"0\.52"):
        border_of(0.52)
