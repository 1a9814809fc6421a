"""The files of a protocol beside the workbook: Word, PDF, the variant for the site, the extracts (B 5.4, 6.3)."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import xlwings as xw

from wg_excel.actions.sealing import sealed_protocol
from wg_excel.book.selection import selected_meeting
from wg_excel.documents.pdf import libre_office, write_pdfs
from wg_excel.documents.protocol import sheet_name, write_protocol
from wg_excel.documents.protocol_docx import write_docx, write_extract
from wg_excel.documents.word import free_file
from wg_excel.domain.failures import Failure
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.extracts import extracts
from wg_excel.domain.meetings.protocol import Protocol
from wg_excel.domain.meetings.protocol_gaps import NoSuchMeeting
from wg_excel.domain.meetings.public_protocol import public_protocol


class ProtocolFiles(NamedTuple):
    """The files written for one protocol, the protocol itself first."""

    protocol: Protocol
    files: tuple[Path, ...]

    @property
    def told(self) -> str:
        """Return where the files are and of what kind."""
        state = "проект" if self.protocol.is_draft else "опечатан"
        folder = self.files[0].parent.name
        return (
            f"Протокол № {self.protocol.number} ({state}): в папке «{folder}» файлов — {len(self.files)}. "
            "Это протокол, вариант для сайта без посторонних имён, выписки по вопросам и исполнителям."
        )


class NoProtocol(Failure):
    """No row is selected, and no meeting has a protocol."""

    def __init__(self) -> None:
        super().__init__(
            "Протоколов ещё нет: поставьте курсор на строку заседания на листе «Заседания» и нажмите "
            "«Создать протокол», затем повторите."
        )


def write_files(book: xw.Book, group: Group, number: str, folder: Path, day: dt.date) -> ProtocolFiles:
    """Write all files of the protocol of the meeting given, selected, or the latest that has one.

    Raises NoSuchMeeting, NoProtocol, ProtocolNotReady, SealedAndChanged, FileNotWritten, BadTemplate.
    """
    chosen = number or selected_meeting(book, group) or _latest(group)
    meeting = group.index.meeting(chosen)
    if meeting is None:
        raise NoSuchMeeting(chosen)
    if meeting.sealed:
        protocol = sealed_protocol(book, group, meeting)
    else:
        protocol = write_protocol(book, group, meeting.number, day)
    target = folder / sheet_name(protocol.number)
    target.mkdir(parents=True, exist_ok=True)
    return ProtocolFiles(protocol, tuple(_written(group, protocol, target, Path(book.fullname).parent)))


def _latest(group: Group) -> str:
    made = [meeting for meeting in group.index.held if meeting.protocol]
    if not made:
        raise NoProtocol
    return max(made, key=lambda meeting: meeting.date or dt.date.min).number


def _written(group: Group, protocol: Protocol, folder: Path, beside: Path) -> Iterator[Path]:
    name, whole = sheet_name(protocol.number), list[Path]()
    for title, text in ((name, protocol), (f"{name} для сайта", public_protocol(group, protocol))):
        target = free_file(folder, title)
        write_docx(text, target, beside=beside)
        whole.append(target)
    yield from whole
    if libre_office():
        printed = {document: document.with_suffix(".pdf") for document in whole}
        write_pdfs(printed)
        yield from printed.values()
    for extract in extracts(protocol, group.index.composition(protocol.date), group.name_forms):
        yield write_extract(extract, folder, beside=beside)
