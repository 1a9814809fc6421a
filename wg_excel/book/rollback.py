"""Put back what a button changed when it fails half-way, in a book that its program keeps open (3-architecture 3.2).

Headless a failed change is simply not saved, and nothing here is in force.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

Step = Callable[[], object]


@dataclass
class Change:
    """What to do when the change fails, the last step first, and what only when it is complete."""

    undo: list[Step] = field(default_factory=list)
    finish: list[Step] = field(default_factory=list)
    undone: bool = True

    def roll_back(self) -> None:
        """Undo all steps; one that fails does not keep the others from being undone."""
        for step in reversed(self.undo):
            try:
                step()
            except Exception:  # noqa: BLE001 - whatever failed first may fail here too
                self.undone = False


_CURRENT: ContextVar[Change | None] = ContextVar("change", default=None)


@contextmanager
def all_or_nothing() -> Iterator[Change]:
    """Undo everything done in the block when it fails; `undone` of the change tells whether that went well."""
    change = Change()
    token = _CURRENT.set(change)
    try:
        yield change
        for step in change.finish:
            step()
    except BaseException:
        _CURRENT.set(None)  # undoing is not undone
        change.roll_back()
        raise
    finally:
        _CURRENT.reset(token)


def is_on() -> bool:
    """Tell whether changes are to be undone on failure."""
    return _CURRENT.get() is not None


def on_failure(step: Step) -> None:
    """Take a step into account that undoes what is done next."""
    if change := _CURRENT.get():
        change.undo.append(step)


def on_success(step: Step) -> None:
    """Do what cannot be undone when the whole change has succeeded; at once where nothing would be undone."""
    if change := _CURRENT.get():
        change.finish.append(step)
    else:
        step()
