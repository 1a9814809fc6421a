import sys
from typing import Any

import pytest

from wg_excel.escape_key import DOWN, ESCAPE, SINCE, EscapeKey

EXCEL, OTHER = 4711, 815


class Keys:
    """The part of user32 that the module asks, and a clock."""

    def __init__(self) -> None:
        self.state = 0
        self.front = EXCEL
        self.time = 100.0

    def GetAsyncKeyState(self, key: int) -> int:  # noqa: N802 - a name of the Windows API
        assert key == ESCAPE
        state, self.state = self.state, self.state & ~SINCE
        return state

    def GetForegroundWindow(self) -> int | None:  # noqa: N802
        return 1 if self.front else None

    def GetWindowThreadProcessId(self, window: int | None, process: Any) -> int:  # noqa: N802
        if window:
            process._obj.value = self.front
        return 1 if window else 0


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def escape(keys: Keys) -> EscapeKey:
    keys.state = SINCE  # a press of before
    return EscapeKey(EXCEL, keys, lambda: keys.time)


def test_a_press_is_told_once_and_one_of_before_is_not(keys: Keys, escape: EscapeKey) -> None:
    assert not escape.pressed()
    keys.state = SINCE
    assert escape.pressed()
    assert not escape.pressed()


def test_a_key_that_is_held_down_counts(keys: Keys, escape: EscapeKey) -> None:
    keys.state = -0x8000
    assert escape.pressed()


def test_a_key_held_from_before_counts_only_when_it_is_pressed_anew(keys: Keys) -> None:
    keys.state = DOWN
    escape = EscapeKey(EXCEL, keys, lambda: keys.time)
    assert not escape.pressed()
    keys.state = 0
    assert not escape.pressed()
    keys.state = DOWN
    assert escape.pressed()


@pytest.mark.parametrize("state", [SINCE, DOWN, DOWN | SINCE])
@pytest.mark.parametrize("front", [OTHER, 0])
def test_a_press_in_another_program_does_not_count(state: int, front: int, keys: Keys, escape: EscapeKey) -> None:
    keys.state, keys.front = state, front
    assert not escape.pressed()


def test_a_press_in_another_program_does_not_count_after_the_return_either(keys: Keys, escape: EscapeKey) -> None:
    keys.front = OTHER
    assert not escape.pressed()
    keys.state, keys.front = SINCE, EXCEL
    assert not escape.pressed()
    keys.state = SINCE
    assert escape.pressed()


def test_a_press_of_a_long_pause_does_not_count(keys: Keys, escape: EscapeKey) -> None:
    keys.time += 3  # nobody knows what was in front meanwhile
    keys.state = SINCE
    assert not escape.pressed()
    keys.time += 0.1
    keys.state = SINCE
    assert escape.pressed()


@pytest.mark.skipif(sys.platform == "win32", reason="there the key is asked for")
def test_without_windows_nobody_presses() -> None:
    key = EscapeKey(EXCEL)
    assert not key.works
    assert not key.pressed()
