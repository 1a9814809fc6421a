import pytest
from hypothesis import given, strategies as st

from wg_excel.domain.imported.facts import Homework, Work
from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.topics import TopicColumn, homework_reader, topic_reader

CONTROL = """
Контрольная работа № 1
К/р «Дроби»
Контр. раб. по теме «Силы»
итоговая контрольная
КОНТРОЛЬНЫЙ ДИКТАНТ
Анализ контрольной работы
"""
NO_HOMEWORK = """
Самостоятельная работа
Самостоятельная по теме «Дроби»
С/р № 2
Проверочная работа
Практическая работа № 2. Кровеносная система
Лабораторная работа
Словарный диктант
Тест
Итоговый тест по теме «Корень слова»
Тесты по разделу
Зачёт по теме «Ведение мяча»
зачет
Изложение
Сочинение-описание
Подготовка к сочинению
Написание изложения
"""
ORDINARY = """
Сложение дробей
Слоёное тесто
Изделия из теста
Самостоятельные части речи
Существительное как самостоятельная часть речи
Практически важные числа
Практическое применение дробей
Сложносочинённые предложения
Сочинительные союзы
Проверочные слова
Сочинские игры
Протест и восстание
Аттестат зрелости
Контроль и самоконтроль
"""


def column(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("topic", column(CONTROL))
def test_a_control_work_is_told(topic: str) -> None:
    assert topic_reader(vocabulary())(topic) == (1, Work.CONTROL)


@pytest.mark.parametrize("topic", column(NO_HOMEWORK))
def test_works_that_need_no_homework_are_told(topic: str) -> None:
    assert topic_reader(vocabulary())(topic) == (1, Work.NO_HOMEWORK)


@pytest.mark.parametrize("topic", column(ORDINARY))
def test_words_that_only_look_alike_exempt_from_nothing(topic: str) -> None:
    assert topic_reader(vocabulary())(topic) == (1, Work.ORDINARY)


@pytest.mark.parametrize("topic", ["", "—", "..", "  я ", None, "5"])
def test_less_than_three_characters_are_no_topic(topic: str | None) -> None:
    assert topic_reader(vocabulary())(topic) == (0, Work.ORDINARY)


@given(
    st.lists(
        st.sampled_from([*column(CONTROL + NO_HOMEWORK + ORDINARY), "", "-", "Tecт № 3", "Present Simple", "а\nб"])
    )
)
def test_a_whole_column_reads_as_its_cells_one_by_one(topics: list[str]) -> None:
    one = topic_reader(vocabulary())
    assert TopicColumn(vocabulary()).read(topics) == [one(topic) for topic in topics]


@pytest.mark.parametrize("cell", ["", "—", "–", "-", "/", ".", " - ", "...", "--", None])
def test_signs_alone_are_no_homework(cell: str | None) -> None:
    assert homework_reader(vocabulary())(cell) == Homework.NONE


@pytest.mark.parametrize("cell", ["не задано", "Не задано.", "без задания", "Нет", "НЕ  ЗАДАНО"])
def test_homework_that_was_not_set_is_a_state_of_its_own(cell: str) -> None:
    assert homework_reader(vocabulary())(cell) == Homework.NOT_SET


@pytest.mark.parametrize("cell", ["§ 5", "нетто и брутто", "упр. 3", 127.0, "Не задано на лето, читать", "с. 5/6", "1"])
def test_anything_else_is_homework(cell: str | float) -> None:
    assert homework_reader(vocabulary())(cell) == Homework.GIVEN


@pytest.mark.parametrize(
    "topic",
    ["Вводный инструктаж по ТБ. Механическое движение", "Техника безопасности в кабинете химии", "ТБ. Введение"],
)
def test_a_safety_briefing_is_named_and_exempts_from_nothing(topic: str) -> None:
    assert topic_reader(vocabulary())(topic) == (1, Work.BRIEFING)
    assert TopicColumn(vocabulary()).read([topic]) == [(1, Work.BRIEFING)]


def test_a_work_with_a_briefing_is_both() -> None:
    assert topic_reader(vocabulary())("Лабораторная работа № 1. Инструктаж") == (1, Work.NO_HOMEWORK | Work.BRIEFING)
