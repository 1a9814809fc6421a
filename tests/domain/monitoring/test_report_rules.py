import datetime as dt

import pytest

from tests.facts_notation import date, facts, teachers
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.monitoring.monitoring import Monitoring, monitor
from wg_excel.domain.monitoring.report_rules import CONCLUSIONS, RECOMMENDATIONS, Basis, conclusions, recommendations
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings

GOOD = "09-01 1 5А Алгебра Ким + +"
NO_TOPIC = "09-02 1 5А Алгебра Ким - +"
NO_HOMEWORK = "\n".join(f"09-{n:02} 1 6А Чтение Цой + {'-' if n == 15 else '+'}" for n in range(3, 16))


def monitored(lessons: str) -> Monitoring:
    period = Period(date("09-01"), date("09-30"))
    return monitor(facts(lessons), teachers("Ким", "Цой"), SchoolCalendar(), Settings(), period, date("10-10"))


def basis(lessons: str) -> Basis:
    due = dt.date(2026, 10, 17)
    return Basis(monitored(lessons), {"Ким": "Ким", "Цой": "Цою"}, due, due + dt.timedelta(days=2), "Завучу")


def told(lessons: str) -> dict[str, list[str]]:
    """Return what each rule says, silent ones left out."""
    made = basis(lessons)
    found = {rule.id: list(rule.tell(made)) for rule in (*CONCLUSIONS, *RECOMMENDATIONS)}
    return {rule: sentences for rule, sentences in found.items() if sentences}


def test_without_data_nothing_is_concluded() -> None:
    assert list(told("09-01 1 5А Алгебра Чужой + +")) == ["ВЫВ-1", "РЕК-4"]


def test_good_journals_are_called_good_and_ask_for_nothing() -> None:
    found = told(GOOD)
    assert found["ВЫВ-2"][0].startswith("Все показатели, по которым есть данные, соответствуют норме: запись тем")
    assert found["ВЫВ-7"] == ["Ни у одного из 1 педагога замечаний нет."]
    assert not [rule for rule in found if rule.startswith("РЕК")]


def test_what_is_low_is_named_with_its_norm_and_asked_of_the_teacher_by_a_day() -> None:
    found = told(f"{GOOD}\n{NO_TOPIC}")
    assert found["ВЫВ-5"] == ["Требуют мер: запись тем уроков – 50,0 % (норма – 100 %)."]
    assert found["ВЫВ-7"] == ["Замечания есть у 1 из 1 педагога, в 1 из 1 строк таблицы."]
    assert found["РЕК-1"] == ["Ким: записать темы проведённых уроков. Срок – до 17.10.2026."]
    assert found["РЕК-3"][0].startswith("Завучу: загрузить новые выгрузки")
    assert found["РЕК-3"][0].endswith("Срок – до 19.10.2026.")


def test_a_lesson_not_closed_is_asked_for_even_where_the_share_is_not_low() -> None:
    found = told(NO_HOMEWORK)
    assert "РЕК-1" not in found
    assert found["ВЫВ-4"][0].startswith("Близки к норме, но не достигают её: запись домашних заданий – 92,3 %")
    assert found["ВЫВ-6"] == ["Незакрытых уроков (нет темы, нужного домашнего задания или отметок) – 1."]
    assert found["РЕК-2"] == ["Цою: внести недостающие темы, домашние задания и отметки. Срок – до 17.10.2026."]


def test_what_no_import_tells_is_said_to_be_unknown() -> None:
    assert told(GOOD)["ВЫВ-8"][0].startswith("Вывод не сделан, так как в выгрузках нет данных: своевременность")


@pytest.mark.parametrize("rules", [CONCLUSIONS, RECOMMENDATIONS])
def test_every_rule_has_its_own_number_and_says_when_it_speaks(rules: tuple[object, ...]) -> None:
    ids = [rule.id for rule in rules]  # type: ignore[attr-defined]
    assert len(set(ids)) == len(ids)
    assert all(rule.when for rule in rules)  # type: ignore[attr-defined]


def test_the_sentences_follow_the_order_of_the_rules() -> None:
    made = basis(f"{GOOD}\n{NO_TOPIC}\n{NO_HOMEWORK}")
    assert conclusions(made) == tuple(text for rule in CONCLUSIONS for text in rule.tell(made))
    assert recommendations(made) == tuple(text for rule in RECOMMENDATIONS for text in rule.tell(made))
