import shutil
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from tests.pages import faults
from wg_excel.cli.app import run

DAY = ["--today", "2026-11-22"]


def test_the_report_is_a_sheet_and_on_demand_a_file_of_word(demo_book: Path, tmp_path: Path) -> None:
    docx = tmp_path / "справка.docx"
    assert run(["report", str(demo_book), "--period", "2026-10", "--docx", str(docx), *DAY]) == 0
    sheet = openpyxl.load_workbook(demo_book)["Справка"]
    assert any("за период 01.10.2026 – 31.10.2026" in str(cell.value) for row in sheet["A1:A9"] for cell in row)
    assert any("31.10.2026" in paragraph.text for paragraph in Document(str(docx)).paragraphs)


def test_a_period_that_is_none_is_refused(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = demo_book.read_bytes()
    assert run(["report", str(demo_book), "--period", "осень", *DAY]) == 2
    assert "Период «осень» не понят" in capsys.readouterr().err
    assert demo_book.read_bytes() == before


def test_the_summary_is_on_demand_a_page_of_html(demo_book: Path, tmp_path: Path) -> None:
    page = tmp_path / "сводка.html"
    assert run(["summary", str(demo_book), "--html", str(page), *DAY]) == 0
    assert faults(page.read_text(encoding="utf-8")) == []


def test_the_page_for_the_site_is_written_for_the_quarter_asked_for(demo_book: Path, tmp_path: Path) -> None:
    assert run(["site", str(demo_book), str(tmp_path / "сайт"), "--quarter", "2026-Q3", *DAY]) == 0
    page = (tmp_path / "сайт" / "index.html").read_text(encoding="utf-8")
    assert "01.07.2026 – 30.09.2026" in page
    assert faults(page) == []


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.xdist_group("libreoffice")
def test_the_summary_in_pdf_is_one_page(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = demo_book.with_suffix(".pdf")
    assert run(["summary", str(demo_book), "--pdf", str(target)]) == 0
    assert str(target) in capsys.readouterr().out
    assert target.read_bytes().count(b"/Type/Page\n") + target.read_bytes().count(b"/Type/Page/") == 1
