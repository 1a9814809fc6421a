"""Which meeting, member or appeal the user means: the one in the selected row of a sheet about them."""

import xlwings as xw

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.members.members import Member
from wg_excel.domain.work.assignments import Assignment


def selected_meeting(book: xw.Book, group: Group) -> str:
    """Return the number of the meeting that the selected row names; empty where it names none."""
    row = book.selection.row if book.selection else 0
    sheet = book.sheets.active.name
    if sheet == Meeting.table.sheet:
        return next((meeting.number for meeting in group[Meeting] if meeting.row == row), "")
    named: dict[str, tuple[Attendance | AgendaItem | Assignment, ...]] = {
        Attendance.table.sheet: group[Attendance],
        AgendaItem.table.sheet: group[AgendaItem],
        Assignment.table.sheet: group[Assignment],
    }
    return next((line.meeting for line in named.get(sheet, ()) if line.row == row), "")


def selected_appeal_row(book: xw.Book) -> int:
    """Return the selected row of «Обращения»; 0 where another sheet is in front."""
    return book.selection.row if book.sheets.active.name == Appeal.table.sheet and book.selection else 0


def selected_member(book: xw.Book, group: Group) -> str:
    """Return the name in the selected row of «Члены группы»; empty where there is none."""
    if book.sheets.active.name != Member.table.sheet:
        return ""
    row = book.selection.row if book.selection else 0
    return next((member.fio for member in group[Member] if member.row == row), "")
