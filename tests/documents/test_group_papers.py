"""The texts of the group's papers; `group_papers.txt` holds what a person has read and found right."""

import datetime as dt
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from tests.domain.conftest import group_of
from tests.domain.members.test_acquaintance import GROUP as SIGNING
from tests.domain.members.test_composition import composed
from tests.domain.members.test_composition_orders import draft
from tests.domain.members.test_personal_sheet import GROUP as WORKING
from wg_excel.documents.group_papers import (
    write_acquaintance,
    write_composition,
    write_order,
    write_personal_sheet,
)
from wg_excel.domain.members.acquaintance import acquaintance
from wg_excel.domain.members.personal_sheet import personal_sheet

GOLDEN = Path(__file__).parent / "group_papers.txt"
DAY = dt.date(2026, 11, 22)


def text_of(path: Path) -> str:
    document = Document(str(path))
    return "\n".join(Paragraph(part, document).text for part in document.element.body.iter(qn("w:p")))


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    composition = tmp_path / "Состав группы на 20.11.2026.docx"
    return [
        write_order(draft("gone", "again", "new"), "11", tmp_path, beside=tmp_path),
        write_order(draft("left"), "", tmp_path, beside=tmp_path),
        write_composition(composed("2026-11-20"), "МБОУ «Школа»", "рабочей группы", composition, beside=tmp_path),
        write_personal_sheet(personal_sheet(group_of(WORKING), "Белова А. И.", DAY), tmp_path, beside=tmp_path),
        write_acquaintance(acquaintance(group_of(SIGNING), DAY), tmp_path, beside=tmp_path),
    ]


def test_the_papers_say_what_was_read_and_found_right(papers: list[Path]) -> None:
    texts = "\n\n".join(f"=== {paper.name}\n{text_of(paper)}" for paper in papers)
    assert f"{texts}\n" == GOLDEN.read_text(encoding="utf-8")


def test_every_paper_is_a_page_of_a4(papers: list[Path]) -> None:
    sections = [section for paper in papers for section in Document(str(paper)).sections]
    assert {(round((one.page_width or 0) / Mm(1)), round((one.page_height or 0) / Mm(1))) for one in sections} == {
        (210, 297)
    }


def test_equal_papers_have_equal_bytes(papers: list[Path], tmp_path: Path) -> None:
    before = papers[-1].read_bytes()
    again = write_acquaintance(acquaintance(group_of(SIGNING), DAY), tmp_path, beside=tmp_path)
    assert (again, again.read_bytes()) == (papers[-1], before)


def test_a_template_beside_the_workbook_wins(tmp_path: Path) -> None:
    own = Document()
    own.add_paragraph("Наш бланк: {{ заголовок }}")
    own.save(str(tmp_path / "order.docx"))
    paper = write_order(draft("new"), "11", tmp_path / "папка", beside=tmp_path)
    assert text_of(paper).startswith("Наш бланк: О внесении изменений")
