"""Plan the next meeting in the workbook: its row, its agenda, the appeals that go there (B 6.1, 6.2)."""

import datetime as dt

import xlwings as xw

from wg_excel.book.facts import read_facts
from wg_excel.book.rows import cell_of, cells_of
from wg_excel.book.tables import append_rows, write_cells
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.agenda_proposals import Waiting, proposals
from wg_excel.domain.meetings.meeting_plan import MeetingPlan, plan
from wg_excel.domain.meetings.meetings import AgendaItem, Meeting
from wg_excel.domain.monitoring.monitoring import monitor
from wg_excel.domain.monitoring.remarks import remarks
from wg_excel.domain.periods import Period, school_year
from wg_excel.domain.rules.checking import check
from wg_excel.domain.staff.teachers import Teacher


def plan_next(book: xw.Book, group: Group, today: dt.date, wanted: dt.date | None) -> MeetingPlan:
    """Plan the next meeting and write what is new; raise StillPlanned or DayPassed and write nothing."""
    period = Period(school_year(today).first, today)
    seen = monitor(read_facts(book), group[Teacher], group.calendar, group.settings, period, today)
    waiting = Waiting(group, today, check(group, today), remarks(seen), period)
    made = plan(group, proposals(waiting), today, wanted)
    _write_meeting(book, made)
    append_rows(book, AgendaItem, list(map(cells_of, made.items)))
    if made.appeals:
        write_cells(book, Appeal, {(appeal.row, "meeting"): appeal.meeting for appeal in made.appeals})
    return made


def _write_meeting(book: xw.Book, made: MeetingPlan) -> None:
    if made.is_new:
        append_rows(book, Meeting, [cells_of(made.meeting)])
    else:
        names = ("date", "proposed")
        write_cells(book, Meeting, {(made.meeting.row, name): cell_of(getattr(made.meeting, name)) for name in names})
