import io
import zipfile

import openpyxl
import pytest
import xlsxwriter

from wg_excel.builder import protocol_template
from wg_excel.builder.formats import Formats


@pytest.fixture(scope="module")
def built() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as workbook:
        workbook.add_worksheet("Лист")
        protocol_template.add(workbook, Formats(workbook))
    return buffer.getvalue()


def test_the_page_is_a4_portrait_with_the_official_margins(built: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(built))["Шаблон протокола"]
    margins = sheet.page_margins
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("portrait", 9)
    assert [round(inches * 25.4) for inches in (margins.left, margins.right, margins.top, margins.bottom)] == [
        30,
        10,
        20,
        20,
    ]


def test_the_font_is_times_new_roman(built: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(built))["Шаблон протокола"]
    assert {row[0].font.name for row in sheet.iter_rows()} == {"Times New Roman"}


def test_pages_are_numbered_from_the_second(built: bytes) -> None:
    xml = zipfile.ZipFile(io.BytesIO(built)).read("xl/worksheets/sheet2.xml").decode()
    assert '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;"Times New Roman"&amp;12&amp;P</oddHeader>' in xml


def test_the_template_is_hidden_and_holds_every_mark(built: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(built))["Шаблон протокола"]
    marks = [row[0].value for row in sheet.iter_rows() if "{{" in str(row[0].value)]
    assert sheet.sheet_state == "hidden"
    assert marks == [
        "{{проект}}",
        "{{организация}}",
        "{{заголовок}}",
        "{{дата и номер}}",
        "{{место}}",
        "{{текст}}",
        "{{подписи}}",
        "{{приложение}}",
        "{{список}}",
        "{{конец}}",
    ]
