"""The files of a protocol beside the workbook: Word, PDF, the variant for the site, the extracts (B 5.4, 6.3)."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import xlwings as xw

from wg_excel.actions.sealing import sealed_protocol
from wg_excel.book.selection import selected_meeting
from wg_excel.documents.pdf import PdfNotMade, is_in_excel, libre_office, print_sheet, write_pdfs
from wg_excel.documents.protocol import passing_sheet, sheet_name, write_protocol
from wg_excel.documents.protocol_docx import write_docx, write_extract
from wg_excel.documents.word import free_file
from wg_excel.domain.failures import Failure
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.extracts import extracts
from wg_excel.domain.meetings.protocol import Protocol
from wg_excel.domain.meetings.protocol_gaps import NoSuchMeeting
from wg_excel.domain.meetings.public_protocol import public_protocol

PRINTED = {"Excel": "PDF сделан в Excel.", "LibreOffice": "PDF сделан в LibreOffice."}
NO_PDF = (
    "PDF сделать нечем: нажмите кнопку в Excel или установите LibreOffice (бесплатно, libreoffice.org) и повторите; "
    "можно и открыть файл в Word и сохранить его как PDF."
)
EXCEL_FAILED = (
    "Excel не сделал PDF: закройте прежний файл PDF, если он открыт, проверьте, что в Windows есть принтер "
    "(подойдёт «Microsoft Print to PDF»), и повторите."
)


class ProtocolFiles(NamedTuple):
    """The files written for one protocol, the protocol itself first, and a sentence on what printed those of PDF."""

    protocol: Protocol
    files: tuple[Path, ...]
    printed: str = NO_PDF

    @property
    def told(self) -> str:
        """Return where the files are and of what kind."""
        state = "проект" if self.protocol.is_draft else "опечатан"
        folder = self.files[0].parent.name
        return (
            f"Протокол № {self.protocol.number} ({state}): в папке «{folder}» файлов — {len(self.files)}. "
            "Это протокол, вариант для сайта без посторонних имён, выписки по вопросам и исполнителям. "
            f"{self.printed}"
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
    return _written(book, group, protocol, target)


def _latest(group: Group) -> str:
    made = [meeting for meeting in group.index.held if meeting.protocol]
    if not made:
        raise NoProtocol
    return max(made, key=lambda meeting: meeting.date or dt.date.min).number


def _written(book: xw.Book, group: Group, protocol: Protocol, folder: Path) -> ProtocolFiles:
    name, beside = sheet_name(protocol.number), Path(book.fullname).parent
    texts = {name: protocol, f"{name} для сайта": public_protocol(group, protocol)}
    whole = {free_file(folder, title): text for title, text in texts.items()}
    for target, text in whole.items():
        write_docx(text, target, beside=beside)
    people = group.index.composition(protocol.date)
    parts = [write_extract(each, folder, beside=beside) for each in extracts(protocol, people, group.name_forms)]
    printed = _print(book, whole)
    pdfs = [target.with_suffix(".pdf") for target in whole] if printed in PRINTED.values() else []
    return ProtocolFiles(protocol, (*whole, *pdfs, *parts), printed)


def _print(book: xw.Book, whole: Mapping[Path, Protocol]) -> str:
    """Make PDF of the whole protocols by Excel where the book is open there, else by LibreOffice; say by what."""
    own, public = (target.with_suffix(".pdf") for target in whole)
    if is_in_excel(book):
        with suppress(PdfNotMade):
            print_sheet(book.sheets[sheet_name(next(iter(whole.values())).number)], own)
            with passing_sheet(book, list(whole.values())[1]) as sheet:
                print_sheet(sheet, public)
            return PRINTED["Excel"]
    if libre_office():
        write_pdfs({target: target.with_suffix(".pdf") for target in whole})
        return PRINTED["LibreOffice"]
    return EXCEL_FAILED if is_in_excel(book) else NO_PDF
