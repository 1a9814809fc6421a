"""Exports as schools that nobody has seen may have them: each is read whole, and every one of its rows is told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.exports.sheets import TODAY, rows, workbook
from wg_excel.exports import reading, recogniser
from wg_excel.exports.grid import Grid
from wg_excel.exports.parts import Collector, Job, Reading
from wg_excel.exports.terms import Calendar

Read = Callable[..., Reading]

REPORTS = {
    "eight titles": """
        МБОУ СОШ № 5
        г. Энск
        Отчёт
        сформирован 20.11.2026
        пользователь: администратор
        Темы и ДЗ
        за период с 01.09.2026 по 31.10.2026

        Дата | № | Класс | Предмет | Учитель | Тема урока | Домашнее задание
        01.09.2026 | 2 | 6Б | Русский язык | Орлова Анна Ильинична | Имя | упр. 15
        02.09.2026 | 3 | 6Б | Литература | Орлова Анна Ильинична | Басни | с. 12-15""",
    "any order": """
        Задание на дом | Что пройдено на уроке | Преподаватель | Группа класса | Дисциплина | Число | Урок | Кабинет
        упр. 15 | Глагол | Орлова А. И. | 6-б | Русский язык | вт, 01.09.2026 | 2 | 204
        нет | Басни | Анна Ильинична Орлова | 6 "Б" | Литература | 3 сентября 2026 г. | 3 | 204""",
    "totals, pages and a signature": """
        Дата | Класс | Предмет | Учитель | Тема | ДЗ
        01.09.2026 | 5А | Физика | Ким П. Л. | Силы | § 1
        Всего за сентябрь: 1
        Дата | Класс | Предмет | Учитель | Тема | ДЗ
        01.10.2026 | 5А | Физика | Ким П. Л. | Силы | § 1
        Страница 1 из 1
        Итого: 2

        Отчёт сформирован: 20.11.2026""",
    "only a line with a day below": """
        Дата | Класс | Предмет | Учитель | Тема | ДЗ
        01.09.2026 | 5А | Физика | Ким П. Л. | Силы | § 1
        02.09.2026 | 5А | Физика | Ким П. Л. | Масса | § 2
        Отчёт от 20.11.2026""",
    "blocks of two classes": """
        Класс: | 5А | | Предмет: | Физика
        Учитель: | Ким П. Л.
        Дата | Тема | ДЗ
        01.09.2026 | Силы | § 1
        Итого | 1

        Журнал 5 «Б» класса, предмет: Химия
        Учитель: Орлова А. И.
        Дата | Тема | ДЗ
        01.09.2026 | Вода | § 1""",
    "days without a year": """
        Учебный год 2026-2027
        Дата | Класс | Предмет | Учитель | Тема | ДЗ
        01.09 | 5А | Физика | Ким П. Л. | Силы | § 1
        14.01 | 5А | Физика | Ким П. Л. | Силы | § 1""",
    "a teacher named once": """
        с 01.09.2026 по 23.10.2026
        Учитель | Класс | Предмет | Уроков | Без тем | Без ДЗ
        Орлова А. И. | 6Б | Русский | 40 | 2 | 5
        | 7А | Русский | 30,0 | 1 | 2
        Итого по учителю | | | 70 | 3 | 7
        Всего | | | 70 | 3 | 7""",
    "days below months": """
        Класс: 7Б
        Предмет: Алгебра
        Учитель: Орлова А. И.
        Период: 28.12.2026 – 29.01.2027
        № | ФИО | дек. | | янв. | | Итог
        | | 28 | 29 | 11 | 12 |
        1 | Лев Аксёнов | 5 | | 4 | |
        2 | Зоя Белкина | | 3 | | |
        | Отсутствовало | 0 | 1 | 0 | 0 |""",
    "subjects over terms": """
        Сводная ведомость учёта успеваемости
        Класс: 11 ФМ
        Учебный год: 2026/2027
        № | ФИО | Алгебра | | | Физика | |
        | | I | II | Год | I | II | Год
        1 | Аксёнов Лев | 5 | | | 4 | |
        2 | Белкина Зоя | н/а | | | осв. | |""",
    "sums of parallels": """
        Движение за период 01.09.2026-23.10.2026
        Класс | На начало периода | Прибыло | Выбыло | На конец периода
        5А | 25 | 1 | 0 | 26
        Итого по 5 классам | 25 | 1 | 0 | 26
        10 (1) | 24 | 0 | 2 | 22
        Итого по 10 классам | 24 | 0 | 2 | 22
        5-9 классы | 25 | 1 | 0 | 26
        Всего | 49 | 1 | 2 | 48""",
    "a log": """
        История изменений журнала 6Б
        Когда | Кто изменил | Класс | Предмет | Дата урока | Событие
        01.09.2026, 14:05 | Орлова А. И. | 6Б | Русский | 01.09.2026 | Внесена тема
        02.09.2026 10:00 | Орлова А. И. | 6Б | Русский | 01.09.2026 | Поставлена оценка «5»
        02.09.2026 10:00 | Орлова А. И. | 6Б | Русский | 01.09.2026 | Зашёл на страницу""",
}
# Kind, rows taken, rejected, totals.
EXPECTED = {
    "eight titles": ("lessons", 2, 0, 0),
    "any order": ("lessons", 2, 0, 0),
    "totals, pages and a signature": ("lessons", 2, 0, 2),
    "only a line with a day below": ("lessons", 2, 0, 0),
    "blocks of two classes": ("lessons", 2, 0, 1),
    "days without a year": ("lessons", 2, 0, 0),
    "a teacher named once": ("filling", 2, 0, 2),
    "days below months": ("journal", 2, 0, 1),
    "subjects over terms": ("finals", 2, 0, 0),
    "sums of parallels": ("movement", 2, 0, 4),
    "a log": ("changes", 2, 1, 0),
}


@pytest.mark.parametrize("name", REPORTS)
def test_every_row_of_a_report_is_told(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below: list[int] = []
    recognise = recogniser.recognise_grid

    def counted(grid: Grid, *how: Any, **more: Any) -> object:
        table = recognise(grid, *how, **more)
        whole = list(grid.rows())
        below.append(len(whole) - table.heading.below)
        return table._replace(grid=Grid(grid.sheet, whole))

    monkeypatch.setattr(reading, "recognise_grid", counted)
    path = tmp_path / "отчёт.xls"
    path.write_bytes(workbook({"Лист1": rows(REPORTS[name])}))
    collector = Collector()
    parts = reading.read_file(Job(str(path), "", Calendar(TODAY)))
    (found,) = (each for part in parts for each in collector.take(part))
    export = found.export
    assert export is not None, found.message
    assert (export.kind, export.rows - export.rejected_rows, export.rejected_rows, export.totals) == EXPECTED[name]
    assert export.rows + export.totals + export.blank + export.other == sum(below)
    assert not any("не сходится" in warning for warning in export.warnings)


def test_a_share_is_never_taken_for_a_count(read_sheet: Read) -> None:
    found = read_sheet("""
        Заполняемость журнала с 01.09.2026 по 23.10.2026
        Учитель | Количество уроков | Темы, % | Темы не заполнены | ДЗ, % | ДЗ не заполнены
        Ким П. Л. | 20 | 95,0% | 1 | 90% | 2
    """)
    assert found.export is not None
    counts = {one.name: one.value for one in found.export.facts.figures}
    assert counts == {"lessons": 20, "topics": 19, "topics_missing": 1, "homework_missing": 2}


@pytest.mark.parametrize("written", [0.6, "60%", "60,0 %", 60])
def test_a_percentage_is_one_however_it_is_kept(written: object, read_sheet: Read) -> None:
    found = read_sheet([["Класс", "5", "4", "3", "2", "% успев.", "% кач."], ["5А", 5, 10, 10, 0, "100%", written]])
    assert found.export is not None
    assert {one.name: one.value for one in found.export.facts.figures}["percent_good"] == 60


def test_a_fraction_of_one_in_a_count_is_left_as_it_is(read_sheet: Read) -> None:
    found = read_sheet([["Класс", "5", "4", "3", "2", "% успев.", "% кач."], ["5А", 1, 0, 0, 0, 1.0, 1.0]])
    assert found.export is not None
    counts = {one.name: one.value for one in found.export.facts.figures}
    assert (counts["n5"], counts["percent_passed"], counts["percent_good"]) == (1, 100, 100)
