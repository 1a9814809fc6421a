import datetime as dt
from pathlib import Path

import pytest
import xlsxwriter

from tests.shared import CORPUS, SAMPLES
from wg_excel.domain.failures import Failure
from wg_excel.incoming.files import read_incoming
from wg_excel.incoming.telling import is_incoming

HEADS = ("Отметка времени", "Ваше ФИО", "Кто вы?", "Тема обращения", "Опишите вашу проблему", "Оценка")


def form(path: Path, *rows: tuple[object, ...]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Сводка").write(0, 0, "Ответов", None)
        sheet = book.add_worksheet("Ответы на форму (1)")
        moment = book.add_format({"num_format": "dd.mm.yyyy hh:mm:ss"})
        sheet.write_row(0, 0, HEADS)
        for number, (when, *others) in enumerate(rows, 1):
            sheet.write_datetime(number, 0, when, moment)
            sheet.write_row(number, 1, others)
    return path


def test_answers_that_come_as_a_workbook_are_read_like_those_of_a_text(tmp_path: Path) -> None:
    when = dt.datetime.combine(dt.date(2026, 11, 20), dt.time(10, 15))
    answer = ("Соколова Вера Павловна", "Педагог", "Вход и доступ", "Не открывается журнал", 5)
    path = form(tmp_path / "Ответы.xlsx", (when, *answer))
    assert is_incoming(path)
    (asked,) = read_incoming(path).asked
    assert (asked.applicant, asked.essence, asked.day) == (answer[0], answer[3], when.date())
    assert (asked.category, asked.theme) == ("Педагог", "Вход и доступ")


def test_a_form_that_nobody_has_answered_is_told(tmp_path: Path) -> None:
    path = form(tmp_path / "Ответы.xlsx")
    assert is_incoming(path)
    with pytest.raises(Failure, match="нет ни одной строки с вопросом"):
        read_incoming(path)


def test_no_damage_of_a_workbook_stops_the_telling(tmp_path: Path) -> None:
    path = form(tmp_path / "Ответы.xlsx")
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes(byte ^ 0xFF for byte in whole[place : place + 40]) + whole[place + 40 :])
        assert is_incoming(path) in {True, False}


def test_exports_are_no_answers_of_a_form(tmp_path: Path) -> None:
    (tmp_path / "битая.xlsx").write_bytes(b"PK\3\4 and nothing else")
    for path in (*tmp_path.glob("*.xlsx"), *SAMPLES.glob("*.xlsx"), *CORPUS.rglob("*.xlsx")):
        assert not is_incoming(path), path
