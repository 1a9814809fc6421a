import datetime as dt
from pathlib import Path
from typing import NamedTuple

import pytest

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.known_answers import KnownAnswers, stems

LABELLED = Path(__file__).parent / "answers_labelled.txt"
# With theme and category all 75 questions find their answer first, by the text alone 69: less means that something got
# worse. The texts share words more often than those of a long journal will: these are no figures to promise.
WITH_THEME, BY_TEXT_ALONE = 0.95, 0.88


class Question(NamedTuple):
    theme: str
    category: str
    text: str
    answer: str


def labelled() -> tuple[list[Appeal], list[Question]]:
    """Return the solved appeals and the questions of the labelled file."""
    lines = [line for line in LABELLED.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    parts = [[part.strip() for part in line.split("|")] for line in lines]
    solved = [solution(number, essence, theme, who) for number, theme, who, essence in parts if number[0] == "s"]
    return solved, [Question(*part) for part in parts if part[0][0] != "s"]


def solution(number: str, essence: str, theme: str = "Иное", category: str = "Педагог", day: int = 1) -> Appeal:
    return Appeal(
        number,
        dt.date(2026, 9, day),
        category=category,
        theme=theme,
        essence=essence,
        status="Решено",
        measures="Показано, как сделать",
    )


@pytest.mark.parametrize(("is_themed", "share"), [(True, WITH_THEME), (False, BY_TEXT_ALONE)])
def test_the_answer_is_among_the_three_shown(is_themed: bool, share: float) -> None:  # noqa: FBT001 - a parameter
    solved, questions = labelled()
    known = KnownAnswers(solved)
    asked = [question for question in questions if question.answer != "-"]
    shown = {
        question: known.similar(question.text, *((question.theme, question.category) if is_themed else ()))
        for question in asked
    }
    missed = [one for one in asked if one.answer not in {answer.appeal.number for answer in shown[one]}]
    assert len(asked) >= 60
    assert 1 - len(missed) / len(asked) >= share, missed


def test_where_nothing_fits_nothing_is_shown() -> None:
    solved, questions = labelled()
    known = KnownAnswers(solved)
    strangers = [question for question in questions if question.answer == "-"]
    assert strangers
    assert not [one.text for one in strangers if known.similar(one.text, one.theme, one.category)]


def test_endings_case_and_yo_do_not_matter() -> None:
    assert stems("Отчёты УЧЕНИКОВ") == stems("отчет ученика")


def test_only_solved_appeals_with_measures_are_answers() -> None:
    unsolved = [
        Appeal("1", essence="Не сохраняются отметки", status="В работе", measures="Смотрим"),
        Appeal("2", essence="Не сохраняются отметки", status="Решено"),
    ]
    assert KnownAnswers(unsolved).similar("Не сохраняются отметки") == ()


def test_of_equal_questions_the_latest_answer_is_shown_once() -> None:
    known = KnownAnswers([solution(str(day), "Не сохраняются отметки", day=day) for day in (1, 3, 2)])
    assert [one.appeal.number for one in known.similar("отметки не сохраняются")] == ["3"]


def test_the_same_theme_and_category_break_a_tie() -> None:
    known = KnownAnswers(
        [
            solution("1", "Не открывается отчёт класса", "Иное", "Родитель"),
            solution("2", "Не открывается отчёт школы", "Отчёты и выгрузки", "Родитель"),
            solution("3", "Не открывается отчёт группы", "Отчёты и выгрузки", "Педагог"),
        ]
    )
    shown = known.similar("Не открывается отчёт", "Отчёты и выгрузки", "Педагог")
    assert [one.appeal.number for one in shown] == ["3", "2", "1"]


def test_without_solved_appeals_nothing_is_shown() -> None:
    assert KnownAnswers([]).similar("Забыла пароль") == ()
