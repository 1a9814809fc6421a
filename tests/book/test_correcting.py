import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlwings as xw

from wg_excel import buttons
from wg_excel.book.correcting import list_obvious, offer
from wg_excel.book.tables import append_rows, read_cells, set_cell
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.history import HistoryEntry
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.members.members import Member
from wg_excel.headless import open_book

TODAY = dt.date(2026, 11, 22)
SLIPS = {
    "number": "2026-001",
    "date": "1 сентября 2026 г.",
    "applicant": " Соколова  Вера Павловна",
    "essence": "Пароль: Zima2026 ",
    "status": "решено",
}


@pytest.fixture
def book(empty: Path) -> Iterator[xw.Book]:
    opened = open_book(empty)
    append_rows(opened, Appeal, [[SLIPS.get(column.name) for column in Appeal.table.columns]])
    yield opened
    opened.close()


def cells(book: xw.Book) -> dict[str, object]:
    found = read_cells(book, Appeal)
    return dict(zip([column.name for column in Appeal.table.columns], found.rows[0], strict=True))


def history(book: xw.Book) -> list[tuple[object, ...]]:
    return [row[2:] for row in read_cells(book, HistoryEntry).rows if row[0]]


def test_the_list_changes_nothing(book: xw.Book) -> None:
    before = cells(book)
    assert [each.place.column for each in list_obvious(book)] == ["Дата", "Заявитель", "Статус"]
    assert (cells(book), history(book)) == (before, [])


def test_what_is_obvious_is_corrected_as_values_of_their_kind(book: xw.Book) -> None:
    buttons.correct_obvious(book, today=TODAY)
    now = cells(book)
    assert now["date"] == dt.datetime(2026, 9, 1)  # noqa: DTZ001 - a cell's day
    assert (now["applicant"], now["status"]) == ("Соколова Вера Павловна", "Решено")


def test_each_change_is_a_line_of_the_history(book: xw.Book) -> None:
    buttons.correct_obvious(book, today=TODAY)
    act = "Исправить очевидное"
    row = read_cells(book, Appeal).first_row
    assert history(book) == [
        (act, "№ 2026-001, «Дата»: дата введена текстом", f"Обращения!B{row}", SLIPS["date"], "01.09.2026"),
        (
            act,
            "№ 2026-001, «Заявитель»: лишние пробелы или невидимые знаки",
            f"Обращения!C{row}",
            SLIPS["applicant"],
            "Соколова Вера Павловна",
        ),
        (act, "№ 2026-001, «Статус»: записано не так, как в списке", f"Обращения!L{row}", "решено", "Решено"),
    ]


def test_a_secret_is_neither_corrected_nor_repeated(book: xw.Book) -> None:
    buttons.correct_obvious(book, today=TODAY)
    assert cells(book)["essence"] == SLIPS["essence"]
    assert "Zima" not in str(history(book))


def test_pressed_twice_nothing_is_left_to_correct(book: xw.Book) -> None:
    buttons.correct_obvious(book, today=TODAY)
    once = cells(book)
    assert buttons.correct_obvious(book, today=TODAY) == ()
    assert cells(book) == once


def test_undo_brings_the_very_cells_back(book: xw.Book) -> None:
    before = cells(book)
    buttons.correct_obvious(book, today=TODAY)
    assert len(buttons.undo_corrections(book, today=TODAY).back) == 3
    assert cells(book) == before
    assert buttons.undo_corrections(book, today=TODAY).back == ()


def test_undo_survives_saving(book: xw.Book, tmp_path: Path) -> None:
    before = cells(book)
    buttons.correct_obvious(book, today=TODAY)
    book.save(tmp_path / "saved.xlsm")
    again = open_book(tmp_path / "saved.xlsm")
    buttons.undo_corrections(again, today=TODAY)
    assert cells(again) == before
    again.close()


def test_undo_leaves_a_cell_that_was_changed_since(book: xw.Book) -> None:
    buttons.correct_obvious(book, today=TODAY)
    set_cell(book, Appeal, read_cells(book, Appeal).first_row, "status", "В работе")
    undone = buttons.undo_corrections(book, today=TODAY)
    assert [change.became for change in undone.kept] == ["Решено"]
    assert cells(book)["status"] == "В работе"


def test_undo_leaves_a_cell_that_belongs_to_another_row_now(book: xw.Book) -> None:
    buttons.correct_obvious(book, today=TODAY)
    set_cell(book, Appeal, read_cells(book, Appeal).first_row, "number", "2026-002")
    assert buttons.undo_corrections(book, today=TODAY).back == ()
    assert cells(book)["status"] == "Решено"


def test_a_time_is_corrected_and_brought_back(book: xw.Book) -> None:
    append_rows(book, Meeting, [["1", None, "14.30", *[None] * (len(Meeting.table.columns) - 3)]])
    place = Meeting.table.titles.index("Начало")
    buttons.correct_obvious(book, today=TODAY)
    value = read_cells(book, Meeting).rows[0][place]
    assert not isinstance(value, str)
    buttons.undo_corrections(book, today=TODAY)
    assert read_cells(book, Meeting).rows[0][place] == "14.30"


def test_a_formula_is_left_to_its_author(book: xw.Book) -> None:
    cells = read_cells(book, Member)
    cell = book.sheets["Члены группы"].range(cells.address(cells.first_row, "Должность"))
    cell.value = '=" учитель"'
    assert cell.value == " учитель"
    assert "Должность" not in [each.place.column for each in list_obvious(book)]


def test_the_question_of_excel_names_the_changes_and_fits_into_its_window(book: xw.Book) -> None:
    assert offer(book).startswith("Исправить? Всего: 3.\nОбращения · № 2026-001, «Дата»: «1 сентября 2026 г.»")
    append_rows(
        book, Appeal, [[f"2027-{n:03}", "01.09.2026", *[None] * (len(Appeal.table.columns) - 2)] for n in range(60)]
    )
    assert len(offer(book)) < 1024
    assert "… и ещё" in offer(book)
