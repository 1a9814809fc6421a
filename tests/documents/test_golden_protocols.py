"""Protocols of every kind of meeting against golden files: the sheet with its styles and breaks, the file of Word."""

from pathlib import Path

import openpyxl
import pytest
import xlwings as xw
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from openpyxl.worksheet.worksheet import Worksheet

from tests.documents.test_protocol import DAY, ROW, book
from tests.sample_protocols import protocols
from wg_excel.documents.protocol import write_protocol
from wg_excel.documents.protocol_docx import write_docx
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.meetings.protocol import protocol_of
from wg_excel.headless import save_copy

__all__ = ["book"]  # a fixture
GOLDEN = Path(__file__).parent / "golden_protocols"
KINDS = sorted(protocols())


def with_row(group: Group) -> Group:
    """Return the group with its meeting in the row that the workbook has for it."""
    (meeting,) = group[Meeting]
    kept = Meeting(**{**vars(meeting), "row": ROW})
    return Group({**group.records, Meeting: (kept,)}, group.settings)


def sheet_text(sheet: Worksheet) -> str:
    """Return the page's set-up, then each row that is seen: its height, style, text and note."""
    margins = (sheet.page_margins.left, sheet.page_margins.right, sheet.page_margins.top, sheet.page_margins.bottom)
    header = sheet.oddHeader
    lines = [
        f"print area {sheet.print_area}; breaks after rows {[each.id for each in sheet.row_breaks.brk]}",
        f"margins in mm {[round(margin * 25.4) for margin in margins]}",
        f"header {header and header.center.text}, differs on the first page: {sheet.HeaderFooter.differentFirst}",
    ]
    for n in range(1, sheet.max_row + 1):
        if not sheet.row_dimensions[n].hidden:
            cell, note = sheet.cell(n, 1), sheet.cell(n, 3).value
            bold, where = " bold" if cell.font.b else "", cell.alignment.horizontal or "left"
            height = f"{sheet.row_dimensions[n].height or 0:6.2f}"
            text = f"{cell.value or ''}{f' || {note}' if note else ''}"
            lines.append(f"{n:3} {height} {cell.font.name} {cell.font.sz:g}{bold} {where} | {text}".rstrip())
    return "\n".join(lines) + "\n"


def word_text(path: Path) -> str:
    """Return each paragraph, those of tables too: how it is set, then its text."""
    document = Document(str(path))
    lines = []
    for part in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(part, document)
        alignment = paragraph.alignment.name if paragraph.alignment is not None else "LEFT"
        bold = " bold" if any(run.bold for run in paragraph.runs) else ""
        keep = " keep" if paragraph.paragraph_format.keep_with_next else ""
        page = " new page" if part.find(f".//{qn('w:br')}") is not None else ""
        lines.append(f"{alignment}{bold}{keep}{page} | {paragraph.text.strip()}".rstrip())
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("kind", KINDS)
def test_the_sheet_is_as_kept(book: xw.Book, tmp_path: Path, kind: str) -> None:
    write_protocol(book, with_row(protocols()[kind]), "3", DAY)
    save_copy(book, tmp_path / "saved.xlsx")
    assert sheet_text(openpyxl.load_workbook(tmp_path / "saved.xlsx")["Протокол № 3"]) == (
        GOLDEN / f"{kind}.sheet.txt"
    ).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_of_word_is_as_kept(tmp_path: Path, kind: str) -> None:
    write_docx(protocol_of(protocols()[kind], "3"), tmp_path / "протокол.docx")
    assert word_text(tmp_path / "протокол.docx") == (GOLDEN / f"{kind}.docx.txt").read_text(encoding="utf-8")


def test_every_golden_file_has_its_meeting() -> None:
    kept = {path.name for path in GOLDEN.iterdir()}
    assert kept == {f"{kind}.{form}.txt" for kind in KINDS for form in ("sheet", "docx")}
