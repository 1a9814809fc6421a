from hypothesis import given, strategies as st

from wg_excel.domain.monitoring.counts import NOTHING, Counts, total

COUNTS = st.builds(Counts, **dict.fromkeys(Counts._fields, st.none() | st.integers(0, 50)))


def test_a_sum_is_over_those_that_know_the_count() -> None:
    assert total([Counts(lessons=3, marks=None), Counts(lessons=4, marks=7)]) == Counts(lessons=7, marks=7)


def test_what_nobody_knows_stays_unknown_and_nought_stays_nought() -> None:
    assert total([NOTHING, NOTHING]) == NOTHING
    assert total([Counts(marks=0), NOTHING]).marks == 0
    assert total([]) == NOTHING


@given(st.lists(COUNTS, min_size=1, max_size=6), st.integers(1, 5))
def test_sums_of_sums_are_the_sum(parts: list[Counts], cut: int) -> None:
    assert total([total(parts[:cut]), total(parts[cut:])]) == total(parts)
