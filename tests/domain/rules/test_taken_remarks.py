from tests.domain.conftest import Check

REMARK = """
    Замечания в работе
    №  Взято       Педагог                 Класс  Предмет     Показатель  Состояние  Запрос
    3  2026-09-01  Соколова Вера Павловна  5А     Математика  Темы        {:<9}  5

    Запросы педагогам
    №  Статус
    5  {}
    """


def test_a_remark_whose_request_is_closed_while_it_stands_is_told(check: Check) -> None:
    assert check(REMARK.format("В работе", "Отправлен"), only="RMK") == []
    assert check(REMARK.format("В работе", "Получен ответ"), only="RMK") == ["RMK-1 3"]


def test_a_remark_that_was_mended_or_dropped_is_quiet(check: Check) -> None:
    for state in ("Устранено", "Снято"):
        assert check(REMARK.format(state, "Получен ответ"), only="RMK") == []


def test_a_remark_that_names_no_deed_is_told(check: Check) -> None:
    text = """
    Замечания в работе
    №  Педагог                 Показатель  Состояние
    3  Соколова Вера Павловна  Темы        В работе
    """
    assert check(text, only="RMK") == ["RMK-1 3"]


DECIDED = """
    Замечания в работе
    №  Педагог                 Показатель  Состояние  Заседание  Вопрос №
    3  Соколова Вера Павловна  Темы        В работе   7          2

    Заседания
    №  Дата        Статус
    7  2026-09-10  {}

    Повестка
    Заседание  Вопрос №  Решили
    7          2         Помочь

    Поручения
    №  Заседание  Вопрос №  Статус
    1  7          2         {}
    """


def test_a_remark_taken_to_a_meeting_is_in_hand_until_its_assignment_is_done(check: Check) -> None:
    assert check(DECIDED.format("Проведено", "Выдано"), only="RMK") == []
    assert check(DECIDED.format("Проведено", "Выполнено"), only="RMK") == ["RMK-1 3"]
    assert check(DECIDED.format("Запланировано", "Выполнено"), only="RMK") == []
