"""What a held meeting leaves in the workbook: attendance, assignments, decided appeals and documents."""

import datetime as dt
from collections.abc import Iterable

import xlwings as xw

from wg_excel.book.rows import cell_of, cells_of
from wg_excel.book.selection import selected_meeting
from wg_excel.book.tables import append_rows, write_cells
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.attendance_filling import NoMeetingYet, missing_lines
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.meetings.outcome import NotHeldYet, Outcome, outcome
from wg_excel.domain.meetings.protocol_gaps import NoSuchMeeting
from wg_excel.domain.schema import Record
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.documents import Document


def fill(book: xw.Book, group: Group, number: str, today: dt.date) -> tuple[Attendance, ...]:
    """Fill the attendance of the meeting given or selected, else of the latest.

    Raises NoSuchMeeting, NoMeetingYet, MeetingUnnamed, MeetingAhead or NobodyInGroup.
    """
    past = [each for each in group[Meeting] if each.is_held or (each.date or dt.date.max) <= today]
    past = [each for each in past if each.status != "Отменено"]
    latest = max(past, key=lambda each: each.date or today, default=None)
    meetings = _chosen(book, group, number) or ([latest] if latest else [])
    if not meetings:
        raise NoMeetingYet
    lines = missing_lines(group, meetings, today)
    append_rows(book, Attendance, list(map(cells_of, lines)))
    return lines


def carry(book: xw.Book, group: Group, number: str) -> Outcome:
    """Carry the decisions of the meeting given or selected, else of every held one.

    Raises NoSuchMeeting or NotHeldYet.
    """
    chosen = _chosen(book, group, number)
    if chosen and not chosen[0].is_held:
        raise NotHeldYet(chosen[0])
    done = outcome(group, chosen or group.index.held)
    append_rows(book, Assignment, list(map(cells_of, done.assignments)))
    _change(book, AgendaItem, done.items, ("assignment", "carried"))
    _change(book, Appeal, done.appeals, ("status", "executor", "due", "measures", "solved", "meeting"))
    _change(book, Document, done.documents, ("due", "proposal"))
    return done


def _chosen(book: xw.Book, group: Group, number: str) -> list[Meeting]:
    wanted = number or selected_meeting(book, group)
    meeting = group.index.meeting(wanted)
    if number and meeting is None:
        raise NoSuchMeeting(number)
    return [meeting] if meeting else []


def _change(book: xw.Book, record: type[Record], rows: Iterable[Record], names: tuple[str, ...]) -> None:
    values = {(row.row, name): cell_of(getattr(row, name)) for row in rows for name in names}
    if values:
        write_cells(book, record, values)
