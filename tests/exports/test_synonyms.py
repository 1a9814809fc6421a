from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.synonyms import Synonyms


def test_a_school_that_adds_nothing_has_the_words_of_the_package() -> None:
    assert vocabulary(Synonyms()) is vocabulary()


def test_what_a_school_adds_is_its_own_alone() -> None:
    mapped = vocabulary(Synonyms((("Изученное", "Тема"),)))
    assert mapped.kinds["lessons"].role("изученное")[0] == "topic"
    assert vocabulary().kinds["lessons"].role("изученное")[0] == ""
