import datetime as dt
from pathlib import Path

import pytest
import xlwings as xw

from tests.care.books import workbook
from wg_excel.book.backups import list_backups
from wg_excel.book.facts import read_facts, write_facts
from wg_excel.book.opened import reading
from wg_excel.care.content import Value
from wg_excel.care.copies import compare, merge, only_copy
from wg_excel.care.failures import NoCopy, SameWorkbook, SeveralCopies
from wg_excel.care.stored import read_contents
from wg_excel.domain.imported.facts import Facts, Lesson

DAY = dt.date(2026, 11, 22)
COMMON = """
    tblAppeals
    № | Дата | Заявитель | Суть обращения | Статус
    2026-001 | 2026-09-02 | Ким О. Е. | Не открывается журнал | Новое
"""
A = f"""{COMMON}    2026-002 | 2026-09-03 | Лось И. П. | Нет расписания | Новое
"""
B = f"""{COMMON.replace("Новое", "Решено")}    2026-002 | 2026-09-04 | Юрьева А. А. | =Забыт пароль | Новое

    tblMeetings
    № | Дата
    1 | 2026-11-20

    tblAgenda
    Заседание | Вопрос № | Вопрос | Обращение
    1 | 1 | О паролях | 2026-002

    tblImports
    № | SHA-256 | Период с | Период по | Отчёт
    1 | b | 2026-09-01 | 2026-09-30 | Уроки

    tblExtractions
    № | Что извлечь | Импорт
    1 | Уроки сентября | 1
"""
IMPORTS_A = """

    tblImports
    № | SHA-256 | Период с | Период по | Отчёт
    1 | a | 2026-09-01 | 2026-09-30 | Уроки
"""


def with_lesson(school_class: str) -> Facts:
    return Facts((Lesson(20260901, 1, school_class, "Химия", "", "Ким О. Е.", 1, 0, 0, 0, 0, 1),))


@pytest.fixture
def books(tmp_path: Path) -> tuple[Path, Path]:
    a = workbook(tmp_path / "книга.xlsm", A + IMPORTS_A, lambda book: write_facts(book, with_lesson("5А")))
    b = workbook(tmp_path / "книга (1).xlsm", B, lambda book: write_facts(book, with_lesson("6Б")))
    return a, b


def rows(path: Path, name: str, *titles: str) -> list[tuple[Value, ...]]:
    with reading(path) as book:
        table = read_contents(book).table(name)
    assert table
    found = (table.cells(row) for row in table.rows)
    return [values for cells in found if any(values := tuple(cells[title] for title in titles))]


def test_a_workbook_is_compared_with_the_copy_beside_it(books: tuple[Path, Path]) -> None:
    found = compare(books[0])
    assert found.b == books[1]
    appeals = next(table for table in found.tables if table.name == "tblAppeals")
    assert [(change.a.key, change.clash) for change in appeals.changed] == [("2026-001", False), ("2026-002", True)]


def test_a_merge_loses_no_row_and_moves_clashing_numbers_with_their_references(books: tuple[Path, Path]) -> None:
    a, b = books
    before = a.read_bytes(), b.read_bytes()
    done = merge(a, b, today=DAY)
    assert ("Обращения", "2026-002", "2026-003") in done.renumbered
    assert rows(a, "tblAppeals", "№", "Суть обращения", "Статус") == [
        ("2026-001", "Не открывается журнал", "Новое"),
        ("2026-002", "Нет расписания", "Новое"),
        ("2026-003", "=Забыт пароль", "Новое"),
    ]
    assert rows(a, "tblAgenda", "Вопрос", "Обращение") == [("О паролях", "2026-003")]
    assert b.read_bytes() == before[1]
    assert [backup.path.read_bytes() for backup in list_backups(a)] == [before[0]]


def test_imports_of_the_copy_are_merged_with_their_facts(books: tuple[Path, Path]) -> None:
    a, b = books
    merge(a, b, today=DAY)
    assert rows(a, "tblImports", "№", "SHA-256") == [(1.0, "a"), (2.0, "b")]
    assert rows(a, "tblExtractions", "Что извлечь", "Импорт") == [("Уроки сентября", 2.0)]
    with reading(a) as book:
        assert {(each.school_class, each.source) for each in read_facts(book).lessons} == {("5А", 1), ("6Б", 2)}


def test_what_was_merged_once_is_not_merged_again(books: tuple[Path, Path]) -> None:
    a, b = books
    merge(a, b, today=DAY)
    assert merge(a, b, today=DAY).count("appended") == 0
    assert len(rows(a, "tblAppeals", "№")) == 3


def test_the_copys_row_is_taken_where_the_user_says_so(books: tuple[Path, Path]) -> None:
    a, b = books
    merge(a, b, ["b:Обращения:2026-001"], today=DAY)
    assert rows(a, "tblAppeals", "№", "Статус")[0] == ("2026-001", "Решено")


def test_the_history_says_what_was_merged(books: tuple[Path, Path]) -> None:
    merge(*books, today=DAY)
    ((action, details),) = rows(books[0], "tblHistory", "Действие", "Подробности")
    assert action == "Объединить копии"
    assert str(details).startswith(
        "книга (1).xlsm: добавлено строк: 5, взято из копии: 0, заполнено в столбцах копии: 0, оставлено"
    )


def test_a_users_column_of_the_copy_comes_along(tmp_path: Path) -> None:
    def widened(book: xw.Book) -> None:
        book.sheets["План"].range("A1").value = "сверху"

    a = workbook(tmp_path / "a.xlsm", "tblPlan\n№ | Мероприятие\n1 | Семинар")
    b = workbook(tmp_path / "b.xlsm", "tblPlan\n№ | Мероприятие | Смета\n2 | Опрос | 500", widened)
    merge(a, b, today=DAY)
    assert rows(a, "tblPlan", "Мероприятие", "Смета") == [("Семинар", None), ("Опрос", 500.0)]


def test_a_workbook_is_not_compared_with_itself(books: tuple[Path, Path]) -> None:
    with pytest.raises(SameWorkbook, match="Дважды назван один файл"):
        compare(books[0], books[0].parent / "." / books[0].name)


def test_without_one_copy_beside_it_the_user_names_it(tmp_path: Path) -> None:
    book = tmp_path / "книга.xlsm"
    with pytest.raises(NoCopy, match="назовите вторую книгу сами"):
        only_copy(book)
    for name in ("книга (1).xlsm", "книга (2).xlsm"):
        (tmp_path / name).touch()
    with pytest.raises(SeveralCopies, match=r"«книга \(1\)\.xlsm», «книга \(2\)\.xlsm»"):
        only_copy(book)
