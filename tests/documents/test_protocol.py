import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter
import xlwings as xw

from tests.sample_meeting import ITEMS, MEETING, but, group
from wg_excel.book.failures import SheetMissing
from wg_excel.builder import protocol_template
from wg_excel.builder.formats import Formats
from wg_excel.builder.table_sheet import add_table_sheet
from wg_excel.documents.page_sheets import TemplateSpoiled
from wg_excel.documents.protocol import NothingToProtocol, chosen_meeting, sheet_name, write_protocol
from wg_excel.domain.meetings.protocol_gaps import ProtocolNotReady
from wg_excel.headless import open_book, save_copy

DAY = dt.date(2026, 8, 31)
ROW = 6  # of the meeting in «Заседания»
GROUP = group(meeting=but(MEETING, row=ROW))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[xw.Book]:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        style = Formats(workbook)
        add_table_sheet(
            workbook,
            style,
            [type(MEETING)],
            {type(MEETING): [["3", MEETING.date, *[None] * (len(MEETING.table.columns) - 2)]]},
        )
        protocol_template.add(workbook, style)
    opened = open_book(path)
    yield opened
    opened.close()


def shown(sheet: xw.Sheet) -> list[str]:
    """Return the rows that are not hidden: their height and text."""
    rows = sheet.range("A1:A692").options(ndim=2).value
    lines = [
        f"{sheet.range((n, 1)).row_height:6.2f} {text or ''}".rstrip()
        for n, (text,) in enumerate(rows, 1)
        if n < 70 and not sheet.range(f"{n}:{n}").rows.hidden
    ]
    return [line.replace("\n", "\n       ") for line in lines]


def test_the_signatures_stand_in_one_row_that_no_page_break_can_cut(book: xw.Book) -> None:
    write_protocol(book, GROUP, "3", DAY)
    texts = [str(text or "") for (text,) in book.sheets["Протокол № 3"].range("A1:A692").options(ndim=2).value]
    (signed,) = [text for text in texts if "И. А. Даценко" in text]
    assert "М. П. Иванова" in signed


def test_the_printed_area_ends_with_the_signatures(book: xw.Book) -> None:
    write_protocol(book, GROUP, "3", DAY)
    sheet = book.sheets["Протокол № 3"]
    area = sheet.page_setup.print_area
    assert area is not None
    last = sheet.range(area).last_cell
    assert "М. П. Иванова" in str(sheet.range((last.row, 1)).value)


def test_an_annex_stands_after_the_signatures_on_its_own_page(book: xw.Book) -> None:
    write_protocol(book, group(people=18, meeting=but(MEETING, row=ROW)), "3", DAY)
    sheet = book.sheets["Протокол № 3"]
    area = sheet.page_setup.print_area
    assert area is not None
    assert str(sheet.range((sheet.range(area.rpartition(",")[2]).last_cell.row, 1)).value).startswith("17. ")


def test_the_copy_is_seen_and_the_template_stays_hidden(book: xw.Book) -> None:
    write_protocol(book, GROUP, "3", DAY)
    assert [sheet.name for sheet in book.sheets if sheet.visible] == ["Заседания", "Протокол № 3"]


def test_made_again_the_protocol_replaces_itself(book: xw.Book) -> None:
    write_protocol(book, GROUP, "3", DAY)
    first = shown(book.sheets["Протокол № 3"])
    write_protocol(book, GROUP, "3", DAY)
    assert book.sheet_names == ["Заседания", "Протокол № 3", "Шаблон протокола"]
    assert shown(book.sheets["Протокол № 3"]) == first


def field_row(sheet: xw.Sheet, words: str) -> int:
    """Return the row of a free paragraph by what stands beside it."""
    notes = sheet.range("C1:C692").options(ndim=2).value
    return next(n for n, (note,) in enumerate(notes, 1) if note and words in str(note))


def test_what_was_typed_into_the_free_paragraphs_stays_and_the_rows_grow(book: xw.Book) -> None:
    write_protocol(book, GROUP, "3", DAY)
    sheet = book.sheets["Протокол № 3"]
    said = "Особое мнение Черных И. О.: " + "консультацию следует провести до начала учебного года. " * 6
    sheet.range((field_row(sheet, "Особое мнение"), 1)).value = said.strip()
    sheet.range((field_row(sheet, "Приложения"), 1)).value = "Приложение: график консультаций на 1 л."
    sheet.range((5, 6)).value = "заметка секретаря рядом"
    for _ in range(2):
        made = write_protocol(book, GROUP, "3", DAY)
        sheet = book.sheets["Протокол № 3"]
        row = field_row(sheet, "Особое мнение")
        assert sheet.range((row, 1)).value == said.strip()
        assert (sheet.range((row, 1)).row_height or 0) > 60
        assert sheet.range((field_row(sheet, "Приложения"), 1)).value == "Приложение: график консультаций на 1 л."
    assert made.additions == {"remarks": said.strip(), "enclosures": "Приложение: график консультаций на 1 л."}


def test_words_typed_elsewhere_on_the_sheet_are_told_when_it_is_made_anew(book: xw.Book) -> None:
    assert write_protocol(book, GROUP, "3", DAY).gone == ()
    sheet = book.sheets["Протокол № 3"]
    sheet.range((field_row(sheet, "Приложения"), 1)).value = "Приложение: график консультаций на 1 л."
    sheet.range((5, 6)).value = "Позвонить в поддержку ЭлЖур"
    made = write_protocol(book, GROUP, "3", DAY)
    assert made.gone == ("Позвонить в поддержку ЭлЖур",)
    assert "которых в новом нет: 1, первая – «Позвонить в поддержку ЭлЖур»." in made.told
    assert write_protocol(book, GROUP, "3", DAY, final=True).gone == ()


def test_a_formula_typed_into_a_question_is_written_as_text(book: xw.Book) -> None:
    write_protocol(
        book, group(items=(but(ITEMS[2], question="=1+1"),), tasks=(), meeting=but(MEETING, row=ROW)), "3", DAY
    )
    values = [text for (text,) in book.sheets["Протокол № 3"].range("A1:A692").options(ndim=2).value if text]
    assert any(str(text).endswith("1. =1+1") for text in values)


def test_the_notes_beside_the_page_are_not_printed(book: xw.Book) -> None:
    write_protocol(book, GROUP, "3", DAY)
    area = book.sheets["Протокол № 3"].page_setup.print_area
    assert area is not None
    assert area.startswith("$A$1:$B$")


def test_the_meeting_links_to_its_protocol_and_says_when_it_was_made(book: xw.Book, tmp_path: Path) -> None:
    write_protocol(book, GROUP, "3", DAY)
    save_copy(book, tmp_path / "saved.xlsx")
    cells = open_book(tmp_path / "saved.xlsx").sheets["Заседания"]
    assert cells["L6"].value == "Протокол № 3"
    assert "Протокол № 3" in cells["L6"].hyperlink
    assert cells["M6"].value == dt.datetime(2026, 8, 31)  # noqa: DTZ001 - cells know no zone


def test_a_date_of_the_protocol_that_stands_is_kept(book: xw.Book) -> None:
    dated = but(MEETING, row=ROW, protocol_date=dt.date(2026, 8, 29))
    book.sheets["Заседания"]["M6"].value = dt.datetime(2026, 8, 29)  # noqa: DTZ001 - as above
    write_protocol(book, group(meeting=dated), "3", DAY)
    assert book.sheets["Заседания"]["M6"].value == dt.datetime(2026, 8, 29)  # noqa: DTZ001 - as above


def test_a_paragraph_too_tall_for_a_row_is_cut_into_several_without_loss(book: xw.Book) -> None:
    words = " ".join(f"слово{n}" for n in range(900))
    write_protocol(book, group(items=(but(ITEMS[0], heard=words),), meeting=but(MEETING, row=ROW)), "3", DAY)
    sheet = book.sheets["Протокол № 3"]
    texts = [str(text) for (text,) in sheet.range("A1:A692").options(ndim=2).value if text]
    assert " ".join(words.split()) in " ".join(texts)
    assert max(sheet.range((n, 1)).row_height or 0 for n in range(1, 70)) < 409


def test_a_meeting_that_lacks_something_changes_nothing(book: xw.Book) -> None:
    with pytest.raises(ProtocolNotReady):
        write_protocol(book, group(marks=()), "3", DAY)
    assert book.sheet_names == ["Заседания", "Шаблон протокола"]


def test_a_template_without_its_marks_is_refused_in_words(book: xw.Book) -> None:
    book.sheets["Шаблон протокола"].range("A10").value = None
    with pytest.raises(TemplateSpoiled, match=r"\{\{текст\}\}"):
        write_protocol(book, GROUP, "3", DAY)


def test_a_missing_template_is_refused_in_words(book: xw.Book) -> None:
    book.sheets["Шаблон протокола"].delete()
    with pytest.raises(SheetMissing):
        write_protocol(book, GROUP, "3", DAY)


def test_the_selected_meeting_is_chosen_else_the_first_without_protocol(book: xw.Book) -> None:
    other = but(MEETING, number="2", row=9)
    both = group(meeting=but(MEETING, row=ROW))
    both.records[type(MEETING)] = (other, but(MEETING, row=ROW))  # type: ignore[index]
    book.sheets["Заседания"].range("C6").select()
    assert chosen_meeting(book, both) == "3"
    book.sheets["Заседания"].range("A1").select()
    assert chosen_meeting(book, both) == "2"


def test_nothing_is_chosen_where_every_meeting_has_its_protocol(book: xw.Book) -> None:
    done = group(meeting=but(MEETING, row=90, protocol="Протокол № 3"))
    with pytest.raises(NothingToProtocol):
        chosen_meeting(book, done)


def test_signs_that_no_sheet_name_may_hold_are_replaced() -> None:
    assert sheet_name("3/2026") == "Протокол № 3-2026"
    assert len(sheet_name("9" * 40)) == 31
