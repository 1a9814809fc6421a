"""Fill a copy of «Шаблон протокола» with a meeting's protocol (B 6.3)."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from itertools import groupby

import xlwings as xw

from wg_excel.book.failures import HeadingMissing, SheetMissing, WorkbookFailure
from wg_excel.book.tables import Cells, read_cells
from wg_excel.documents.typesetting import at_positions, height, text_width, wrapped
from wg_excel.domain.group import Group
from wg_excel.domain.meetings import Meeting
from wg_excel.domain.protocol import Protocol, protocol_of
from wg_excel.domain.protocol_text import CHAIR, SECRETARY, annex_lines, annex_title, body_lines

TEMPLATE = "Шаблон протокола"
TEXT, SIGNATURES, ANNEX, LIST, END = "{{текст}}", "{{подписи}}", "{{приложение}}", "{{список}}", "{{конец}}"
SIZE = 12
SIGN_AT, NAME_AT = 200, 330  # points from the left edge of the text
SIGN_LINE = "_" * 18
PADDING = 4  # points that a cell keeps free beside its text
LONGEST = 12  # lines in one cell: a row that does not fit on a page leaves the rest of the page blank
NOT_IN_SHEET_NAMES = re.compile(r"[:\\/?*\[\]]")


class NothingToProtocol(WorkbookFailure):
    """No row is selected, and every held meeting has its protocol."""

    def __init__(self) -> None:
        super().__init__(
            "Все проведённые заседания уже с протоколами. Чтобы составить протокол заново, "
            "поставьте курсор на строку заседания на листе «Заседания»."
        )


class TemplateSpoiled(WorkbookFailure):
    """A mark of the template was deleted, or there is no room between two of them."""

    def __init__(self, mark: str) -> None:
        super().__init__(
            f"На листе «{TEMPLATE}» нет места для {mark}: верните лист из резервной копии "
            "или добавьте строк между отметками в двойных скобках."
        )


def write_protocol(book: xw.Book, group: Group, number: str, day: dt.date) -> Protocol:
    """Make the sheet «Протокол № N» anew and note it in «Заседания»; raise ProtocolNotReady with what is missing."""
    protocol = protocol_of(group, number)
    name = sheet_name(protocol.number)
    _fill(_fresh_copy(book, name), protocol)
    meeting = next(meeting for meeting in group[Meeting] if meeting.number == protocol.number)
    _note(book, meeting, name, day)
    return protocol


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
        raise NothingToProtocol
    return due[0]


def _fresh_copy(book: xw.Book, name: str) -> xw.Sheet:
    """Copy the template; an earlier protocol goes only after the new one stands."""
    if TEMPLATE not in book.sheet_names:
        raise SheetMissing(TEMPLATE)
    template = book.sheets[TEMPLATE]
    old = book.sheets[name] if name in book.sheet_names else None
    copy = template.copy(before=old or template, name=f"{name[:24]} (новый)" if old else name)
    if old:
        old.delete()
        copy.name = name
    copy.visible = True
    return copy


def _fill(sheet: xw.Sheet, protocol: Protocol) -> None:
    used = sheet.used_range
    column = used.columns[0]
    marks = ["" if row[0] is None else str(row[0]) for row in column.options(ndim=2).value]
    width = _width(column)
    lines = _typeset(marks, protocol, width)
    top = column.row
    column.options(ndim=2).value = [[line or None] for line in lines]
    _set_heights(sheet, top, lines, width)
    last = max(n for n, line in enumerate(lines) if line)
    sheet.page_setup.print_area = sheet.range(used[0, 0], used[last, used.columns.count - 1]).address


def _typeset(marks: Sequence[str], protocol: Protocol, width: float) -> list[str | None]:
    """Return what each row shows; None for rows that are hidden because nothing fell to them."""
    lines: list[str | None] = [_replaced(mark, _single_values(protocol, width)) for mark in marks]
    _place(lines, marks, (TEXT, SIGNATURES), _split(body_lines(protocol), width))
    _place(lines, marks, (LIST, END), annex_lines(protocol))
    if not protocol.has_annex:
        lines[_find(marks, ANNEX)] = None
    lines[_find(marks, END)] = None
    return lines


def _place(lines: list[str | None], marks: Sequence[str], between: tuple[str, str], texts: Sequence[str]) -> None:
    first, end = (_find(marks, mark) for mark in between)
    if len(texts) > end - first:
        raise TemplateSpoiled(between[0])
    lines[first:end] = [*texts, *[None] * (end - first - len(texts))]


def _find(marks: Sequence[str], mark: str) -> int:
    if mark not in marks:
        raise TemplateSpoiled(mark)
    return marks.index(mark)


def _replaced(text: str, values: Mapping[str, str]) -> str:
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text


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


def _split(lines: Sequence[str], width: float) -> list[str]:
    """Cut paragraphs that no row can hold into several rows, between lines."""
    parts: list[str] = []
    for line in lines:
        rows = wrapped(line, width, SIZE)
        tall = (" ".join(rows[n : n + LONGEST]) for n in range(0, len(rows), LONGEST))
        parts.extend(tall if len(rows) > LONGEST else [line])
    return parts


def _width(column: xw.Range) -> float:
    """Return the room for text in points; a column's width counts digits of 7 pixels (ECMA-376, 18.3.1.13)."""
    return (float(column.column_width or 0) * 7 + 5) * 0.75 - PADDING


def _set_heights(sheet: xw.Sheet, top: int, lines: Sequence[str | None], width: float) -> None:
    """Fit the rows, one call for each run of equal heights; ordinary lines keep the template's height."""
    ordinary = height("", width, SIZE)
    heights = [None if line is None else height(line, width, SIZE) for line in lines]
    row = top
    for tall, run in groupby(heights):
        last = row + len(list(run)) - 1
        rows = sheet.range(f"{row}:{last}")
        if tall is None:
            rows.rows.hidden = True
        elif tall != ordinary:
            rows.row_height = tall
        row = last + 1


def _note(book: xw.Book, meeting: Meeting, name: str, day: dt.date) -> None:
    """Link the protocol in «Заседания» and date it, unless the secretary has dated it already."""
    cells, sheet = read_cells(book, Meeting), book.sheets[Meeting.table.sheet]
    cell = sheet.range(_address(cells, meeting, "protocol"))
    cell.add_hyperlink(f"#'{name}'!A1", name, f"Перейти на лист «{name}»")
    if not meeting.protocol_date:
        sheet.range(_address(cells, meeting, "protocol_date")).value = dt.datetime.combine(day, dt.time())


def _address(cells: Cells, meeting: Meeting, name: str) -> str:
    title = Meeting.table.column(name).title
    if title not in cells.titles:
        raise HeadingMissing(cells.sheet, title)
    return cells.address(meeting.row, title)
