"""Load xlwings' stock Windows engine where there is no Windows: stand-ins for pywin32 while it is imported.

No stand-in stays behind; the engine is then one more of xlwings' engines, and not the active one.
"""

import atexit
import ctypes
import datetime as dt
import functools
import importlib
import sys
import types
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import MagicMock, patch

import xlwings

ENGINE = "xlwings._xlwindows"
WINDOW = 4242
NO_SUCH_MEMBER = -2147352570  # DISP_E_UNKNOWNNAME
FAILED = -2147352567  # DISP_E_EXCEPTION: what Excel answers to a wrong argument


class ComError(Exception):
    """What pywin32 raises when a call fails: result, text, details of the program, number of the argument."""

    @property
    def hresult(self) -> int:
        """Return the result's code."""
        return int(self.args[0])

    @property
    def excepinfo(self) -> tuple[Any, ...] | None:
        """Return what the program says: code, source, text, help file, help number, its own code."""
        details: tuple[Any, ...] | None = self.args[2]
        return details


def com_error(code: int, text: str) -> ComError:
    """Make a failure of a call."""
    return ComError(code, text, (0, "Excel", text, None, 0, code), None)


class ComTime(dt.datetime):
    """A date as pywin32 hands it out: always with a time zone."""


class CDispatch:
    """An object whose members are found by name at each call."""


@functools.cache
def windows_engine() -> Any:
    """Return xlwings' module for Excel on Windows, unchanged, over the stand-ins."""
    with _stand_ins():
        engine = importlib.import_module(ENGINE)
        del xlwings._xlwindows  # type: ignore[attr-defined]  # else xlwings would take this for Windows
    atexit.unregister(engine.cleanup)
    xlwings.engines.add(xlwings.main.Engine(impl=engine.engine))  # as on Windows
    return engine


@contextmanager
def _stand_ins() -> Iterator[None]:
    with ExitStack() as stack:
        stack.enter_context(patch.dict(sys.modules, _modules()))
        for name, library in (("windll", _windows()), ("oledll", MagicMock()), ("PyDLL", MagicMock())):
            stack.enter_context(patch.object(ctypes, name, library, create=True))
        yield


def _windows() -> types.SimpleNamespace:
    """Return the desktop: its one window is Excel's."""
    user32 = {
        "GetTopWindow": lambda _: WINDOW,
        "GetWindow": lambda *_: 0,
        "GetForegroundWindow": lambda: WINDOW,
        "SetForegroundWindow": lambda _: None,
    }
    return types.SimpleNamespace(user32=types.SimpleNamespace(**user32))


def _modules() -> dict[str, types.ModuleType]:
    utc = types.SimpleNamespace(utc=lambda: dt.UTC)
    client = _module("win32com.client", CDispatch=CDispatch, Dispatch=None, DispatchEx=None)
    client.__dict__.update({"DispatchBaseClass": CDispatch, "CoClassBaseClass": CDispatch})
    process = {"GetWindowThreadProcessId": lambda window: (1, window)}
    return {
        "pywintypes": _module("pywintypes", com_error=ComError, error=OSError, TimeType=ComTime, IID=str),
        "pythoncom": _module("pythoncom", CoInitialize=lambda: None, ole_error=ComError, __file__=""),
        "win32api": _module("win32api", MessageBox=lambda *_: 1),
        "win32con": _module("win32con", MB_OK=0),
        "win32gui": _module("win32gui", FindWindowEx=lambda *_: 1),
        "win32process": _module("win32process", **process),
        "win32timezone": _module("win32timezone", TimeZoneInfo=utc),
        "win32com": _module("win32com", client=client),
        "win32com.client": client,
    }


def _module(name: str, **members: object) -> types.ModuleType:
    module = types.ModuleType(name)
    module.__dict__.update(members)
    return module
