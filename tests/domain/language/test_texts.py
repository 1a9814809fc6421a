import pytest
from hypothesis import given, strategies as st

from wg_excel.domain.language.texts import (
    clean,
    fold,
    has_stray_blanks,
    is_fio,
    listed,
    mixed_words,
    nearest,
    quoted,
    repaired,
    squeeze,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ивaнова", ("Ивaнова",)),
        ("Администратор ЭлЖуp", ("ЭлЖуp",)),
        ("c 1 сентября", ("c",)),
        ("C 5 по 7 ноября", ("C",)),
        ("отметки o классе", ("o",)),
        ("ivanоv@mail.ru", ("ivanоv",)),
        ("Zoomе не работает", ()),
        ("QRкод", ()),
        ("Excel-файл и pdf", ()),
        ("ЭлЖур и Wi-Fi", ()),
        ("USB 3.0", ()),
        ("класс A", ()),
    ],
)
def test_letters_of_the_other_alphabet_are_found_where_typed_by_mistake(text: str, words: tuple[str, ...]) -> None:
    assert mixed_words(text) == words


def test_a_class_with_a_latin_letter_is_found_among_classes_only() -> None:
    assert mixed_words("5A, 6Б", classes=True) == ("5A",)
    assert mixed_words("видео 4K") == ()


@given(st.text(alphabet="абдеоскхАВЕКМНОРСТХ", min_size=3, max_size=12), st.integers(0, 11))
def test_a_mixed_word_is_repaired_to_what_was_meant(word: str, place: int) -> None:
    latin = dict(zip("аеоскхАВЕКМНОРСТХ", "aeockxABEKMHOPCTX", strict=True))
    place %= len(word)
    typed = word[:place] + latin.get(word[place], word[place]) + word[place + 1 :]
    found = mixed_words(typed)
    assert repaired(typed, found) == (word if found else typed)


@given(st.text())
def test_a_cleaned_text_has_no_stray_blanks(text: str) -> None:
    assert not has_stray_blanks(clean(text), inside=False)
    assert not has_stray_blanks(squeeze(text), inside=True)


def test_stray_blanks_are_seen_at_the_ends_and_in_short_texts_inside() -> None:
    assert has_stray_blanks("Иванова ", inside=False)
    assert has_stray_blanks("Ива\u200bнова", inside=False)
    assert has_stray_blanks("Иванова\u00a0Анна", inside=True)
    assert not has_stray_blanks("Иванова\u00a0Анна", inside=False)


def test_comparing_forgets_case_yo_blanks_and_look_alikes() -> None:
    assert fold("  ЖДЁТ  заявителя") == fold("ждет\u00a0зaявителя")


@pytest.mark.parametrize(
    "name",
    [
        "Иванова Мария Петровна",
        "Иванова М. П.",
        "Иванов И.И.",
        "Салтыков-Щедрин Михаил Евграфович",
        "Мамедов Али Гасан оглы",
        "Ким Ли",
        "О'Коннор Шон",
        "Нго Тхи Минь Ань",
        "Ёлкина Анна-Мария Олеговна",
        "Ю Анна Петровна",
    ],
)
def test_names_of_every_usual_form_are_names(name: str) -> None:
    assert is_fio(name)


@pytest.mark.parametrize(
    "text", ["Иванова", "иванова мария", "ИВАНОВА МАРИЯ", "Ivanova Maria", "5А класс", "Иванова 2"]
)
def test_what_is_no_name_in_full_is_none(text: str) -> None:
    assert not is_fio(text)


def test_the_nearest_value_is_offered_only_when_it_is_near() -> None:
    assert nearest("Решен", ("Новое", "Решено", "Отклонено")) == "Решено"
    assert nearest("xyz", ("Новое", "Решено")) == ""


def test_values_are_listed_in_quotes_up_to_a_number() -> None:
    assert listed(["а", "б"]) == "«а», «б»"
    assert listed("абв", most=2) == "«а», «б» и др."
    assert quoted("О «ЭлЖур»") == "«О „ЭлЖур“»"
