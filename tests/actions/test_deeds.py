"""From record to deed in the workbook: pressed on selected rows, linked both ways, closed by the next import."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
import xlwings as xw

from wg_excel import buttons
from wg_excel.actions.deeds import follow_remarks
from wg_excel.actions.importing import Imported
from wg_excel.book.chosen_rows import NoRowChosen
from wg_excel.book.facts import read_facts, write_facts
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing
from wg_excel.book.tables import read_cells, set_cell
from wg_excel.demo import school_year
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.theme_lines import ThemeLine
from wg_excel.domain.history import HistoryEntry
from wg_excel.domain.imported.facts import Homework
from wg_excel.domain.meetings.meetings import AgendaItem
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.monitoring.taken_remarks import TakenRemark
from wg_excel.domain.work.requests import Request
from wg_excel.domain.work.training import Training

TODAY = dt.date(2026, 11, 22)
LATER = dt.date(2026, 11, 29)
OPEN = "2026-058"
TEACHER = "Лебедь Артём Фёдорович"


def appeal(book: xw.Book, number: str = OPEN) -> Appeal:
    return next(one for one in read_group(book, (Appeal,))[Appeal] if one.number == number)


def select(book: xw.Book, sheet: str, *rows: int) -> None:
    book.sheets[sheet].activate()
    book.sheets[sheet].range(f"A{min(rows)}:A{max(rows)}").select()


def select_remarks(book: xw.Book) -> None:
    """Select the lines of «Мониторинг» about one teacher: they stand together."""
    lines = read_group(book, (MonitoringLine,))[MonitoringLine]
    select(book, "Мониторинг", *(line.row for line in lines if line.teacher == TEACHER))


def fill_in_what_is_missing(book: xw.Book) -> None:
    """Let the lessons of the facts have their topics and homework, as the next export would tell."""
    facts = read_facts(book)
    lessons = tuple(one._replace(topic=1, homework=Homework.GIVEN) for one in facts.lessons)
    write_facts(book, replace(facts, lessons=lessons))


def test_the_selected_appeal_goes_to_the_next_meeting_and_both_rows_say_so(demo_book: Path) -> None:
    with changing(demo_book) as book:
        select(book, "Обращения", appeal(book).row)
        assert buttons.take_to_meeting(book, today=TODAY).told == "Обращение № 2026-058 — вопрос 3 заседания № 6."
        item = read_group(book, (AgendaItem,))[AgendaItem][-1]
        taken = appeal(book)
        line = read_cells(book, HistoryEntry).rows[-1]
    assert (item.meeting, item.number, item.appeal) == ("6", 3, OPEN)
    assert (taken.status, taken.meeting) == ("Вынесено на заседание", "6")
    assert line[2:4] == ("На заседание", "Обращение № 2026-058 — вопрос 3 заседания № 6.")


def test_a_teachers_answer_comes_back_into_the_row(demo_book: Path) -> None:
    with changing(demo_book) as book:
        select(book, "Обращения", appeal(book).row)
        buttons.ask_teacher(book, today=TODAY)
        request = read_group(book, (Request,))[Request][-1]
        assert (request.appeal, appeal(book).request, appeal(book).status) == (OPEN, request.number, "Ждёт заявителя")
        set_cell(book, Request, request.row, "status", "Получен ответ")
        set_cell(book, Request, request.row, "answer", "Часы есть по вторникам")
        told = buttons.bring_answers(book, today=TODAY).told
        answered = appeal(book)
        again = buttons.bring_answers(book, today=TODAY).told
    assert told == f"Обращение № {OPEN}: запрос № {request.number}, статус – «В работе»."
    assert answered.measures.endswith("Часы есть по вторникам")
    assert again == "Новых ответов нет."


def test_a_training_that_was_held_solves_its_appeals(demo_book: Path) -> None:
    with changing(demo_book) as book:
        select(book, "Обращения", appeal(book).row)
        buttons.plan_training(book, today=TODAY)
        training = read_group(book, (Training,))[Training][-1]
        assert (training.basis, appeal(book).training) == (f"Обращения № {OPEN}", training.number)
        set_cell(book, Training, training.row, "status", "Проведено")
        buttons.bring_answers(book, today=dt.date(2026, 12, 1))
        solved = appeal(book)
    assert (solved.status, solved.solved) == ("Решено", training.date)


def test_a_press_on_a_sheet_without_records_says_where_to_select(demo_book: Path) -> None:
    with changing(demo_book) as book:
        select(book, "Сводка", 3)
        with pytest.raises(NoRowChosen, match="на листе «Обращения»"):
            buttons.pass_to_support(book, today=TODAY)


def test_remarks_become_a_request_that_the_next_import_closes(demo_book: Path) -> None:
    with changing(demo_book) as book:
        select_remarks(book)
        told = buttons.ask_teacher(book, today=TODAY).told
        select_remarks(book)
        again = buttons.ask_teacher(book, today=TODAY)
        taken = read_group(book, (TakenRemark,))[TakenRemark]
        measures = [line.measures for line in read_group(book, (MonitoringLine,))[MonitoringLine] if line.measures]
    assert told == f"Запрос № 7: Лебедь А. Ф., замечаний – {len(taken)}, срок 29.11.2026."
    assert again.added == ()
    assert all(text.startswith("Запрос № 7: ") for text in measures)
    with changing(demo_book) as book:
        for one in taken:
            if one.indicator not in {"Темы", "ДЗ"}:
                set_cell(book, TakenRemark, one.row, "status", "Снято")
        fill_in_what_is_missing(book)
        said = follow_remarks(book, read_facts(book), LATER).told
        request = read_group(book, (Request,))[Request][-1]
    assert said.endswith("осталось 0. Запрос № 7 закрыт.")
    assert (request.status, request.answered) == ("Получен ответ", LATER)


def test_the_import_says_what_became_of_the_remarks(demo_book: Path) -> None:
    with changing(demo_book) as book:
        select_remarks(book)
        buttons.give_assignment(book, today=TODAY)
        results: tuple[Imported, ...] = buttons.import_exports(book, school_year.exports(), today=LATER)
        history = str(read_cells(book, HistoryEntry).rows[-1][3])
    assert "Замечания мониторинга в работе: исправлено 0, осталось 8." in results[0].message
    assert "осталось 8." in history


def test_a_rebuilt_monitoring_keeps_the_links(demo_book: Path) -> None:
    with changing(demo_book) as book:
        select_remarks(book)
        buttons.record_remark(book, today=TODAY)
        before = [line.measures for line in read_group(book, (MonitoringLine,))[MonitoringLine]]
        made = buttons.build_monitoring(book, today=TODAY)
        after = [line.measures for line in read_group(book, (MonitoringLine,))[MonitoringLine]]
    assert any(before)
    assert after == before
    assert "осталось 8." in made.told


def test_a_theme_is_gathered_from_both_and_accepted_once(demo_book: Path) -> None:
    with changing(demo_book) as book:
        assert "не принято: 6" in buttons.gather_themes(book, today=TODAY).told
        line = read_group(book, (ThemeLine,))[ThemeLine][0]
        select(book, "Темы квартала", line.row)
        buttons.plan_training(book, today=TODAY)
        again = buttons.take_to_meeting(book, today=TODAY)
        gathered = buttons.gather_themes(book, today=TODAY)
    assert (line.appeals, line.remarks) == (4, 37)
    assert again.told.startswith(f"Тема «{line.theme}» уже принята: обучение № 9")
    assert gathered.lines[0].accepted.startswith("обучение № 9")
