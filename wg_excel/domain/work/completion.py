"""What is done has its date, and only what is done: said of assignments and activities of the plan alike."""

import datetime as dt
from collections.abc import Set as AbstractSet
from typing import Protocol

DONE = "Выполнено"


class Work(Protocol):
    """An assignment or an activity of the plan."""

    @property
    def status(self) -> str:
        """The state, a word of its closed list."""

    @property
    def done(self) -> dt.date | None:
        """The day on which it was done."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""

    @property
    def faults(self) -> AbstractSet[str]:
        """The columns that cannot be read."""


def contradicts_itself(work: Work) -> bool:
    """Tell whether the state says one thing and the date of completion another; an unreadable date says nothing."""
    undated = work.status == DONE and not work.done and "done" not in work.faults
    return undated or (work.is_open and work.done is not None)


def contradiction(work: Work) -> tuple[str, str]:
    """Return the column to look at and what is wrong there."""
    if work.done:
        return "status", f"дата выполнения есть, а статус — «{work.status}». Выберите «{DONE}» или уберите дату."
    return "done", f"статус «{DONE}», но нет даты выполнения. Впишите её."
