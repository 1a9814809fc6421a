"""The key Esc while Python works for Excel, which cannot tell it to another process: Windows is asked (user32)."""

import sys
from typing import Any

ESCAPE = 0x1B  # VK_ESCAPE
DOWN, SINCE = 0x8000, 0x1  # GetAsyncKeyState: down now, or pressed since it was asked before


class EscapeKey:
    """Tells whether Esc was pressed in a program, by its process; a press in any other program does not count."""

    def __init__(self, process: int, user32: Any = None) -> None:  # noqa: ANN401 - functions of the Windows API
        self._process = process
        self._user32 = user32 or _user32()
        self.pressed()  # forget a press of before

    @property
    def works(self) -> bool:
        """Whether the key can be asked for at all."""
        return self._user32 is not None

    def pressed(self) -> bool:
        """Tell whether Esc was pressed since last asked; always no where there is no Windows."""
        if self._user32 is None:
            return False
        return bool(self._user32.GetAsyncKeyState(ESCAPE) & (DOWN | SINCE)) and self._is_in_front()

    def _is_in_front(self) -> bool:
        import ctypes

        process = ctypes.c_ulong()
        self._user32.GetWindowThreadProcessId(self._user32.GetForegroundWindow(), ctypes.byref(process))
        return process.value == self._process


def _user32() -> Any:  # noqa: ANN401 - as above
    if sys.platform != "win32":
        return None
    import ctypes

    return ctypes.WinDLL("user32")
