import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlwings as xw
from hypothesis import HealthCheck, given, settings, strategies as st

from wg_excel.actions import journal as reading_of_the_journal
from wg_excel.actions.journal import END, Journal, read_journal
from wg_excel.actions.recording import record_appeal
from wg_excel.book.opened import changing, reading
from wg_excel.book.tables import append_rows, read_cells, write_rows
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.new_appeals import Draft

TODAY = dt.date(2026, 11, 22)
Rows = list[list[object]]


def rows_of(book: xw.Book) -> Rows:
    return [list(row) for row in read_cells(book, Appeal).rows if any(row)]


def write(book: xw.Book, rows: Rows) -> None:
    write_rows(book, Appeal, [row[: len(Appeal.table.titles)] for row in rows])


def sorted_by_applicant(book: xw.Book) -> None:
    write(book, sorted(rows_of(book), key=lambda row: str(row[2])))


@pytest.fixture
def short_ends(monkeypatch: pytest.MonkeyPatch) -> int:
    """Let the journal of the demonstration, of sixty rows, be a long one."""
    monkeypatch.setattr(reading_of_the_journal, "END", 3)
    return 3


@pytest.mark.parametrize("is_sorted", [False, True])
def test_what_is_asked_for_is_that_of_the_whole_journal(demo_book: Path, *, is_sorted: bool) -> None:
    with changing(demo_book) as book:
        if is_sorted:
            sorted_by_applicant(book)
        whole, journal = read_journal(book), Journal(book)
        day = whole[7].date
        assert day
        assert journal.is_whole
        assert journal.appeals == whole
        assert journal.of_day(day) == tuple(one for one in whole if one.date == day)
        busy = [(one.executor, one.status) for one in whole if one.executor and one.is_open]
        assert [(one.executor, one.status) for one in journal.busy()] == busy


def test_of_a_long_journal_both_ends_are_read(demo_book: Path, short_ends: int) -> None:
    with reading(demo_book) as book:
        whole, journal = read_journal(book), Journal(book)
    assert not journal.is_whole
    assert journal.appeals == (*whole[:short_ends], *whole[-short_ends:])


def test_scattered_rows_without_an_applicant_are_found(demo_book: Path) -> None:
    with changing(demo_book) as book:
        rows = rows_of(book)
        for row in rows[::2]:
            row[2] = None
        write(book, rows)
        assert [one.number for one in Journal(book).unfilled()] == [row[0] for row in rows[::2]]


def test_a_row_that_only_waits_to_be_filled_in_is_found_again(demo_book: Path) -> None:
    with changing(demo_book) as book:
        first, second = (record_appeal(book, Draft(), TODAY) for _ in range(2))
    assert (first.is_new, second.is_new) == (True, False)
    assert first.appeal.row == second.appeal.row


def test_what_came_with_a_letter_is_found_by_its_print_wherever_it_stands(demo_book: Path, short_ends: int) -> None:
    with changing(demo_book) as book:
        made = record_appeal(book, Draft("Соколова Вера Павловна", essence="Пропала печать", source="a1b2"), TODAY)
        rows = rows_of(book)
        write(book, [*rows[:30], rows[-1], *rows[30:-1]])
    with reading(demo_book) as book:
        journal = Journal(book)
        assert made.appeal.number not in {one.number for one in journal.appeals}
        assert [one.number for one in journal.from_source("a1b2")] == [made.appeal.number]
    assert short_ends < 30 < END


@pytest.mark.usefixtures("short_ends")
def test_a_number_typed_by_hand_in_the_middle_of_a_long_journal_is_not_given(demo_book: Path) -> None:
    with changing(demo_book) as book:
        rows = rows_of(book)
        rows[30][0] = "2026-061"
        write(book, rows)
        assert record_appeal(book, Draft(), TODAY).appeal.number == "2026-062"


@pytest.mark.usefixtures("short_ends")
def test_of_a_long_journal_sorted_by_something_else_all_numbers_count(demo_book: Path) -> None:
    with changing(demo_book) as book:
        sorted_by_applicant(book)
        rows = rows_of(book)
        rows[30][0] = "2026-500"
        write(book, rows)
        assert record_appeal(book, Draft(), TODAY).appeal.number == "2026-501"


@pytest.mark.usefixtures("short_ends")
def test_a_number_that_only_the_history_keeps_is_not_given(demo_book: Path) -> None:
    with changing(demo_book) as book:
        lines = [["2026-061", dt.datetime(2026, 11, 20), "Новое"]]  # noqa: DTZ001 - a sheet knows no time zones
        append_rows(book, AppealState, [[*line, None] for line in lines])
        append_rows(book, AppealState, [["2026-001", *line[1:], None] for line in lines * 5])
        assert record_appeal(book, Draft(), TODAY).appeal.number == "2026-062"


@pytest.mark.usefixtures("short_ends")
def test_a_new_year_counts_anew_and_a_letter_of_the_past_one_follows_its_numbers(demo_book: Path) -> None:
    with changing(demo_book) as book:
        january, late = dt.date(2027, 1, 11), Draft("Соколова Вера Павловна", essence="Опоздало", date=TODAY)
        assert record_appeal(book, Draft(), january).appeal.number == "2027-001"
        assert record_appeal(book, late, january).appeal.number == "2026-061"


def deleted(rows: Rows, place: int) -> Rows:
    return rows[:place] + rows[place + 1 :]


def resorted(rows: Rows, place: int) -> Rows:
    return sorted(rows, key=lambda row: str(row[place % 4]), reverse=bool(place % 2))


def pasted(rows: Rows, place: int) -> Rows:
    """Put rows of another person's copy in: that copy counted on from the same numbers."""
    known = {row[0] for row in rows}
    new = [number for number in (f"2026-{60 + n:03}" for n in range(1, 4)) if number not in known]
    return [*rows[:place], *([number, *rows[place][1:]] for number in new), *rows[place:]]


def typed(rows: Rows, place: int) -> Rows:
    """Overtype a number by one that does not stand yet."""
    known = {str(row[0]) for row in rows}
    new = next(free for free in map(number, range(61, 200)) if free not in known)
    return [*rows[:place], [new, *rows[place][1:]], *rows[place + 1 :]]


def number(count: int) -> str:
    return f"2026-{count:03}"


EDITS: tuple[Callable[[Rows, int], Rows], ...] = (deleted, resorted, pasted, typed)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], Path]]:
    """Give fresh copies of a workbook to examples of one test."""
    folder, made = tmp_path_factory.mktemp("journals"), iter(range(10_000))

    def copy(book: Path) -> Path:
        return Path(shutil.copy(book, folder / f"{next(made)}{book.suffix}"))

    yield copy
    shutil.rmtree(folder)


@pytest.mark.usefixtures("short_ends")
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(edits=st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 50)), max_size=6))
def test_no_number_is_given_twice_whatever_people_do_to_a_long_journal(
    demo_book: Path, copies: Callable[[Path], Path], edits: list[tuple[Callable[[Rows, int], Rows], int]]
) -> None:
    with changing(copies(demo_book)) as book:
        ever = {str(row[0]) for row in rows_of(book)}
        for n, (edit, place) in enumerate(edits):
            write(book, edit(rows_of(book), place))
            standing = [str(row[0]) for row in rows_of(book)]
            made = record_appeal(book, Draft("Соколова Вера Павловна", essence=f"Вопрос {n}"), TODAY).appeal.number
            assert made not in {*ever, *standing}
            ever |= {made}
