import datetime as dt

from tests.domain.conftest import group_of
from wg_excel.domain.appeals.appeal_figures import appeal_figures
from wg_excel.domain.figures import Figure
from wg_excel.domain.periods import Period

YEAR = Period(dt.date(2026, 9, 1), dt.date(2026, 11, 16))
APPEALS = """
    Обращения
    №         Дата        Категория  Вид помощи    Статус     Срок        Дата решения  Исполнитель
    2026-001  2026-09-01  Педагог    Техническая   Решено     2026-09-04  2026-09-04    Белова Анна Игоревна
    2026-002  2026-09-01  Родитель   Техническая   Решено     2026-09-04  2026-09-07    Белова А. И.
    2026-003  2026-10-05  Педагог    Методическая  Решено     2026-10-09  2026-10-06    Громов Олег Юрьевич
    2026-004  2026-11-02  Педагог    Техническая   В работе   2026-11-06
    2026-005  2026-11-16  Педагог    Техническая   Новое      2026-11-30
    2026-006  2026-11-03  Педагог    Техническая   Отклонено  2026-11-04
    2026-007  2026-08-20  Педагог    Техническая   Решено     2026-08-27  2026-08-21    Громов Олег Юрьевич
"""


def figures(text: str = APPEALS) -> dict[str, Figure]:
    return {one.id: one for one in appeal_figures(group_of(text), YEAR, YEAR.last)}


def test_appeals_of_the_period_are_received_solved_or_open() -> None:
    known = figures()
    assert [known[f"appeals.{name}"].value for name in ("received", "solved", "open")] == [6, 3, 2]


def test_timeliness_counts_the_solved_and_the_overdue_only() -> None:
    in_term = figures()["appeals.in_term"]
    # In term: 001 and 003; late: 002 (solved later) and 004 (open past its term); 005 and 006 are not judged.
    assert (in_term.value, in_term.base) == (50.0, 4)


def test_lateness_stays_a_fact_after_closing() -> None:
    late = figures()["appeals.late"]
    # 002: due on Friday the 4th, solved on Monday the 7th.
    assert (late.value, late.base, late.note) == (1, 3, "дольше всего — на 1 рабочий день")


def test_reopened_appeals_are_counted() -> None:
    states = """
    Ход обращений
    Обращение  Дата        Статус
    2026-004   2026-11-03  Решено
    2026-004   2026-11-05  В работе
    """
    assert figures(f"{APPEALS}\n{states}")["appeals.reopened"].value == 1


def test_what_waits_for_others_is_not_late() -> None:
    text = """
    Обращения
    №         Дата        Статус                Срок
    2026-001  2026-11-02  Передано в поддержку  2026-11-06
    2026-002  2026-11-02  В работе              2026-11-06

    Ход обращений
    Обращение  Дата        Статус
    2026-001   2026-11-03  Передано в поддержку
    """
    in_term = figures(text)["appeals.in_term"]
    # Only 002 is judged: 001 waits since before its term.
    assert (in_term.base, in_term.value) == (1, 0.0)


def test_the_median_is_of_working_days() -> None:
    median = figures()["appeals.median_days"]
    # 001: 3 working days, 002: 4 (a weekend between), 003: 1.
    assert (median.value, median.base) == (3.0, 3)


def test_kinds_and_categories_are_counted() -> None:
    known = figures()
    assert known["appeals.help_kind.Техническая"].value == 5
    assert known["appeals.category.Родитель"].value == 1


def test_every_month_up_to_the_day_is_there() -> None:
    known = figures()
    assert [known[f"appeals.month.2026-{month}.received"].value for month in ("09", "10", "11")] == [2, 1, 3]
    assert [known[f"appeals.month.2026-{month}.solved"].value for month in ("09", "10", "11")] == [2, 1, 0]


def test_an_executor_is_one_person_however_the_name_is_spelt() -> None:
    known = figures()
    assert known["appeals.executor.Белова А. И."].value == 2
    assert known["appeals.executor.не назначен"].value == 3


def test_without_appeals_a_share_is_unknown_and_not_zero() -> None:
    known = figures("")
    assert known["appeals.received"].value == 0
    assert known["appeals.in_term"].text == "нет данных"
    assert known["appeals.median_days"].value is None
