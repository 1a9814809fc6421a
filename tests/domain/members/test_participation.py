import datetime as dt

from tests.domain.conftest import group_of
from wg_excel.domain.members.participation import HEADINGS, Line, participation
from wg_excel.domain.periods import school_year

DAY = dt.date(2026, 12, 20)
MEETINGS = """
    Заседания
    №  Дата        Статус
    1  2026-06-10  Проведено
    2  2026-09-10  Проведено
    3  2026-10-15  Проведено
    4  2026-12-10  Отменено

    Явка
    Заседание  Член группы            Явка           Причина
    1          Белова Анна Игоревна   Отсутствовал   отпуск
    2          Белова Анна Игоревна   Присутствовал
    2          Громов Олег Юрьевич    Отсутствовал   болезнь
    3          Белова А. И.           Присутствовал
    3          Громов Олег Юрьевич    Отсутствовал
    4          Громов Олег Юрьевич    Присутствовал
    """
TASKS = """
    Поручения
    №  Исполнитель           Срок        Статус     Дата выполнения
    1  Белова Анна Игоревна  2026-10-01  Выполнено  2026-10-01
    2  Белова Анна Игоревна  2026-10-01  Выполнено  2026-10-05
    3  Белова Анна Игоревна  2026-12-30  Выдано
    4  Белова Анна Игоревна  2026-12-01  В работе
    5  Белова Анна Игоревна  2026-06-01  Выполнено  2026-05-30
    6  Белова Анна Игоревна  2026-11-01  Снято
    7  Громов Олег Юрьевич   2026-05-01  Выдано

    План
    №  Мероприятие  Ответственный        Срок        Статус
    1  Опрос        Громов Олег Юрьевич  2026-10-01  Выполнено
    2  Отчёт        Громов Олег Юрьевич  2027-05-01  Не начато
    3  Проверка     Громов Олег Юрьевич  2026-11-01  В работе
    """


def lines(text: str, day: dt.date = DAY) -> dict[str, Line]:
    return {line.fio.split()[0]: line for line in participation(group_of(text), school_year(day), day)}


def test_attendance_counts_the_years_held_meetings_of_each_member() -> None:
    found = lines(MEETINGS)
    assert (found["Белова"].present, found["Белова"].absent, found["Белова"].share) == (2, 0, 100)
    assert (found["Громов"].present, found["Громов"].absent, found["Громов"].share) == (0, 2, 0)
    assert found["Громов"].reasons == "№ 2 (10.09.2026) — болезнь; № 3 (15.10.2026) — причина не указана"


def test_who_has_no_record_has_no_percentage() -> None:
    assert {line.share for line in lines("").values()} == {None}


def test_tasks_between_meetings_are_told_apart_by_their_term() -> None:
    found = lines(TASKS)
    belova, gromov = found["Белова"], found["Громов"]
    assert (belova.in_time, belova.late, belova.open, belova.overdue) == (1, 1, 1, 1)
    assert (gromov.in_time, gromov.late, gromov.open, gromov.overdue) == (0, 0, 0, 1)
    assert (gromov.plan_done, gromov.plan_open, gromov.plan_overdue) == (1, 1, 1)


def test_a_line_has_a_cell_for_every_heading() -> None:
    assert len(Line._fields) == len(HEADINGS)
