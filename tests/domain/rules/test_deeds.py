from tests.domain.conftest import Check

APPEAL = """
    Обращения
    №         Дата        Статус                № в поддержке ЭлЖур  Ответ поддержки
    2026-001  2026-09-01  Передано в поддержку  ЭЖ-7                 {}

    Ход обращений
    Обращение  Дата        Статус
    2026-001   2026-09-02  Передано в поддержку
    """
TRAINING = """
    Обучение
    №  Дата        Статус
    3  2026-09-14  {}
    """


def test_a_silent_support_is_reminded_of_after_the_schools_term(check: Check) -> None:
    assert check(APPEAL.format(""), today="2026-09-09", only="ANS") == []
    assert check(APPEAL.format(""), today="2026-09-10", only="ANS") == ["ANS-2 2026-001"]
    assert check(APPEAL.format(""), today="2026-09-10", only="ANS", support_days=10) == []


def test_an_answer_that_was_not_brought_back_is_told(check: Check) -> None:
    assert check(APPEAL.format("Исправлено"), today="2026-09-10", only="ANS") == ["ANS-1 2026-001"]


def test_a_planned_training_is_not_forgotten(check: Check) -> None:
    assert check(TRAINING.format("Запланировано"), today="2026-09-14", only="TRN") == []
    assert check(TRAINING.format("Запланировано"), today="2026-09-15", only="TRN") == ["TRN-1 3"]
    assert check(TRAINING.format("Проведено"), today="2026-09-15", only="TRN") == []
