"""«Напоминания»: the open assignments of every executor with their terms, the most urgent first (B 3.2)."""

import datetime as dt
from typing import TYPE_CHECKING

from wg_excel.domain.language.wording import counted
from wg_excel.domain.schema import Kind, Record, column, table
from wg_excel.domain.work.assignments import Assignment

if TYPE_CHECKING:
    from wg_excel.domain.group import Group  # which lists all tables, this one too


@table(
    "Напоминания",
    "tblReminders",
    clause="B 3.2",
    hint="Кому, что и к какому сроку сделать. Кнопка «Напоминания» обновляет лист и файлы .ics для календарей.",
    generated=True,
)
class Reminder(Record):
    """One open assignment of one executor."""

    executor: str = column("Исполнитель", width=32)
    number: str = column("№", width=8)
    task: str = column("Поручение", Kind.LONG_TEXT, width=60)
    due: dt.date | None = column("Срок", Kind.DATE, width=12)
    left: str = column("Осталось", width=26)
    status: str = column("Статус", width=14)
    meeting: str = column("Заседание", width=12)
    email: str = column("Эл. почта", width=26)


def reminders(group: "Group", day: dt.date) -> tuple[Reminder, ...]:
    """Return the open assignments by executor, then by term; what has no term comes last."""
    lines = [_reminder(group, task, day) for task in group[Assignment] if task.is_open]
    return tuple(sorted(lines, key=lambda line: (line.executor, line.due or dt.date.max)))


def _reminder(group: "Group", task: Assignment, day: dt.date) -> Reminder:
    fio = group.index.find("tblMembers", task.executor) or task.executor
    email = next((one.email for one in reversed(group.index.memberships(fio)) if one.email), "")
    left = _left(group, task.due, day)
    return Reminder(fio, task.number, task.task, task.due, left, task.status, task.meeting, email)


def _left(group: "Group", due: dt.date | None, day: dt.date) -> str:
    if due is None:
        return "срок не указан"
    if due == day:
        return "сегодня"
    days = counted(group.calendar.between(*sorted((due, day))), "рабочий день", "рабочих дня", "рабочих дней")
    return f"просрочено на {days}" if due < day else days
