import datetime as dt

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.new_appeals import Draft, ExecutorUnknown, NotInList, SecretInAppeal, new_appeal, recorded

DAY = dt.date(2026, 11, 22)
DRAFT = Draft("Соколова  Вера Павловна", "педагог", "ТЕХНИЧЕСКАЯ", "вход и доступ", "Не открывается журнал 5А")


def made(draft: Draft) -> Appeal:
    return new_appeal(group_of(""), draft, "2026-061", DAY)


def test_a_draft_becomes_a_new_appeal_in_the_words_of_the_lists() -> None:
    assert made(DRAFT) == Appeal(
        "2026-061",
        DAY,
        "Соколова Вера Павловна",
        "Педагог",
        help_kind="Техническая",
        theme="Вход и доступ",
        essence="Не открывается журнал 5А",
        priority="Обычный",
        status="Новое",
    )


def test_an_empty_draft_is_a_row_to_be_filled_in() -> None:
    assert made(Draft()) == Appeal("2026-061", DAY, priority="Обычный", status="Новое")


def test_the_executor_is_found_by_initials() -> None:
    assert made(Draft(executor="Громов О. Ю.")).executor == "Громов Олег Юрьевич"


@pytest.mark.parametrize(
    ("draft", "failure", "words"),
    [
        (Draft(category="Учитиль"), NotInList, "«Категория»: «Учитиль» нет в справочнике"),
        (Draft(help_kind="Методичская"), NotInList, "возможно, это «Методическая»"),
        (Draft(executor="Петров П. П."), ExecutorUnknown, "такого члена группы нет"),
        (Draft(essence="логин ivanova, пароль Osen2026!"), SecretInAppeal, "«Суть обращения»: в тексте пароль"),
    ],
)
def test_what_does_not_belong_into_the_journal_is_refused(draft: Draft, failure: type[Exception], words: str) -> None:
    with pytest.raises(failure) as raised:
        made(draft)
    assert words in str(raised.value)
    assert "Osen" not in str(raised.value)


def test_the_same_question_of_the_same_day_is_recorded_once() -> None:
    appeal = made(DRAFT)
    assert recorded([appeal], DRAFT, DAY) is appeal
    assert recorded([appeal], DRAFT, DAY + dt.timedelta(days=1)) is None
    assert recorded([appeal], Draft(applicant="Другой Пётр Ильич", essence=DRAFT.essence), DAY) is None


def test_a_row_that_nobody_has_filled_in_is_used_again() -> None:
    blank, filled = made(Draft()), made(DRAFT)
    assert recorded([filled, blank], Draft(), DAY) is blank
    assert recorded([filled], Draft(), DAY) is None
