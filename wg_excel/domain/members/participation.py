"""How each member takes part: meetings attended (B 4.2), tasks between meetings and the plan (B 3.2), in a year."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.periods import Period
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.plan import Activity
from wg_excel.domain.work.work_figures import DONE, OPEN, OVERDUE, state_of

SHEET = "Участие"
ROWS = 40  # members that the sheet shows
HEADINGS = (
    "Член группы",
    "Присутствовал",
    "Отсутствовал",
    "Явка, %",
    "Причины отсутствия",
    "В срок",
    "Позже срока",
    "В работе",
    "Просрочено",
    "План: выполнено",
    "План: в работе",
    "План: просрочено",
)
LEGEND = "Явка — за заседания, когда человек состоял в группе; поручения — со сроком в этом году и все открытые."

Task = Assignment | Activity


class Line(NamedTuple):
    """One member's year: meetings, assignments in and past their term, open and overdue, and the same of the plan.

    `share` is the attendance in percent, rounded down; None where nothing is recorded.
    """

    fio: str
    present: int
    absent: int
    share: int | None
    reasons: str
    in_time: int
    late: int
    open: int
    overdue: int
    plan_done: int
    plan_open: int
    plan_overdue: int


def participation(group: Group, period: Period, day: dt.date) -> tuple[Line, ...]:
    """Return a line for everyone who belonged to the group in the period up to a day, in that sheet's order."""
    people = (fio for fio in group.index.keys("tblMembers") if group.index.was_member(fio, period.first, day))
    return tuple(_line(group, fio, period, day) for fio in people)


def _line(group: Group, fio: str, period: Period, day: dt.date) -> Line:
    marks = list(_marks(group, fio, Period(period.first, day)))
    present = sum(is_present for is_present, _ in marks)
    absent = len(marks) - present
    tasks = Counter(_states(_own(group, fio, group[Assignment], period), day))
    plan = Counter(state_of(each, day) for each in _own(group, fio, group[Activity], period))
    return Line(
        fio,
        present,
        absent,
        present * 100 // len(marks) if marks else None,
        "; ".join(reason for is_present, reason in marks if not is_present),
        tasks[DONE, True],
        tasks[DONE, False],
        tasks[OPEN, True],
        tasks[OVERDUE, True],
        plan[DONE],
        plan[OPEN],
        plan[OVERDUE],
    )


def _marks(group: Group, fio: str, days: Period) -> Iterator[tuple[bool, str]]:
    """Yield, for each held meeting that a member was bound to attend, whether he or she did, else why not."""
    for meeting in group.index.held:
        if meeting.date and meeting.date in days and fio in group.index.composition(meeting.date):
            for mark in group.index.attendance(meeting.number):
                if mark.presence and group.index.find("tblMembers", mark.member) == fio:
                    yield mark.is_present, _reason(meeting, mark.reason)
                    break


def _reason(meeting: Meeting, reason: str) -> str:
    return f"№ {meeting.number} ({short_date(meeting.date)}) — {reason or 'причина не указана'}"


def _own(group: Group, fio: str, tasks: Iterable[Task], period: Period) -> Iterator[Task]:
    """Yield a member's tasks with a term in the period, and those still open whatever their term."""
    for task in tasks:
        name = task.executor if isinstance(task, Assignment) else task.responsible
        if group.index.find("tblMembers", name) == fio and (task.is_open or (task.due and task.due in period)):
            yield task


def _states(tasks: Iterable[Task], day: dt.date) -> Iterator[tuple[str, bool]]:
    """Yield the state of each assignment, and of a done one whether it was done in time."""
    for task in tasks:
        state = state_of(task, day)
        in_time = state != DONE or not (task.done and task.due) or task.done <= task.due
        yield state, in_time
