"""The one clock of the appeals: by which day, how late, how often reopened (A IV.2.1, IV.3.1).

Everything is computed on reading from the dates of the row, the history of its states and the school's calendar: a
corrected date or day off corrects the past. Days are whole working days; the day of an event belongs to what the
event ends. So the day of receipt is not counted, nor is the day on which the applicant answers, while the day on
which the answer was asked for is.

The clock stands while the appeal waits for the applicant, is with the support, or is closed and reopened later. A
date agreed in «Срок» stands as written; it moves only when it falls into a pause, by what was left of it then.

Where a priority has its term in hours, the clock runs through the working time of the working days: from the time of
receipt, without one from the morning of that day, to the time of the solution, without one to the evening. A change of
the state without a time happened in the evening too. Late is who has let working time pass: an answer before the next
morning's beginning is not.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TypeVar

from wg_excel.domain.appeals.appeal_states import FIRST, AppealState, by_appeal, moment_of
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.terms import HOUR, hours
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import counted, short_date
from wg_excel.domain.working_hours import WorkingHours

SOLVED = "Решено"
CLOSED = frozenset({SOLVED, "Отклонено"})
WAITING = frozenset({"Ждёт заявителя", "Передано в поддержку"})
STANDING = CLOSED | WAITING


M = TypeVar("M", dt.date, dt.datetime)
# When the clock stands: days after the first, up to and with the last, or the time between two moments; None while it
# still stands.
Pause = tuple[M, M | None]


@dataclass(frozen=True)
class Reading:
    """What the clock shows for one appeal.

    `due` is None while the clock stands with time left; `end` is the day of the closing. An appeal `is_late` when
    its term ended before its closing, or before today; `late` counts the working days since: none on a week-end.
    Of a term in hours `due_time` is its time of day and `late_hours` the working hours since, a begun one counted.
    """

    due: dt.date | None
    end: dt.date | None
    is_late: bool
    late: int
    reopened: int
    due_time: dt.time | None = None
    late_hours: int = 0

    @property
    def when(self) -> str:
        """Return the end of the term in words; a dash where there is none."""
        return f"{short_date(self.due)}{f', {self.due_time:%H:%M}' if self.due_time else ''}"

    @property
    def lateness(self) -> str:
        """Return by how much the term was exceeded, empty where by no whole day."""
        if self.late_hours:
            return hours(self.late_hours)
        return counted(self.late, "рабочий день", "рабочих дня", "рабочих дней") if self.late else ""

    def __str__(self) -> str:
        again = f"; открыто повторно: {counted(self.reopened, 'раз', 'раза', 'раз')}" if self.reopened else ""
        return f"{self._state()}{again}"

    def _state(self) -> str:
        by = f" на {self.lateness}" if self.lateness else ""
        if self.end:
            return f"закрыто с опозданием{by}" if self.is_late else "закрыто в срок"
        if self.is_late:
            return f"просрочено{by}"
        return f"срок — {self.when}" if self.due else "срок приостановлен"


class Clock:
    """The clock of a group's appeals on a day; calendars and terms that appeals share are computed once.

    The day is judged as it ends, or as it stands at the moment `now`.
    """

    def __init__(self, group: Group, today: dt.date, now: dt.datetime | None = None) -> None:
        self._settings = group.settings
        self._today = today
        self._now = now or group.moment(today)
        self._states = by_appeal(group[AppealState])
        self._after = cache(group.calendar.after)
        self._between = cache(group.calendar.between)
        self._hours = WorkingHours(cache(group.calendar.is_working), *group.settings.work_hours)

    def read(self, appeal: Appeal) -> Reading | None:
        """Return what the clock shows; None where no term is known or the school does not judge so old an appeal."""
        term = self._settings.term_for(appeal.priority)
        if not self._is_judged(appeal):
            return None
        changes = tuple(self._changes(appeal))
        end = _end(appeal, changes)
        if not (end or appeal.is_open):
            return None
        if term.in_hours and appeal.date and not appeal.due:
            return self._in_hours(appeal, changes, appeal.date, end, term.minutes)
        return self._in_days(appeal, changes, end, term.days)

    def _is_judged(self, appeal: Appeal) -> bool:
        first = self._settings.appeals_from
        is_old = bool(first and appeal.date and appeal.date < first)
        return bool(appeal.status and (appeal.due or appeal.date)) and "due" not in appeal.faults and not is_old

    def _in_days(
        self, appeal: Appeal, changes: tuple[AppealState, ...], end: dt.date | None, days: int
    ) -> Reading | None:
        due = appeal.due or (self._after(appeal.date, days) if appeal.date else None)
        if due is None:
            return None
        dated = [(change.date, change.status) for change in changes if change.date]
        pauses = tuple(_pauses(_while_open(dated, appeal), appeal.date))
        moved = _moved(due, pauses, end, self._after, self._between, agreed=bool(appeal.due))
        last = end or self._today
        is_late = moved is not None and last > moved
        late = _late(moved, last, pauses, self._between) if moved and is_late else 0
        return Reading(moved, end, is_late, late, _reopened(changes))

    def _in_hours(
        self, appeal: Appeal, changes: tuple[AppealState, ...], day: dt.date, end: dt.date | None, minutes: int
    ) -> Reading:
        received = dt.datetime.combine(day, appeal.time or dt.time())
        after, between = self._hours.after, self._hours.between
        dated = [(self._moment(change), change.status) for change in changes if change.date]
        pauses = tuple(_pauses(_while_open(dated, appeal), received))
        closed = moment_of(end, appeal.solved_time if appeal.solved else changes[-1].time) if end else None
        due = _moved(after(received, minutes), pauses, closed, after, between, agreed=False)
        last = closed or self._now
        late = _late(due, last, pauses, between) if due and last > due else 0
        days = self._between(due.date(), last.date()) if due and late else 0
        shown = (due.date(), due.time()) if due else (None, None)
        return Reading(shown[0], end, late > 0, days, _reopened(changes), shown[1], -(-late // HOUR))

    def _changes(self, appeal: Appeal) -> Iterator[AppealState]:
        """Yield the changes of the state up to the present one; what nobody has recorded yet happened today."""
        lines = self._states.get(appeal.number, ())
        yield from lines
        last = lines[-1].status if lines else FIRST
        if appeal.status != last:
            is_closed = not appeal.is_open
            day, time = (appeal.solved, appeal.solved_time) if is_closed else (self._today, None)
            yield AppealState(appeal.number, day, appeal.status, time)

    def _moment(self, change: AppealState) -> dt.datetime:
        """Return when a state changed: what happened today cannot be later than now."""
        assert change.moment
        return min(change.moment, self._now) if change.date == self._today else change.moment


def _moved(
    due: M,
    pauses: tuple[Pause[M], ...],
    end: M | None,
    after: Callable[[M, int], M],
    between: Callable[[M, M], int],
    *,
    agreed: bool,
) -> M | None:
    """Return the end of a term that the pauses put off; None while one lasts that began before it."""
    for first, until in pauses:
        if first > due or (end and first >= end):
            break
        last = until or end
        if last is None:
            return None
        if not agreed or last >= due:
            due = after(last, between(first, due))
    return due


def _late(due: M, end: M, pauses: tuple[Pause[M], ...], between: Callable[[M, M], int]) -> int:
    stood = (between(max(first, due), min(last or end, end)) for first, last in pauses)
    return between(due, end) - sum(stood)


def _pauses(dated: list[tuple[M, str]], received: M | None) -> Iterator[Pause[M]]:
    """Yield the pauses in their order; one that began before the appeal counts from its beginning."""
    first: M | None = None
    for moment, status in dated:
        if status in STANDING:
            first = first or max(moment, received or moment)
        elif first:
            yield first, max(first, moment)
            first = None
    if first:
        yield first, None


def _while_open(dated: list[tuple[M, str]], appeal: Appeal) -> list[tuple[M, str]]:
    """Return the changes but for the last closing: that is the end and no pause."""
    kept = list(dated)
    while kept and not appeal.is_open and kept[-1][1] in CLOSED:
        kept.pop()
    return kept


def _reopened(changes: tuple[AppealState, ...]) -> int:
    return sum(one.status in CLOSED and other.status not in CLOSED for one, other in pairwise(changes))


def _end(appeal: Appeal, changes: tuple[AppealState, ...]) -> dt.date | None:
    """Return the day on which the appeal was closed: the date of its solution, else that of its closing state."""
    if appeal.is_open:
        return None
    return appeal.solved or (changes[-1].date if changes else None)
