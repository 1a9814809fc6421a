import pytest

from wg_excel.domain.privacy.pupil_names import names_pupil


@pytest.mark.parametrize(
    "text",
    [
        "Ученик Сидоров Кирилл",
        "У Зайцевой Марьи нет отметок",
        "Ли Чжи Хао, ученик 10Б",
        "Перевести в 6В Мурадова Алихана",
        "Мама Крючкова Ивана не видит отметок",
        "Учитель просит убрать Зуева Данилу из 6В",
        "Обучающаяся Шарипова Э. Р. болеет",
        "Сёстры Юдины, Вера и Софья",
    ],
)
def test_a_pupil_is_named(text: str) -> None:
    assert names_pupil(text)


@pytest.mark.parametrize(
    "text",
    [
        "Зайцева Марья Ивановна внесла темы",
        "Учитель физики Сидоров Кирилл",
        "Мама Зайцева Марья просит помощи",
        "Учеников Беловой Анны Игоревны перевести",
        "Тема «Иван Грозный», 10А",
        "Русский Язык и Родная Литература, 7А",
        "Заслушать Белова А. И.",
    ],
)
def test_adults_and_what_pupils_learn_about_are_no_pupils(text: str) -> None:
    assert not names_pupil(text)


def test_people_known_as_adults_are_none() -> None:
    assert names_pupil("Ответила Ким Роза")
    assert not names_pupil("Ответила Ким Роза", {"ким роза"})
