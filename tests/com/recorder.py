"""The wire to Excel: each property got or set, each call and each step of a loop is one round trip, and is kept."""

import types
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.com.pywin32 import FAILED, NO_SUCH_MEMBER, CDispatch, ComError, com_error

BLOCK, COPIES = "Range.Value", {"Worksheet.Copy", "Range.Copy"}


class Com:
    """An object of Excel's model: what its public members do is what Excel does."""


class Calls:
    """The round trips so far, by member; blocks read and written are counted on their own, a copied sheet being one."""

    def __init__(self) -> None:
        self.members: Counter[str] = Counter()
        self.reads = 0
        self.writes = 0

    @property
    def total(self) -> int:
        """Return the number of round trips."""
        return self.members.total()

    def got(self, member: str) -> None:
        """Note a property that was got, or a call."""
        self.members[member] += 1
        self.reads += member == BLOCK
        self.writes += member in COPIES

    def put(self, member: str) -> None:
        """Note a property that was set."""
        self.members[f"{member} ="] += 1
        self.writes += member == BLOCK


class Remote(CDispatch):
    """An object on the other side of the wire."""

    def __init__(self, behind: Com, calls: Calls) -> None:
        self.__dict__.update(behind=behind, calls=calls, _oleobj_=_Names(behind))

    def __getattr__(self, name: str) -> Any:
        behind, calls = self.__dict__["behind"], self.__dict__["calls"]
        if not name[0].isupper() or not hasattr(type(behind), name):
            raise AttributeError(name)
        member = f"{type(behind).__name__}.{name}"
        if isinstance(getattr(type(behind), name), types.FunctionType):
            return types.MethodType(_Method(member), self)
        calls.got(member)
        return _sent(_answer(getattr, behind, name), calls)

    def __setattr__(self, name: str, value: Any) -> None:
        behind = self.__dict__["behind"]
        self.__dict__["calls"].put(f"{type(behind).__name__}.{name}")
        if not isinstance(getattr(type(behind), name, None), property):
            raise com_error(NO_SUCH_MEMBER, f"{type(behind).__name__}.{name}")
        _answer(setattr, behind, name, _received(value))

    def __call__(self, *args: Any, **named: Any) -> Any:
        """Ask for the default member."""
        return _Method(f"{type(self.__dict__['behind']).__name__}.__call__")(self, *args, **named)

    def __iter__(self) -> Iterator[Any]:
        behind, calls = self.__dict__["behind"], self.__dict__["calls"]
        member = f"{type(behind).__name__}.NewEnum"
        calls.got(member)
        for each in behind:
            calls.got(member)
            yield _sent(each, calls)


class _Method:
    def __init__(self, member: str) -> None:
        self.member = member

    def __call__(self, remote: Remote, *args: Any, **named: Any) -> Any:
        behind, calls = remote.__dict__["behind"], remote.__dict__["calls"]
        calls.got(self.member)
        method = getattr(behind, self.member.partition(".")[2])
        answer = _answer(method, *map(_received, args), **{name: _received(value) for name, value in named.items()})
        return _sent(answer, calls)


class _Names:
    """What xlwings asks when a member is not found."""

    def __init__(self, behind: Com) -> None:
        self.behind = behind

    def GetIDsOfNames(self, _: int, name: str) -> None:  # noqa: N802 - Windows' name
        raise com_error(NO_SUCH_MEMBER, f"{type(self.behind).__name__}.{name}")


def _answer(ask: Any, *args: Any, **named: Any) -> Any:
    """Ask the model; its own faults must not look like a member not found, which xlwings would ask for again."""
    try:
        return ask(*args, **named)
    except (KeyError, IndexError, ValueError) as problem:
        raise com_error(FAILED, repr(problem)) from problem
    except (AttributeError, TypeError) as problem:
        raise RuntimeError(f"the model of Excel cannot do this: {problem}") from problem


def _sent(value: Any, calls: Calls) -> Any:
    return Remote(value, calls) if isinstance(value, Com) else value


def _received(value: Any) -> Any:
    value = getattr(value, "_inner", value)  # xlwings wraps what it got
    return value.__dict__["behind"] if isinstance(value, Remote) else value


__all__ = ["Calls", "Com", "ComError", "Remote"]
