import pytest

from wg_excel.domain.language.first_names import begins_as_first_name, is_first_name, is_in_nominative


@pytest.mark.parametrize(
    "word", ["Анна", "Анны", "Анне", "Лев", "Льва", "Дмитрию", "Насте", "Семен", "Семёна", "Любовью", "Ильёй", "Эмине"]
)
def test_a_first_name_is_known_in_every_case(word: str) -> None:
    assert is_first_name(word)


@pytest.mark.parametrize("word", ["Тема", "Иванов", "Люди", "Поле", "Сервер", "Адамова", ""])
def test_other_words_are_no_first_names(word: str) -> None:
    assert not is_first_name(word)


def test_the_nominative_is_told_from_the_other_cases() -> None:
    assert [is_in_nominative(word) for word in ("Слава", "Славы", "Иван", "Ивана")] == [True, False, True, False]


def test_family_names_made_of_first_names_begin_as_those() -> None:
    assert [begins_as_first_name(word) for word in ("Иванову", "Максимчук", "Пак", "Урок")] == [
        True,
        True,
        False,
        False,
    ]
