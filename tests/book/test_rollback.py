from collections.abc import Callable

import pytest

from wg_excel.book.rollback import Change, all_or_nothing, is_on, on_failure, on_success


class BrokenError(Exception):
    """A fault of the program."""


def break_down() -> None:
    raise BrokenError


def failed(*steps: Callable[[], object]) -> Change:
    """Return a change that failed after the steps had been made known."""
    found: list[Change] = []
    with pytest.raises(BrokenError):
        fail(found, steps)
    return found[0]


def fail(found: list[Change], steps: tuple[Callable[[], object], ...]) -> None:
    with all_or_nothing() as change:
        found.append(change)
        for step in steps:
            on_failure(step)
        raise BrokenError


def test_a_failed_change_is_undone_from_its_last_step_on() -> None:
    done: list[str] = []
    assert failed(lambda: done.append("first"), lambda: done.append("second")).undone
    assert done == ["second", "first"]


def test_a_step_that_cannot_be_undone_does_not_keep_the_others() -> None:
    done: list[str] = []
    assert not failed(lambda: done.append("first"), break_down).undone
    assert done == ["first"]


def test_a_change_that_succeeds_is_finished_at_its_end() -> None:
    done: list[str] = []
    with all_or_nothing():
        on_failure(lambda: done.append("never"))
        on_success(lambda: done.append("finished"))
        assert done == []
    assert done == ["finished"]


def test_a_change_that_cannot_be_finished_is_undone() -> None:
    done: list[str] = []
    change = all_or_nothing()
    change.__enter__()
    on_failure(lambda: done.append("undone"))
    on_success(break_down)
    with pytest.raises(BrokenError):
        change.__exit__(None, None, None)
    assert done == ["undone"]


def test_undoing_is_not_undone_itself() -> None:
    seen: list[bool] = []
    failed(lambda: seen.append(is_on()))
    assert seen == [False]


def test_outside_a_change_nothing_waits() -> None:
    done: list[str] = []
    on_failure(lambda: done.append("never"))
    on_success(lambda: done.append("at once"))
    assert done == ["at once"]
    assert not is_on()
