import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.exports.sheets import rows, text_file
from wg_excel.domain.imported.facts import Homework, Lesson, Work
from wg_excel.exports.parts import Reading

Read = Callable[..., Reading]

PLAIN = """
Дата | № урока | Класс | Предмет | Учитель | Тема | Домашнее задание
01.09.2026 | 1 | 5А | Математика | Иванова Мария Петровна | Сложение дробей | № 5
02.09.2026 | 2 | 5А | Математика | Иванова Мария Петровна | Вычитание | —
"""


def lessons(reading: Reading) -> tuple[Lesson, ...]:
    assert reading.export is not None, reading.message
    return reading.export.facts.lessons


def test_a_row_is_a_lesson_with_what_its_cells_tell(read_sheet: Read) -> None:
    first, second = lessons(read_sheet(PLAIN))
    assert first == Lesson(
        20260901, 1, "5А", "Математика", "", "Иванова Мария Петровна", 1, Work.ORDINARY, Homework.GIVEN, 0, 0, 0
    )
    assert second.homework == Homework.NONE


def test_columns_may_stand_in_any_order_with_others_between(read_sheet: Read) -> None:
    read = read_sheet("""
        Кабинет | Задание на дом | ФИО педагога | Что пройдено на уроке | Дисциплина | Класс/группа | Дата урока | Урок
        12 | § 1 | Ким А. В. | Глагол | Английский язык | 7-а | 03.09.2026 | 4
    """)
    assert lessons(read) == (
        Lesson(20260903, 4, "7А", "Английский язык", "", "Ким А. В.", 1, Work.ORDINARY, Homework.GIVEN, 0, 0, 0),
    )


@pytest.mark.parametrize("titles", range(9))
def test_up_to_eight_title_rows_may_stand_above(read_sheet: Read, titles: int) -> None:
    above = "\n".join(
        ["Школа № 1", "Темы уроков и домашние задания", "Период: 01.09.2026 - 30.09.2026", *"абвгд"][:titles]
    )
    read = read_sheet(above + PLAIN)
    assert len(lessons(read)) == 2
    assert read.export is not None
    assert read.export.first == dt.date(2026, 9, 1)


def test_class_subject_and_teacher_may_stand_in_lines_above(read_sheet: Read) -> None:
    read = read_sheet("""
        Класс: 5 «Б»; Предмет: Биология
        Учитель: | Левченко Татьяна Григорьевна
        Дата | Тема | Домашнее задание
        01.09.2026 | Клетка | § 1
    """)
    (lesson,) = lessons(read)
    assert (lesson.school_class, lesson.subject, lesson.teacher) == ("5Б", "Биология", "Левченко Татьяна Григорьевна")


def test_blocks_with_lines_and_headings_of_their_own_follow_one_another(read_sheet: Read) -> None:
    read = read_sheet("""
        Класс: 5А
        Дата | Предмет | Учитель | Тема | ДЗ
        01.09.2026 | Биология | Ким А. В. | Клетка | § 1

        Класс: 6А
        Дата | Предмет | Учитель | Тема | ДЗ
        01.09.2026 | История | Ким А. В. | Рим | § 2
    """)
    assert [(lesson.school_class, lesson.subject) for lesson in lessons(read)] == [
        ("5А", "Биология"),
        ("6А", "История"),
    ]
    assert read.export is not None
    assert (read.export.rows, read.export.blank, read.export.other) == (2, 1, 2)


def test_headings_may_stand_in_two_rows_with_merged_cells(read_sheet: Read) -> None:
    read = read_sheet(
        """
        Дата | Класс | Предмет | Учитель | Содержание | | Внесено |
        | | | | Тема урока | Домашнее задание | Дата внесения темы | Дата внесения ДЗ
        01.09.2026 | 5А | Физика | Ким А. В. | Сила | § 1 | 02.09.2026 10:00 | 03.09.2026
        """,
        merges=("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1"),
    )
    (lesson,) = lessons(read)
    assert (lesson.topic_day, lesson.homework_day) == (20260902, 20260903)


def test_one_date_of_entry_is_that_of_topic_and_homework(read_sheet: Read) -> None:
    read = read_sheet(
        PLAIN.replace("задание\n", "задание | Дата внесения\n", 1).replace("№ 5", "№ 5 | 01.09.2026 18:30")
    )
    assert (lessons(read)[0].topic_day, lessons(read)[0].homework_day) == (20260901, 20260901)


def test_two_teachers_in_a_cell_have_a_lesson_each(read_sheet: Read) -> None:
    read = read_sheet(PLAIN.replace("Иванова Мария Петровна", "Иванова Мария Петровна,  Ким  Анна Владимировна ", 1))
    assert [lesson.teacher for lesson in lessons(read)][:2] == ["Иванова Мария Петровна", "Ким Анна Владимировна"]
    assert read.export is not None
    assert read.export.rows == 2


def test_a_lesson_list_without_numbers_keeps_two_lessons_of_a_day_apart(read_sheet: Read) -> None:
    read = read_sheet("""
        Дата | Класс | Предмет | Учитель | Тема | ДЗ
        01.09.2026 | 5А | Труд | Ким А. В. | Шов | -
        01.09.2026 | 5А | Труд | Ким А. В. | Шов | § 1
    """)
    assert [lesson.number for lesson in lessons(read)] == [0, 101]


def test_groups_are_told_by_column_class_or_subject(read_sheet: Read) -> None:
    read = read_sheet("""
        Дата | Класс | Предмет | Группа | Учитель | Тема | ДЗ
        01.09.2026 | 7А | Английский язык | 2 | Ким А. В. | Verbs | §
        01.09.2026 | 7А/1 | Английский язык | | Ким А. В. | Verbs | §
        01.09.2026 | 7А | Английский язык (1 группа) | | Ким А. В. | Verbs | §
    """)
    assert [(lesson.school_class, lesson.subject, lesson.group) for lesson in lessons(read)] == [
        ("7А", "Английский язык", "2"),
        ("7А", "Английский язык", "1"),
        ("7А", "Английский язык", "1"),
    ]


def test_rows_that_cannot_be_taken_are_rejected_with_their_number_and_a_reason(read_sheet: Read) -> None:
    read = read_sheet(
        PLAIN
        + """32.13.2026 | 1 | 5А | Математика | Ким А. В. | Сложение | № 5
03.09.2026 | 1 | | Математика | Ким А. В. | Сложение | № 5
04.09.2026 | 1 | 5А | | Ким А. В. | Сложение | № 5
Итого | | | | | 2 | 2
"""
    )
    export = read.export
    assert export is not None
    assert [(row.row, row.reason) for row in export.rejected] == [
        (4, "«Дата»: «32.13.2026»"),
        (5, "не указан или не понят класс"),
        (6, "не указан предмет"),
    ]
    assert (export.rows, export.totals) == (5, 1)


def test_no_row_at_all_is_no_success(read_sheet: Read) -> None:
    read = read_sheet("\n".join(PLAIN.strip().splitlines()[:1]))
    assert (read.status, read.export) == ("refused", None)
    assert "ни одной строки" in read.message


def test_a_day_that_stands_once_for_several_rows_holds_for_them(read_sheet: Read) -> None:
    read = read_sheet(PLAIN.replace("02.09.2026", ""))
    assert [lesson.day for lesson in lessons(read)] == [20260901, 20260901]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "cp866"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_text_of_any_usual_encoding_and_delimiter_reads_alike(read_bytes: Read, encoding: str, delimiter: str) -> None:
    data = text_file(
        rows(PLAIN.replace("—", "-").replace("№ урока", "Урок").replace("№ 5", "с. 5")), delimiter, encoding
    )
    (read,) = read_bytes(data, name="уроки.xls")  # type: ignore[misc]
    assert len(lessons(read)) == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(data=st.data())
def test_every_row_is_taken_or_rejected_whatever_stands_in_it(read_bytes: Read, data: st.DataObject) -> None:
    cell = st.sampled_from(["", "5А", "01.09.2026", "Ким А. В.", "Итого", "—", "Класс: 6А", "17", "Математика", "тест"])
    drawn = data.draw(st.lists(st.lists(cell, min_size=6, max_size=6), max_size=12))
    table = [["Дата", "Класс", "Предмет", "Учитель", "Тема", "Домашнее задание"]]
    table += [["01.09.2026", "5А", "Физика", "Ким А. В.", "Сила", "§ 1"], *drawn]
    (read,) = read_bytes(text_file(table), name="уроки.csv")  # type: ignore[misc]
    export = read.export
    assert export is not None
    assert len(table) - 1 == export.rows + export.totals + export.blank + export.other
    assert export.rows >= len(export.rejected) + 1


@pytest.mark.parametrize("heading", ["Замена", "Кто провёл", "Замещающий учитель"])
def test_a_lesson_counts_for_whoever_held_it(read_sheet: Read, heading: str) -> None:
    read = read_sheet(f"""
        Дата | № урока | Класс | Предмет | Учитель | {heading} | Тема | Домашнее задание
        01.09.2026 | 1 | 5А | Физика | Ким Анна Львовна | Ли Пётр Ильич | Сила | § 1
        02.09.2026 | 1 | 5А | Физика | Ким Анна Львовна | | Масса | § 2
        03.09.2026 | 1 | 5А | Физика | Ким Анна Львовна | да | Вес | § 3
    """)
    assert [lesson.teacher for lesson in lessons(read)] == ["Ли Пётр Ильич", "Ким Анна Львовна", "Ким Анна Львовна"]


def test_lessons_that_name_no_teacher_are_told(read_sheet: Read) -> None:
    found = read_sheet("Дата | Класс | Предмет | Тема | ДЗ\n01.09.2026 | 5А | Физика | Сила | § 1")
    assert found.export is not None
    assert found.export.warnings == ("Уроков без имени учителя, они не отнесены ни к кому: 1.",)


def test_a_lesson_that_was_not_held_is_rejected_with_the_reason(read_sheet: Read) -> None:
    read = read_sheet("""
        Дата | Класс | Предмет | Учитель | Статус урока | Тема | ДЗ
        01.09.2026 | 5А | Физика | Ким П. Л. | проведён | Силы | § 1
        02.09.2026 | 5А | Физика | Ким П. Л. | Отменён | |
        03.09.2026 | 5А | Физика | Ким П. Л. | не проведен | |
        04.09.2026 | 5А | Физика | Ким П. Л. | | Масса | § 2
    """)
    assert [one.day for one in lessons(read)] == [20260901, 20260904]
    assert read.export is not None
    assert [(row.row, row.reason) for row in read.export.rejected] == [
        (3, "урок отменён или не проведён"),
        (4, "урок отменён или не проведён"),
    ]


def test_of_a_list_of_lessons_that_were_all_not_held_nothing_is_taken(read_sheet: Read) -> None:
    read = read_sheet("""
        Дата | Класс | Предмет | Учитель | Статус урока | Тема | ДЗ
        01.09.2026 | 5А | Физика | Ким П. Л. | Отменён | |
        02.09.2026 | 5А | Физика | Ким П. Л. | Отменён | |
    """)
    assert read.status == "refused"
    assert "урок отменён или не проведён" in read.message


@pytest.mark.parametrize(
    ("status", "held"), [("да", 1), ("нет ДЗ", 1), ("нет", 0), ("Не было", 0), ("отменён по болезни", 0)]
)
def test_a_status_tells_whether_the_lesson_was_held_and_not_what_it_lacks(
    status: str, held: int, read_sheet: Read
) -> None:
    read = read_sheet(f"""
        Дата | Класс | Предмет | Учитель | Статус урока | Тема | ДЗ
        01.09.2026 | 5А | Физика | Ким П. Л. | {status} | Силы |
        02.09.2026 | 5А | Физика | Ким П. Л. | проведён | Масса | § 2
    """)
    assert len(lessons(read)) == 1 + held
