import datetime as dt
from collections.abc import Callable

import pytest

from wg_excel.domain.periods import Period
from wg_excel.exports.journal import weekly_hours
from wg_excel.exports.parts import Reading

Read = Callable[..., Reading]

PAGE = """
Класс: 5А
Предмет: Математика
Учитель: Иванова Мария Петровна
Учебный год: 2026/2027
Период: I четверть (01.09.2026 – 23.10.2026)
№ | ФИО | Сентябрь | | | Октябрь | | Средний балл | Итог
 | | 1 | 8 | 15 | 6 | 13 | |
1 | Беляев Фёдор | 5 | н | 4/5 | | 5н | 4,75 | 5
2 | Быков Тимур | | | 3 | оп | . | 3 | 4
3 | Гусев Кирилл | | | | | | | н/а
"""
MERGED = ("A6:A7", "B6:B7", "C6:E6", "F6:G6", "H6:H7", "I6:I7")


def figures(reading: Reading, school_class: str = "5А", subject: str = "Математика") -> dict[str, float]:
    assert reading.export is not None, reading.message
    own = (one for one in reading.export.facts.figures if (one.school_class, one.subject) == (school_class, subject))
    return {one.name: one.value for one in own}


def test_a_page_gives_counts_and_no_pupil(read_sheet: Read) -> None:
    assert figures(read_sheet(PAGE, MERGED)) == {
        "pupils": 3, "lessons": 5, "marks": 5, "marks_required": 9, "lessons_without_marks": 1, "lessons_low": 2,
        "absences": 2, "pupils_without_marks": 1, "pupils_one_mark": 1, "finals": 2, "finals_na": 1, "finals_off": 1,
        "missed": 2, "pupils_often_away": 1, "mark_and_absence": 1,
        "two_after_absence": 0, "two_at_edge": 0, "two_not_mended": 0,
        "finals_off_80": 2, "unmarked 20261006 1": 1,
    }  # fmt: skip


def test_no_name_of_a_pupil_leaves_the_reading(read_sheet: Read) -> None:
    assert not any(name in repr(read_sheet(PAGE, MERGED)) for name in ("Беляев", "Тимур", "Кирилл"))


def test_headings_need_not_be_merged(read_sheet: Read) -> None:
    assert figures(read_sheet(PAGE)) == figures(read_sheet(PAGE, MERGED))


def test_lessons_after_today_do_not_count(read_sheet: Read) -> None:
    found = figures(read_sheet(PAGE, MERGED, today=dt.date(2026, 9, 30)))
    assert (found["lessons"], found["marks"]) == (3, 4)


@pytest.mark.parametrize(
    "days",
    [
        "01.09 | 08.09 | 15.09 | 06.10 | 13.10",
        "1 сен | 8 сен | 15 сен | 6 окт | 13 окт",
        "01.09.26 | 08.09.26 | 15.09.26 | 06.10.26 | 13.10.26",
    ],
)
def test_dates_may_stand_in_one_row(read_sheet: Read, days: str) -> None:
    lines = PAGE.replace("Сентябрь | | | Октябрь |", days).replace(" | | 1 | 8 | 15 | 6 | 13 | |\n", "")
    assert figures(read_sheet(lines)) == figures(read_sheet(PAGE, MERGED))


def test_months_that_are_not_written_go_on_from_the_period(read_sheet: Read) -> None:
    lines = PAGE.replace("№ | ФИО | Сентябрь | | | Октябрь | |", "№ | ФИО | 1 | 8 | 15 | 6 | 13 |").replace(
        " | | 1 | 8 | 15 | 6 | 13 | |\n", ""
    )
    read = read_sheet(lines, today=dt.date(2026, 10, 10))
    assert figures(read)["lessons"] == 4


def test_a_page_without_a_period_spans_its_days(read_sheet: Read) -> None:
    read = read_sheet(PAGE.replace("Период: I четверть (01.09.2026 – 23.10.2026)", "Итог"), MERGED)
    assert read.export is not None
    assert (read.export.first, read.export.last) == (dt.date(2026, 9, 1), dt.date(2026, 10, 13))


def test_a_term_without_dates_takes_them_from_the_calendar(read_sheet: Read) -> None:
    own = Period(dt.date(2026, 9, 2), dt.date(2026, 10, 25))
    read = read_sheet(PAGE.replace(" (01.09.2026 – 23.10.2026)", ""), MERGED, terms=(own,))
    assert read.export is not None
    assert (read.export.first, read.export.last) == (own.first, own.last)


def test_pages_below_one_another_and_on_further_sheets_are_all_read(read_bytes: Callable[..., list[Reading]]) -> None:
    from tests.exports.sheets import rows, workbook

    second = PAGE.replace("Предмет: Математика", "Предмет: Физика")
    third = PAGE.replace("Класс: 5А", "Класс: 6Б")
    (read,) = read_bytes(workbook({"Стр. 1": rows(PAGE + "\n\n" + second), "Стр. 2": rows(third)}))
    assert [
        figures(read, *whose)["marks"] for whose in (("5А", "Математика"), ("5А", "Физика"), ("6Б", "Математика"))
    ] == [5, 5, 5]
    assert read.export is not None
    assert read.export.rows == 9


def test_lines_of_a_page_hold_for_the_next_until_they_change(read_sheet: Read) -> None:
    second = "Предмет: Физика\n" + PAGE[PAGE.index("№ |") :]
    read = read_sheet(PAGE + "\n" + second)
    assert read.export is not None
    assert {one.teacher for one in read.export.facts.figures} == {"Иванова Мария Петровна"}
    assert figures(read, "5А", "Физика")["marks"] == 5


def test_rows_below_the_pupils_are_no_pupils(read_sheet: Read) -> None:
    read = read_sheet(
        PAGE + " | Средний балл класса | 4 | 4 | 4 | 4 | 4 | 4 |\n | Учитель: ________ | | | | | | |\n", MERGED
    )
    assert figures(read)["pupils"] == 3


def test_a_page_without_numbers_of_pupils_is_read_by_their_names(read_sheet: Read) -> None:
    lines = PAGE.replace("№ | ФИО", "Ученик | Ученик").replace("\n | | 1", "\n | 1")
    lines = "\n".join(
        line.split("|", 1)[1] if line[:1].isdigit() or line.startswith("Ученик") else line
        for line in lines.splitlines()
    )
    assert figures(read_sheet(lines))["marks"] == 5


def test_the_first_year_has_no_marks(read_sheet: Read) -> None:
    assert set(figures(read_sheet(PAGE.replace("5А", "1А"), MERGED), "1А")) == {
        *("pupils", "lessons", "absences", "missed", "pupils_often_away")
    }


def test_a_page_without_a_subject_is_rejected_and_no_success(read_sheet: Read) -> None:
    read = read_sheet(PAGE.replace("Предмет: Математика", ""), MERGED)
    assert read.status == "refused"
    assert read.message.endswith("не указан предмет: впишите над таблицей строку «Предмет: …».")


def test_class_and_subject_may_be_the_name_of_the_sheet(read_sheet: Read) -> None:
    lines = PAGE.replace("Предмет: Математика", "").replace("Класс: 5А", "Журнал")
    assert figures(read_sheet(lines, MERGED, name="5А Математика"))["marks"] == 5


def test_marks_turned_into_dates_are_counted_and_said(read_sheet: Read) -> None:
    from tests.exports.sheets import rows

    lines: list[list[object]] = [list(row) for row in rows(PAGE)]
    lines[7][4] = dt.date(2026, 5, 4)
    read = read_sheet(lines, MERGED)
    assert figures(read)["marks"] == 5
    assert read.export is not None
    assert "Excel" in read.export.warnings[0]


@pytest.mark.parametrize(("lessons", "hours"), [(8, 1), (11, 1), (12, 2), (31, 4), (0, 1)])
def test_weekly_hours_are_lessons_by_calendar_weeks(lessons: int, hours: int) -> None:
    term = Period(dt.date(2026, 9, 1), dt.date(2026, 10, 23))
    assert weekly_hours(lessons, term, dt.date(2026, 11, 22)) == hours


def test_a_page_without_a_teacher_is_said_to_be_nobody_s(read_sheet: Read) -> None:
    read = read_sheet(PAGE.replace("Учитель: Иванова Мария Петровна", "Школа № 1"), MERGED)
    assert read.export is not None
    assert read.export.warnings == ("Страниц журнала без имени учителя, они не отнесены ни к кому: 1.",)


def test_a_pupil_whose_name_begins_like_a_total_is_a_pupil(read_sheet: Read) -> None:
    assert figures(read_sheet(PAGE.replace("Быков Тимур", "Средников Тимур"), MERGED))["pupils"] == 3
