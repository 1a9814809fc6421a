"""The hidden sheet «Шаблон протокола»: the page that every protocol is a copy of (ГОСТ Р 7.0.97-2016).

Marks in double braces say what is put where; a school may move and restyle them. The paragraphs go into the rows
from «{{текст}}» down to the signatures, the rows that stay empty are hidden. The signatures stand in one cell, so
that no page break can cut them.
"""

from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from wg_excel.builder.formats import Formats
from wg_excel.builder.page import A4

SHEET = "Шаблон протокола"
FONT, SIZE = "Times New Roman", 12
WIDTH, EDGE, NOTES = 636, 4, 420  # pixels: 480 points of the 482 between the margins
MARGINS = {"left": 30 / 25.4, "right": 10 / 25.4, "top": 20 / 25.4, "bottom": 20 / 25.4}  # inches
PARAGRAPHS, ANNEX_LINES = 600, 80
LINE = 15.75  # points
TEXT = {"font_name": FONT, "font_size": SIZE, "font_color": "#000000", "text_wrap": True, "valign": "top"}


class ProtocolPage(Worksheet):  # type: ignore[misc]  # XlsxWriter ships no types
    """A sheet whose first page has no number; XlsxWriter has no setting for it."""

    def _write_header_footer(self) -> None:
        self._xml_start_tag("headerFooter", [("differentFirst", 1)])
        self._xml_data_element("oddHeader", self.header)
        self._xml_end_tag("headerFooter")


def add(workbook: xlsxwriter.Workbook, style: Formats) -> None:
    """Add the template; `wg_excel.documents.protocol` fills copies of it."""
    sheet = workbook.add_worksheet(SHEET, worksheet_class=ProtocolPage)
    _set_up_page(sheet, style)
    row = _write_head(sheet, style)
    sheet.write_blank(0, 1, None, _paragraph(style))
    row = _write_zone(sheet, style, row, "{{текст}}", PARAGRAPHS)
    sheet.write_string(row, 0, "{{подписи}}", _paragraph(style))
    sheet.set_h_pagebreaks([row + 1])
    sheet.write_string(row + 1, 0, "{{приложение}}", _paragraph(style, align="right"))
    row = _write_zone(sheet, style, row + 2, "{{список}}", ANNEX_LINES)
    sheet.write_string(row, 0, "{{конец}}", _paragraph(style))
    sheet.hide()


def _write_head(sheet: Worksheet, style: Formats) -> int:
    head: tuple[tuple[str, dict[str, Any]], ...] = (
        ("{{проект}}", {"align": "right", "bold": True}),
        ("{{организация}}", {"align": "center"}),
        ("", {}),
        ("ПРОТОКОЛ", {"align": "center", "bold": True, "font_size": 14}),
        ("{{заголовок}}", {"align": "center", "bold": True}),
        ("", {}),
        ("{{дата и номер}}", {}),
        ("{{место}}", {}),
        ("", {}),
    )
    for row, (text, facets) in enumerate(head):
        sheet.set_row(row, LINE)
        sheet.write_string(row, 0, text, _paragraph(style, **facets))
    return len(head)


def _write_zone(sheet: Worksheet, style: Formats, first: int, mark: str, rows: int) -> int:
    for row in range(first, first + rows):
        sheet.set_row(row, LINE)
        sheet.write_string(row, 0, mark if row == first else "", _paragraph(style))
    return first + rows


def _paragraph(style: Formats, **facets: Any) -> Format:  # noqa: ANN401 - XlsxWriter's own facets
    return style.make(**TEXT | facets)


def _set_up_page(sheet: Worksheet, style: Formats) -> None:
    sheet.set_portrait()
    sheet.set_paper(A4)
    sheet.set_margins(**MARGINS)
    sheet.set_header(f'&C&"{FONT}"&{SIZE}&P', {"margin": 10 / 25.4})
    sheet.fit_to_pages(1, 0)
    sheet.set_start_page(1)
    sheet.hide_gridlines(2)
    sheet.set_column_pixels(0, 0, WIDTH)
    # LibreOffice draws columns some percent wider than Excel, and fits a page's width only where it could break it.
    sheet.set_column_pixels(1, 1, EDGE)
    # Beside the page, not printed: what the free paragraphs are for.
    sheet.set_column_pixels(2, 2, NOTES, style.note)
    sheet.set_page_view()
