import pytest

from wg_excel.domain.appeals.list_words import meant
from wg_excel.domain.lists import CATEGORIES, CHANNELS


@pytest.mark.parametrize(
    ("told", "category"),
    [
        ("педагог", "Педагог"),
        ("Учитель", "Педагог"),
        ("учитель математики", "Педагог"),
        ("Я — классный руководитель 5А", "Классный руководитель"),
        ("Ученик 7 класса", "Обучающийся"),
        ("мама ученика", "Обучающийся"),
        ("Родитель (законный представитель)", "Родитель"),
        ("Мама", "Родитель"),
        ("Заместитель директора", "Администрация"),
        ("Родитиль", "Родитель"),
        ("Гость", ""),
    ],
)
def test_people_are_known_by_what_they_call_themselves(told: str, category: str) -> None:
    assert meant("category", told, CATEGORIES.values) == category


def test_a_value_that_the_school_has_not_is_not_meant() -> None:
    assert meant("category", "Учитель", ("Сотрудник",)) == ""


@pytest.mark.parametrize(
    ("told", "channel"), [("по телефону", "Телефон"), ("Telegram", "Мессенджер"), ("e-mail", "Эл. почта")]
)
def test_channels_are_known_by_their_usual_names(told: str, channel: str) -> None:
    assert meant("channel", told, CHANNELS.values) == channel
