"""Seal the protocol of a meeting, and open the newest one for a new revision (B 6.3)."""

import dataclasses
import datetime as dt

import xlwings as xw

from wg_excel.book.master import read_group
from wg_excel.book.protocol_texts import read_text
from wg_excel.book.rows import cell_of
from wg_excel.book.selection import selected_meeting
from wg_excel.book.tables import write_cells
from wg_excel.documents.protocol import read_additions, sheet_name, write_protocol
from wg_excel.domain.failures import Failure
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.meetings.protocol import Protocol, protocol_of
from wg_excel.domain.meetings.protocol_checks import missing
from wg_excel.domain.meetings.protocol_gaps import NoSuchMeeting, ProtocolNotReady
from wg_excel.domain.meetings.protocol_text import body_lines
from wg_excel.domain.meetings.seals import Change, changes, newest_sealed, seal_of
from wg_excel.domain.members.members import Member
from wg_excel.user import who


class NothingToSeal(Failure):
    """No row is selected, and every protocol is sealed."""

    def __init__(self) -> None:
        super().__init__(
            "Опечатывать нечего: нет проведённого заседания с неопечатанным протоколом. Составьте его кнопкой "
            "«Создать протокол» или поставьте курсор на строку нужного заседания на листе «Заседания»."
        )


class SealedAndChanged(Failure):
    """A sealed protocol no longer agrees with the workbook."""

    def __init__(self, meeting: Meeting, found: tuple[Change, ...], *, has_sheet: bool) -> None:
        where = "; ".join(dict.fromkeys(change.part for change in found if change.part)) or "поручения или настройки"
        super().__init__(
            f"Протокол № {meeting.number} опечатан, а записи с тех пор изменены ({where}): верните прежние "
            "или откройте протокол кнопкой «Открыть протокол»."
            if has_sheet
            else f"Протокол № {meeting.number} опечатан, а листа «{meeting.protocol}» в книге нет: верните ему это "
            "имя, если лист переименован; если удалён, возьмите его из резервной копии или откройте протокол кнопкой "
            "«Открыть протокол»."
        )


class NotSealed(Failure):
    """Only a sealed protocol can be opened."""

    def __init__(self, number: str) -> None:
        super().__init__(f"Протокол № {number} не опечатан: исправьте записи и нажмите «Создать протокол».")


class NothingSealed(Failure):
    """No protocol of the workbook is sealed."""

    def __init__(self) -> None:
        super().__init__("Ни один протокол не опечатан: исправьте записи и нажмите «Создать протокол».")


class NotNewest(Failure):
    """An older protocol stays as it is."""

    def __init__(self, number: str, newest: str) -> None:
        super().__init__(
            f"Протокол № {number} открыть нельзя: после него опечатан протокол № {newest}, а открывается только "
            "последний. Исправление внесите вопросом в повестку следующего заседания."
        )


class ReasonMissing(Failure):
    """A sealed protocol is opened with a reason only."""

    def __init__(self, number: str) -> None:
        super().__init__(
            f"Чтобы открыть протокол № {number}, впишите на листе «Заседания» «Причину исправления» и повторите."
        )


def seal(book: xw.Book, group: Group, number: str, today: dt.date) -> Protocol:
    """Seal the protocol of the meeting given, selected or next in turn; once sealed, only see that it is unchanged."""
    meeting = _meeting(group, number or selected_meeting(book, group) or _next_in_turn(group))
    if meeting.sealed:
        return sealed_protocol(book, group, meeting)
    protocol = write_protocol(book, group, meeting.number, today, final=True)
    # The sheet and its date are new: what is sealed is read as it stands.
    written = read_group(book, (Member, Meeting, Attendance, AgendaItem))
    stands = _meeting(written, meeting.number)
    text = read_text(book, sheet_name(meeting.number))
    made = seal_of(dataclasses.replace(written, protocols={meeting.number: text}), stands)
    _note(
        book,
        dataclasses.replace(
            stands,
            sealed=today,
            sealed_by=who(),
            revision=stands.revision or 1,
            reason="",
            fingerprint=made.fingerprint,
            sealed_parts=made.parts,
        ),
    )
    return protocol


def sealed_protocol(book: xw.Book, group: Group, meeting: Meeting) -> Protocol:
    """Return the protocol of a sealed meeting; raise SealedAndChanged where the records say something else now."""
    found = changes(group, meeting)
    has_sheet = meeting.protocol in book.sheet_names
    if found or not has_sheet:
        raise SealedAndChanged(meeting, found, has_sheet=has_sheet)
    protocol = protocol_of(group, meeting.number)
    sheet = _joined(read_text(book, meeting.protocol))
    if not all(_joined((line,)) in sheet for line in body_lines(protocol)):
        raise SealedAndChanged(meeting, (), has_sheet=has_sheet)
    return dataclasses.replace(protocol, additions=read_additions(book, meeting.protocol))


def reopen(book: xw.Book, group: Group, number: str, reason: str, today: dt.date) -> Meeting:
    """Open the newest sealed protocol as a draft of the next revision; the sealed sheet stays beside it."""
    newest = newest_sealed(group)
    if newest is None:
        raise NothingSealed
    meeting = _meeting(group, number or selected_meeting(book, group) or newest.number)
    _refuse(group, meeting, newest, reason or meeting.reason)
    revision = meeting.revision or 1
    sealed_sheet = f"{meeting.protocol[:22]} (ред. {revision})"
    if meeting.protocol in book.sheet_names:
        book.sheets[meeting.protocol].name = sealed_sheet
    opened = dataclasses.replace(
        meeting,
        sealed=None,
        sealed_by="",
        revision=revision + 1,
        reason=reason or meeting.reason,
        fingerprint="",
        sealed_parts="",
    )
    _note(book, opened)
    write_protocol(book, group, meeting.number, today, before=sealed_sheet)
    return opened


def _refuse(group: Group, meeting: Meeting, newest: Meeting, reason: str) -> None:
    if not meeting.sealed:
        raise NotSealed(meeting.number)
    if meeting is not newest:
        raise NotNewest(meeting.number, newest.number)
    if not reason.strip():
        raise ReasonMissing(meeting.number)
    if gaps := missing(group, meeting):
        raise ProtocolNotReady(meeting.number, gaps)


def _meeting(group: Group, number: str) -> Meeting:
    meeting = group.index.meeting(number)
    if meeting is None:
        raise NoSuchMeeting(number)
    return meeting


def _next_in_turn(group: Group) -> str:
    due = [meeting for meeting in group.index.held if meeting.protocol_date and not meeting.sealed]
    ours = [meeting for meeting in due if meeting.protocol == sheet_name(meeting.number)]
    if not ours:
        raise NothingToSeal
    return ours[0].number


def _note(book: xw.Book, meeting: Meeting) -> None:
    names = ("sealed", "sealed_by", "revision", "reason", "fingerprint", "sealed_parts")
    write_cells(book, Meeting, {(meeting.row, name): cell_of(getattr(meeting, name)) for name in names})


def _joined(lines: tuple[str, ...]) -> str:
    return " ".join(" ".join(lines).split())
