import datetime as dt

import pytest

from wg_excel.domain.language.wording import counted, long_date, people, short_date


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0 человек"),
        (1, "1 человек"),
        (2, "2 человека"),
        (5, "5 человек"),
        (11, "11 человек"),
        (12, "12 человек"),
        (21, "21 человек"),
        (22, "22 человека"),
        (112, "112 человек"),
    ],
)
def test_a_number_of_people_agrees(number: int, text: str) -> None:
    assert people(number) == text


def test_other_nouns_agree_by_their_three_forms() -> None:
    assert [counted(n, "вопрос", "вопроса", "вопросов") for n in (1, 3, 14)] == ["1 вопрос", "3 вопроса", "14 вопросов"]


def test_a_date_is_written_in_words() -> None:
    assert long_date(dt.date(2026, 8, 28)) == "28 августа 2026 г."
    assert long_date(dt.date(2026, 9, 1)) == "1 сентября 2026 г."


def test_a_missing_date_is_a_dash() -> None:
    assert short_date(None) == "—"
    assert short_date(dt.date(2026, 9, 1)) == "01.09.2026"
