import datetime as dt
from pathlib import Path

import pytest

from tests.shared import CORPUS, SAMPLES
from wg_excel.domain.failures import Failure
from wg_excel.incoming.forms import field_of, read_form, text_rows
from wg_excel.incoming.telling import is_incoming

GOOGLE = (
    '"Отметка времени","Адрес электронной почты","Ваши фамилия, имя, отчество","Кто вы?","Тема","Опишите вопрос"\n'
    '"2026/11/20 9:15:02 AM GMT+3","a@mail.example","Иванова Анна","Педагог","Пропуски","Как отметить\nопоздание?"\n'
    '"2026/11/21 10:00:00 AM GMT+3","b@mail.example","Петров Пётр Ильич","Родитель","","Не вижу ""отметки"""\n'
)
YANDEX = "ID;Время создания;ФИО;Категория;Ваш вопрос\n17;20.11.2026 09:15;Иванова А. П.;педагог;Не открывается журнал\n"


def values(text: str, code: str = "utf-8") -> list[dict[str, str]]:
    answers, _ = read_form(text_rows(text.encode(code)))
    return [answer.values for answer in answers]


def test_answers_of_google_are_read_by_what_their_questions_mean() -> None:
    answers, _ = read_form(text_rows(GOOGLE.encode()))
    assert [answer.day for answer in answers] == [dt.date(2026, 11, 20), dt.date(2026, 11, 21)]
    first, second = (answer.values for answer in answers)
    assert (first["applicant"], first["category"], first["theme"]) == ("Иванова Анна", "Педагог", "Пропуски")
    assert (first["essence"], second["essence"]) == ("Как отметить опоздание?", 'Не вижу "отметки"')
    assert first["address"] == "a@mail.example"


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_answers_of_yandex_are_read_in_any_usual_encoding(code: str) -> None:
    (found,) = values(YANDEX, code)
    assert (found["applicant"], found["essence"]) == ("Иванова А. П.", "Не открывается журнал")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Суть обращения", "essence"),
        ("Ваше обращение", "essence"),
        ("Опишите, пожалуйста, вашу проблему", "essence"),
        ("Что не получается?", "essence"),
        ("Отправлено сообщений", ""),
        ("Заявитель (ФИО)", "applicant"),
        ("Как к вам обращаться?", "applicant"),
        ("Тема обращения", "theme"),
        ("Вид помощи", "help_kind"),
        ("Насколько срочно?", "priority"),
        ("Дата обращения", "date"),
        ("Контактный телефон", "ignored"),
        ("Согласие на обработку персональных данных", "ignored"),
        ("Класс", ""),
    ],
)
def test_a_heading_is_known_by_its_words(heading: str, field: str) -> None:
    assert field_of(heading) == field


def test_lines_in_which_nobody_asks_are_told_by_their_number() -> None:
    answers, empty = read_form(text_rows(f"{YANDEX};;Иванова;;\n;;;;\n18;;Петров;;Где расписание?\n".encode()))
    assert [answer.line for answer in answers] == [2, 5]
    assert empty == (3,)


def test_the_same_answer_is_known_in_a_later_download() -> None:
    later = YANDEX.replace("17;", "3;") + "18;21.11.2026 10:00;Петров;родитель;Где расписание?\n"
    (first,), (again, other) = (read_form(text_rows(one.encode()))[0] for one in (YANDEX, later))
    assert first.key == again.key != other.key


def test_answers_without_a_question_are_refused() -> None:
    with pytest.raises(Failure, match="нет ни одной строки с вопросом"):
        read_form(text_rows("ФИО;Ваш вопрос\nИванова;\n".encode()))


def test_exports_and_lists_are_no_answers_of_a_form(tmp_path: Path) -> None:
    for text in ("ФИО;Должность\nИванова;учитель\n", "Дата;Класс;Тема урока;Домашнее задание\n1;2;3;4\n", "", "\0\1\2"):
        path = tmp_path / "список.csv"
        path.write_bytes(text.encode())
        assert not is_incoming(path)
    for path in (*SAMPLES.glob("*.csv"), *CORPUS.rglob("*.csv")):
        assert not is_incoming(path), path


@pytest.mark.parametrize("more", [0, 1])
def test_the_answers_of_a_long_text_are_told_by_its_first_lines(more: int, tmp_path: Path) -> None:
    path = tmp_path / "ответы.csv"
    path.write_bytes(("ФИО;Ваш вопрос\n" + "я" * more + "Иванова;Не открывается журнал\n" * 5_000).encode())
    assert is_incoming(path)
