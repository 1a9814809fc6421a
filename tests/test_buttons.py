import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
import xlwings as xw

from tests.com.pressing import PRESSES as EVERY
from wg_excel import buttons
from wg_excel.book.chosen_rows import Chosen
from wg_excel.book.opened import changing
from wg_excel.book.tables import read_cells, set_cell
from wg_excel.button_list import BUTTONS
from wg_excel.demo import school_year
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.failures import Failure
from wg_excel.domain.findings import FindingLine, Severity
from wg_excel.domain.history import HistoryEntry
from wg_excel.domain.periods import Period

TODAY = dt.date(2026, 11, 22)
APPEALS = Chosen("Обращения", frozenset({61, 64}))  # open ones: «В работе» and «Новое»
CLOSING = ("reopen_protocol", "seal_protocol")  # what they close takes no more entries
REMARKS = Chosen("Мониторинг", frozenset(range(6, 36)))
PRESSES: dict[str, Callable[[xw.Book], object]] = {
    "take_to_meeting": lambda book: buttons.take_to_meeting(book, APPEALS, today=TODAY),
    "pass_to_support": lambda book: buttons.pass_to_support(book, APPEALS, today=TODAY),
    "ask_teacher": lambda book: buttons.ask_teacher(book, APPEALS, today=TODAY),
    "plan_training": lambda book: buttons.plan_training(book, APPEALS, today=TODAY),
    "give_assignment": lambda book: buttons.give_assignment(book, REMARKS, today=TODAY),
    "record_remark": lambda book: buttons.record_remark(book, REMARKS, today=TODAY),
    "bring_answers": lambda book: buttons.bring_answers(book, today=TODAY),
    "gather_themes": lambda book: buttons.gather_themes(book, today=TODAY),
    "add_appeal": lambda book: buttons.add_appeal(book, today=TODAY),
    "check_entries": lambda book: buttons.check_entries(book, today=TODAY),
    "correct_obvious": lambda book: buttons.correct_obvious(book, today=TODAY),
    "import_exports": lambda book: buttons.import_exports(book, school_year.exports(), today=TODAY),
    "build_monitoring": lambda book: buttons.build_monitoring(book, today=TODAY),
    "build_summary": lambda book: buttons.build_summary(book, today=TODAY),
    "plan_meeting": lambda book: buttons.plan_meeting(book, today=TODAY),
    "create_report": lambda book: buttons.create_report(book, today=TODAY),
    "fill_attendance": lambda book: buttons.fill_attendance(book, "2", today=TODAY),
    "carry_decisions": lambda book: buttons.carry_decisions(book, "5", today=TODAY),
    "seal_protocol": lambda book: buttons.seal_protocol(book, "5", today=TODAY),
    "show_participation": lambda book: buttons.show_participation(book, today=TODAY),
    "write_reminders": lambda book: buttons.write_reminders(book, today=TODAY),
    "create_site_page": lambda book: buttons.create_site_page(book, today=TODAY),
    "create_protocol": lambda book: buttons.create_protocol(book, "1", today=TODAY),
    "show_composition": lambda book: buttons.show_composition(book, today=TODAY),
    "draft_order": lambda book: buttons.draft_order(book, today=TODAY),
    "write_member_sheets": lambda book: buttons.write_member_sheets(book, "Терещук В. О.", today=TODAY),
    "write_acquaintance": lambda book: buttons.write_acquaintance(book, today=TODAY),
}


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the values of every sheet but the history, which each press adds to."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: list(sheet.values) for sheet in book.worksheets if sheet.title != "История"}


def press_and_fail(book: xw.Book) -> None:
    buttons.check_entries(book, today=TODAY)
    raise ZeroDivisionError


def test_every_button_of_the_workbook_is_a_function() -> None:
    assert all(callable(getattr(buttons, button.function)) for button in BUTTONS)


@pytest.mark.parametrize("name", PRESSES)
def test_pressed_twice_is_done_once(demo_book: Path, name: str) -> None:
    with changing(demo_book) as book:
        PRESSES[name](book)
    once = contents(demo_book)
    with changing(demo_book) as book:
        PRESSES[name](book)
    assert contents(demo_book) == once


@pytest.mark.parametrize("name", PRESSES)
def test_a_press_is_written_into_the_history(demo_book: Path, name: str) -> None:
    with changing(demo_book) as book:
        before = read_cells(book, HistoryEntry).rows
        PRESSES[name](book)
        after = read_cells(book, HistoryEntry).rows
    assert len(after) > len(before)
    assert after[: len(before)] == before
    assert all(after[-1][:4])


def test_no_button_changes_what_the_history_says_already(demo_book: Path) -> None:
    with changing(demo_book) as book:
        for name in (*(each for each in EVERY if each not in CLOSING), *CLOSING):
            before = read_cells(book, HistoryEntry).rows
            with suppress(Failure):
                EVERY[name](book)
            assert read_cells(book, HistoryEntry).rows[: len(before)] == before, name
        assert len(before) > len(EVERY) / 2


def test_the_check_finds_exactly_the_planted_mistakes(demo_book: Path) -> None:
    with changing(demo_book) as book:
        found = buttons.check_entries(book, today=TODAY).findings
    planted = sorted((each.rule, each.sheet, each.column) for each in school_year.planted())
    assert sorted((each.rule, each.place.sheet, each.place.column) for each in found) == planted


def test_a_failing_button_leaves_the_workbook_untouched(demo_book: Path) -> None:
    before = demo_book.read_bytes()
    with pytest.raises(ZeroDivisionError), changing(demo_book) as book:
        press_and_fail(book)
    assert demo_book.read_bytes() == before


def test_a_backup_is_a_copy_beside_the_workbook(demo_book: Path) -> None:
    before = demo_book.read_bytes()
    with changing(demo_book) as book:
        assert buttons.back_up(book).read_bytes() == before


def test_the_import_takes_what_lies_in_the_folder_of_exports(demo_book: Path) -> None:
    folder = demo_book.parent / "Выгрузки"
    folder.mkdir()
    for export in school_year.exports():
        (folder / export.name).write_bytes(export.read_bytes())
    with changing(demo_book) as book:
        statuses = {each.status for each in buttons.import_exports(book, today=TODAY)}
    assert statuses == {"unchanged"}


def test_the_monitoring_of_a_period_without_lessons_is_empty_and_says_so(demo_book: Path) -> None:
    july = Period(dt.date(2026, 7, 1), dt.date(2026, 7, 31))
    with changing(demo_book) as book:
        assert buttons.build_monitoring(book, july, today=TODAY).rows == ()


def accept_first(book: xw.Book, reason: str) -> int:
    """Check the book, accept the first finding of its list and return its number."""
    first = buttons.check_entries(book, today=TODAY).findings[0]
    set_cell(book, FindingLine, read_cells(book, FindingLine).first_row, "accepted", reason)
    return first.number


def test_an_accepted_finding_is_shown_last_and_counted_apart(demo_book: Path) -> None:
    with changing(demo_book) as book:
        before = buttons.check_entries(book, today=TODAY)
        number = accept_first(book, "так решил директор")
        after = buttons.check_entries(book, today=TODAY)
        figures = {figure.id: figure.value for figure in buttons.build_summary(book, today=TODAY).figures}
        line = [row for row in read_cells(book, FindingLine).rows if row[0]][-1]
    assert (after.count(Severity.ERROR), after.accepted) == (before.count(Severity.ERROR) - 1, 1)
    assert (after.findings[-1].number, line[0]) == (number, "Принято")
    assert figures["entries.errors"] == after.count(Severity.ERROR)
    assert figures["entries.accepted"] == 1


def test_an_accepted_finding_stands_again_when_its_cell_changes(demo_book: Path) -> None:
    with changing(demo_book) as book:
        number = accept_first(book, "так решил директор")
        (accepted,) = [each for each in buttons.check_entries(book, today=TODAY).findings if each.accepted]
        place = accepted.place
        assert (accepted.number, place.column) == (number, "Исполнитель")
        set_cell(book, Appeal, place.row, "executor", "Никто Иван Иванович")
        again = buttons.check_entries(book, today=TODAY)
    assert again.accepted == 0


def test_every_button_is_there_under_its_name_and_no_other_is() -> None:
    for name in (name for names in buttons.MODULES.values() for name in names):
        assert getattr(buttons, name).__name__ == name
    with pytest.raises(AttributeError):
        buttons.press_nothing  # noqa: B018 - to ask for it is what fails
