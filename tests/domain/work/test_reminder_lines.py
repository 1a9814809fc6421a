import datetime as dt

from tests.domain.conftest import group_of
from wg_excel.domain.work.reminder_lines import reminders

TASKS = """
    Поручения
    №  Поручение  Исполнитель           Срок        Статус     Заседание
    1  Собрать    Громов Олег Юрьевич   2026-12-04  Выдано     3
    2  Проверить  Белова А. И.          2026-11-20  В работе   3
    3  Составить  Белова Анна Игоревна  2026-11-23  Выдано
    4  Узнать     Белова Анна Игоревна              Выдано
    5  Сделано    Белова Анна Игоревна  2026-11-20  Выполнено
    """


def test_open_assignments_stand_by_executor_and_term() -> None:
    found = reminders(group_of(TASKS), dt.date(2026, 11, 23))
    assert [(line.executor.split()[0], line.number, line.left) for line in found] == [
        ("Белова", "2", "просрочено на 1 рабочий день"),
        ("Белова", "3", "сегодня"),
        ("Белова", "4", "срок не указан"),
        ("Громов", "1", "9 рабочих дней"),
    ]
