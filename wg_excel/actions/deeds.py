"""Make deeds of chosen rows in the workbook, and bring back what became of them (B 2.2, 4.1; A IV.3.1, IV.3.3)."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import Any

import xlwings as xw

from wg_excel.book.chosen_rows import Chosen, NoRowChosen, selected
from wg_excel.book.facts import read_facts
from wg_excel.book.master import read_group
from wg_excel.book.rows import cell_of, cells_of
from wg_excel.book.tables import append_rows, write_cells, write_rows
from wg_excel.domain.appeals import handing_over, theme_deeds
from wg_excel.domain.appeals.answers import Answer, answers
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.theme_lines import ThemeLine
from wg_excel.domain.deeds import Changed, Deeds, new_states
from wg_excel.domain.group import Group
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.meetings.meetings import AgendaItem, Meeting
from wg_excel.domain.members.members import Member
from wg_excel.domain.monitoring import remark_deeds
from wg_excel.domain.monitoring.following import Followed, follow
from wg_excel.domain.monitoring.monitoring import monitor
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.monitoring.remarks import remarks
from wg_excel.domain.monitoring.taken_remarks import TakenRemark
from wg_excel.domain.periods import Period, school_year
from wg_excel.domain.schema import Record
from wg_excel.domain.settings import DayOff, SchoolTerm
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.requests import Request
from wg_excel.domain.work.training import Training


class Target(StrEnum):
    """What a record can become."""

    MEETING = "meeting"
    SUPPORT = "support"
    REQUEST = "request"
    TRAINING = "training"
    ASSIGNMENT = "assignment"
    APPEAL = "appeal"


Make = Callable[[Group, list[Any], dt.date], Deeds]
Ways = Mapping[type[Record], Make]

# What a press on each sheet does.
WAYS: Mapping[Target, Ways] = {
    Target.MEETING: {
        Appeal: handing_over.take_to_meeting,
        MonitoringLine: remark_deeds.discuss,
        ThemeLine: theme_deeds.discuss_themes,
    },
    Target.SUPPORT: {Appeal: handing_over.pass_to_support},
    Target.REQUEST: {Appeal: handing_over.ask_teacher, MonitoringLine: remark_deeds.ask_about},
    Target.TRAINING: {Appeal: handing_over.plan_training, ThemeLine: theme_deeds.teach_themes},
    Target.ASSIGNMENT: {MonitoringLine: remark_deeds.assign},
    Target.APPEAL: {MonitoringLine: remark_deeds.record_help},
}
CALENDAR = (SchoolTerm, DayOff)
# What each sheet's presses read beside it.
BESIDE: Mapping[type[Record], tuple[type[Record], ...]] = {
    Appeal: (AppealState, Member, Teacher, Request, Training, Meeting, AgendaItem, *CALENDAR),
    MonitoringLine: (
        *(TakenRemark, Appeal, AppealState, Member, Request, Assignment, Meeting, AgendaItem),
        *CALENDAR,
    ),
    ThemeLine: (Member, Training, Meeting, AgendaItem, *CALENDAR),
}
FOLLOWED = (Teacher, Request, Appeal, AppealState, Assignment, Meeting, AgendaItem, *CALENDAR)


def make(
    book: xw.Book, target: Target, chosen: Chosen | None, today: dt.date | None, teacher: str = ""
) -> tuple[Deeds, dt.date]:
    """Make deeds of the chosen rows, by default of those selected; return them and the day judged by.

    Raises NoRowChosen, TooManyRows, CannotBeDone, or StillPlanned where the next meeting is unknown.
    """
    ways = WAYS[target]
    by_sheet = {record.table.sheet: record for record in ways}
    rows = chosen or selected(book, tuple(by_sheet))
    if rows.sheet not in by_sheet:
        raise NoRowChosen(tuple(by_sheet))
    record = by_sheet[rows.sheet]
    group = read_group(book, (record, *BESIDE[record]))
    picked: list[Any] = rows.of(group[record])
    day = group.today(today)
    done = handing_over.ask_teacher(group, picked, day, teacher) if teacher else ways[record](group, picked, day)
    write(book, done)
    return done, day


def bring_answers(book: xw.Book, today: dt.date | None) -> tuple[tuple[Answer, ...], dt.date]:
    """Write the answers of teachers, trainings and the support into the measures of the appeals that asked."""
    group = read_group(book, (Appeal, AppealState, Request, Training))
    day = group.today(today)
    found = answers(group)
    last = {one.appeal.row: one.appeal for one in found}.values()
    changed = tuple(Changed(one, ("status", "measures", "solved")) for one in last)
    write(book, Deeds(tuple(new_states(group, last, day)), changed))
    return found, day


def gather(book: xw.Book, today: dt.date | None) -> tuple[tuple[ThemeLine, ...], dt.date]:
    """Fill «Темы квартала» with what appeals and the monitoring repeat."""
    group = read_group(book, (Appeal, Teacher, Training, AgendaItem, Meeting, *CALENDAR))
    day = group.today(today)
    year = Period(school_year(day).first, day)
    seen = monitor(read_facts(book), group[Teacher], group.calendar, group.settings, year, day)
    lines = theme_deeds.theme_lines(group, remarks(seen), day)
    write_rows(book, ThemeLine, list(map(cells_of, lines)))
    return lines, day


def follow_remarks(book: xw.Book, facts: Facts, day: dt.date) -> Followed:
    """Judge the remarks in hand by the newest facts and write what has become of them; with none nothing is read."""
    taken = read_group(book, (TakenRemark,))[TakenRemark]
    if not any(one.is_open for one in taken):
        return Followed(taken)
    done = follow(read_group(book, (TakenRemark, *FOLLOWED)), facts, day)
    write(book, done.deeds)
    return done


def write(book: xw.Book, deeds: Deeds) -> None:
    """Write deeds: new rows one block a table, changed cells one block a run."""
    for record, rows in _by_table(deeds.added):
        append_rows(book, record, list(map(cells_of, rows)))
    changed: dict[type[Record], dict[tuple[int, str], object]] = {}
    for row, names in deeds.changed:
        cells = changed.setdefault(type(row), {})
        cells.update({(row.row, name): cell_of(getattr(row, name)) for name in names})
    for record, values in changed.items():
        write_cells(book, record, values)


def _by_table(rows: Iterable[Record]) -> Sequence[tuple[type[Record], list[Record]]]:
    ordered = sorted(rows, key=lambda row: row.table.name)
    return [(type(own[0]), own) for own in (list(each) for _, each in groupby(ordered, key=lambda row: row.table.name))]
