import sys
from typing import Any

import pytest

from wg_excel.escape_key import DOWN, ESCAPE, SINCE, EscapeKey

EXCEL, OTHER = 4711, 815


class Keys:
    """The part of user32 that the module asks."""

    def __init__(self) -> None:
        self.state = 0
        self.front = EXCEL

    def GetAsyncKeyState(self, key: int) -> int:  # noqa: N802 - a name of the Windows API
        assert key == ESCAPE
        state, self.state = self.state, self.state & ~SINCE
        return state

    def GetForegroundWindow(self) -> int:  # noqa: N802
        return 1

    def GetWindowThreadProcessId(self, _window: int, process: Any) -> int:  # noqa: N802
        process._obj.value = self.front
        return 1


@pytest.fixture
def keys() -> Keys:
    return Keys()


def test_a_press_is_told_once_and_one_of_before_is_not(keys: Keys) -> None:
    keys.state = SINCE
    escape = EscapeKey(EXCEL, keys)
    assert not escape.pressed()
    keys.state = SINCE
    assert escape.pressed()
    assert not escape.pressed()


def test_a_key_that_is_held_down_counts(keys: Keys) -> None:
    escape = EscapeKey(EXCEL, keys)
    keys.state = -0x8000 & 0xFFFF | DOWN
    assert escape.pressed()


def test_a_press_in_another_program_does_not_count(keys: Keys) -> None:
    escape = EscapeKey(EXCEL, keys)
    keys.state, keys.front = SINCE, OTHER
    assert not escape.pressed()


@pytest.mark.skipif(sys.platform == "win32", reason="there the key is asked for")
def test_without_windows_nobody_presses() -> None:
    assert not EscapeKey(EXCEL).pressed()
