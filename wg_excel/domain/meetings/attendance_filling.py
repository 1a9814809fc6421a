"""The rows of «Явка» that a meeting still lacks: one for each member of that day's composition (B 3.3, 4.2)."""

import datetime as dt
from collections.abc import Iterable

from wg_excel.domain.failures import Failure
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.meetings import Attendance, Meeting
from wg_excel.domain.rules.attendance import unrecorded


class MeetingAhead(Failure):
    """Nobody can have been present yet."""

    def __init__(self, meeting: Meeting) -> None:
        when = f" ({short_date(meeting.date)})" if meeting.date else ""
        super().__init__(
            f"Заседание № {meeting.number}{when} ещё впереди: явка заполняется в день заседания или позже."
        )


def missing_lines(group: Group, meetings: Iterable[Meeting], today: dt.date) -> tuple[Attendance, ...]:
    """Return the lines that meetings lack, the presence left for the secretary to mark; raise MeetingAhead."""
    lines: list[Attendance] = []
    for meeting in meetings:
        if not meeting.date or meeting.date > today:
            raise MeetingAhead(meeting)
        lines += (Attendance(meeting.number, fio) for fio in unrecorded(group, meeting))
    return tuple(lines)
