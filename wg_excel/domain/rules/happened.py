"""Rules of dates, whatever the table: what has happened lies in the past, an end follows its start (DAT-…)."""

import datetime as dt
from collections.abc import Iterator, Mapping

from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.findings import Finding
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.meetings import Attendance, Meeting
from wg_excel.domain.members.access import Access
from wg_excel.domain.members.members import Member
from wg_excel.domain.monitoring.taken_remarks import TakenRemark
from wg_excel.domain.rules.cells import Cell, CellFinding
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.schema import Record
from wg_excel.domain.settings import DayOff, SchoolTerm
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.documents import Document
from wg_excel.domain.work.extractions import Extraction
from wg_excel.domain.work.plan import Activity
from wg_excel.domain.work.readiness import Readiness
from wg_excel.domain.work.requests import Request
from wg_excel.domain.work.training import Training

HAPPENED: Mapping[type[Record], tuple[str, ...]] = {
    Member: ("acquainted",),
    Appeal: ("date", "solved"),
    AppealState: ("date",),
    Meeting: ("protocol_date",),
    Attendance: ("letter",),
    Assignment: ("done",),
    Activity: ("done",),
    Document: ("date", "published"),
    Request: ("date", "answered"),
    Access: ("date", "signed"),
    Extraction: ("date", "done"),
    Readiness: ("date",),
    Training: ("date",),
    TakenRemark: ("date", "checked"),
}
IN_ORDER: Mapping[type[Record], tuple[tuple[str, str], ...]] = {
    Member: (("absent_since", "absent_until"),),
    Teacher: (("since", "until"),),
    Appeal: (("date", "due"),),
    Meeting: (("start", "end"),),
    Activity: (("start", "due"),),
    Document: (("date", "published"),),
    Request: (("date", "due"), ("date", "answered")),
    Access: (("date", "revoked"),),
    Extraction: (("date", "due"), ("date", "done")),
    SchoolTerm: (("first", "last"),),
    DayOff: (("first", "last"),),
}


class NotYetHappened(CellFinding):
    """Something recorded as done lies in the future."""

    def __init__(self, cell: Cell, day: dt.date) -> None:
        super().__init__(cell, f"день {short_date(day)} ещё не наступил. Исправьте дату.")


class EndsBeforeStart(CellFinding):
    """A date or time precedes the one that it follows."""

    def __init__(self, cell: Cell, end: dt.date | dt.time, start_title: str, start: dt.date | dt.time) -> None:
        super().__init__(cell, f"{_shown(end)} раньше, чем «{start_title}» ({_shown(start)}). Исправьте одну из дат.")


def _shown(value: dt.date | dt.time) -> str:
    return f"{value:%H:%M}" if isinstance(value, dt.time) else short_date(value)


_CELL = Cell(Request.table, Request.table.column("answered"), 8, "2")


@rule(
    "DAT-1",
    about="Сделанное не датировано будущим",
    raised="Дата обращения, решения, выполнения, публикации, ответа, выдачи доступа и подобная позже сегодняшнего дня.",
    cleared="Дата исправлена или наступила.",
    examples=(NotYetHappened(_CELL, dt.date(2027, 10, 5)),),
)
def what_happened_lies_in_the_past(group: Group, today: dt.date) -> Iterator[Finding]:
    """What is recorded as done is not dated in the future."""
    for record, columns in HAPPENED.items():
        for row in group[record]:
            for column in columns:
                day = getattr(row, column)
                if day and day > today and _is_done(row):
                    yield NotYetHappened(_cell(row, column), day)


def _is_done(row: Record) -> bool:
    """Tell whether a row tells of what was done: a training or a meeting may be planned."""
    return not isinstance(row, Training) or row.is_held


@rule(
    "DAT-2",
    about="Конец не раньше начала",
    raised="Срок, ответ, выполнение или окончание раньше даты, с которой они начинаются.",
    cleared="Одна из дат исправлена.",
    examples=(EndsBeforeStart(_CELL, dt.date(2026, 9, 28), "Дата", dt.date(2026, 10, 5)),),
)
def ends_follow_starts(group: Group, today: dt.date) -> Iterator[Finding]:
    """A term or an end does not precede its start."""
    for record, pairs in IN_ORDER.items():
        for row in group[record]:
            for first, last in pairs:
                start, end = getattr(row, first), getattr(row, last)
                if start and end and end < start:
                    yield EndsBeforeStart(_cell(row, last), end, row.table.column(first).title, start)


def _cell(row: Record, column: str) -> Cell:
    return Cell(row.table, row.table.column(column), row.row, str(getattr(row, row.table.key)) if row.table.key else "")
