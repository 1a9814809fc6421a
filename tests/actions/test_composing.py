import datetime as dt
from pathlib import Path

import docx
import pytest

from wg_excel import buttons
from wg_excel.actions.composing import Ordered
from wg_excel.actions.creating import create
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing
from wg_excel.book.rows import cells_of
from wg_excel.book.tables import append_rows, write_cells
from wg_excel.domain.failures import Failure
from wg_excel.domain.members.composition_lines import CompositionLine
from wg_excel.domain.members.members import Member
from wg_excel.domain.settings import SettingLine
from wg_excel.domain.work.documents import Document

TODAY = dt.date(2026, 11, 22)
NEW = Member("Ч-10", "Бойко Мария Степановна", "методист", "Член группы", since=dt.date(2026, 12, 1))


def moment(*parts: int) -> dt.datetime:
    """Return a moment as a workbook holds it, without a zone."""
    return dt.datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


@pytest.fixture
def book(demo_book: Path) -> Path:
    """Return the demonstration's workbook with a member whom no order includes yet."""
    with changing(demo_book) as opened:
        append_rows(opened, Member, [cells_of(NEW)])
    return demo_book


def press(book: Path) -> Ordered:
    with changing(book) as opened:
        return buttons.draft_order(opened, today=TODAY)


def order_of(book: Path) -> str:
    with changing(book) as opened:
        return read_group(opened, (Member,))[Member][-1].inclusion_order


def type_back(book: Path, number: str) -> None:
    with changing(book) as opened:
        line = next(one for one in read_group(opened, (Document,))[Document] if one.number == number)
        values = {(line.row, "document_number"): "77-од", (line.row, "date"): moment(2026, 11, 23)}
        write_cells(opened, Document, values)


def test_a_draft_gets_its_line_in_the_documents_and_marks_the_row_that_waits(book: Path) -> None:
    done = press(book)
    assert order_of(book) == f"проект, документ № {done.number}"
    assert done.file is not None
    assert done.file.parent == book.parent / "Документы группы"
    with changing(book) as opened:
        last = read_group(opened, (Document,))[Document][-1]
    assert (last.number, last.kind, last.title.partition(" рабочей")[0]) == (
        done.number,
        "Приказ",
        "О внесении изменений в состав",
    )


def test_the_number_typed_back_fills_the_row_by_the_button(book: Path) -> None:
    type_back(book, press(book).number)
    done = press(book)
    assert (done.filled, done.draft) == (1, None)
    assert order_of(book) == "№ 77-од от 23.11.2026"


def test_the_number_typed_back_fills_the_row_by_the_check(book: Path) -> None:
    type_back(book, press(book).number)
    with changing(book) as opened:
        found = buttons.check_entries(opened, today=TODAY).findings
    assert order_of(book) == "№ 77-од от 23.11.2026"
    assert not [one for one in found if one.rule == "MEM-3"]


def test_until_the_number_is_known_the_check_asks_for_it(book: Path) -> None:
    press(book)
    with changing(book) as opened:
        found = buttons.check_entries(opened, today=TODAY).findings
    (asked,) = [one.message for one in found if one.rule == "MEM-3"]
    assert "Впишите номер и дату подписанного приказа на лист «Документы», №" in asked


def test_a_draft_that_somebody_has_edited_is_not_overwritten(book: Path) -> None:
    first = press(book).file
    assert first is not None
    edited = docx.Document(str(first))
    edited.core_properties.modified = moment(2026, 11, 22, 12)
    edited.save(str(first))
    before = first.read_bytes()
    second = press(book).file
    assert second == first.with_name(f"{first.stem} (2).docx")
    assert first.read_bytes() == before


def test_the_composition_of_the_day_typed_on_its_sheet_is_shown(demo_book: Path) -> None:
    with changing(demo_book) as opened:
        sheet = opened.sheets["Состав группы"]
        sheet.activate()
        sheet.range("C3").value = moment(2026, 6, 1)
        done = buttons.show_composition(opened, today=TODAY)
        shown = [line.fio for line in read_group(opened, (CompositionLine,))[CompositionLine]]
        title = sheet.range("A1").value
    assert done.composition.day == dt.date(2026, 6, 1)
    assert (title, shown[-1]) == ("Состав группы на 1 июня 2026 г.", "Рудаков Степан Ефимович")


def test_a_shorter_composition_leaves_nothing_of_the_longer_one(demo_book: Path) -> None:
    with changing(demo_book) as opened:
        buttons.show_composition(opened, today=TODAY)
        buttons.show_composition(opened, dt.date(2025, 1, 1), today=TODAY)
        shown = read_group(opened, (CompositionLine,))[CompositionLine]
    assert {line.fio for line in shown} == {"вакантна"}


def test_without_a_selected_row_everyone_gets_a_sheet(demo_book: Path) -> None:
    with changing(demo_book) as opened:
        opened.sheets["Сводка"].activate()
        done = buttons.write_member_sheets(opened, today=TODAY)
    assert len(done.files) == 8
    assert done.about == "Просрочено поручений и мероприятий: 2."


def test_the_selected_row_says_whose_sheet_is_meant(demo_book: Path) -> None:
    with changing(demo_book) as opened:
        opened.sheets["Члены группы"].activate()
        opened.sheets["Члены группы"].range("B8").select()
        done = buttons.write_member_sheets(opened, today=TODAY)
    assert [file.name for file in done.files] == ["Лист члена группы, Кравец Н. Б.docx"]


def test_the_first_order_on_the_composition_is_the_order_of_the_group_too(demo_book: Path) -> None:
    with changing(demo_book) as opened:
        rows = read_group(opened, (Member,))[Member]
        write_cells(opened, Member, {(one.row, "inclusion_order"): None for one in rows})
        lines = {line.title: line.row for line in read_group(opened, ())[SettingLine]}
        blank = ("Приказ о рабочей группе, №", "Приказ о рабочей группе, дата")
        write_cells(opened, SettingLine, {(lines[title], "value"): None for title in blank})
    done = press(demo_book)
    type_back(demo_book, done.number)
    press(demo_book)
    with changing(demo_book) as opened:
        settings = read_group(opened, ()).settings
    assert (settings.order_number, settings.order_date) == ("77-од", dt.date(2026, 11, 23))


def test_a_later_order_leaves_the_order_of_the_group_alone(book: Path) -> None:
    type_back(book, press(book).number)
    press(book)
    with changing(book) as opened:
        assert read_group(opened, ()).settings.order_number != "77-од"


def test_who_stands_in_for_an_absent_member_is_ordered_once(demo_book: Path) -> None:
    with changing(demo_book) as opened:
        away, deputy = read_group(opened, (Member,))[Member][1:3]
        days = {"absent_since": moment(2026, 11, 23), "absent_until": moment(2026, 12, 4), "deputy": deputy.fio}
        write_cells(opened, Member, {(away.row, name): value for name, value in days.items()})
    for _ in range(2):
        with changing(demo_book) as opened:
            opened.sheets["Члены группы"].activate()
            opened.sheets["Члены группы"].range(f"B{away.row}").select()
            done = buttons.draft_order(opened, today=TODAY)
            titles = [one.title for one in read_group(opened, (Document,))[Document]]
    assert done.file is not None
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(done.file)).paragraphs)
    assert "с 23 ноября 2026 г. по 4 декабря 2026 г. исполнение обязанностей" in text
    assert sum(title.startswith("О временном исполнении обязанностей") for title in titles) == 1
    type_back(demo_book, done.number)
    with changing(demo_book) as opened:
        again = buttons.draft_order(opened, absent=away.fio, today=TODAY)
    assert again.draft is None or not again.draft.title.startswith("О временном")


def test_an_order_on_nobody_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "книга.xlsm"
    create(path, school="МБОУ «Школа»")
    with changing(path) as opened, pytest.raises(Failure, match="На листе «Члены группы» никого нет"):
        buttons.draft_order(opened, today=TODAY)


def test_the_sheets_of_a_group_without_members_are_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "книга.xlsm"
    create(path, school="МБОУ «Школа»")
    with changing(path) as opened:
        assert "никого нет" in buttons.write_member_sheets(opened, today=TODAY).told
