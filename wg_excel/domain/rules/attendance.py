"""Rules of attendance: who must be recorded, quorum, chair and secretary (B 4.2)."""

import datetime as dt
from collections.abc import Iterable, Iterator

from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import people
from wg_excel.domain.meetings.meetings import Attendance, Meeting
from wg_excel.domain.meetings.quorum import needed
from wg_excel.domain.rules.meetings import MeetingFinding, named
from wg_excel.domain.rules.registry import rule


def present(group: Group, meeting: Meeting) -> frozenset[str]:
    """Return the members of that day's composition who were present; in doubt «Явка» is right."""
    there = {group.index.find("tblMembers", line.member) for line in _lines(group, meeting) if line.is_present}
    return _doubtful(group, meeting).union(_composition(group, meeting)) & there


def unrecorded(group: Group, meeting: Meeting) -> tuple[str, ...]:
    """Return the members who surely belonged to that day's composition and have no line in «Явка»."""
    known = {group.index.find("tblMembers", line.member) for line in _lines(group, meeting)} | _doubtful(group, meeting)
    return tuple(fio for fio in _composition(group, meeting) if fio not in known)


def undecided(group: Group, meeting: Meeting) -> frozenset[str]:
    """Return the members who may have been present: without a line in «Явка», or with one that says neither."""
    neither = (line for line in _lines(group, meeting) if not line.presence or "presence" in line.faults)
    unread = {group.index.find("tblMembers", line.member) for line in neither}
    recorded = {group.index.find("tblMembers", line.member) for line in _lines(group, meeting)}
    doubtful = _doubtful(group, meeting) - recorded
    return doubtful.union(unrecorded(group, meeting), unread & frozenset(_composition(group, meeting)))


def _composition(group: Group, meeting: Meeting) -> tuple[str, ...]:
    return group.index.composition(meeting.date) if meeting.date else ()


def _doubtful(group: Group, meeting: Meeting) -> frozenset[str]:
    return group.index.doubtful(meeting.date) if meeting.date else frozenset()


def _lines(group: Group, meeting: Meeting) -> tuple[Attendance, ...]:
    return group.index.attendance(meeting.number)


class AttendanceMissing(Finding):
    """Nothing is recorded for a held meeting."""

    def __init__(self, meeting: Meeting, number: int) -> None:
        super().__init__(
            f"{named(meeting)}: явка не отмечена, а в составе группы в этот день — {people(number)}. "
            "Внесите их на лист «Явка».",
            Place.of(meeting, "number"),
            meeting.number,
        )


class MemberUnrecorded(Finding):
    """A member of that day's composition has no line."""

    def __init__(self, meeting: Meeting, fio: str) -> None:
        super().__init__(
            f"{named(meeting)}: для члена группы «{fio}» явка не отмечена. Добавьте строку на лист «Явка».",
            Place.of(meeting, "number"),
            f"{meeting.number} {fio}",
        )


class StrangerRecorded(Finding):
    """A line names someone who did not belong to the group that day."""

    def __init__(self, line: Attendance, meeting: Meeting, fio: str) -> None:
        super().__init__(
            f"{named(meeting)}: в явке отмечено имя «{fio}», но в составе группы в этот день его нет. "
            "Удалите строку или исправьте даты на листе «Члены группы»; гостей впишите в «Приглашённые».",
            Place.of(line, "member"),
            f"{meeting.number} {fio}",
        )


class RecordedTwice(Finding):
    """A member has two lines for one meeting."""

    def __init__(self, line: Attendance, meeting: Meeting, fio: str) -> None:
        super().__init__(
            f"{named(meeting)}: явка члена группы «{fio}» отмечена дважды. Удалите лишнюю строку.",
            Place.of(line, "member"),
            f"{meeting.number} {fio}",
        )


_MEETING = Meeting("3", dt.date(2026, 10, 15), status="Проведено", row=7)
_FIO = "Иванова Мария Петровна"


@rule(
    "MTG-3",
    clause="B 4.2",
    about="Явка отмечена у каждого члена группы",
    raised="У члена группы, состоявшего в ней в день проведённого заседания, нет строки в «Явке»; "
    "строка есть у того, кто в группе не состоял; у одного человека две строки.",
    cleared="В «Явке» ровно одна строка на каждого члена группы в составе того дня.",
    examples=(
        AttendanceMissing(_MEETING, 7),
        MemberUnrecorded(_MEETING, _FIO),
        StrangerRecorded(Attendance("3", _FIO, row=9), _MEETING, _FIO),
        RecordedTwice(Attendance("3", _FIO, row=9), _MEETING, _FIO),
    ),
)
def attendance_of_that_days_composition(group: Group, today: dt.date) -> Iterator[Finding]:
    """Each member of a held meeting's composition has one line in «Явка», and nobody else has."""
    for meeting in group.index.held:
        if meeting.date and meeting.date <= today:
            yield from _missing(group, meeting)
            yield from _unfit(group, meeting)


def _missing(group: Group, meeting: Meeting) -> Iterator[Finding]:
    missing = unrecorded(group, meeting)
    if missing and not _lines(group, meeting):
        yield AttendanceMissing(meeting, len(missing))
    elif not any("member" in line.faults for line in _lines(group, meeting)):
        yield from (MemberUnrecorded(meeting, fio) for fio in missing)


def _unfit(group: Group, meeting: Meeting) -> Iterator[Finding]:
    members, seen = _doubtful(group, meeting).union(_composition(group, meeting)), set[str]()
    for line in _lines(group, meeting):
        fio = group.index.find("tblMembers", line.member)
        if fio and fio not in members:
            yield StrangerRecorded(line, meeting, fio)
        elif fio and fio in seen:
            yield RecordedTwice(line, meeting, fio)
        seen.add(fio)


class NoQuorum(Finding):
    """Too few members were present."""

    def __init__(self, meeting: Meeting, present: int, needed: int, members: int) -> None:
        super().__init__(
            f"{named(meeting)}: нет кворума — {people(present)} из {members}, нужно не меньше {needed}. "
            "Проверьте явку; без кворума решения принимаются на повторном заседании.",
            Place.of(meeting, "number"),
            meeting.number,
        )


@rule(
    "MTG-4",
    clause="B 4.2",
    about="Кворум собран",
    raised="Присутствовало не больше той доли состава, которая задана в «Настройках» (0 — не проверять). "
    "В регламенте и положении кворума нет, его устанавливает школа.",
    cleared="Явка исправлена или проверка кворума отключена.",
    examples=(NoQuorum(_MEETING, 3, 4, 7),),
)
def quorum_where_the_school_wants_one(group: Group, today: dt.date) -> Iterator[Finding]:
    """More than the school's share of the composition was present."""
    share = group.settings.quorum
    for meeting in group.index.held if share else ():
        members = len(_composition(group, meeting))
        wanted = needed(members, share)
        there = len(present(group, meeting))
        unknown = len(undecided(group, meeting))
        if meeting.date and meeting.date <= today and _lines(group, meeting) and there + unknown < wanted:
            yield NoQuorum(meeting, there, wanted, members)


class LeaderUnnamed(MeetingFinding):
    """A held meeting names no chair or no secretary."""

    def __init__(self, meeting: Meeting, column: str) -> None:
        who = {"chair": "председатель", "secretary": "секретарь"}[column]
        super().__init__(meeting, column, f": не указан {who}. Без него протокол не подписать — впишите его.")


class LeaderAbsent(MeetingFinding):
    """The chair or the secretary was not there."""

    def __init__(self, meeting: Meeting, column: str, fio: str) -> None:
        who = {"chair": "председателя", "secretary": "секретаря"}[column]
        super().__init__(
            meeting,
            column,
            f": {who} «{fio}» нет среди присутствовавших. Исправьте явку или впишите того, кто вёл заседание.",
        )


class OneLeader(MeetingFinding):
    """The chair is the secretary too."""

    severity_by_default = Severity.WARNING

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            meeting,
            "secretary",
            ": председатель и секретарь — один человек, а протокол подписывают двое. Исправьте одну из ячеек.",
        )


@rule(
    "MTG-8",
    clause="B 6.3",
    about="Председатель и секретарь были на заседании",
    raised="У проведённого заседания не указан председатель или секретарь либо в «Явке» он не присутствовал; "
    "председатель и секретарь — один человек.",
    cleared="Указаны двое из тех, кто присутствовал.",
    examples=(LeaderUnnamed(_MEETING, "secretary"), LeaderAbsent(_MEETING, "chair", _FIO), OneLeader(_MEETING)),
)
def chair_and_secretary_were_present(group: Group, today: dt.date) -> Iterator[Finding]:
    """The chair and the secretary of a held meeting are named and were present."""
    for meeting in group.index.held:
        if meeting.date and meeting.date <= today:
            yield from _leaders(group, meeting, ("chair", "secretary"))
    for meeting in group[Meeting]:
        chair, secretary = (group.index.find("tblMembers", name) for name in (meeting.chair, meeting.secretary))
        if chair and chair == secretary:
            yield OneLeader(meeting)


def _leaders(group: Group, meeting: Meeting, columns: Iterable[str]) -> Iterator[Finding]:
    lines, missing = _lines(group, meeting), undecided(group, meeting)
    there = {group.index.find("tblMembers", line.member) for line in lines if line.is_present}
    for column in columns:
        text = getattr(meeting, column)
        fio = group.index.find("tblMembers", text)
        if not text and column not in meeting.faults:
            yield LeaderUnnamed(meeting, column)
        elif fio and lines and fio not in there and fio not in missing:
            yield LeaderAbsent(meeting, column, fio)
