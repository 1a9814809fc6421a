from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from tests.sample_meeting import ITEMS, but, group
from wg_excel.documents.protocol_docx import write_docx
from wg_excel.documents.word import BadTemplate
from wg_excel.domain.meetings.protocol import Protocol, protocol_of

GOLDEN = Path(__file__).parent / "protocol_docx.txt"


@pytest.fixture
def protocol() -> Protocol:
    return protocol_of(group(), "3")


def text_of(path: Path) -> str:
    document = Document(str(path))
    return "".join(Paragraph(part, document).text + "\n" for part in document.element.body.iter(qn("w:p")))


def test_the_file_of_word_says_what_the_protocol_says(protocol: Protocol, tmp_path: Path) -> None:
    write_docx(protocol, tmp_path / "протокол.docx")
    assert text_of(tmp_path / "протокол.docx") == GOLDEN.read_text(encoding="utf-8")


def test_the_page_keeps_the_official_margins_and_hides_the_first_number(protocol: Protocol, tmp_path: Path) -> None:
    write_docx(protocol, tmp_path / "a.docx")
    section = Document(str(tmp_path / "a.docx")).sections[0]
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round((margin or 0) / Mm(1)) for margin in margins] == [30, 10, 20, 20]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header.paragraphs[0]._p.xml


def test_equal_protocols_give_equal_bytes(protocol: Protocol, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        write_docx(protocol, tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_the_document_is_dated_by_its_meeting(protocol: Protocol, tmp_path: Path) -> None:
    write_docx(protocol, tmp_path / "a.docx")
    assert f"{Document(str(tmp_path / 'a.docx')).core_properties.created:%Y-%m-%d}" == "2026-08-28"


def test_many_people_are_listed_on_a_page_of_their_own(tmp_path: Path) -> None:
    write_docx(protocol_of(group(people=18), "3"), tmp_path / "a.docx")
    text = text_of(tmp_path / "a.docx")
    assert "Присутствовали: 17 человек (список прилагается)" in text
    assert text.index("17. ") > text.index("Приложение 1 к протоколу")


def test_the_secretarys_own_paragraphs_stand_before_the_signatures(protocol: Protocol, tmp_path: Path) -> None:
    write_docx(replace(protocol, additions={"remarks": "Особое мнение: против."}), tmp_path / "a.docx")
    text = text_of(tmp_path / "a.docx")
    assert text.index("План утвердить") < text.index("Особое мнение: против.") < text.index("______")


def test_a_template_beside_the_workbook_wins(protocol: Protocol, tmp_path: Path) -> None:
    own = Document()
    own.add_paragraph("Школьный бланк, № {{ номер }}")
    own.save(str(tmp_path / "protocol.docx"))
    write_docx(protocol, tmp_path / "a.docx", beside=tmp_path)
    assert text_of(tmp_path / "a.docx") == "Школьный бланк, № 3\n"


@pytest.mark.parametrize(
    "mark",
    ["{{ номер", "{% for x in %}", "{{ номер.__class__.__mro__ }}", "{{ ''.__class__.__base__.__subclasses__() }}"],
)
def test_a_template_that_cannot_be_filled_is_refused_in_words(protocol: Protocol, tmp_path: Path, mark: str) -> None:
    own = Document()
    own.add_paragraph(mark)
    own.save(str(tmp_path / "protocol.docx"))
    with pytest.raises(BadTemplate, match="не удалось заполнить"):
        write_docx(protocol, tmp_path / "a.docx", beside=tmp_path)


def test_a_file_that_is_no_document_is_refused_as_a_template(protocol: Protocol, tmp_path: Path) -> None:
    (tmp_path / "protocol.docx").write_bytes(b"no document")
    with pytest.raises(BadTemplate):
        write_docx(protocol, tmp_path / "a.docx", beside=tmp_path)


def test_signs_of_markup_and_control_signs_do_no_harm(tmp_path: Path) -> None:
    items = (but(ITEMS[0], heard="5 < 7 & «a» > b {{ номер }} \x0b\x07конец"),)
    write_docx(protocol_of(group(items=items), "3"), tmp_path / "a.docx")
    assert "5 < 7 & «a» > b {{ номер }}" in text_of(tmp_path / "a.docx")
