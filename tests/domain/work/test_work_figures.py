import datetime as dt

from tests.domain.conftest import group_of
from wg_excel.domain.figures import Figure, State
from wg_excel.domain.periods import Period
from wg_excel.domain.work.work_figures import latest_imports, work_figures

YEAR = Period(dt.date(2026, 9, 1), dt.date(2026, 11, 16))
WORK = """
    Поручения
    №  Исполнитель            Срок        Статус     Дата выполнения
    1  Белова Анна Игоревна   2026-10-01  Выполнено  2026-10-01
    2  Белова А. И.           2026-11-10  В работе
    3  Громов Олег Юрьевич    2026-12-10  Выдано
    4  Громов Олег Юрьевич    2026-10-01  Снято

    План
    №  Ответственный         Срок        Статус
    1  Белова Анна Игоревна  2026-12-01  Не начато

    Документы
    №  Анализ             На сайте
    1  Требует изменений  Не опубликован
    2  Соответствует      Опубликован
    3  Не проводился      Не требуется

    Готовность
    Условие             Оценка
    Обучение            3
    Анализ              0
    Оснащение           2
    Акты
"""


def figures(text: str = WORK) -> dict[str, Figure]:
    return {one.id: one for one in work_figures(group_of(text, fill=True), YEAR, YEAR.last)}


def test_assignments_are_done_open_or_overdue_and_what_was_dropped_is_none() -> None:
    known = figures()
    assert [known[f"assignments.{state}"].value for state in ("done", "open", "overdue")] == [1, 1, 1]
    assert known["assignments.overdue"].base == 3
    assert known["assignments.overdue"].state is State.BROKEN
    assert known["plan.overdue"].state is State.NONE


def test_each_members_assignments_and_activities_are_added_up() -> None:
    known = figures()
    assert [known[f"member.Белова А. И..{state}"].value for state in ("done", "open", "overdue")] == [1, 1, 1]
    assert [known[f"member.Громов О. Ю..{state}"].value for state in ("done", "open", "overdue")] == [0, 1, 0]


def test_documents_are_counted_by_what_is_to_be_done() -> None:
    known = figures()
    assert [known[f"documents.{name}"].value for name in ("change", "analyse", "publish")] == [1, 1, 1]


def test_readiness_is_the_mean_of_what_was_assessed() -> None:
    known = figures()
    assert (known["readiness"].value, known["readiness"].base) == (1.7, 3)


def test_the_latest_imports_stand_first() -> None:
    group = group_of(
        """
        Импорт
        №  Когда       Файл        Отчёт      Строк  Отклонено
        1  2026-09-20  старый.xls  Темы и ДЗ  10     1
        2  2026-10-20  новый.xls   Пропуски   5
        """,
        fill=False,
    )
    assert [one.file for one in latest_imports(group)] == ["новый.xls", "старый.xls"]
    october = Period(dt.date(2026, 10, 1), dt.date(2026, 10, 31))
    assert {each.id: each.value for each in work_figures(group, october, YEAR.last)}["imports"] == 1
