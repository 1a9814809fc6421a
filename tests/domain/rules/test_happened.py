from tests.domain.conftest import Check

DAY = "2026-10-14"


def test_what_is_recorded_as_done_is_not_dated_in_the_future(check: Check) -> None:
    text = """
        Выгрузки
        №  Дата запроса  Срок        Дата выполнения
        1  2026-10-14    2026-12-01  2026-10-14
        2  2026-10-15    2026-12-01
        3  2026-10-10    2026-12-01  2027-10-12
        """
    assert check(text, DAY) == ["DAT-1 2 Дата запроса", "DAT-1 3 Дата выполнения"]


def test_an_end_does_not_precede_its_start(check: Check) -> None:
    text = """
        План
        №  Начало      Срок        Статус
        1  2026-10-01  2026-12-01  В работе
        2  2026-12-02  2026-12-01  В работе

        Заседания
        №  Дата        Начало  Окончание  Статус
        1  2026-10-13  15:00   14:30      Проведено
        """
    assert check(text, DAY, only="DAT") == ["DAT-2 1 Окончание", "DAT-2 2 Срок"]
