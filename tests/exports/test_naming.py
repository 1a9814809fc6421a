import pytest

from tests.exports.sheets import rows
from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.naming import namer, person_in

NAMER = namer(vocabulary())
WHOLE = """
    5А | 5А | |
    Класс 7 «Б» | 7Б | |
    Алгебра, 7А | 7А | Алгебра |
    Лютый С.О., алгебра | | алгебра | Лютый С.О.
    7А — Физика (Оганесян А. К.) | 7А | Физика | Оганесян А. К.
    Учитель Гнатюк Пётр Ильич | | | Гнатюк Пётр Ильич
    Мамедов Заур Эльдар оглы | | | Мамедов Заур Эльдар оглы
    А. К. Оганесян | | | А. К. Оганесян
    1. Ким Павел Львович | | | Ким Павел Львович
    7А класс · Алгебра · Ким П. Л. | 7А | Алгебра | Ким П. Л.
    Древний Восток | | |
    Раздел 3. Русский язык в современном мире | | |
    Классный руководитель Ким П. Л. | | |
    5А, 5Б | | |
    Вакансия | | |
"""
TITLES = """
    Ведомость итоговых отметок. Алгебра. 8Б класс. 2026-2027 учебный год | 8Б | Алгебра |
    Классный журнал, 6-Б | 6Б | |
    11А, Русский язык, Крючкова Софья Львовна | 11А | Русский язык | Крючкова Софья Львовна
    Иванова И. И., директор | | |
    МБОУ СОШ № 5, ул. Мира, 5А | | |
    Отчёт: 5А | | |
    Сводка, 5А, 6Б | | |
"""


def named(values: dict[str, str]) -> tuple[str, str, str]:
    return values.get("school_class", ""), values.get("subject", ""), values.get("teacher", "")


@pytest.mark.parametrize(("written", "school_class", "subject", "teacher"), rows(WHOLE.strip()))
def test_a_text_names_something_when_it_holds_nothing_besides(
    written: str, school_class: str, subject: str, teacher: str
) -> None:
    assert named(NAMER.whole(written)) == (school_class, subject, teacher)


def test_a_group_beside_a_subject_is_told_too() -> None:
    assert NAMER.whole("Английский язык (2 группа), 8А") == {
        "school_class": "8А",
        "subject": "Английский язык",
        "group": "2",
    }


@pytest.mark.parametrize(("title", "school_class", "subject", "teacher"), rows(TITLES.strip()))
def test_the_parts_of_a_title_name_what_the_report_is_about(
    title: str, school_class: str, subject: str, teacher: str
) -> None:
    assert named(NAMER.pieces(title)) == (school_class, subject, teacher)


PARTS = """
    5А / Алгебра | 5А | Алгебра |
    Крымоведение (7Б) | 7Б | Крымоведение |
    Основы логики (Ким П. Л.) | | Основы логики | Ким П. Л.
    10А, Основы логики, Ким П. Л. | 10А | Основы логики | Ким П. Л.
    Алгебра | | |
    5А, 5Б Алгебра | | |
"""


@pytest.mark.parametrize(("written", "school_class", "subject", "teacher"), rows(PARTS.strip()))
def test_what_stands_together_in_one_cell_is_told_apart(
    written: str, school_class: str, subject: str, teacher: str
) -> None:
    assert named(NAMER.parts(written)) == (school_class, subject, teacher)


def test_a_person_in_a_longer_text_is_told_by_initials_or_a_patronymic() -> None:
    assert person_in("Журналы 7А Алгебра (Лютый С.О.)") == "Лютый С.О."
    assert person_in("7А Лютый С.О") == "Лютый С.О."
    assert person_in("Темы Гнатюк Пётр Ильич") == "Гнатюк Пётр Ильич"
    assert person_in("Русский Язык") == person_in("Лютый С.О. и Ким П.Л.") == ""
