import re
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.documents.test_monitoring_report import report, report_with
from wg_excel.documents.monitoring_report_docx import write_report_docx
from wg_excel.domain.monitoring.monitoring_report_text import HEADINGS

GOLDEN = Path(__file__).parent / "monitoring_report_docx.txt"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    write_report_docx(report_with({"выводы": "Дополнение группы: 5 < 7 & {{ x }}"}), tmp_path / "a.docx")
    return tmp_path / "a.docx"


def test_the_table_of_the_file_is_that_of_the_report(written: Path) -> None:
    table = next(table for table in Document(str(written)).tables if len(table.columns) == len(HEADINGS))
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == list(HEADINGS)
    assert rows[1] == [
        "1",
        "Иванова",
        "5А",
        "Алгебра",
        "2",
        "50,0",
        "100,0",
        "",
        "",
        "",
        "темы; не закрыто: 1",
        "19.10.2026",
    ]
    assert [row[1] for row in rows[1:]] == ["Иванова", "Иванова", "Итого: Иванова", "Цой", "ИТОГО ПО ШКОЛЕ"]


def test_the_headings_are_repeated_on_every_page(written: Path) -> None:
    table = next(table for table in Document(str(written)).tables if len(table.columns) == len(HEADINGS))
    assert "w:tblHeader" in table.rows[0]._tr.xml


def test_conclusions_recommendations_and_the_groups_own_words_are_there(written: Path) -> None:
    text = "\n".join(paragraph.text for paragraph in Document(str(written)).paragraphs)
    places = [text.index(part) for part in ("УСТАНОВЛЕНО", "ВЫВОДЫ:", "Дополнение группы: 5 < 7 & {{ x }}", "РЕКОМЕНД")]
    assert places == sorted(places)
    assert "{%" not in text


def test_equal_reports_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        write_report_docx(report(), tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_the_text_of_the_file_is_the_kept_one(written: Path) -> None:
    document = Document(str(written))
    text = "".join(Paragraph(part, document).text + "\n" for part in document.element.body.iter(qn("w:p")))
    assert text.replace("\N{NO-BREAK SPACE}", " ") == GOLDEN.read_text(encoding="utf-8")


def test_no_line_ends_between_a_figure_and_its_percent_sign(written: Path) -> None:
    text = "".join(paragraph.text for paragraph in Document(str(written)).paragraphs)
    assert re.findall(r"\d(\s)%", text) == ["\N{NO-BREAK SPACE}"] * text.count("%")
