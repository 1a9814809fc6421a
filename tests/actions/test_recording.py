import datetime as dt
from pathlib import Path

import pytest

from wg_excel.actions import journal
from wg_excel.actions.recording import Recorded, record_appeal, similar_appeals
from wg_excel.book.opened import changing
from wg_excel.book.tables import read_cells, write_rows
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.new_appeals import Draft
from wg_excel.domain.schema import Record

TODAY = dt.date(2026, 11, 22)
DAY_IN_SHEET = dt.datetime.combine(TODAY, dt.time())
DRAFT = Draft("Соколова Вера Павловна", "Педагог", "Техническая", "Иное", "Пропала кнопка печати журнала")


def record(path: Path, draft: Draft, today: dt.date = TODAY) -> Recorded:
    with changing(path) as book:
        return record_appeal(book, draft, today)


def rows(path: Path, kind: type[Record]) -> list[tuple[object, ...]]:
    with changing(path) as book:
        return [row for row in read_cells(book, kind).rows if row[0]]


def delete(path: Path, number: str) -> None:
    with changing(path) as book:
        kept = [row for row in read_cells(book, Appeal).rows if row[0] != number]
        write_rows(book, Appeal, kept)


def test_a_new_appeal_gets_the_next_number_and_the_executor_of_its_kind(demo_book: Path) -> None:
    done = record(demo_book, DRAFT)
    last = rows(demo_book, Appeal)[-1]
    assert (last[0], last[1], last[2], last[9]) == (
        "2026-061",
        DAY_IN_SHEET,
        "Соколова Вера Павловна",
        done.appeal.executor,
    )
    assert done.executors.chosen == done.appeal.executor != ""
    assert rows(demo_book, AppealState)[-1][:3] == ("2026-061", DAY_IN_SHEET, "Новое")


def test_the_number_of_a_deleted_appeal_is_not_given_again(demo_book: Path) -> None:
    record(demo_book, DRAFT)
    delete(demo_book, "2026-061")
    assert record(demo_book, DRAFT).appeal.number == "2026-062"


def test_the_same_appeal_is_recorded_once(demo_book: Path) -> None:
    first, second = record(demo_book, DRAFT), record(demo_book, DRAFT)
    assert (first.is_new, second.is_new) == (True, False)
    assert first.appeal.row == second.appeal.row
    assert str(second).startswith("Обращение № 2026-061 уже записано: новая строка не нужна.")


def test_every_year_counts_anew(demo_book: Path) -> None:
    assert record(demo_book, DRAFT, dt.date(2027, 1, 11)).appeal.number == "2027-001"


def test_what_helped_before_is_shown(demo_book: Path) -> None:
    asked = Draft("Соколова Вера Павловна", "Педагог", "Техническая", "Вход и доступ", "Прошу сбросить пароль")
    assert record(demo_book, asked).answers[0].appeal.number == "2026-002"
    with changing(demo_book) as book:
        assert similar_appeals(book, "забыла пароль, не заходит")[0].appeal.theme == "Вход и доступ"


def test_the_third_question_of_the_quarter_says_what_to_do(demo_book: Path) -> None:
    asked = [
        Draft("Соколова Вера Павловна", "Педагог", "Методическая", "Пропуски", f"Как отметить опоздание, случай {n}")
        for n in range(3)
    ]
    said = [str(record(demo_book, draft)) for draft in asked]
    assert "Тема «Пропуски»" in said[-1]
    assert said[-1].endswith("проведите обучение (Педагог).")


def test_what_a_draft_leaves_open_is_proposed_by_what_is_known(demo_book: Path) -> None:
    done = record(demo_book, Draft("Ткаченко Галина Степановна", essence="Прошу сбросить пароль, не заходит в журнал"))
    made = done.appeal
    assert (made.category, made.help_kind, made.theme) == ("Педагог", "Техническая", "Вход и доступ")


def test_what_is_like_nothing_is_left_open(demo_book: Path) -> None:
    made = record(demo_book, Draft("Неизвестная Анна Ильинична", essence="Зацвёл кактус на подоконнике")).appeal
    assert (made.category, made.help_kind, made.theme) == ("", "", "")


def test_of_a_long_journal_it_is_said_that_only_the_latest_are_counted(
    demo_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "END", 5)
    asked = [
        Draft("Соколова Вера Павловна", "Педагог", "Методическая", "Пропуски", f"Как отметить опоздание, случай {n}")
        for n in range(3)
    ]
    done = [record(demo_book, draft) for draft in asked][-1]
    assert "Тема «Пропуски»: не меньше 3 обращений за квартал" in str(done)
    assert all("недавних открытых обращений" in str(one) for one in done.executors.candidates)
