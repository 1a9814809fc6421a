"""Pages of the journal with the list of their lessons below or beside them, as journals are printed."""

from collections.abc import Callable

import pytest

from tests.exports.sheets import rows, workbook
from wg_excel.exports.parts import Reading

Reader = Callable[..., list[Reading]]

BELOW = """
    Класс: 9В. Предмет: Физика
    Учитель: Ким П. Л.
    Учебный год 2026/2027
    № | Ученик | 01.09 | 08.09
    1 | Аксёнов Лев | 5 | н
    2 | Белкина Зоя | | 4

    Дата | Тема урока | Домашнее задание
    01.09 | Силы | § 1
    08.09 | Масса |
    Предмет: Химия
    № | Ученик | 02.09 | 09.09
    1 | Аксёнов Лев | | 3
    Дата | Тема урока | Домашнее задание
    02.09 | Вода | § 5"""
BESIDE = """
    Класс: 9В. Предмет: Физика
    Учитель: Ким П. Л.
    Учебный год 2026/2027
    № | Ученик | 01.09 | 08.09 | 15.09 | Итог | | Дата | Тема урока | Домашнее задание
    1 | Аксёнов Лев | 5 | н | | 5 | | 01.09 | Силы | § 1
    2 | Белкина Зоя | | 4 | | 4 | | 08.09 | Масса |
    Предмет: Химия
    № | Ученик | 02.09 | 09.09 | 16.09 | Итог | | Дата | Тема урока | Домашнее задание
    1 | Аксёнов Лев | | 3 | | 3 | | 02.09 | Вода | § 5"""


@pytest.mark.parametrize("sheet", [BELOW, BESIDE], ids=["below", "beside"])
def test_pages_and_their_lessons_are_told_apart(sheet: str, read_bytes: Reader) -> None:
    found = {one.export.kind: one.export for one in read_bytes(workbook({"Лист1": rows(sheet)})) if one.export}
    assert found.keys() == {"journal", "lessons"}
    marks = {(one.subject, one.name): one.value for one in found["journal"].facts.figures}
    assert [marks[subject, name] for subject in ("Физика", "Химия") for name in ("pupils", "marks")] == [2, 2, 1, 1]
    assert [
        (one.day, one.school_class, one.subject, one.teacher, one.topic) for one in found["lessons"].facts.lessons
    ] == [
        (20260901, "9В", "Физика", "Ким П. Л.", 1),
        (20260908, "9В", "Физика", "Ким П. Л.", 1),
        (20260902, "9В", "Химия", "Ким П. Л.", 1),
    ]
    assert not any(one.warnings for one in found.values())


def test_rejected_lessons_below_a_page_keep_their_rows(read_bytes: Reader) -> None:
    sheet = BELOW.replace("08.09 | Масса |", "? | Масса |")
    found = {one.export.kind: one.export for one in read_bytes(workbook({"Лист1": rows(sheet)})) if one.export}
    assert [one.row for one in found["lessons"].rejected] == [10]
