from pathlib import Path

from wg_excel.book.opened import reading
from wg_excel.book.tables import read_cells
from wg_excel.button_list import BUTTONS
from wg_excel.cli.app import run
from wg_excel.domain.history import HistoryEntry
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.excel import FILES
from wg_excel.pressing import press_file


def test_a_press_is_done_and_told(demo_book: Path) -> None:
    before = demo_book.read_bytes()
    assert press_file(demo_book, "check_entries").kind == "done"
    assert demo_book.read_bytes() != before


def test_a_question_leaves_the_file_as_it_is_until_it_is_agreed_to(demo_book: Path) -> None:
    before = demo_book.read_bytes()
    asked = press_file(demo_book, "correct_obvious")
    assert (asked.kind, asked.text[:10]) == ("ask", "Исправить?")
    assert demo_book.read_bytes() == before
    assert press_file(demo_book, "correct_obvious", agreed=True).kind == "done"
    assert press_file(demo_book, "correct_obvious").text == "Исправлять нечего."


def test_files_are_handed_to_the_button_that_asks_for_them(demo_book: Path, tmp_path: Path) -> None:
    staff = tmp_path / "Список.csv"
    staff.write_text("ФИО;Должность\nНовый Пётр Ильич;учитель\n", encoding="utf-8")
    press_file(demo_book, "load_staff", [staff], agreed=True)
    with reading(demo_book) as book:
        assert "Новый Пётр Ильич" in {row[0] for row in read_cells(book, Teacher).rows}


def test_a_failure_is_told_and_the_file_stays(demo_book: Path, tmp_path: Path) -> None:
    absent = press_file(tmp_path / "нет.xlsx", "check_entries")
    assert absent.kind == "fail"
    before = demo_book.read_bytes()
    assert press_file(demo_book, "load_staff", [tmp_path / "нет.csv"]).kind == "fail"
    assert demo_book.read_bytes() == before


def test_the_command_writes_the_answer_into_a_file(demo_book: Path, tmp_path: Path) -> None:
    answer = tmp_path / "ответ.txt"
    assert run(["press", str(demo_book), "add_appeal", "--answer", str(answer)]) == 0
    assert answer.read_text(encoding="utf-8").startswith("done:")
    with reading(demo_book) as book:
        assert read_cells(book, HistoryEntry).rows[-1][2] == "Новое обращение"


def test_the_buttons_that_ask_for_files_are_those_that_take_them() -> None:
    assert set(FILES) == {button.function for button in BUTTONS if button.asks}
