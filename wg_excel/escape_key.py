"""The key Esc while Python works for Excel, which cannot tell it to another process: Windows is asked (user32).

The state of a key is one for the whole computer, so that a press counts only when it can have been meant: the program
was in front when the key was asked for before and is so now, shortly after, and the key was not held from before.
"""

import sys
import time
from collections.abc import Callable
from typing import Any

ESCAPE = 0x1B  # VK_ESCAPE
# GetAsyncKeyState: down now, or pressed since it was asked before. Another program may ask first and take the second
# sign away; whoever asks ten times a second sees the key down while a person presses it.
DOWN, SINCE = 0x8000, 0x1
SHORTLY = 0.5  # seconds; after a longer pause nobody knows where the key was pressed


class EscapeKey:
    """Tells whether Esc was pressed in a program, by its process; a press in any other program does not count."""

    def __init__(self, process: int, user32: Any = None, clock: Callable[[], float] = time.monotonic) -> None:  # noqa: ANN401 - functions of the Windows API
        self._process, self._clock = process, clock
        self._user32 = user32 or _user32()
        self._held = self.works and bool(self._state() & DOWN)  # a press of before is forgotten by this
        self._in_front_at = self._front_time()

    @property
    def works(self) -> bool:
        """Whether the key can be asked for at all."""
        return self._user32 is not None

    def pressed(self) -> bool:
        """Tell whether Esc was pressed since last asked; always no where there is no Windows."""
        if not self.works:
            return False
        state, before, self._in_front_at = self._state(), self._in_front_at, self._front_time()
        self._held = self._held and bool(state & DOWN)
        if self._held or self._in_front_at < 0:
            return False
        return bool(state & DOWN) or (bool(state & SINCE) and before >= max(0.0, self._in_front_at - SHORTLY))

    def _state(self) -> int:
        return int(self._user32.GetAsyncKeyState(ESCAPE))

    def _front_time(self) -> float:
        """Return the time now when the program is in front, else a time that never was."""
        if not self.works:
            return -1.0
        import ctypes

        process = ctypes.c_ulong()
        self._user32.GetWindowThreadProcessId(self._user32.GetForegroundWindow(), ctypes.byref(process))
        return self._clock() if process.value == self._process else -1.0


def _user32() -> Any:  # noqa: ANN401 - as above
    if sys.platform != "win32":
        return None
    import ctypes

    user32 = ctypes.WinDLL("user32")
    user32.GetForegroundWindow.restype = ctypes.c_void_p
    user32.GetWindowThreadProcessId.argtypes = (ctypes.c_void_p, ctypes.POINTER(ctypes.c_ulong))
    return user32
