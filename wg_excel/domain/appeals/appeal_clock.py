"""The one clock of the appeals: by which day, how late, how often reopened (A IV.2.1, IV.3.1).

Everything is computed on reading from the dates of the row, the history of its states and the school's calendar: a
corrected date or day off corrects the past. Days are whole working days; the day of an event belongs to what the
event ends. So the day of receipt is not counted, nor is the day on which the applicant answers, while the day on
which the answer was asked for is.

The clock stands while the appeal waits for the applicant, is with the support, or is closed and reopened later. A
date agreed in «Срок» stands as written; it moves only when it falls into a pause, by what was left of it then.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from wg_excel.domain.appeals.appeal_states import FIRST, AppealState, by_appeal
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import counted, short_date

SOLVED = "Решено"
CLOSED = frozenset({SOLVED, "Отклонено"})
WAITING = frozenset({"Ждёт заявителя", "Передано в поддержку"})
STANDING = CLOSED | WAITING


class Pause(NamedTuple):
    """Days on which the clock stands: after `first`, up to and with `last`; no last day while it still stands."""

    first: dt.date
    last: dt.date | None


@dataclass(frozen=True)
class Reading:
    """What the clock shows for one appeal.

    `due` is None while the clock stands with time left; `end` is the day of the closing. An appeal `is_late` when
    its term ended before its closing, or before today; `late` counts the working days since: none on a week-end.
    """

    due: dt.date | None
    end: dt.date | None
    is_late: bool
    late: int
    reopened: int

    def __str__(self) -> str:
        again = f"; открыто повторно: {counted(self.reopened, 'раз', 'раза', 'раз')}" if self.reopened else ""
        return f"{self._state()}{again}"

    def _state(self) -> str:
        days = f" на {counted(self.late, 'рабочий день', 'рабочих дня', 'рабочих дней')}" if self.late else ""
        if self.end:
            return f"закрыто с опозданием{days}" if self.is_late else "закрыто в срок"
        if self.is_late:
            return f"просрочено{days}"
        return f"срок — {short_date(self.due)}" if self.due else "срок приостановлен"


class Clock:
    """The clock of a group's appeals on a day; calendars and terms that appeals share are computed once."""

    def __init__(self, group: Group, today: dt.date) -> None:
        self._settings = group.settings
        self._today = today
        self._states = by_appeal(group[AppealState])
        self._after = cache(group.calendar.after)
        self._between = cache(group.calendar.between)

    def read(self, appeal: Appeal) -> Reading | None:
        """Return what the clock shows; None where no term is known or the school does not judge so old an appeal."""
        due = self._term(appeal)
        changes = tuple(self._changes(appeal))
        end = _end(appeal, changes)
        if due is None or not (end or appeal.is_open):
            return None
        pauses = tuple(_pauses(changes, appeal))
        moved = self._moved(due, pauses, end, agreed=bool(appeal.due))
        last = end or self._today
        is_late = moved is not None and last > moved
        late = self._late(moved, last, pauses) if moved and is_late else 0
        return Reading(moved, end, is_late, late, _reopened(changes))

    def _term(self, appeal: Appeal) -> dt.date | None:
        """Return the date agreed, else the one by the priority."""
        first = self._settings.appeals_from
        if not appeal.status or "due" in appeal.faults or (first and appeal.date and appeal.date < first):
            return None
        if appeal.due or not appeal.date:
            return appeal.due
        return self._after(appeal.date, self._settings.days_for(appeal.priority))

    def _changes(self, appeal: Appeal) -> Iterator[AppealState]:
        """Yield the changes of the state up to the present one; what nobody has recorded yet happened today."""
        lines = self._states.get(appeal.number, ())
        yield from lines
        last = lines[-1].status if lines else FIRST
        if appeal.status != last:
            yield AppealState(appeal.number, appeal.solved if not appeal.is_open else self._today, appeal.status)

    def _moved(self, due: dt.date, pauses: tuple[Pause, ...], end: dt.date | None, *, agreed: bool) -> dt.date | None:
        for pause in pauses:
            if pause.first > due or (end and pause.first >= end):
                break
            last = pause.last or end
            if last is None:
                return None
            if not agreed or last >= due:
                due = self._after(last, self._between(pause.first, due))
        return due

    def _late(self, due: dt.date, end: dt.date, pauses: tuple[Pause, ...]) -> int:
        stood = (self._between(max(first, due), min(last or end, end)) for first, last in pauses)
        return self._between(due, end) - sum(stood)


def _pauses(changes: tuple[AppealState, ...], appeal: Appeal) -> Iterator[Pause]:
    """Yield the pauses in their order; one that began before the appeal counts from its day."""
    first: dt.date | None = None
    for day, status in _dated(changes, appeal):
        if status in STANDING:
            first = first or max(day, appeal.date or day)
        elif first:
            yield Pause(first, max(first, day))
            first = None
    if first:
        yield Pause(first, None)


def _dated(changes: tuple[AppealState, ...], appeal: Appeal) -> list[tuple[dt.date, str]]:
    """Return the changes with their days, but for the last closing: that is the end and no pause."""
    dated = [(change.date, change.status) for change in changes if change.date]
    while dated and not appeal.is_open and dated[-1][1] in CLOSED:
        dated.pop()
    return dated


def _reopened(changes: tuple[AppealState, ...]) -> int:
    return sum(one.status in CLOSED and other.status not in CLOSED for one, other in pairwise(changes))


def _end(appeal: Appeal, changes: tuple[AppealState, ...]) -> dt.date | None:
    """Return the day on which the appeal was closed: the date of its solution, else that of its closing state."""
    if appeal.is_open:
        return None
    return appeal.solved or (changes[-1].date if changes else None)
