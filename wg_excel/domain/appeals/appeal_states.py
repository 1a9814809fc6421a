"""When an appeal changed its state («Ход обращений»): what the clock of the terms reads (A IV.2.1, IV.3.1).

The lines stay when an appeal is deleted, so that its number is never given again.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from wg_excel.domain import lists
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.schema import Kind, Record, column, table
from wg_excel.domain.working_hours import end_of

FIRST = "Новое"


@table(
    "Ход обращений",
    "tblAppealStates",
    clause="B 6.4",
    hint="Строки добавляют кнопки «Новое обращение» и «Проверить». Если статус сменился раньше, исправьте дату: "
    "срок пересчитается. Строк не удаляйте.",
)
class AppealState(Record):
    """One change of an appeal's state; the day is the one on which a button saw it, until somebody corrects it."""

    # No reference: the line outlives its appeal.
    appeal: str = column("Обращение", required=True, width=14)
    date: dt.date | None = column("Дата", Kind.DATE, required=True, width=12)
    status: str = column("Статус", required=True, choices=lists.APPEAL_STATES, width=24)
    time: dt.time | None = column("Время", Kind.TIME, width=9, hint="Нужно, если срок — в часах; пусто — конец дня")

    @property
    def moment(self) -> dt.datetime | None:
        """Return when the state changed; without a time at the end of its day."""
        return moment_of(self.date, self.time) if self.date else None


def by_appeal(states: Iterable[AppealState]) -> dict[str, tuple[AppealState, ...]]:
    """Return the readable lines of each appeal by its number, the earliest first."""
    known: dict[str, list[AppealState]] = {}
    for state in states:
        if state.date and state.status:
            known.setdefault(state.appeal, []).append(state)
    return {number: tuple(sorted(lines, key=_day)) for number, lines in known.items()}


def changes(
    appeals: Iterable[Appeal], known: Mapping[str, tuple[AppealState, ...]], day: dt.date, time: dt.time | None = None
) -> Iterator[AppealState]:
    """Yield the lines to add: an appeal's state is another than its last line tells.

    A new appeal gets its line too: that keeps its number. Another state seen first counts from `day`, at `time` where
    the school counts hours; a closed one from the date and time of its solution.
    """
    for appeal in appeals:
        lines = known.get(appeal.number, ())
        last = lines[-1].status if lines else ""
        if not appeal.number or appeal.status in {"", last} or "status" in appeal.faults:
            continue
        if appeal.status == FIRST and not lines:
            yield AppealState(appeal.number, appeal.date or day, FIRST, appeal.time)
        else:
            is_dated = appeal.solved is not None and not appeal.is_open
            seen, at = (appeal.solved or day, appeal.solved_time) if is_dated else (day, time)
            earliest = lines[-1].date if lines else appeal.date
            late = max(seen, earliest or seen)
            yield AppealState(appeal.number, late, appeal.status, at if late == seen else None)


def moment_of(day: dt.date, time: dt.time | None) -> dt.datetime:
    """Return the moment of a time, without one the end of the day."""
    return dt.datetime.combine(day, time) if time else end_of(day)


def _day(state: AppealState) -> dt.date:
    return state.date or dt.date.min
