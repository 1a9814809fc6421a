from hypothesis import given, strategies as st

from tests.facts_notation import entries, lessons
from wg_excel.domain.monitoring.entry_counts import Timed, count_list, count_log, log_by_key

LIST = lessons("""
    09-01 1 5А Алгебра Иванова 09-01 +
    09-02 1 5А Алгебра Иванова - 09-03
    09-02 2 5А Алгебра Иванова + +
""")


def next_day(day: int, is_control: bool) -> int:  # noqa: FBT001 - as the domain asks
    return day + (7 if is_control else 1)


def test_a_list_counts_filled_cells_of_known_time() -> None:
    assert count_list(LIST) == Timed(2, 1)


def test_the_log_is_sorted_by_key_then_day_and_kind() -> None:
    log = entries("09-01 5А Алгебра И. topic 09-01 2\n09-01 5А Алгебра И. topic 09-03\n10-01 5А Алгебра И. mark 10-01")
    found = log_by_key(log, {"И.": "Иванова"}, (20260901, 20260930))
    assert found == {("Иванова", "5А", "Алгебра"): {(20260901, "topic"): [20260901, 20260901, 20260903]}}


def test_the_log_adds_only_what_the_list_does_not_know() -> None:
    known = {(20260901, "topic"): [20260901], (20260902, "homework"): [20260903, 20260902]}
    assert count_log(known, LIST, next_day) == Timed(1, 1)


def test_the_log_cannot_fill_more_cells_than_the_list_shows() -> None:
    assert count_log({(20260902, "topic"): [20260902, 20260902, 20260904]}, LIST, next_day) == Timed(1, 1)


def test_a_day_that_the_list_lacks_counts_by_the_log_alone() -> None:
    assert count_log({(20260907, "topic"): [20260907, 20260908]}, LIST, next_day) == Timed(2, 1)


@given(
    st.dictionaries(
        st.tuples(st.sampled_from([20260901, 20260902, 20260907]), st.sampled_from(["topic", "homework", "mark"])),
        st.lists(st.integers(20260901, 20260915), max_size=4),
        max_size=6,
    )
)
def test_in_time_are_never_more_than_entered(log: dict[tuple[int, str], list[int]]) -> None:
    entered, in_time = count_log(log, LIST, next_day)
    assert 0 <= in_time <= entered <= sum(map(len, log.values()))
