import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlwings as xw

from wg_excel import buttons
from wg_excel.actions.sealing import NothingSealed, NothingToSeal, NotNewest, NotSealed, ReasonMissing, SealedAndChanged
from wg_excel.book.master import read_group
from wg_excel.book.protocol_texts import read_text
from wg_excel.book.tables import set_cell
from wg_excel.domain.meetings.meetings import AgendaItem, Meeting
from wg_excel.domain.meetings.protocol_gaps import NoSuchMeeting, ProtocolNotReady
from wg_excel.headless import open_book

TODAY = dt.date(2026, 11, 22)
FIVE = "Протокол № 5"


@pytest.fixture
def book(demo_book: Path) -> Iterator[xw.Book]:
    opened = open_book(demo_book)
    yield opened
    opened.close()


def meeting(book: xw.Book, number: str = "5") -> Meeting:
    found = read_group(book).index.meeting(number)
    assert found
    return found


def broken(book: xw.Book) -> list[str]:
    return [one.place.column for one in buttons.check_entries(book, today=TODAY).findings if one.rule == "MTG-11"]


def change_decision(book: xw.Book, number: str = "5") -> None:
    item = read_group(book).index.agenda(number)[0]
    set_cell(book, AgendaItem, item.row, "decided", "Иное")


def test_a_draft_is_marked_until_it_is_sealed(book: xw.Book) -> None:
    assert buttons.create_protocol(book, "5", today=TODAY).is_draft
    assert read_text(book, FIVE)[0] == "ПРОЕКТ"
    assert not buttons.seal_protocol(book, "5", today=TODAY).is_draft
    assert "ПРОЕКТ" not in read_text(book, FIVE)


def test_the_seal_says_when_who_and_what(book: xw.Book) -> None:
    buttons.seal_protocol(book, "5", today=TODAY)
    sealed = meeting(book)
    assert (sealed.sealed, sealed.revision, len(sealed.fingerprint)) == (TODAY, 1, 64)
    assert sealed.sealed_by
    assert broken(book) == []


def test_sealed_once_a_second_press_and_a_new_protocol_change_nothing(book: xw.Book) -> None:
    buttons.seal_protocol(book, "5", today=TODAY)
    before = meeting(book), read_text(book, FIVE)
    buttons.seal_protocol(book, "5", today=TODAY + dt.timedelta(days=1))
    assert not buttons.create_protocol(book, "5", today=TODAY).is_draft
    assert (meeting(book), read_text(book, FIVE)) == before


def test_a_later_change_is_shown_and_no_protocol_is_made_of_it(book: xw.Book) -> None:
    buttons.seal_protocol(book, "5", today=TODAY)
    change_decision(book)
    assert broken(book) == ["Решили"]
    with pytest.raises(SealedAndChanged, match="Повестка: 1"):
        buttons.create_protocol(book, "5", today=TODAY)


def test_a_changed_or_deleted_sheet_is_shown(book: xw.Book) -> None:
    buttons.seal_protocol(book, "5", today=TODAY)
    book.sheets[FIVE].range("A4").value = "ПРОТОКОЛ (исправлен)"
    assert broken(book) == ["Протокол"]
    book.sheets[FIVE].delete()
    assert broken(book) == ["Протокол"]


def test_the_newest_is_opened_with_a_reason_and_its_sealed_sheet_stays(book: xw.Book) -> None:
    buttons.seal_protocol(book, "5", today=TODAY)
    sealed_text = read_text(book, FIVE)
    opened = buttons.reopen_protocol(book, "5", "описка", today=TODAY).meeting
    assert (opened.revision, opened.sealed) == (2, None)
    assert read_text(book, f"{FIVE} (ред. 1)") == sealed_text
    assert read_text(book, FIVE)[0] == "ПРОЕКТ"
    change_decision(book)
    buttons.seal_protocol(book, today=TODAY)
    assert (meeting(book).revision, meeting(book).reason, broken(book)) == (2, "", [])


def test_the_secretarys_own_paragraph_goes_into_the_next_revision(book: xw.Book) -> None:
    buttons.create_protocol(book, "5", today=TODAY)
    notes = book.sheets[FIVE].range("C1:C692").options(ndim=2).value
    row = next(n for n, (note,) in enumerate(notes, 1) if note and "Особое мнение" in str(note))
    book.sheets[FIVE].range((row, 1)).value = "Особое мнение: против пункта 2.1."
    buttons.seal_protocol(book, "5", today=TODAY)
    assert "Особое мнение: против пункта 2.1." in read_text(book, FIVE)
    assert buttons.create_protocol(book, "5", today=TODAY).additions == {"remarks": "Особое мнение: против пункта 2.1."}
    buttons.reopen_protocol(book, "5", "описка", today=TODAY)
    assert "Особое мнение: против пункта 2.1." in read_text(book, FIVE)
    assert broken(book) == []


def test_a_reason_typed_into_the_row_serves_the_button(book: xw.Book) -> None:
    buttons.seal_protocol(book, "5", today=TODAY)
    with pytest.raises(ReasonMissing):
        buttons.reopen_protocol(book, today=TODAY)
    set_cell(book, Meeting, meeting(book).row, "reason", "описка в вопросе 2")
    assert buttons.reopen_protocol(book, today=TODAY).meeting.reason == "описка в вопросе 2"


def test_only_the_newest_sealed_protocol_is_opened(book: xw.Book) -> None:
    with pytest.raises(NothingSealed):
        buttons.reopen_protocol(book, "5", "описка", today=TODAY)
    for number in ("1", "5"):
        buttons.seal_protocol(book, number, today=TODAY)
    with pytest.raises(NotNewest, match="№ 1 открыть нельзя: после него опечатан протокол № 5"):
        buttons.reopen_protocol(book, "1", "описка", today=TODAY)
    with pytest.raises(NotSealed):
        buttons.reopen_protocol(book, "4", "описка", today=TODAY)


def test_what_cannot_be_sealed_is_said(book: xw.Book) -> None:
    with pytest.raises(ProtocolNotReady):
        buttons.seal_protocol(book, "6", today=TODAY)
    with pytest.raises(NoSuchMeeting):
        buttons.seal_protocol(book, "99", today=TODAY)
    buttons.seal_protocol(book, today=TODAY)
    with pytest.raises(NothingToSeal):
        buttons.seal_protocol(book, today=TODAY)


def test_carrying_decisions_after_the_sealing_breaks_no_seal(book: xw.Book) -> None:
    item = read_group(book).index.agenda("5")[0]
    set_cell(book, AgendaItem, item.row, "decided", "Кравец Н. Б. собрать заявки до 20.12.2026.")
    set_cell(book, AgendaItem, item.row, "assignment", None)
    buttons.carry_decisions(book, "5", today=TODAY)
    buttons.seal_protocol(book, "5", today=TODAY)
    buttons.carry_decisions(book, "5", today=TODAY)
    buttons.plan_meeting(book, today=TODAY)
    assert broken(book) == []
