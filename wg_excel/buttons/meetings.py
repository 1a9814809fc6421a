"""Buttons of meetings, from planning to the sealed protocol (B 6.1, 6.3)."""

import datetime as dt
from typing import TYPE_CHECKING

import xlwings as xw

from wg_excel.book.history import remember
from wg_excel.book.master import read_group
from wg_excel.domain.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.members import Member
from wg_excel.domain.protocol import Protocol

if TYPE_CHECKING:
    from wg_excel.domain.meeting_plan import MeetingPlan
    from wg_excel.domain.outcome import Outcome


def plan_meeting(book: xw.Book, wanted: dt.date | None = None, *, today: dt.date | None = None) -> "MeetingPlan":
    """Plan the next meeting with an agenda of what waits for the group; once planned, add only what is new (B 6.1)."""
    from wg_excel.planning import plan_next

    group = read_group(book)
    day = group.today(today)
    made = plan_next(book, group, day, wanted)
    remember(book, "Запланировать заседание", str(made), day)
    return made


def fill_attendance(book: xw.Book, number: str = "", *, today: dt.date | None = None) -> tuple[Attendance, ...]:
    """Add to «Явка» the members of that day's composition whom it lacks; the secretary marks who was there (B 4.2)."""
    from wg_excel.meetings import fill

    group = read_group(book, (Member, Meeting, Attendance, AgendaItem))
    day = group.today(today)
    lines = fill(book, group, number, day)
    remember(book, "Заполнить явку", f"Строк добавлено: {len(lines)}", day)
    return lines


def carry_decisions(book: xw.Book, number: str = "", *, today: dt.date | None = None) -> "Outcome":
    """Make assignments of decisions with executor and term, and tell appeals and documents what was decided (B 2.2)."""
    from wg_excel.meetings import carry

    group = read_group(book)
    done = carry(book, group, number)
    remember(book, "Перенести решения", str(done), group.today(today))
    return done


def create_protocol(book: xw.Book, number: str = "", *, today: dt.date | None = None) -> Protocol:
    """Create the protocol sheet of a meeting: the one given, else the selected row's, else the next due (B 6.3)."""
    from wg_excel.documents.protocol import chosen_meeting, write_protocol

    group = read_group(book)
    day = group.today(today)
    chosen = number or chosen_meeting(book, group)
    meeting = group.index.meeting(chosen)
    if meeting and meeting.sealed:
        from wg_excel.sealing import sealed_protocol

        protocol = sealed_protocol(book, group, meeting)
    else:
        protocol = write_protocol(book, group, chosen, day)
    remember(book, "Создать протокол", f"Заседание № {protocol.number}", day)
    return protocol


def seal_protocol(book: xw.Book, number: str = "", *, today: dt.date | None = None) -> Protocol:
    """Seal a protocol: from then on every change of its records is shown by the check (B 6.3)."""
    from wg_excel.sealing import seal

    group = read_group(book)
    day = group.today(today)
    protocol = seal(book, group, number, day)
    remember(book, "Опечатать протокол", f"Заседание № {protocol.number}", day)
    return protocol


def reopen_protocol(book: xw.Book, number: str = "", reason: str = "", *, today: dt.date | None = None) -> Meeting:
    """Open the newest sealed protocol for a new revision, with a reason; the sealed one stays readable (B 6.3)."""
    from wg_excel.sealing import reopen

    group = read_group(book)
    day = group.today(today)
    meeting = reopen(book, group, number, reason, day)
    remember(book, "Открыть протокол", f"№ {meeting.number}, редакция {meeting.revision}: {meeting.reason}", day)
    return meeting
