"""The hidden sheet «Шаблон справки»: the page that the monitoring report is a copy of (2-eljur-exports 2.5).

Marks in double braces say what is put where. Paragraphs go into rows that are merged over the whole width; between
the two rows of the table as many are inserted as it needs. The last column, right of the printed page, says which
rows are the group's own text.
"""

from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from wg_excel.builder import palette
from wg_excel.builder.formats import DATE, Formats
from wg_excel.builder.page import A4
from wg_excel.builder.protocol_template import FONT, LINE, MARGINS, SIZE, ProtocolPage
from wg_excel.domain.monitoring.monitoring_report import SCHOOL_LINE, TOTAL
from wg_excel.domain.monitoring.monitoring_report_text import HEADINGS

SHEET = "Шаблон справки"
COLUMNS = (24, 108, 34, 80, 33, 33, 33, 33, 34, 34, 128, 62)  # pixels, 636 together: see protocol_template
TURNED = range(4, 10)  # headings of the columns of figures stand upright
TABLE_SIZE = 9
BEFORE, AFTER = 300, 80  # rows for paragraphs
NOTE_COLUMN, NOTE_WIDTH = len(COLUMNS), 460
HEADING_HEIGHT = 92  # points, for the longest upright heading
NUMBER_FORMATS = {0: "0", 4: "0", 5: "0.0", 6: "0.0", 7: "0", 8: "0.0", 9: "0.0", 11: DATE}
RULE = {"border": 1, "border_color": palette.MUTED}
TEXT = {"font_name": FONT, "font_color": "#000000", "text_wrap": True}


def add(workbook: xlsxwriter.Workbook, style: Formats) -> None:
    """Add the template; `wg_excel.documents.monitoring_report` fills copies of it."""
    sheet = workbook.add_worksheet(SHEET, worksheet_class=ProtocolPage)
    _set_up_page(sheet)
    for column, width in enumerate(COLUMNS):
        sheet.set_column_pixels(column, column, width)
    sheet.set_column_pixels(NOTE_COLUMN, NOTE_COLUMN, NOTE_WIDTH)
    row = _write_head(sheet, style)
    row = _write_zone(sheet, style, row, "{{текст}}", BEFORE)
    row = _write_table(sheet, style, row)
    row = _write_zone(sheet, style, row, "{{выводы}}", AFTER)
    _write_paragraph(sheet, style, row, "{{подписи}}")
    sheet.write_string(row + 1, 0, "{{конец}}", _paragraph(style))
    sheet.hide()


def _write_head(sheet: Worksheet, style: Formats) -> int:
    head: tuple[tuple[str, dict[str, Any]], ...] = (
        ("{{организация}}", {"align": "center"}),
        ("", {}),
        ("СПРАВКА", {"align": "center", "bold": True, "font_size": 14}),
        ("{{заголовок}}", {"align": "center", "bold": True}),
        ("", {}),
        ("{{дата и место}}", {}),
        ("", {}),
    )
    for row, (text, facets) in enumerate(head):
        _write_paragraph(sheet, style, row, text, **facets)
    return len(head)


def _write_zone(sheet: Worksheet, style: Formats, first: int, mark: str, rows: int) -> int:
    for row in range(first, first + rows):
        _write_paragraph(sheet, style, row, mark if row == first else "")
    return first + rows


def _write_paragraph(sheet: Worksheet, style: Formats, row: int, text: str, **facets: Any) -> None:  # noqa: ANN401 - XlsxWriter's own facets
    sheet.set_row(row, LINE)
    sheet.merge_range(row, 0, row, len(COLUMNS) - 1, text, _paragraph(style, **facets))
    note = style.make(font_size=TABLE_SIZE, font_color=palette.MUTED, valign="top", indent=1)
    sheet.write_blank(row, NOTE_COLUMN, None, note)


def _write_table(sheet: Worksheet, style: Formats, row: int) -> int:
    """Write the headings and the first and last row of the table's body; return the row after them."""
    sheet.set_row(row, HEADING_HEIGHT)
    for column, title in enumerate(HEADINGS):
        turned = {"rotation": 90} if column in TURNED else {}
        heading = {"bold": True, "align": "center", "valign": "vcenter", "bg_color": palette.BAND}
        sheet.write_string(row, column, title, style.make(**TEXT, **RULE, **heading, **turned, font_size=TABLE_SIZE))
    for body in (row + 1, row + 2):
        for column in range(len(HEADINGS)):
            sheet.write_blank(body, column, None, _body(style, column))
    sheet.write_string(row + 1, 1, "{{таблица}}", _body(style, 1))
    for beginning in (TOTAL, SCHOOL_LINE):
        criteria = f'=LEFT($B{row + 2},{len(beginning)})="{beginning}"'
        rule = {"type": "formula", "criteria": criteria, "format": style.sum}
        sheet.conditional_format(row + 1, 0, row + 2, len(HEADINGS) - 1, rule)
    return row + 3


def _body(style: Formats, column: int) -> Format:
    number = NUMBER_FORMATS.get(column)
    facets = {"num_format": number, "align": "center"} if number else {}
    return style.make(**TEXT, **RULE, **facets, font_size=TABLE_SIZE, valign="top")


def _paragraph(style: Formats, **facets: Any) -> Format:  # noqa: ANN401 - as above
    return style.make(**TEXT | {"font_size": SIZE, "valign": "top"} | facets)


def _set_up_page(sheet: Worksheet) -> None:
    sheet.set_portrait()
    sheet.set_paper(A4)
    sheet.set_margins(**MARGINS)
    sheet.set_header(f'&C&"{FONT}"&{SIZE}&P', {"margin": 10 / 25.4})
    sheet.fit_to_pages(1, 0)
    sheet.set_start_page(1)
    sheet.hide_gridlines(2)
