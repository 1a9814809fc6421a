from dataclasses import replace

from tests.domain.conftest import group_of
from wg_excel.domain.appeals.answers import Answer, answers
from wg_excel.domain.appeals.appeals import Appeal


def brought(status: str, more: str = "", **cells: str) -> tuple[Answer, ...]:
    """Return the answers for one appeal of a state, its further cells by their English names."""
    group = group_of(f"{APPEAL}{more}")
    appeal = replace(group[Appeal][0], status=status, **cells)  # type: ignore[arg-type]  # columns of texts
    return answers(replace(group, records={**group.records, Appeal: (appeal,)}))


APPEAL = """
    Обращения
    №         Дата
    2026-001  2026-09-01
    """
REQUEST = """
    Запросы педагогам
    №  Педагог                 Статус         Дата ответа  Ответ            Обращение
    5  Соколова Вера Павловна  Получен ответ  2026-09-10   Внесу до среды.  2026-001
    """


def test_a_teachers_answer_comes_into_the_measures_and_the_clock_goes_on() -> None:
    (answer,) = brought("Ждёт заявителя", REQUEST, request="5")
    assert answer.source == "запрос № 5"
    assert answer.appeal.measures == "Ответ на запрос № 5 (Соколова Вера Павловна, 10.09.2026): Внесу до среды"
    assert answer.appeal.status == "В работе"


def test_an_answer_comes_back_once() -> None:
    told = "Ответ на запрос № 5 (Соколова Вера Павловна, 10.09.2026): да"
    assert brought("В работе", REQUEST, request="5", measures=told) == ()


def test_a_held_training_solves_the_appeal_on_its_day() -> None:
    training = """
    Обучение
    №  Дата        Тема      Статус         Итог
    3  2026-09-14  Пропуски  {:<13}  Разобрано
    """
    (answer,) = brought("В работе", training.format("Проведено"), training="3")
    assert (answer.appeal.status, str(answer.appeal.solved)) == ("Решено", "2026-09-14")
    assert answer.appeal.measures == "Обучение № 3 проведено 14.09.2026: Пропуски. Итог: Разобрано."
    assert brought("В работе", training.format("Запланировано"), training="3") == ()


def test_the_supports_answer_brings_the_appeal_back_to_work() -> None:
    cells = {"support_answer": "Исправлено", "support_number": "ЭЖ-7"}
    (answer,) = brought("Передано в поддержку", **cells)
    assert answer.appeal.measures == "Ответ поддержки «ЭлЖур» (№ ЭЖ-7): Исправлено"
    assert answer.appeal.status == "В работе"
    assert brought("В работе", **cells) == ()


def test_a_closed_appeal_is_left_as_it_is() -> None:
    assert brought("Решено", REQUEST, request="5") == ()
