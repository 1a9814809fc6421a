import datetime as dt
from pathlib import Path

import pytest
from docx import Document

from tests.com.excel import Workbook, in_excel
from tests.com.recorder import Calls
from wg_excel import buttons
from wg_excel.actions import protocol_files
from wg_excel.actions.protocol_files import NoProtocol, ProtocolFiles
from wg_excel.book.opened import changing, reading
from wg_excel.domain.meetings.protocol_gaps import NoSuchMeeting

TODAY = dt.date(2026, 11, 22)


@pytest.fixture(autouse=True)
def no_libre_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol_files, "libre_office", lambda: "")


def pressed(path: Path, number: str = "") -> ProtocolFiles:
    with changing(path) as book:
        return buttons.write_protocol_files(book, number, today=TODAY)


def words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_a_press_writes_the_protocol_its_public_variant_and_every_extract(demo_book: Path) -> None:
    done = pressed(demo_book, "5")
    assert [path.name for path in done.files] == [
        "Протокол № 5.docx",
        "Протокол № 5 для сайта.docx",
        "Выписка из протокола № 5, вопрос 1.docx",
        "Выписка из протокола № 5, вопрос 2.docx",
        "Выписка из протокола № 5, вопрос 3.docx",
        "Выписка из протокола № 5, Кравец Н. Б.docx",
        "Выписка из протокола № 5, Терещук В. О.docx",
        "Выписка из протокола № 5, Абдураманов Р. А.docx",
    ]
    assert {path.parent for path in done.files} == {demo_book.parent / "Документы группы" / "Протокол № 5"}
    assert done.told.startswith("Протокол № 5 (проект): в папке «Протокол № 5» файлов — 8.")


def test_a_second_press_replaces_the_files_but_keeps_one_that_was_edited(demo_book: Path) -> None:
    first = pressed(demo_book, "5").files
    assert pressed(demo_book, "5").files == first
    edited = Document(str(first[0]))
    edited.core_properties.modified = dt.datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - as Word writes it
    edited.save(str(first[0]))
    assert pressed(demo_book, "5").files[0].name == "Протокол № 5 (2).docx"


def test_a_sealed_protocol_has_no_mark_of_a_draft(demo_book: Path) -> None:
    assert words(pressed(demo_book, "5").files[0]).startswith("ПРОЕКТ")
    with changing(demo_book) as book:
        buttons.seal_protocol(book, "5", today=TODAY)
    done = pressed(demo_book, "5")
    assert "ПРОЕКТ" not in words(done.files[0])
    assert "(опечатан)" in done.told


def test_without_a_choice_the_latest_protocol_is_written(demo_book: Path) -> None:
    assert pressed(demo_book).protocol.number == "5"


def test_where_there_is_no_protocol_it_is_said(demo_book: Path) -> None:
    with changing(demo_book) as book:
        sheet = book.sheets["Заседания"]
        column = sheet.range("L6:L20")
        column.clear_contents()
    with pytest.raises(NoProtocol):
        pressed(demo_book)
    with pytest.raises(NoSuchMeeting):
        pressed(demo_book, "99")


def test_pdf_files_stand_beside_where_libreoffice_is(demo_book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol_files, "libre_office", lambda: "soffice")
    monkeypatch.setattr(
        protocol_files, "write_pdfs", lambda targets: [pdf.write_bytes(b"%PDF") for pdf in targets.values()]
    )
    done = pressed(demo_book, "5")
    assert done.told.endswith("PDF сделан в LibreOffice.")
    assert [path.name for path in done.files][:4] == [
        "Протокол № 5.docx",
        "Протокол № 5 для сайта.docx",
        "Протокол № 5.pdf",
        "Протокол № 5 для сайта.pdf",
    ]


def test_without_any_program_for_pdf_it_is_said_what_to_do(demo_book: Path) -> None:
    told = pressed(demo_book, "5").told
    assert told.endswith("можно и открыть файл в Word и сохранить его как PDF.")
    assert "libreoffice.org" in told


def in_excel_pressed(path: Path) -> ProtocolFiles:
    with changing(path) as book, in_excel(book, Calls()) as opened:
        return buttons.write_protocol_files(opened, "5", today=TODAY)


def test_where_the_book_is_open_in_excel_excel_prints_its_sheet_and_that_for_the_site(demo_book: Path) -> None:
    with changing(demo_book) as book:
        buttons.create_protocol(book, "5", today=TODAY)
        before = [(sheet.name, sheet.visible) for sheet in book.sheets]
    done = in_excel_pressed(demo_book)
    assert done.told.endswith("PDF сделан в Excel.")
    printed = {path.name: path.read_text(encoding="utf-8").split()[1:] for path in done.files if path.suffix == ".pdf"}
    assert printed["Протокол № 5.pdf"][:3] == ["Протокол", "№", "5"]
    assert printed["Протокол № 5 для сайта.pdf"][:2] == ["Шаблон", "протокола"]
    with reading(demo_book) as book:
        assert [(sheet.name, sheet.visible) for sheet in book.sheets] == before


def test_where_excel_cannot_print_libreoffice_does_else_it_is_said_what_to_do(
    demo_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(Workbook, "ExportAsFixedFormat", refuse)
    assert "есть принтер" in in_excel_pressed(demo_book).told
    monkeypatch.setattr(protocol_files, "libre_office", lambda: "soffice")
    monkeypatch.setattr(protocol_files, "write_pdfs", lambda targets: [pdf.touch() for pdf in targets.values()])
    assert in_excel_pressed(demo_book).told.endswith("PDF сделан в LibreOffice.")
