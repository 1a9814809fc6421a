import pytest
from hypothesis import given, strategies as st

from wg_excel.exports.phrases import Phrase, fold, pattern, words


def test_folding_makes_spellings_alike() -> None:
    assert fold("  Учёный\xa0\n СОВЕТ ") == "ученый совет"
    assert fold("Teмa") == "тема"
    assert fold("Present Tense") == "present tense"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_words_keep_signs_that_mean_something() -> None:
    assert words("% успев., д/з (№ 5)") == ("%", "успев", "д/з", "№", "5")


@pytest.mark.parametrize(
    ("phrase", "heading", "cover"),
    [
        ("тема урока", "тема урока", 1.0),
        ("тема", "тема урока", 0.5),
        ("домашн* задан*", "домашнее задание на дом", 2 / 3),
        ("по болезни", "пропущено по болезни", 2 / 3),
        ("тема", "система", 0.0),
        ("задание на дом", "дом задание", 0.0),
    ],
)
def test_a_phrase_covers_the_words_that_it_explains(phrase: str, heading: str, cover: float) -> None:
    assert Phrase.of(phrase).cover(words(heading)) == pytest.approx(cover, abs=0.01)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("тест[_ а]", "тест", True),
        ("тест[_ а]", "два теста", True),
        ("тест[_ а]", "тесто", False),
        ("тест[_ а]", "протест", False),
        ("контр раб*", "контр. работа", True),
        ("к/р", "к/р № 1", True),
        ("из * теста", "из песочного теста", True),
    ],
)
def test_brackets_hold_the_endings_that_are_meant(phrase: str, text: str, found: bool) -> None:  # noqa: FBT001 - a table
    assert bool(pattern([phrase]).search(text)) is found


def test_no_phrases_find_nothing() -> None:
    assert not pattern([]).search("что угодно")
