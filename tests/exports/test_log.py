from collections.abc import Callable

import pytest

from wg_excel.domain.imported.facts import Entry
from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.log import Actions
from wg_excel.exports.parts import Reading

LOG = """
Доступ к журналу
Класс | Предмет | Дата и время | Пользователь | Дата урока | Период | Действие
5А | Физика | 01.09.2026 15:14 | Ким А. В. | 01.09.2026 | I четверть | Внесена тема урока
5А | Физика | 02.09.2026 15:14 | Ким А. В. | 01.09.2026 | I четверть | Выставлена отметка
5А | Физика | 02.09.2026 15:15 | Ким А. В. | 01.09.2026 | I четверть | Выставлена отметка
5А | Физика | 03.09.2026 15:15 | Ким А. В. | 01.09.2026 | I четверть | Изменена тема урока
5А | Физика | — | Ким А. В. | 01.09.2026 | I четверть | Внесено домашнее задание
5А | Физика | 03.09.2026 15:15 | Ким А. В. | 01.09.2026 | I четверть | Беляев Фёдор
"""


def test_equal_entries_are_counted_together_and_changes_are_none(read_sheet: Callable[..., Reading]) -> None:
    export = read_sheet(LOG).export
    assert export is not None
    assert export.facts.entries == (
        Entry(20260901, "5А", "Физика", "Ким А. В.", "topic", 20260901, 1, 0),
        Entry(20260901, "5А", "Физика", "Ким А. В.", "mark", 20260902, 2, 0),
    )
    assert (export.kind, export.rows) == ("changes", 6)


def test_what_is_not_understood_is_rejected_without_its_text(read_sheet: Callable[..., Reading]) -> None:
    export = read_sheet(LOG).export
    assert export is not None
    assert [row.reason for row in export.rejected] == ["дата и время действия не поняты", "действие не понято"]


@pytest.mark.parametrize(
    ("action", "what"),
    [
        ("Внесена тема урока", "topic"),
        ("Добавлено домашнее задание", "homework"),
        ("Записано ДЗ", "homework"),
        ("Выставлена оценка", "mark"),
        ("Отмечен пропуск", "absence"),
        ("Удалена отметка", "changed"),
        ("Изменено домашнее задание", "changed"),
        ("", ""),
    ],
)
def test_actions_are_told_by_their_words(action: str, what: str) -> None:
    assert Actions(vocabulary()).read(action) == what
