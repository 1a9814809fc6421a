from collections.abc import Callable

import pytest

from tests.exports.conftest import Reader
from tests.exports.sheets import rows, workbook
from wg_excel.exports.parts import Reading
from wg_excel.exports.synonyms import Synonyms

Read = Callable[..., Reading]

SHEETS = {
    "other words for filling": (
        "filling",
        """
        Преподаватель | Группа | Дисциплина | Занятий проведено | Заполнено тем | Заполнено ДЗ | Уроки без оценок
        Ким А. В. | 5А | Физика | 20 | 18 | 17 | 3
        """,
    ),
    "filling by teacher alone": (
        "filling",
        """
        Мониторинг за I четверть
        № п/п | ФИО учителя | Всего уроков | Не заполнено тем | Не заполнено ДЗ
        1 | Ким А. В. | 20 | 2 | 3
        """,
    ),
    "lessons with headings in Latin look-alikes": (
        "lessons",
        "Дaтa | Клacc | Прeдмeт | Учитeль | Teмa | Дoмaшнee зaдaниe\n01.09.2026 | 5A | Физика | Ким А. В. | Сила | § 1",
    ),
    "lessons that also look like filling": (
        "lessons",
        "Учитель | Класс | Дата | Темы | ДЗ | Предмет\nКим А. В. | 5А | 01.09.2026 | Сила | § 1 | Физика",
    ),
    "absence by subject": (
        "absence",
        "Класс: 5А\nПредмет | Всего | Б | УП | Н\nФизика | 10 | 5 | 3 | 2",
    ),
    "quality in words": (
        "quality",
        """
        Класс | Всего учащихся | Отличники | Хорошисты | Троечники | Неуспевающие | Успеваемость, % | Качество, %
        5А | 20 | 2 | 8 | 9 | 1 | 95% | 50%
        """,
    ),
    "changes in another order": (
        "changes",
        """
        Дата изменения | Сотрудник | Класс | Предмет | Урок | Действие
        01.09.2026 12:00 | Ким | 5А | Физика | 01.09.2026 | Внесена тема
        """,
    ),
    "finals by half-year": (
        "finals",
        "Класс: 10А\nПредмет: Физика\n№ | Фамилия, имя | 1 полугодие | 2 полугодие | Год\n1 | Беляев Фёдор | 4 | | ",
    ),
    "a page with days of the week": (
        "journal",
        """
        Класс: 5А Предмет: Физика Учитель: Ким А. В.
        № п/п | Список учащихся | 01.09 вт | 02.09 ср | 03.09 чт | Ср. балл | 1 четверть
        1 | Беляев Фёдор | 5 | н | 4/5 | 4,7 | 5
        """,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SHEETS)
def test_a_kind_is_told_by_its_columns(read_sheet: Read, name: str) -> None:
    kind, sheet = SHEETS[name]
    reading = read_sheet(sheet)
    assert reading.export is not None, reading.message
    assert (reading.export.kind, reading.export.rows, reading.export.rejected) == (kind, 1, ())


def test_a_sheet_named_by_class_or_teacher_stands_for_their_line(read_bytes: Reader) -> None:
    lines = rows("Дата | Предмет | Учитель | Тема урока | Д/з\n01.09.2026 | Физика | Ким А. В. | Сила | § 1")
    (reading,) = read_bytes(workbook({"5А": lines, "5-Б": lines}))
    assert reading.export is not None
    assert [lesson.school_class for lesson in reading.export.facts.lessons] == ["5А", "5Б"]


def test_a_class_in_a_title_and_a_teacher_after_a_dash_are_read(read_sheet: Read) -> None:
    reading = read_sheet("""
        Темы уроков 5 «А» класса
        Предмет – Физика. Учитель - Ким А. В.
        Дата | Тема урока | Д/з
        01.09 | Сила | § 1
    """)
    assert reading.export is not None
    lesson = reading.export.facts.lessons[0]
    assert lesson[:6] == (20260901, 0, "5А", "Физика", "", "Ким А. В.")


def test_sheets_of_two_kinds_are_two_readings_named_by_sheet(read_bytes: Reader) -> None:
    movement = rows("Класс | На начало | Прибыло | Выбыло\n5А | 20 | 1 | 2")
    absence = rows("Класс | По болезни | По ув. причине | По неув. причине\n5А | 5 | 3 | 2")
    notes = rows("просто | текст\nещё | текст")
    readings = read_bytes(workbook({"Движение": movement, "Пропуски": absence, "Заметки": notes}))
    assert [(one.file, one.export and one.export.kind) for one in readings] == [
        ("отчёт.xlsx/Движение", "movement"),
        ("отчёт.xlsx/Пропуски", "absence"),
    ]
    assert readings[0].export is not None
    assert "Листы без отчёта пропущены: «Заметки»." in readings[0].export.warnings


def test_what_is_not_recognised_shows_its_headings_and_what_the_nearest_kind_lacks(read_sheet: Read) -> None:
    reading = read_sheet("Дата | Тема | Кабинет\n01.09.2026 | Сила | 12")
    assert reading.status == "unknown"
    assert reading.headings == ("Дата", "Тема", "Кабинет")
    assert "«Домашнее задание»" in reading.message
    assert "Соответствие столбцов" in reading.message


def test_a_list_of_people_shows_none_of_them(read_sheet: Read) -> None:
    reading = read_sheet("Беляев Фёдор | 12.03.2015 | +79780000000\nБыков Тимур | 12.03.2015 | +79780000000")
    assert reading.status == "unknown"
    assert "Беляев" not in repr(reading)


def test_two_kinds_that_fit_equally_are_refused_by_both_names(read_bytes: Reader) -> None:
    twin = Synonyms(
        file='[kinds.twin]\ntitle = "Двойник"\nshape = "counts"\ncolumns = ["school_class"]\nneeds = ["in", "out"]\n'
        '[kinds.twin.own]\nin = ["прибыло"]\nout = ["выбыло"]'
    )
    (reading,) = read_bytes(workbook({"Лист1": rows("Класс | Прибыло | Выбыло\n5А | 1 | 2")}), extra=twin)
    assert reading.status == "unknown"
    assert "«Движение учащихся», «Двойник»" in reading.message


def test_a_report_without_a_period_says_so(read_sheet: Read) -> None:
    sheet = "Класс | Прибыло | Выбыло\n5А | 1 | 2"
    silent, term = read_sheet(sheet), read_sheet("Движение за I четверть\n" + sheet)
    assert silent.export is not None
    assert term.export is not None
    assert silent.export.warnings[0].startswith("Период в отчёте не указан")
    assert term.export.warnings[0].startswith("Дат четверти в отчёте нет")


def test_a_plan_of_topics_is_no_report_of_counts(read_sheet: Read) -> None:
    read = read_sheet("""
        КТП. Предмет: Физика. Класс: 7А. Учитель: Ким П. Л.
        № | Тема урока | Часов | Планируемая дата | Домашнее задание
        1 | Сила | 1 | 01.09.2026 | § 1
        2 | Масса | 1 | 08.09.2026 | § 2
    """)
    assert read.export is None
