import datetime as dt
from collections.abc import Callable

import pytest

from wg_excel.exports.parts import Reading

Read = Callable[..., Reading]

FILLING = """
Заполнение журнала по учителям
Период: 01.09.2026 - 23.10.2026
Учитель | Класс | Предмет | Уроков | Без темы | Без ДЗ | Без отметок | % заполнения
Ким А. В. | 5А | Физика | 20 | 2 | 1 | 3 | 90,0%
Ким А. В. | 5Б | Физика | 10 | 0 | 0 | 1 | 100%
Итого | | | 30 | 2 | 1 | 4 |
"""
ABSENCE = """
Класс | Уроков | | | | Дней | | |
 | Всего | По болезни | По ув. причине | По неув. причине | Всего | По болезни | По ув. причине | По неув. причине
5А | 10 | 5 | 3 | 2 | 4 | 2 | 1 | 1
"""


def figures(reading: Reading) -> dict[tuple[str, str], float]:
    assert reading.export is not None, reading.message
    found: dict[tuple[str, str], float] = {}
    for one in reading.export.facts.figures:
        key = (one.teacher or one.school_class or one.subject, one.name)
        found[key] = found.get(key, 0) + one.value
    return found


def of(reading: Reading, whose: str) -> dict[str, float]:
    return {name: value for (who, name), value in figures(reading).items() if who == whose}


def test_filling_gives_lessons_topics_and_homework(read_sheet: Read) -> None:
    read = read_sheet(FILLING)
    assert read.export is not None
    assert read.export.kind == "filling"
    assert of(read, "Ким А. В.") == {
        "lessons": 30, "topics_missing": 2, "topics": 28, "homework_missing": 1, "lessons_without_marks": 4,
    }  # fmt: skip
    assert (read.export.rows, read.export.totals, read.export.warnings) == (2, 1, ())


def test_a_total_that_does_not_add_up_is_said(read_sheet: Read) -> None:
    read = read_sheet(FILLING.replace("Итого | | | 30", "Итого | | | 31"))
    assert read.export is not None
    assert read.export.warnings == ("Итог не сходится: в столбце «Уроков» стоит 31, по строкам 30.",)


def test_totals_of_parts_and_of_the_whole_are_both_checked(read_sheet: Read) -> None:
    lines = """
        Период: 01.09.2026 - 23.10.2026
        Учитель | Класс | Уроков | Без темы | Без ДЗ
        Ким А. В. | 5А | 20 | 2 | 1
        Итого по Ким А. В. | | 20 | 2 | 1
        Рим О. В. | 5А | 5 | 0 | 0
        Итого по Рим О. В. | | 5 | 0 | 0
        ВСЕГО | | 25 | 2 | 1
        Среднее | | 12,5 | 1 | 0,5
    """
    read = read_sheet(lines)
    assert read.export is not None
    assert (read.export.rows, read.export.totals, read.export.warnings) == (2, 4, ())


def test_a_teachers_name_may_stand_once_for_several_rows(read_sheet: Read) -> None:
    read = read_sheet(FILLING.replace("Ким А. В. | 5Б", " | 5Б"))
    assert of(read, "Ким А. В.")["lessons"] == 30


def test_a_teachers_sum_above_the_classes_is_no_row_of_data(read_sheet: Read) -> None:
    read = read_sheet("""
        Учитель | Класс | Предмет | Уроков | Без темы | Без ДЗ
        Ким А. В. | | | 30 | 2 | 1
         | 5А | Физика | 20 | 2 | 1
         | 5Б | Физика | 10 | 0 | 0
    """)
    assert of(read, "Ким А. В.")["lessons"] == 30
    assert read.export is not None
    assert read.export.rows == 2


def test_the_same_four_headings_are_lessons_first_and_days_then(read_sheet: Read) -> None:
    merged = read_sheet(ABSENCE, ("A1:A2", "B1:E1", "F1:I1"))
    assert of(merged, "5А") == {
        "lesson_all": 10, "lesson_ill": 5, "lesson_good": 3, "lesson_bad": 2,
        "day_all": 4, "day_ill": 2, "day_good": 1, "day_bad": 1,
    }  # fmt: skip
    assert figures(read_sheet(ABSENCE)) == figures(merged)


def test_rows_of_pupils_are_summed_and_their_names_left_out(read_sheet: Read) -> None:
    read = read_sheet("""
        Пропуски за I четверть
        Класс: 6А
        № | Ученик | Всего | По болезни | По ув. причине | По неув. причине
        1 | Беляев Фёдор | 5 | 3 | 2 | 0
        2 | Быков Тимур | 4 | 0 | 1 | 3
    """)
    assert of(read, "6А") == {"lesson_all": 9, "lesson_ill": 3, "lesson_good": 3, "lesson_bad": 3}
    assert "Беляев" not in repr(read)


def test_quality_has_marks_for_headings(read_sheet: Read) -> None:
    lines = [
        ["Класс", "Кол-во", 5, 4, 3, 2, "н/а", "% успев.", "% кач.", "СОУ", "Ср. балл"],
        ["5А", 20, 1, 4, 12, 1, 2, "85,0", "25,0%", 40.5, 3.6],
    ]
    found = of(read_sheet(lines), "5А")
    assert [found[name] for name in ("n", "n5", "n4", "n3", "n2", "na", "percent_passed")] == [20, 1, 4, 12, 1, 2, 85.0]


def test_movement_and_logins_are_told_by_their_columns(read_sheet: Read) -> None:
    movement = read_sheet("Класс | На начало | Прибыло | Выбыло | На конец\n5А | 20 | 1 | 2 | 19")
    assert of(movement, "5А") == {"begin": 20, "arrived": 1, "left": 2, "end": 19}
    logins = read_sheet("""
        Класс | Учащиеся | | Родители |
         | зарегистрировано | вошли | зарегистрировано | вошли
        5А | 20 | 15 | 30 | 10
    """)
    assert of(logins, "5А") == {"students": 20, "students_in": 15, "parents": 30, "parents_in": 10}


def test_logins_by_day_have_the_day_for_their_period(read_sheet: Read) -> None:
    read = read_sheet("Дата | Вход: сотрудники | Вход: родители\n01.09.2026 | 5 | 7\n02.09.2026 | 6 | 9")
    assert read.export is not None
    assert [(one.first, one.last, one.value) for one in read.export.facts.figures][::2] == [
        (20260901, 20260901, 5), (20260902, 20260902, 6),
    ]  # fmt: skip
    assert read.export.last == dt.date(2026, 9, 2)


def test_a_row_without_numbers_or_with_an_unknown_class_is_rejected(read_sheet: Read) -> None:
    read = read_sheet(
        FILLING.replace("Итого", "Ким А. В. | 5В | Физика | — | | | |\nКим А. В. | Ъ | Физика | 1 | 1 | 1 | 1 |\nИтого")
    )
    assert read.export is not None
    assert [row.reason for row in read.export.rejected] == ["в строке нет чисел", "класс не понят: «Ъ»"]


@pytest.mark.parametrize("title_rows", range(9))
def test_titles_above_do_not_matter(read_sheet: Read, title_rows: int) -> None:
    lines = "\n".join(f"Заголовок {n}" for n in range(title_rows)) + "\n" + FILLING.strip().split("\n", 2)[2]
    assert of(read_sheet(lines), "Ким А. В.")["lessons"] == 30


def test_the_row_that_numbers_the_columns_is_no_data(read_sheet: Read) -> None:
    lines = FILLING.replace("% заполнения\n", "% заполнения\n1 | 2 | 3 | 4 | 5 | 6 | 7 | 8\n")
    read = read_sheet(lines)
    assert read.export is not None
    assert (read.export.rows, read.export.other) == (2, 1)


def test_a_class_with_as_many_pupils_as_the_headings_name_is_no_heading(
    read_bytes: Callable[..., list[Reading]],
) -> None:
    sheet = "Период: I четверть\nКласс;Кол-во;5;4;3;н/а;% успев.;% кач.\n2А;26;5;3;5;5;50;50"
    (reading,) = read_bytes(sheet.encode(), name="качество.csv")
    assert reading.export is not None, reading.message
    assert {one.name: one.value for one in reading.export.facts.figures}["n3"] == 5


@pytest.mark.parametrize("spans", ["Сентябрь | | Октябрь |", "I четверть | | II четверть |"])
def test_periods_side_by_side_are_refused_and_not_half_counted(spans: str, read_sheet: Read) -> None:
    found = read_sheet(f"""
        Учитель | Класс | Предмет | {spans}
        | | | Уроков | Без тем | Уроков | Без тем
        Ким П. Л. | 5А | Физика | 20 | 1 | 22 | 0
    """)
    assert found.export is None
    assert found.message == (
        "Отчёт «Заполнение журнала по учителям» показывает рядом несколько периодов: выгрузите каждый отдельно."
    )


def test_a_heading_over_others_may_only_say_what_they_are_about(read_sheet: Read) -> None:
    found = read_sheet("""
        Класс | На начало периода | Движение за период | | На конец периода
        | | прибыло | выбыло |
        5А | 25 | 1 | 2 | 24
    """)
    assert found.export is not None, found.message
    assert {one.name: one.value for one in found.export.facts.figures} == {
        "begin": 25, "arrived": 1, "left": 2, "end": 24,
    }  # fmt: skip


def test_pupils_with_one_such_mark_are_not_those_with_it(read_sheet: Read) -> None:
    found = read_sheet("""
        Класс | Кол-во уч-ся | Отл. | Хор. | Уд. | Неуд. | С одной «3» | Усп-ть, % | Кач-во, %
        5А | 25 | 5 | 10 | 8 | 2 | 1 | 92 | 60
    """)
    assert found.export is not None, found.message
    assert {one.name: one.value for one in found.export.facts.figures} == {
        "n": 25, "n5": 5, "n4": 10, "n3": 8, "n2": 2, "percent_passed": 92, "percent_good": 60,
    }  # fmt: skip
