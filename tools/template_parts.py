"""Parts that the Word templates of the package share: the page, paragraphs, repeated ones, lines and tables."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

FONT, SIZE = "Times New Roman", Pt(12)
CENTRE, RIGHT, JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY
PADDING = Mm(1.9)  # of a cell of a table, left and right


def blank_document() -> DocxDocument:
    """Return an empty A4 page with the margins of ГОСТ Р 7.0.97-2016, its pages numbered from the second."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, SIZE
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(10)
    section.top_margin = section.bottom_margin = Mm(20)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    _number_pages(section.header.paragraphs[0])
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = dt.datetime(2026, 9, 1)  # noqa: DTZ001 - a fixed day
    return document


def _number_pages(paragraph: Paragraph) -> None:
    paragraph.alignment = CENTRE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


def paragraph(
    document: DocxDocument,
    text: str,
    alignment: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
    *,
    bold: bool = False,
    before: int = 0,
    after: int = 0,
    keep: bool = False,
) -> Paragraph:
    """Add a paragraph; `before` and `after` are in points."""
    added = document.add_paragraph()
    added.add_run(text).bold = bold
    added.alignment = alignment
    added.paragraph_format.space_before = Pt(before)
    added.paragraph_format.space_after = Pt(after)
    added.paragraph_format.keep_with_next = keep
    return added


def repeated(
    document: DocxDocument, loop: str, text: str, alignment: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT
) -> None:
    """Add a paragraph for each part of a loop."""
    paragraph(document, f"{{%p for {loop} %}}")
    paragraph(document, text, alignment)
    paragraph(document, "{%p endfor %}")


def when(document: DocxDocument, condition: str, add: Callable[[], object]) -> None:
    """Add what stands there only under a condition."""
    paragraph(document, f"{{%p if {condition} %}}")
    add()
    paragraph(document, "{%p endif %}")


def side_by_side(
    document: DocxDocument,
    texts: tuple[str, ...],
    widths: tuple[int, ...],
    last: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
) -> Table:
    """Add one line of texts side by side, without borders; widths in millimetres."""
    table: Table = document.add_table(rows=1, cols=len(texts))
    table.autofit = False
    for cell, text, width in zip(table.rows[0].cells, texts, widths, strict=True):
        cell.width = Mm(width)
        cell.paragraphs[0].add_run(text)
    table.rows[0].cells[-1].paragraphs[0].alignment = last
    if last == RIGHT:
        table.rows[0].cells[-1].paragraphs[0].paragraph_format.right_indent = -PADDING  # flush with the margin
    return table


def narrow_margins(table: Table) -> None:
    """Let the texts of a table come near its lines."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "30")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no margins of cells
    look = properties.find(qn("w:tblLook"))  # margins stand before it (ECMA-376 part 1, 17.4.60)
    properties.append(margins) if look is None else look.addprevious(margins)


def repeat_on_every_page(row: Any, height_twips: int = 0) -> None:  # noqa: ANN401 - python-docx ships no types
    """Make a row the heading of its table on every page, so high at least."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no headings of tables
    properties.append(OxmlElement("w:tblHeader"))
    if height_twips:
        height = OxmlElement("w:trHeight")
        height.set(qn("w:val"), str(height_twips))
        properties.append(height)


def never_cut(row: Any) -> None:  # noqa: ANN401 - as above
    """Keep a row of a table on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no such setting
