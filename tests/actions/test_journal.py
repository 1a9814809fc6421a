import datetime as dt
from pathlib import Path

import pytest
import xlwings as xw

from wg_excel.actions.journal import FEW, Journal, read_journal
from wg_excel.actions.recording import record_appeal
from wg_excel.book.opened import changing, reading
from wg_excel.book.tables import read_cells, write_rows
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.new_appeals import Draft

TODAY = dt.date(2026, 11, 22)


def sorted_by_applicant(book: xw.Book) -> None:
    rows = sorted(read_cells(book, Appeal).rows, key=lambda row: str(row[2]))
    write_rows(book, Appeal, rows)


@pytest.mark.parametrize("is_sorted", [False, True])
def test_what_is_asked_for_is_that_of_the_whole_journal(demo_book: Path, *, is_sorted: bool) -> None:
    with changing(demo_book) as book:
        if is_sorted:
            sorted_by_applicant(book)
        whole, journal = read_journal(book), Journal(book)
        day, theme = whole[7].date, whole[7].theme
        assert day
        assert journal.numbers == tuple(one.number for one in whole)
        assert journal.of_day(day) == tuple(one for one in whole if one.date == day)
        busy = [(one.executor, one.status) for one in whole if one.executor and one.is_open]
        assert [(one.executor, one.status) for one in journal.busy()] == busy
        asked = [(one.row, one.help_kind) for one in whole if one.theme == theme and one.date and one.date >= day]
        assert [(one.row, one.help_kind) for one in journal.on_theme(theme, day)] == asked
        assert journal.latest(10) == whole[-10:]


def test_many_scattered_rows_are_found_too(demo_book: Path) -> None:
    with changing(demo_book) as book:
        rows = [list(row) for row in read_cells(book, Appeal).rows]
        for row in rows[::2]:
            row[2] = None
        write_rows(book, Appeal, rows)
        assert len(rows[::2]) > FEW
        assert [one.number for one in Journal(book).unfilled()] == [row[0] for row in rows[::2]]


def test_a_row_that_only_waits_to_be_filled_in_is_found_again(demo_book: Path) -> None:
    with changing(demo_book) as book:
        first, second = (record_appeal(book, Draft(), TODAY) for _ in range(2))
    assert (first.is_new, second.is_new) == (True, False)
    assert first.appeal.row == second.appeal.row


def test_what_came_with_a_letter_is_found_by_its_print(demo_book: Path) -> None:
    with changing(demo_book) as book:
        made = record_appeal(book, Draft("Соколова Вера Павловна", essence="Пропала печать", source="a1b2"), TODAY)
    with reading(demo_book) as book:
        assert [one.number for one in Journal(book).from_source("a1b2")] == [made.appeal.number]
