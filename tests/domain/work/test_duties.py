import datetime as dt

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.figures import State
from wg_excel.domain.periods import Period
from wg_excel.domain.rules.checking import check
from wg_excel.domain.rules.registry import RULES
from wg_excel.domain.work.duties import DUTIES, DutyFigure, current_quarter, duty_figures

TODAY = "2026-11-16"


def duty(name: str, text: str, today: str = TODAY) -> DutyFigure:
    day = dt.date.fromisoformat(today)
    group = group_of(text, today=today)
    return {figure.id: figure for figure in duty_figures(group, check(group, day), day)}[f"duty.{name}"]


def test_a_group_in_order_keeps_every_duty_that_has_records() -> None:
    day = dt.date.fromisoformat(TODAY)
    group = group_of("", today=TODAY)
    found = {figure.id: figure for figure in duty_figures(group, check(group, day), day)}
    kept = {"meeting", "protocol", "attendance", "composition", "monitoring", "readiness"}
    assert {name: figure.state for name, figure in found.items()} == {
        f"duty.{duty.id}": State.KEPT if duty.id in kept else State.NONE for duty in DUTIES
    }
    silent = {duty.id for duty in DUTIES} - kept - {"meeting_otherwise"}
    assert {found[f"duty.{name}"].note for name in silent} == {"записей пока нет"}


def test_every_rule_of_a_duty_exists() -> None:
    check(group_of(""), dt.date(2026, 9, 15))
    assert {rule for duty in DUTIES for rule in duty.rules} <= set(RULES)


@pytest.mark.parametrize(
    ("name", "text", "state", "words"),
    [
        (
            "meeting",
            """
            Заседания
            №  Дата        Статус
            1  2026-10-15  Проведено
            """,
            State.BROKEN,  # earlier quarters had none
            "№ 1 — 15.10.2026",
        ),
        (
            "protocol",
            """
            Заседания
            №  Дата        Статус     Протокол оформлен
            1  2026-10-15  Проведено
            """,
            State.BROKEN,
            "0 из 1, нет у № 1",
        ),
        (
            "appeals",
            """
            Обращения
            №         Дата        Статус   Срок
            2026-001  2026-11-02  В работе  2026-11-06
            2026-002  2026-11-16  Новое     2026-12-30
            2026-003  2026-11-02  Решено    2026-11-06
            """,
            State.BROKEN,
            "просрочено: 1, открыто: 2",
        ),
        (
            "documents",
            """
            Документы
            №  Анализ              Предложение     Срок        На сайте
            1  Требует изменений   уточнить сроки  2026-11-06  Не требуется
            2  Не проводился                                   Не требуется
            """,
            State.BROKEN,
            "изменить: 1, изучить: 1",
        ),
        (
            "publication",
            """
            Документы
            №  На сайте        Ссылка     Дата публикации
            1  Опубликован     школа.рф   2026-11-06
            2  Не опубликован
            """,
            State.RISK,
            "опубликовано 1 из 2",
        ),
        (
            "assignments",
            """
            Поручения
            №  Срок        Статус
            1  2026-11-06  В работе
            2  2026-12-06  Выдано
            """,
            State.BROKEN,
            "просрочено: 1, открыто: 2",
        ),
        (
            "access",
            """
            Доступы
            Дата        ФИО                     Ответственность подписана
            2026-09-10  Соколова Вера Павловна
            2026-09-10  Ким Олег Юрьевич        2026-09-10
            """,
            State.BROKEN,
            "без подписи: 1 из 2",
        ),
    ],
)
def test_a_duty_says_how_it_stands(name: str, text: str, state: State, words: str) -> None:
    figure = duty(name, text)
    assert (figure.state, figure.note.partition(" · ")[0]) == (state, words)


def test_a_quarter_without_a_meeting_says_until_when() -> None:
    figure = duty("meeting", "Заседания\n№  Дата  Статус\n1  2026-08-10  Проведено")
    assert figure.next_step == "провести до 31.12.2026"


def test_a_term_that_is_near_puts_a_duty_at_risk() -> None:
    figure = duty(
        "requests",
        """
        Запросы педагогам
        №  Дата        Срок        Статус
        1  2026-11-02  2026-11-30  Отправлен
        2  2026-11-02  2026-11-18  Отправлен
        """,
    )
    assert (figure.state_words, figure.next_step, figure.evidence) == (
        "▲ ещё 2 раб. дн.",
        "срок 18.11.2026",
        "Запросы педагогам, строка 7",
    )


def test_the_json_of_a_duty_tells_clause_days_row_and_next_step() -> None:
    made = duty("assignments", "Поручения\n№  Срок        Статус\n1  2026-11-19  Выдано").to_json()
    assert (made["clause"], made["days_left"], made["next"]) == ("B 3.2", 3, "срок 19.11.2026")
    assert made["evidence"] == {"sheet": "Поручения", "row": 6, "column": "Срок"}


def test_findings_behind_a_duty_are_counted_beside_it() -> None:
    figure = duty(
        "help",
        """
        Обращения
        №         Дата        Суть обращения  Статус
        2026-001  2026-11-02  —               Новое
        """,
    )
    assert figure.note == "1: мет. 0, конс. 0, тех. 1 · замечаний: 1"


def test_the_quarter_is_the_calendars_or_the_schools_own() -> None:
    assert current_quarter(group_of(""), dt.date(2026, 11, 16)) == Period(dt.date(2026, 10, 1), dt.date(2026, 12, 31))
    own = group_of(
        """
        tblTerms
        Четверть     Начало      Конец
        I четверть   2026-09-01  2026-10-23
        II четверть  2026-11-02  2026-12-29
        """,
        quarters="Учебные",
    )
    assert current_quarter(own, dt.date(2026, 11, 16)) == Period(dt.date(2026, 11, 2), dt.date(2026, 12, 29))
