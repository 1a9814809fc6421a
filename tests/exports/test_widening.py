"""Tables that tell a teacher, a class or a day in another way than by a column of its own."""

from collections.abc import Callable

import pytest

from wg_excel.exports.parts import Reading

Read = Callable[..., Reading]
Told = list[tuple[int, str, str, str]]


def lessons(reading: Reading) -> Told:
    assert reading.export is not None, reading.message
    return [(one.day, one.school_class, one.subject, one.teacher) for one in reading.export.facts.lessons]


def counted(reading: Reading, name: str = "lessons") -> dict[tuple[str, str, str], float]:
    assert reading.export is not None, reading.message
    figures = reading.export.facts.figures
    return {(one.teacher, one.school_class, one.subject): one.value for one in figures if one.name == name}


def test_a_class_or_a_teacher_named_once_holds_for_the_rows_below(read_sheet: Read) -> None:
    read = read_sheet("""
        Дата | Предмет | Тема | ДЗ
        Ким Павел Львович
        5А
        01.09.2026 | Физика | Силы | § 1
        6Б
        01.09.2026 | Физика | Масса | § 2
        Орлова Анна Ильинична
        02.09.2026 | Химия | Вода | § 1
    """)
    assert lessons(read) == [
        (20260901, "5А", "Физика", "Ким Павел Львович"),
        (20260901, "6Б", "Физика", "Ким Павел Львович"),
        (20260902, "6Б", "Химия", "Орлова Анна Ильинична"),
    ]
    assert read.export is not None
    assert (read.export.rows, read.export.other) == (3, 4)


def test_class_and_subject_of_one_section_end_together(read_sheet: Read) -> None:
    read = read_sheet("""
        Учитель: Ким П. Л.
        Дата | Тема | ДЗ
        Физика, 7А
        01.09.2026 | Силы | § 1
        7Б
        01.09.2026 | Силы | § 1
    """)
    assert lessons(read) == [(20260901, "7А", "Физика", "Ким П. Л.")]
    assert read.export is not None
    assert [row.reason for row in read.export.rejected] == ["не указан предмет"]


def test_rows_below_a_section_that_is_not_understood_are_not_given_to_the_one_before(read_sheet: Read) -> None:
    read = read_sheet("""
        Период: 01.09.2026 - 23.10.2026
        Класс | Предмет | Уроков | Без тем | Без ДЗ
        Ким П. Л.
        5А | Физика | 20 | 1 | 2
        Вакансия
        6Б | Физика | 18 | 3 | 4
    """)
    assert counted(read) == {("Ким П. Л.", "5А", "Физика"): 20, ("", "6Б", "Физика"): 18}
    assert read.export is not None
    assert read.export.warnings == ("Строк без имени учителя, они не отнесены ни к кому: 1.",)


def test_a_name_at_the_end_of_a_report_changes_nothing_above_it(read_sheet: Read) -> None:
    read = read_sheet("""
        Период: 01.09.2026 - 23.10.2026
        Учитель | Класс | Предмет | Уроков | Без тем | Без ДЗ
        Ким П. Л. | 5А | Физика | 20 | 1 | 2
        | 6Б | Физика | 18 | 3 | 4
        Орлова Анна Ильинична
    """)
    assert counted(read) == {("Ким П. Л.", "5А", "Физика"): 20, ("Ким П. Л.", "6Б", "Физика"): 18}


def test_a_part_of_the_course_does_not_end_a_section(read_sheet: Read) -> None:
    read = read_sheet("""
        Дата | Предмет | Тема | ДЗ
        7А
        Раздел 1. Механика
        01.09.2026 | Физика | Силы | § 1
    """)
    assert lessons(read) == [(20260901, "7А", "Физика", "")]


def test_subtotals_below_sections_are_checked_and_counted_as_totals(read_sheet: Read) -> None:
    read = read_sheet("""
        Период: 01.09.2026 - 23.10.2026
        Класс | Предмет | Уроков | Без тем | Без ДЗ
        Ким П. Л.
        5А | Физика | 20 | 1 | 2
        6Б | Физика | 18 | 0 | 1
        Итого по учителю Ким П. Л. | | 38 | 1 | 3
        Всего | | 38 | 1 | 3
    """)
    assert counted(read) == {("Ким П. Л.", "5А", "Физика"): 20, ("Ким П. Л.", "6Б", "Физика"): 18}
    assert read.export is not None
    assert (read.export.totals, read.export.warnings) == (2, ())


def test_a_day_above_its_lessons_is_the_day_of_each(read_sheet: Read) -> None:
    read = read_sheet("""
        Урок | Класс | Предмет | Учитель | Тема | Домашнее задание
        01.09.2026, вторник
        1 | 5А | Физика | Ким П. Л. | Силы | § 1
        2 | 5А | Химия | Орлова А. И. | Вода | § 1
        02.09.2026, среда
        1 | 5А | Физика | Ким П. Л. | Масса |
        | | | | | Подпись
    """)
    assert [day for day, *_ in lessons(read)] == [20260901, 20260901, 20260902]


def test_a_day_in_a_line_above_is_the_day_of_all_lessons(read_sheet: Read) -> None:
    read = read_sheet("""
        Дата: 05.11.2026
        Урок | Класс | Предмет | Учитель | Тема | Домашнее задание
        1 | 5А | Физика | Ким П. Л. | Силы | § 1
    """)
    assert lessons(read) == [(20261105, "5А", "Физика", "Ким П. Л.")]


def test_a_lesson_with_nothing_but_its_day_is_a_lesson(read_sheet: Read) -> None:
    read = read_sheet("""
        Класс: 5А. Предмет: Физика
        Дата | Тема | ДЗ
        01.09.2026 | Силы | § 1
        Ким Павел Львович
        03.09.2026 | |
    """)
    assert [day for day, *_ in lessons(read)] == [20260901, 20260903]


MONTHS = {
    "above": """
        Учебный год 2026/2027. Класс 5А
        Дата | Предмет | Тема | ДЗ
        Сентябрь
        1 | Физика | Силы | § 1
        8 | Физика | Масса | § 2
        Январь
        12 | Физика | Свет | § 3""",
    "above with the year": """
        Класс 5А
        Число | Предмет | Тема | ДЗ
        Сентябрь 2026
        1 | Физика | Силы | § 1
        8 | Физика | Масса | § 2
        январь 2027 г.
        12 | Физика | Свет | § 3""",
    "beside": """
        Учебный год 2026/2027. Класс 5А
        Месяц | Число | Предмет | Тема | ДЗ
        сентябрь | 1 | Физика | Силы | § 1
        | 8 | Физика | Масса | § 2
        январь | 12 | Физика | Свет | § 3""",
}


@pytest.mark.parametrize("where", MONTHS)
def test_bare_days_get_the_month_that_stands_apart(where: str, read_sheet: Read) -> None:
    assert [day for day, *_ in lessons(read_sheet(MONTHS[where]))] == [20260901, 20260908, 20270112]


def test_parts_of_a_name_and_of_a_class_are_joined(read_sheet: Read) -> None:
    read = read_sheet("""
        Параллель | Буква | Фамилия учителя | Имя учителя | Отчество учителя | Предмет | Дата | Тема | ДЗ
        7 | А | Ким | Павел | Львович | Физика | 01.09.2026 | Силы | § 1
    """)
    assert lessons(read) == [(20260901, "7А", "Физика", "Ким Павел Львович")]


def test_class_and_subject_of_one_column_are_told_apart(read_sheet: Read) -> None:
    read = read_sheet("""
        Период: 01.09.2026 - 23.10.2026
        Учитель | Журнал | Уроков | Без тем | Без ДЗ
        Ким П. Л. | 5А / Физика | 20 | 1 | 2
        Ким П. Л. | 10Б Основы логики | 18 | 3 | 4
    """)
    assert counted(read) == {("Ким П. Л.", "5А", "Физика"): 20, ("Ким П. Л.", "10Б", "Основы логики"): 18}


def test_subject_and_teacher_of_one_column_are_told_apart(read_sheet: Read) -> None:
    read = read_sheet("""
        Период: 01.09.2026 - 23.10.2026
        Класс | Предмет (учитель) | Уроков | Без тем | Без ДЗ
        5А | Физика (Ким П. Л.) | 20 | 1 | 2
    """)
    assert counted(read) == {("Ким П. Л.", "5А", "Физика"): 20}


def test_a_teacher_of_a_line_or_of_the_sheet_s_name_is_teacher_enough(read_sheet: Read) -> None:
    table = "\nКласс | Предмет | Уроков | Без тем | Без ДЗ\n5А | Физика | 20 | 1 | 2"
    assert counted(read_sheet("Учитель: | Ким П. Л." + table)) == {("Ким П. Л.", "5А", "Физика"): 20}
    assert counted(read_sheet("За 1 четверть" + table, name="Ким П.Л.")) == {("Ким П.Л.", "5А", "Физика"): 20}
    assert read_sheet("За 1 четверть" + table).export is None


def test_a_teacher_above_each_of_several_headings_is_the_teacher_of_the_rows_below(read_sheet: Read) -> None:
    read = read_sheet("""
        Период: 01.09.2026 - 23.10.2026
        Ким Павел Львович
        Класс | Предмет | Уроков | Без тем | Без ДЗ
        5А | Физика | 20 | 1 | 2
        Орлова Анна Ильинична
        Класс | Предмет | Уроков | Без тем | Без ДЗ
        6Б | Химия | 18 | 3 | 4
    """)
    assert counted(read) == {
        ("Ким Павел Львович", "5А", "Физика"): 20,
        ("Орлова Анна Ильинична", "6Б", "Химия"): 18,
    }


def test_a_pupil_alone_in_a_row_is_no_teacher(read_sheet: Read) -> None:
    read = read_sheet("""
        Класс: 7А
        ФИО учащегося | Всего | По болезни | По уваж. причине | По неуваж. причине
        Аксёнов Лев | 4 | 2 | 1 | 1
        Белкина Зоя Львовна
        Вакулин Пётр | 3 | 3 | 0 | 0
    """)
    assert counted(read, "lesson_all") == {("", "7А", ""): 7}
    assert "Белкина" not in repr(read)
