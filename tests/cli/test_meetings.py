import shutil
from pathlib import Path

import pytest
from docx import Document

from wg_excel.book.master import read_group
from wg_excel.book.opened import changing
from wg_excel.book.tables import write_cells
from wg_excel.cli.app import run
from wg_excel.documents import pdf
from wg_excel.domain.meetings.meetings import AgendaItem

TODAY = ("--today", "2026-11-22")


def printed(capsys: pytest.CaptureFixture[str], *arguments: object, code: int = 0) -> str:
    assert run([*map(str, arguments), *TODAY]) == code
    shown = capsys.readouterr()
    return shown.err if code else shown.out


def words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_a_meeting_is_planned_once(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = printed(capsys, "meeting", demo_book)
    assert first.startswith("Заседание № 6 уже было запланировано на 10.12.2026; вопросов добавлено: ")
    assert "Об обращении № 2026-051" in first
    assert printed(capsys, "meeting", demo_book).endswith("вопросов добавлено: 0.\n")


def test_a_meeting_is_planned_for_a_day(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "№ 7 запланировано на 24.12.2026" in printed(capsys, "meeting", demo_book, "--date", "2026-12-24")
    assert "уже в прошлом" in printed(capsys, "meeting", demo_book, "--date", "2026-11-20", code=2)


def test_a_protocol_is_a_draft_until_it_is_sealed(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docx = demo_book.parent / "протокол.docx"
    assert "Протокол № 5 (проект)" in printed(capsys, "protocol", demo_book, 5, "--docx", docx)
    assert words(docx).startswith("ПРОЕКТ")
    assert "Протокол № 5 (опечатан)" in printed(capsys, "protocol", demo_book, 5, "--seal", "--docx", docx)
    assert "ПРОЕКТ" not in words(docx)
    assert "(проект)" in printed(capsys, "protocol", demo_book, 5, "--reopen", "описка")


def test_the_public_variant_hides_who_does_not_belong_to_the_group(
    demo_book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with changing(demo_book) as opened:  # its votes do not fit the attendance
        item = next(item for item in read_group(opened).index.agenda("4") if item.votes_for == 8)
        write_cells(opened, AgendaItem, {(item.row, "votes_for"): 7})
    inner, outer = demo_book.parent / "a.docx", demo_book.parent / "b.docx"
    printed(capsys, "protocol", demo_book, 4, "--docx", inner)
    printed(capsys, "protocol", demo_book, 4, "--docx", outer, "--public")
    assert "Гончар" in words(inner)
    assert "курсы" in words(inner)
    assert "Гончар" not in words(outer)
    assert "курсы" not in words(outer)
    assert "Приглашённые: 1 человек" in words(outer)


def test_extracts_are_written_for_items_and_executors(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = demo_book.parent / "Выписки"
    printed(capsys, "protocol", demo_book, 5, "--extracts", folder)
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "Выписка из протокола № 5, Абдураманов Р. А.docx",
        "Выписка из протокола № 5, Кравец Н. Б.docx",
        "Выписка из протокола № 5, Терещук В. О.docx",
        "Выписка из протокола № 5, вопрос 1.docx",
        "Выписка из протокола № 5, вопрос 2.docx",
        "Выписка из протокола № 5, вопрос 3.docx",
    ]
    text = words(folder / "Выписка из протокола № 5, Терещук В. О.docx")
    assert "1.2. Терещуку В. О. провести сверку" in text
    assert "2." not in text.replace("1.2.", "").replace("2026", "").replace("12.", "")


def test_a_protocol_that_cannot_be_made_exits_with_1(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = demo_book.read_bytes()
    assert "Исправьте:" in printed(capsys, "protocol", demo_book, 6, code=1)
    assert demo_book.read_bytes() == before


@pytest.mark.parametrize("options", [("--public",), ("--seal", "--reopen", "описка")])
def test_options_that_do_not_fit_are_refused(
    demo_book: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    assert printed(capsys, "protocol", demo_book, 5, *options, code=2).count("\n") == 1


def test_without_libreoffice_the_book_stays_untouched(
    demo_book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "libre_office", lambda: "")
    before = demo_book.read_bytes()
    assert "LibreOffice не найден" in printed(capsys, "protocol", demo_book, 5, "--pdf", "x.pdf", "--seal", code=2)
    assert demo_book.read_bytes() == before


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.xdist_group("libreoffice")
def test_a_pdf_is_made(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = demo_book.parent / "протокол.pdf"
    assert "Файл PDF" in printed(capsys, "protocol", demo_book, 5, "--pdf", made)
    assert made.read_bytes().startswith(b"%PDF")


def test_terms_of_assignments_become_calendars(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = demo_book.parent / "Календари"
    before = demo_book.read_bytes()
    shown = printed(capsys, "reminders", demo_book, folder)
    assert "Поручения, Терещук В. О.ics" in shown
    text = (folder / "Поручения, Терещук В. О.ics").read_bytes()
    assert b"DTSTART;VALUE=DATE:20261201\r\n" in text
    assert demo_book.read_bytes() == before


def test_participation_is_told_and_written(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, "participation", demo_book)
    told = "Соловьёва-Гринь Алёна Михайловна: явка 50 % (1 из 2); поручения: выполнено 1, в работе 0, просрочено 0"
    assert told in shown
    assert shown.endswith("На листе «Участие» — 8 человек, учебный год 01.09.2026 – 31.08.2027.\n")
