from collections.abc import Callable

import pytest

from tests.exports.sheets import rows, workbook
from wg_excel.exports.by_name import FILE, SHEET, told_by, told_by_sheet
from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.parts import Reading

Reader = Callable[..., list[Reading]]
LESSONS = rows("Дата | № урока | Учитель | Тема | ДЗ\n01.09.2026 | 2 | Ким П. Л. | Сила | § 1")
NAMES = """
    5А Алгебра | 5А | Алгебра
    Алгебра_5-А_I четверть 2026-2027 | 5А | Алгебра
    Темы и ДЗ 10 «Б» класс, Физическая культура | 10Б | Физическая культура
    Журнал 7 B класс история россии (2) | 7В | история россии
    11А Алгебра и начала математического анализа | 11А | Алгебра и начала математического анализа
    Выгрузка из 1С 01.09.2026-23.10.2026 | |
    История изменений 6Б | 6Б |
    lessons_5-10 | |
    5 в октябре | |
    Отчёт за 2026 год | |
"""


@pytest.mark.parametrize(("name", "school_class", "subject"), rows(NAMES.strip()))
def test_a_name_tells_class_and_subject(name: str, school_class: str, subject: str) -> None:
    told = told_by(name, FILE, vocabulary())
    assert (told.values.get("school_class", ""), told.values.get("subject", "")) == (school_class, subject)
    assert not told.doubts


def test_a_group_in_a_name_is_told_too() -> None:
    assert told_by("8А Английский язык (2 группа)", SHEET, vocabulary()).values["group"] == "2"


@pytest.mark.parametrize(
    ("name", "role", "why"),
    [
        ("Алгебра Физика 5А", "subject", "стоит не один предмет («Алгебра», «Физика»): впишите над таблицей строку"),
        ("Физика 5А, 5Б", "school_class", "стоит не один класс («5А», «5Б»): впишите над таблицей строку"),
    ],
)
def test_a_name_with_two_of_a_sort_tells_neither(name: str, role: str, why: str) -> None:
    told = told_by(name, FILE, vocabulary())
    assert role not in told.values
    assert told.doubts[role].startswith(f"в имени файла {why}")


def test_sheet_and_file_that_differ_are_both_not_believed() -> None:
    words = vocabulary()
    told = told_by("Физика 6Б", SHEET, words).over(told_by("Физика 5А", FILE, words))
    assert dict(told.values) == {"subject": "Физика"}
    assert told.doubts["school_class"].startswith("в названии листа «6Б», в имени файла «5А»: впишите")


def test_a_sheet_may_bear_a_teacher_s_name_but_no_pupil_s() -> None:
    words = vocabulary()
    lessons, absence = words.kinds["lessons"], words.kinds["absence"]
    assert told_by_sheet("Иванова М. П.", lessons, words).values == {"teacher": "Иванова М. П."}
    assert told_by_sheet("Русский Язык", lessons, words).values == {"subject": "Русский Язык"}
    assert told_by_sheet("Иванов Пётр", absence, words).values == {}


def test_a_subject_that_only_the_sheet_names_is_read_and_said(read_bytes: Reader) -> None:
    (reading,) = read_bytes(workbook({"Алгебра": LESSONS, "Физика": LESSONS}), "5А.xlsx")
    assert reading.export is not None, reading.message
    lessons = reading.export.facts.lessons
    assert [(each.school_class, each.subject) for each in lessons] == [("5А", "Алгебра"), ("5А", "Физика")]
    assert reading.export.warnings == (
        "Класс взят из имени файла: «5А».",
        "Предмет взят из названия листа: «Алгебра».",
        "Предмет взят из названия листа: «Физика».",
    )


def test_what_a_column_or_a_line_says_outweighs_names(read_bytes: Reader) -> None:
    lines = [
        ["Класс: 7В. Учитель: Ким П. Л."],
        ["Дата", "Предмет", "Тема", "ДЗ"],
        ["01.09.2026", "Химия", "Вода", "§ 1"],
    ]
    (reading,) = read_bytes(workbook({"Алгебра": lines}), "5А Физика.xlsx")
    assert reading.export is not None
    assert [(each.school_class, each.subject) for each in reading.export.facts.lessons] == [("7В", "Химия")]
    assert reading.export.warnings == ()


def test_an_ambiguous_name_is_refused_with_what_to_do(read_bytes: Reader) -> None:
    (reading,) = read_bytes(workbook({"Лист1": LESSONS}), "5А Алгебра, Физика.xlsx")
    assert (reading.status, reading.export) == ("refused", None)
    assert reading.message.endswith(
        "в имени файла стоит не один предмет («Алгебра», «Физика»): впишите над таблицей строку «Предмет: …»."
    )


def test_a_teacher_in_a_file_s_name_is_taken_but_from_no_report_on_pupils(read_bytes: Reader) -> None:
    page = rows("Класс: 7А. Предмет: Алгебра\n№ | Ученик | 01.09.2026 | 08.09.2026\n1 | Аксёнов Лев | 5 | 4")
    (reading,) = read_bytes(workbook({"Лист1": page}), "Алгебра (Лютый С.О.).xlsx")
    assert reading.export is not None
    assert {one.teacher for one in reading.export.facts.figures} == {"Лютый С.О."}
    assert reading.export.warnings == ("Учитель взят из имени файла.",)
    absence = rows("Класс | Всего | По болезни | По ув. причине | По неув. причине\n7А | 5 | 3 | 1 | 1")
    (reading,) = read_bytes(workbook({"Лист1": absence}), "Пропуски Аксёнов Л.И..xlsx")
    assert reading.export is not None
    assert {one.teacher for one in reading.export.facts.figures} == {""}
