"""Fill a copy of «Шаблон протокола» with a meeting's protocol (B 6.3)."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import xlwings as xw

from wg_excel.book.blocks import find_sheet, keep, read_block, write_block
from wg_excel.book.failures import HeadingMissing, WorkbookFailure
from wg_excel.book.protocol_texts import read_text
from wg_excel.book.tables import Cells, read_cells
from wg_excel.documents.page_ends import break_before
from wg_excel.documents.page_sheets import PADDING, column_points, find, fit_rows, fresh_copy, place, replaced, split
from wg_excel.documents.typesetting import at_positions, height, text_width
from wg_excel.domain.group import Group
from wg_excel.domain.language.texts import squeeze
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.meetings.protocol import DRAFT, Protocol, protocol_of
from wg_excel.domain.meetings.protocol_text import (
    CHAIR,
    FIELDS,
    KEPT,
    SECRETARY,
    added_lines,
    annex_lines,
    annex_title,
    body_lines,
)

TEMPLATE = "Шаблон протокола"
TEXT, SIGNATURES, ANNEX, LIST, END = "{{текст}}", "{{подписи}}", "{{приложение}}", "{{список}}", "{{конец}}"
SIZE = 12
SIGN_AT, NAME_AT = 200, 330  # points from the left edge of the text
SIGN_LINE = "_" * 18
NOTE_COLUMN = 3  # right of the page
NOT_IN_SHEET_NAMES = re.compile(r"[:\\/?*\[\]]")


class NothingToProtocol(WorkbookFailure):
    """No row is selected, and no meeting has been held, or every held one has its protocol."""

    def __init__(self, *, held: bool) -> None:
        super().__init__(
            "Все проведённые заседания уже с протоколами. Чтобы составить протокол заново, "
            "поставьте курсор на строку заседания на листе «Заседания»."
            if held
            else "Протокол составлять не о чем: на листе «Заседания» нет проведённого заседания. Когда оно пройдёт, "
            "поставьте ему статус «Проведено» и повторите."
        )


def write_protocol(
    book: xw.Book, group: Group, number: str, day: dt.date, *, final: bool = False, before: str = ""
) -> Protocol:
    """Make the sheet «Протокол № N» anew and note it in «Заседания»; raise ProtocolNotReady with what is missing.

    A protocol that is not `final` is marked as a draft. What the secretary typed into the free paragraphs stays; it
    is taken from the sheet `before`, unless told the one that is made anew.
    """
    protocol = replace(protocol_of(group, number), is_draft=not final)
    name = sheet_name(protocol.number)
    protocol = replace(protocol, additions=read_additions(book, before or name))
    stood = read_text(book, name) if name in book.sheet_names else ()
    _fill(book, fresh_copy(book, TEMPLATE, name), protocol)
    protocol = replace(protocol, gone=_gone(stood, read_text(book, name)) if stood else ())
    meeting = next(meeting for meeting in group[Meeting] if meeting.number == protocol.number)
    _note(book, meeting, name, day)
    return protocol


def _gone(stood: Sequence[str], stands: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of the former sheet that the new one does not show; lines may be broken elsewhere."""
    text = squeeze(" ".join(stands))
    return tuple(line for line in stood if squeeze(line) not in text and line != DRAFT)


@contextmanager
def passing_sheet(book: xw.Book, protocol: Protocol) -> Iterator[xw.Sheet]:
    """Give a sheet of a protocol that is printed only, and leave nothing of it in the book."""
    template = find_sheet(book, TEMPLATE)
    sheet = template.copy(before=template)
    try:
        sheet.visible = True
        _fill(book, sheet, protocol)
        yield sheet
    finally:
        sheet.delete()


def read_additions(book: xw.Book, sheet: str) -> dict[str, str]:
    """Return the secretary's own paragraphs on a protocol's sheet by their field; none where it has no such sheet."""
    if sheet not in book.sheet_names:
        return {}
    drawn = book.sheets[sheet]
    block = drawn.range((1, 1), (drawn.used_range.last_cell.row, NOTE_COLUMN))
    rows = block.options(ndim=2, err_to_str=True).value
    fields = {note: name for name, note in FIELDS.items()}
    found: dict[str, list[str]] = {}
    for text, *_, note in rows:
        name = fields.get(str(note or "").partition(":")[0])
        if name and text not in {None, ""}:
            found.setdefault(name, []).append(str(text))
    return {name: " ".join(parts) for name, parts in found.items()}


def sheet_name(number: str) -> str:
    """Return the name of a meeting's protocol sheet, without signs that Excel refuses."""
    return f"Протокол № {NOT_IN_SHEET_NAMES.sub('-', number)}"[:31]


def chosen_meeting(book: xw.Book, group: Group) -> str:
    """Return the number of the meeting in the selected row of «Заседания», else of the first held without protocol."""
    active = book.sheets.active
    if active.name == Meeting.table.sheet:
        row = book.selection.row if book.selection else 0
        selected = [meeting.number for meeting in group[Meeting] if meeting.row == row and meeting.number]
        if selected:
            return selected[0]
    due = [meeting.number for meeting in group[Meeting] if meeting.is_held and not meeting.protocol]
    if not due:
        raise NothingToProtocol(held=any(meeting.is_held for meeting in group[Meeting]))
    return due[0]


def _fill(book: xw.Book, sheet: xw.Sheet, protocol: Protocol) -> None:
    used = sheet.used_range
    column = used.columns[0]
    marks = ["" if row[0] is None else str(row[0]) for row in read_block(book, column)]
    width = column_points(column) - PADDING
    lines, fields = _typeset(marks, protocol, width)
    top = column.row
    write_block(book, column, [[line or None] for line in lines])
    for n, name in fields.items():
        note = sheet.range((top + n, NOTE_COLUMN))
        write_block(book, note, [[f"{FIELDS[name]}: {KEPT}"]])
    fit_rows(sheet, top, lines, width, SIZE)
    signed, last = find(marks, SIGNATURES, TEMPLATE), max(n for n, line in enumerate(lines) if line)
    heights = [0 if line is None else height(line, width, SIZE) for line in lines]
    new_page = break_before(heights, [line or "" for line in lines], signed, height("", width, SIZE))
    parts = [(0, last)] if new_page is None else [(0, new_page - 1), (new_page, last)]
    cells = (sheet.range((top + first, used.column), (top + end, NOTE_COLUMN - 1)) for first, end in parts)
    sheet.page_setup.print_area = ",".join(part.address for part in cells)


def _typeset(marks: Sequence[str], protocol: Protocol, width: float) -> tuple[list[str | None], dict[int, str]]:
    """Return what each row shows, None for rows that are hidden because nothing fell to them, and the free rows."""
    lines: list[str | None] = [replaced(mark, _single_values(protocol, width)) for mark in marks]
    body = [*split(body_lines(protocol), width, SIZE), ""]
    free = [(part, name) for name, text in added_lines(protocol).items() for part in split([text], width, SIZE)]
    place(lines, marks, (TEXT, SIGNATURES), [*body, *(text for text, _ in free)], TEMPLATE)
    place(lines, marks, (LIST, END), annex_lines(protocol), TEMPLATE)
    if not protocol.has_annex:
        lines[find(marks, ANNEX, TEMPLATE)] = None
    lines[find(marks, END, TEMPLATE)] = None
    first = find(marks, TEXT, TEMPLATE) + len(body)
    return lines, {first + n: name for n, (_, name) in enumerate(free)}


def _single_values(protocol: Protocol, width: float) -> dict[str, str]:
    number = f"№ {protocol.number}"
    number_at = width - text_width(number, SIZE)
    return {
        "{{проект}}": protocol.mark,
        "{{организация}}": protocol.organisation,
        "{{заголовок}}": protocol.title,
        "{{дата и номер}}": at_positions(((0, protocol.day), (number_at, number)), SIZE),
        "{{место}}": protocol.place,
        SIGNATURES: _signatures(protocol),
        ANNEX: annex_title(protocol),
    }


def _signatures(protocol: Protocol) -> str:
    signed = ((CHAIR, protocol.chair), (SECRETARY, protocol.secretary))
    lines = (
        at_positions(((0, role), (SIGN_AT, SIGN_LINE), (NAME_AT, person.signature)), SIZE) for role, person in signed
    )
    return "\n\n" + "\n\n".join(lines)


def _note(book: xw.Book, meeting: Meeting, name: str, day: dt.date) -> None:
    """Link the protocol in «Заседания» and date it, unless the secretary has dated it already."""
    cells, sheet = read_cells(book, Meeting), book.sheets[Meeting.table.sheet]
    cell = sheet.range(_address(cells, meeting, "protocol"))
    keep(book, cell)
    cell.add_hyperlink(f"#'{name}'!A1", name, f"Перейти на лист «{name}»")
    if not meeting.protocol_date:
        date = sheet.range(_address(cells, meeting, "protocol_date"))
        write_block(book, date, [[dt.datetime.combine(day, dt.time())]])


def _address(cells: Cells, meeting: Meeting, name: str) -> str:
    title = Meeting.table.column(name).title
    if title not in cells.titles:
        raise HeadingMissing(cells.sheet, title)
    return cells.address(meeting.row, title)
