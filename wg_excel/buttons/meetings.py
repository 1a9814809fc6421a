"""Buttons of meetings, from planning to the sealed protocol (B 6.1, 6.3)."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import xlwings as xw

from wg_excel.book.history import remember
from wg_excel.book.master import read_group
from wg_excel.book.rows import cells_of
from wg_excel.book.tables import write_rows
from wg_excel.domain.language.wording import people
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.meetings.protocol import Protocol
from wg_excel.domain.members.members import Member
from wg_excel.domain.members.participation import Line
from wg_excel.domain.periods import Period, school_year
from wg_excel.domain.settings import DayOff, SchoolTerm
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.plan import Activity

if TYPE_CHECKING:
    from wg_excel.actions.protocol_files import ProtocolFiles
    from wg_excel.domain.meetings.meeting_plan import MeetingPlan
    from wg_excel.domain.meetings.outcome import Outcome


def plan_meeting(book: xw.Book, wanted: dt.date | None = None, *, today: dt.date | None = None) -> "MeetingPlan":
    """Plan the next meeting with an agenda of what waits for the group; once planned, add only what is new (B 6.1)."""
    from wg_excel.actions.planning import plan_next

    group = read_group(book)
    day = group.today(today)
    made = plan_next(book, group, day, wanted)
    remember(book, "Запланировать заседание", str(made), day)
    return made


def fill_attendance(book: xw.Book, number: str = "", *, today: dt.date | None = None) -> "Filled":
    """Add to «Явка» the members of that day's composition whom it lacks; the secretary marks who was there (B 4.2)."""
    from wg_excel.actions.meetings import fill

    group = read_group(book, (Member, Meeting, Attendance, AgendaItem))
    day = group.today(today)
    done = Filled(fill(book, group, number, day))
    remember(book, "Заполнить явку", done.told, day)
    return done


def carry_decisions(book: xw.Book, number: str = "", *, today: dt.date | None = None) -> "Outcome":
    """Make assignments of decisions with executor and term, and tell appeals and documents what was decided (B 2.2)."""
    from wg_excel.actions.meetings import carry

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
        from wg_excel.actions.sealing import sealed_protocol

        protocol = sealed_protocol(book, group, meeting)
    else:
        protocol = write_protocol(book, group, chosen, day)
    remember(book, "Создать протокол", f"Заседание № {protocol.number}", day)
    return protocol


def seal_protocol(book: xw.Book, number: str = "", *, today: dt.date | None = None) -> Protocol:
    """Seal a protocol: from then on every change of its records is shown by the check (B 6.3)."""
    from wg_excel.actions.sealing import seal

    group = read_group(book)
    day = group.today(today)
    protocol = seal(book, group, number, day)
    remember(book, "Опечатать протокол", f"Заседание № {protocol.number}", day)
    return protocol


def reopen_protocol(book: xw.Book, number: str = "", reason: str = "", *, today: dt.date | None = None) -> "Reopened":
    """Open the newest sealed protocol for a new revision, with a reason; the sealed one stays readable (B 6.3)."""
    from wg_excel.actions.sealing import reopen

    group = read_group(book)
    day = group.today(today)
    meeting = reopen(book, group, number, reason, day)
    remember(book, "Открыть протокол", f"№ {meeting.number}, редакция {meeting.revision}: {meeting.reason}", day)
    return Reopened(meeting, f"{meeting.protocol[:22]} (ред. {(meeting.revision or 2) - 1})" in book.sheet_names)


def write_protocol_files(
    book: xw.Book, number: str = "", folder: Path | None = None, *, today: dt.date | None = None
) -> "ProtocolFiles":
    """Write the files of a protocol: Word, PDF, the variant for the site, the extracts (B 5.4, 6.3)."""
    from wg_excel.actions.composing import papers_folder
    from wg_excel.actions.protocol_files import write_files

    target = papers_folder(book, folder)
    group = read_group(book)
    day = group.today(today)
    done = write_files(book, group, number, target, day)
    remember(book, "Файлы протокола", done.told, day)
    return done


class Participation(NamedTuple):
    """The lines of «Участие» and the school year that they cover."""

    lines: tuple[Line, ...]
    period: Period

    @property
    def told(self) -> str:
        """Return how many members the sheet shows."""
        if not self.lines:
            return "Показывать некого: впишите членов группы на лист «Члены группы» и повторите."
        return f"На листе «Участие» — {people(len(self.lines))}, учебный год {self.period}."


class Filled(tuple[Attendance, ...]):
    """The lines added to «Явка»."""

    __slots__ = ()

    @property
    def told(self) -> str:
        """Return how many lines were added and what to do with them."""
        if not self:
            return (
                "Заполнять нечего: в «Явке» уже есть строка для каждого члена группы. Проверьте, у каждого ли "
                "отмечено, был ли он."
            )
        numbers = ", ".join(dict.fromkeys(line.meeting for line in self))
        return f"Заседание № {numbers}: строк добавлено — {len(self)}. Отметьте, кто присутствовал."


class Reopened(NamedTuple):
    """The meeting whose protocol is open for a new revision, and whether the sheet of the old one was there."""

    meeting: Meeting
    has_old_sheet: bool = True

    @property
    def told(self) -> str:
        """Return what is open now and what to do next."""
        one = self.meeting
        old = f"прежняя редакция — на листе «{one.protocol[:22]} (ред. {(one.revision or 2) - 1})»"
        lost = "листа прежней редакции в книге не было: ищите его под другим именем или в резервной копии"
        return (
            f"Протокол № {one.number} открыт, редакция {one.revision}. Исправьте записи и снова нажмите "
            f"«Опечатать протокол»; {old if self.has_old_sheet else lost}."
        )


class Reminded(NamedTuple):
    """The files of calendars written, and how many open assignments the sheet lists."""

    files: tuple[Path, ...]
    number: int

    @property
    def told(self) -> str:
        """Return what was listed and where the files are."""
        if not self.number:
            return "Открытых поручений нет: напоминать не о чем."
        where = (
            f" Файлы для календарей — в папке «{self.files[0].parent.name}»: {len(self.files)}." if self.files else ""
        )
        return f"На листе «Напоминания» открытых поручений: {self.number}.{where}"


def show_participation(book: xw.Book, *, today: dt.date | None = None) -> Participation:
    """Fill «Участие» with each member's attendance, assignments and plan of the school year so far (B 3.2, 4.2)."""
    from wg_excel.documents.participation import write_participation
    from wg_excel.domain.members.participation import participation

    group = read_group(book, (Member, Meeting, Attendance, Assignment, Activity))
    day = group.today(today)
    year = school_year(day)
    done = Participation(participation(group, year, day), year)
    write_participation(book, done.lines, year)
    remember(book, "Участие за год", done.told, day)
    return done


def write_reminders(book: xw.Book, folder: Path | None = None, *, today: dt.date | None = None) -> Reminded:
    """List the open assignments on «Напоминания» and write a calendar for each executor into a folder (B 3.2)."""
    from wg_excel.actions.composing import papers_folder
    from wg_excel.documents.calendar_files import write_calendars
    from wg_excel.domain.work.reminder_lines import Reminder, reminders
    from wg_excel.domain.work.reminders import calendars

    target = papers_folder(book, folder)
    group = read_group(book, (Member, Assignment, DayOff, SchoolTerm))
    day = group.today(today)
    lines = reminders(group, day)
    write_rows(book, Reminder, list(map(cells_of, lines)))
    files = write_calendars(calendars(group, day), target if folder else target / "Календари")
    done = Reminded(files, len(lines))
    remember(book, "Напоминания", done.told, day)
    return done
