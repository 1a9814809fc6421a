"""Fill a copy of «Шаблон справки» with the monitoring report; the group's own words in it stay."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

import xlwings as xw

from wg_excel.book.blocks import write_block
from wg_excel.documents.page_sheets import (
    PADDING,
    TemplateSpoiled,
    column_points,
    find,
    fit_rows,
    fresh_copy,
    replaced,
    split,
)
from wg_excel.documents.typesetting import at_positions, text_width
from wg_excel.domain.monitoring.monitoring_report import MonitoringReport
from wg_excel.domain.monitoring.monitoring_report_text import (
    FIELDS,
    HEADINGS,
    KEPT,
    Paragraph,
    after_table,
    before_table,
    cells,
)

TEMPLATE, SHEET = "Шаблон справки", "Справка"
TEXT, TABLE, AFTER, SIGNATURES, END = "{{текст}}", "{{таблица}}", "{{выводы}}", "{{подписи}}", "{{конец}}"
TABLE_ROWS = 2  # of the template: those between them are inserted
SIZE = 12
SIGN_AT, NAME_AT = 190, 330  # points from the left edge of the text
SIGN_LINE = "_" * 20
COLUMNS = len(HEADINGS)
NOTE_COLUMN = COLUMNS + 1


def read_additions(book: xw.Book) -> dict[str, str]:
    """Return the group's own texts in the present «Справка» by their field; none where there is no such sheet."""
    if SHEET not in book.sheet_names:
        return {}
    sheet = book.sheets[SHEET]
    rows = sheet.range((1, 1), (sheet.used_range.last_cell.row, NOTE_COLUMN)).options(ndim=2, err_to_str=True).value
    fields = {note: name for name, note in FIELDS.items()}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        name = fields.get(str(row[-1] or "").partition(":")[0])
        if name and row[0] not in {None, ""}:
            found[name].append(str(row[0]))
    return {name: " ".join(parts) for name, parts in found.items()}


def write_report(book: xw.Book, report: MonitoringReport) -> None:
    """Make the sheet «Справка» anew."""
    sheet = fresh_copy(book, TEMPLATE, SHEET)
    column = sheet.range((1, 1), (sheet.used_range.last_cell.row, COLUMNS))
    width = sum(column_points(each) for each in column.columns) - PADDING
    marks = [str(row[0] or row[1] or "") for row in column.options(ndim=2).value]
    first, after, end = (find(marks, mark, TEMPLATE) for mark in (TABLE, AFTER, END))
    before = _before(marks[: first - 1], report, width)
    below = _below(marks[after:end], report, width)
    _write_texts(book, sheet, 1, before if report.lines else [*before, None], width)
    rows = _write_table(book, sheet, first + 1, report)
    _write_texts(book, sheet, first + 1 + rows, [*below, None], width)
    last = first + rows + max(n for n, line in enumerate(below, 1) if line)
    sheet.page_setup.print_area = sheet.range((1, 1), (last, COLUMNS)).address


def _before(marks: Sequence[str], report: MonitoringReport, width: float) -> list[Paragraph | None]:
    """Return what each row above the table shows; None for rows that are hidden."""
    start = find(marks, TEXT, TEMPLATE)
    place = report.place
    place_at = width - text_width(place, SIZE)
    values = {
        "{{организация}}": report.organisation,
        "{{заголовок}}": report.title,
        "{{дата и место}}": at_positions(((0, report.date), (place_at, place)), SIZE),
    }
    head = [Paragraph(replaced(mark, values)) for mark in marks[:start]]
    return [*head, *_filled(before_table(report), len(marks) - start, TEXT, width)]


def _below(marks: Sequence[str], report: MonitoringReport, width: float) -> list[Paragraph | None]:
    """Return what each row below the table shows, the last one the signatures."""
    room = find(marks, SIGNATURES, TEMPLATE)
    signed = (
        at_positions(((0, one.role), (SIGN_AT, SIGN_LINE), (NAME_AT, one.name)), SIZE) for one in report.signatures
    )
    signatures = Paragraph("\n\n" + "\n\n".join(signed))
    return [*_filled(after_table(report), room, AFTER, width), signatures]


def _filled(paragraphs: Sequence[Paragraph], room: int, mark: str, width: float) -> list[Paragraph | None]:
    parts = [Paragraph(text, one.field) for one in paragraphs for text in split([one.text], width, SIZE)]
    if len(parts) > room:
        raise TemplateSpoiled(TEMPLATE, mark)
    return [*parts, *[None] * (room - len(parts))]


def _write_texts(book: xw.Book, sheet: xw.Sheet, top: int, lines: Sequence[Paragraph | None], width: float) -> None:
    texts = [[line.text if line and line.text else None] for line in lines]
    notes = [[f"{FIELDS[line.field]}: {KEPT}" if line and line.field else None] for line in lines]
    bottom = top + len(lines) - 1
    write_block(book, sheet.range((top, 1), (bottom, 1)), texts)
    write_block(book, sheet.range((top, NOTE_COLUMN), (bottom, NOTE_COLUMN)), notes)
    fit_rows(sheet, top, [line.text if line else None for line in lines], width, SIZE)


def _write_table(book: xw.Book, sheet: xw.Sheet, top: int, report: MonitoringReport) -> int:
    """Write the table's body from a row on; return how many rows it takes."""
    rows = max(len(report.lines), TABLE_ROWS)
    if rows > TABLE_ROWS:
        sheet.range(f"{top + 1}:{top + rows - TABLE_ROWS}").insert("down")
    block = sheet.range((top, 1), (top + rows - 1, COLUMNS))
    body = [[_cell(value) for value in cells(line)] for line in report.lines]
    write_block(book, block, [*body, *[[None] * COLUMNS for _ in range(rows - len(body))]])
    if report.lines:
        block.rows.autofit()  # one call; a height for each row would be as many calls as rows
    else:
        block.rows.hidden = True
    return rows


def _cell(value: object) -> object:
    return dt.datetime.combine(value, dt.time()) if isinstance(value, dt.date) else value
