"""«Лист члена группы»: one member's roles, duties, plan, assignments, appeals and attendance of the year (B 4.2, V)."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wg_excel.domain.appeals.appeal_clock import Clock
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.failures import Failure
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import counted, short_date
from wg_excel.domain.meetings.meetings import Attendance, Meeting
from wg_excel.domain.members.access import Access
from wg_excel.domain.members.composition import absence, membership_line, memberships
from wg_excel.domain.members.members import Member
from wg_excel.domain.members.roles import Duty, common_duties, role
from wg_excel.domain.periods import Period, school_year
from wg_excel.domain.schema import Record
from wg_excel.domain.settings import DayOff, SchoolTerm
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.plan import Activity
from wg_excel.domain.work.work_figures import OPEN, OVERDUE, TITLES, Task, state_of

# What a sheet tells of, beside the appeals.
SHOWN: tuple[type[Record], ...] = (
    *(Member, Activity, Assignment, AppealState),
    *(Meeting, Attendance, Access, SchoolTerm, DayOff),
)


class NoSuchMember(Failure):
    """The name is nobody's, or several people's."""

    def __init__(self, name: str) -> None:
        super().__init__(f"«{name}» на листе «Члены группы» не найден или подходит нескольким: впишите имя полностью.")


@dataclass(frozen=True)
class TaskLine:
    """One activity or assignment: its number, what is to be done, by when, and how it stands."""

    number: str
    text: str
    due: str
    state: str


@dataclass(frozen=True)
class MeetingLine:
    """One meeting that the member was bound to attend: its number, day, and whether the member was there."""

    number: str
    day: str
    presence: str


@dataclass(frozen=True)
class PersonalSheet:
    """Everything about one member for a school year up to a day."""

    fio: str
    post: str
    contacts: str
    day: dt.date
    period: Period
    organisation: str
    memberships: tuple[str, ...]
    roles: str
    absence: str
    duties: tuple[Duty, ...]
    direction: str
    plan: tuple[TaskLine, ...]
    assignments: tuple[TaskLine, ...]
    appeals: str
    meetings: tuple[MeetingLine, ...]
    attended: str
    acquainted: str
    access: str

    @property
    def overdue(self) -> int:
        """Return how many activities and assignments are past their term."""
        return sum(line.state == TITLES[OVERDUE] for line in (*self.plan, *self.assignments))


def personal_sheet(group: Group, name: str, day: dt.date, clock: Clock | None = None) -> PersonalSheet:
    """Return the sheet of a member, by any usual spelling of the name; raise NoSuchMember.

    Sheets of one day may share the clock of the appeals: it keeps what it has computed.
    """
    rows = memberships(group, name)
    if not rows:
        raise NoSuchMember(name)
    last = next((one for one in reversed(rows) if one.is_current(day)), rows[-1])
    year = school_year(day)
    period = Period(year.first, min(day, year.last))
    school = group.settings.school
    meetings = tuple(_meetings(group, last.fio, period))
    return PersonalSheet(
        fio=last.fio,
        post=last.post,
        contacts=", ".join(filter(None, (last.phone, last.email))),
        day=day,
        period=period,
        organisation=school,
        memberships=tuple(map(membership_line, rows)),
        roles="; ".join(last.roles) if last.is_current(day) else "сейчас в состав не входит",
        absence=absence(last) if last.is_absent(day) else "",
        duties=(*(duty for one in last.roles for duty in role(one, school).duties), *common_duties(school)),
        direction=last.direction,
        plan=tuple(_plan(group, last, year, day)),
        assignments=tuple(_assignments(group, last.fio, year, day)),
        appeals=_appeals(group, last.fio, period, clock or Clock(group, day)),
        meetings=meetings,
        attended=_attended(meetings),
        acquainted=short_date(last.acquainted) if last.acquainted else "",
        access=_access(group, last.fio),
    )


def _is(group: Group, fio: str) -> Callable[[str], bool]:
    return lambda text: bool(text) and group.index.find("tblMembers", text) == fio


def _plan(group: Group, member: Member, year: Period, day: dt.date) -> Iterator[TaskLine]:
    """Yield the activities of the member and of the member's direction, this year's and those still open."""
    own = _is(group, member.fio)
    for one in group[Activity]:
        if own(one.responsible) or (member.direction and one.direction == member.direction):
            yield from _task(one, one.title, year, day)


def _assignments(group: Group, fio: str, year: Period, day: dt.date) -> Iterator[TaskLine]:
    own = _is(group, fio)
    for one in group[Assignment]:
        if own(one.executor):
            yield from _task(one, one.task, year, day)


def _task(task: Task, text: str, year: Period, day: dt.date) -> Iterator[TaskLine]:
    state = state_of(task, day)
    if state in {OPEN, OVERDUE} or any(one in year for one in (task.due, task.done) if one):
        done = f" {short_date(task.done)}" if task.done else ""
        words = f"{TITLES[state]}{done}" if state else task.status.lower()
        yield TaskLine(task.number, text, short_date(task.due), words)


def _appeals(group: Group, fio: str, period: Period, clock: Clock) -> str:
    own = _is(group, fio)
    mine = [one for one in group[Appeal] if own(one.executor) and (one.is_open or (one.date and one.date in period))]
    if not mine:
        return "Обращений не было."
    late = sum(reading.is_late for one in mine if (reading := clock.read(one)))
    solved = sum(one.status == "Решено" for one in mine)
    return (
        f"{counted(len(mine), 'обращение', 'обращения', 'обращений')}: решено – {solved}, "
        f"в работе – {sum(one.is_open for one in mine)}, с опозданием – {late}."
    )


def _meetings(group: Group, fio: str, period: Period) -> Iterator[MeetingLine]:
    own = _is(group, fio)
    for meeting in group.index.held:
        marks = group.index.attendance(meeting.number)
        mark = next((one for one in marks if own(one.member)), None)
        bound = meeting.date is not None and group.index.was_member(fio, meeting.date, meeting.date)
        if meeting.date and meeting.date in period and (mark or bound):
            yield MeetingLine(meeting.number, short_date(meeting.date), _presence(mark))


def _presence(mark: Attendance | None) -> str:
    if mark is None or not mark.presence:
        return "явка не отмечена"
    reason = f" ({mark.reason})" if mark.reason and not mark.is_present else ""
    return f"{mark.presence.lower()}{reason}"


def _attended(meetings: tuple[MeetingLine, ...]) -> str:
    if not meetings:
        return "Заседаний не было."
    present = sum(one.presence == "присутствовал" for one in meetings)
    return f"На заседаниях: {present} из {len(meetings)}."


def _access(group: Group, fio: str) -> str:
    held = [one for one in group[Access] if _is(group, fio)(one.fio) and not one.revoked]
    if not held:
        return "данные доступа не выданы"
    last = held[-1]
    signed = f"ответственность подписана {short_date(last.signed)}" if last.signed else "ответственность не подписана"
    return f"данные доступа выданы {short_date(last.date)}, {signed}"
