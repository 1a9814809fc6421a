"""The rows of «Явка» that a meeting still lacks: one for each member of that day's composition (B 3.3, 4.2)."""

import datetime as dt
from collections.abc import Iterable

from wg_excel.domain.failures import Failure
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.meetings import Attendance, Meeting
from wg_excel.domain.rules.attendance import unrecorded


class NoMeetingYet(Failure):
    """No meeting's day has come."""

    def __init__(self) -> None:
        super().__init__(
            "Заполнять явку не для чего: на листе «Заседания» нет заседания, день которого уже наступил. "
            "Запланируйте его кнопкой «Запланировать заседание», а явку заполните в день заседания или позже."
        )


class MeetingUnnamed(Failure):
    """A meeting lacks what its attendance is kept by."""

    def __init__(self, meeting: Meeting) -> None:
        what = "номер в столбец «№»" if not meeting.number else "дату в столбец «Дата»"
        super().__init__(f"Лист «Заседания», строка {meeting.row}: впишите {what} и повторите.")


class NobodyInGroup(Failure):
    """Nobody belonged to the group on the day of a meeting."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            f"В день заседания № {meeting.number} ({short_date(meeting.date)}) в составе группы никого нет: впишите "
            "её членов и «В составе с» на листе «Члены группы» и повторите."
        )


class MeetingAhead(Failure):
    """Nobody can have been present yet."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            f"Заседание № {meeting.number} ({short_date(meeting.date)}) ещё впереди: явка заполняется в день заседания "
            "или позже."
        )


def missing_lines(group: Group, meetings: Iterable[Meeting], today: dt.date) -> tuple[Attendance, ...]:
    """Return the lines that meetings lack, the presence left for the secretary to mark.

    Raises MeetingUnnamed, MeetingAhead or NobodyInGroup.
    """
    lines: list[Attendance] = []
    for meeting in meetings:
        if not meeting.date or not meeting.number:
            raise MeetingUnnamed(meeting)
        if meeting.date > today:
            raise MeetingAhead(meeting)
        if not (group.index.composition(meeting.date) or group.index.doubtful(meeting.date)):
            raise NobodyInGroup(meeting)
        lines += (Attendance(meeting.number, fio) for fio in unrecorded(group, meeting))
    return tuple(lines)
