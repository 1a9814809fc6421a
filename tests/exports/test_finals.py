from collections.abc import Callable

from wg_excel.domain.imported.facts import Figure
from wg_excel.exports.parts import Reading

Read = Callable[..., Reading]

YEAR = """
Итоговые отметки
Класс: 5А
Предмет: Математика
Учитель: Ким А. В.
Учебный год: 2026/2027
№ | Ученик | I | II | III | IV | Год | Итог
1 | Беляев Фёдор | 4 | | | | |
2 | Быков Тимур | н/а | | | | |
3 | Гусев Кирилл | | | | | |
"""
SUBJECTS = """
Сводная ведомость
Период: 01.09.2026 – 23.10.2026
Класс: 6А
№ | Ученик | Русский язык | Физическая культура | Музыка | Средний балл
1 | Беляев Фёдор | 4 | осв | 5 | 4,5
2 | Быков Тимур | н/а | 5 | | 5
 | Среднее | 4 | 5 | 5 |
"""


def figures(reading: Reading) -> dict[tuple[str, str], float]:
    assert reading.export is not None, reading.message
    return {(one.subject, one.name): one.value for one in reading.export.facts.figures if one.value}


def test_terms_across_count_those_that_anybody_has_a_mark_for(read_sheet: Read) -> None:
    read = read_sheet(YEAR)
    assert figures(read) == {
        ("Математика", "expected"): 3, ("Математика", "set"): 2, ("Математика", "na"): 1, ("Математика", "n4"): 1,
    }  # fmt: skip
    assert read.export is not None
    first: Figure = read.export.facts.figures[0]
    assert (first.first, first.last, first.teacher) == (20260901, 20261031, "Ким А. В.")


def test_subjects_across_are_counted_each(read_sheet: Read) -> None:
    read = read_sheet(SUBJECTS)
    assert figures(read) == {
        ("Русский язык", "expected"): 2, ("Русский язык", "set"): 2, ("Русский язык", "na"): 1,
        ("Русский язык", "n4"): 1,
        ("Физическая культура", "expected"): 2, ("Физическая культура", "set"): 2,
        ("Физическая культура", "exempt"): 1, ("Физическая культура", "n5"): 1,
        ("Музыка", "expected"): 2, ("Музыка", "set"): 1, ("Музыка", "n5"): 1,
    }  # fmt: skip
    assert read.export is not None
    assert (read.export.kind, read.export.rows, read.export.totals) == ("finals", 2, 1)


def test_subjects_over_terms_are_told_apart(read_sheet: Read) -> None:
    read = read_sheet(
        """
        Класс: 6А
        № | Ученик | Музыка | | Физика |
         | | I | Год | I | Год
        1 | Беляев Фёдор | 4 | 5 | 3 | 4
        """,
        ("A2:A3", "B2:B3", "C2:D2", "E2:F2"),
    )
    assert read.export is not None
    found = {
        (one.kind, one.subject): one.value
        for one in read.export.facts.figures
        if one.name in {"n3", "n4", "n5"} and one.value
    }
    assert set(found) == {
        ("finals", "Музыка"),
        ("finals_year", "Музыка"),
        ("finals", "Физика"),
        ("finals_year", "Физика"),
    }


def test_no_pupil_is_kept(read_sheet: Read) -> None:
    assert not any(name in repr((read_sheet(YEAR), read_sheet(SUBJECTS))) for name in ("Беляев", "Тимур", "Гусев"))


def test_a_column_that_counts_is_no_subject(read_sheet: Read) -> None:
    found = read_sheet("""
        Класс: 7А, I четверть 2026-2027
        ФИО | Алгебра | Физика | Кол-во «5»
        Лев Аксёнов | 5 | 4 | 1
        Зоя Белкина | 5 | 5 | 2
    """)
    assert found.export is not None
    assert {one.subject for one in found.export.facts.figures} == {"Алгебра", "Физика"}


def test_a_label_above_the_subjects_is_none_of_them(read_sheet: Read) -> None:
    found = read_sheet(
        """
        Ведомость 7А класса
        I четверть 2026-2027
        № | ФИО | Предметы | |
        | | Алгебра | Физика | История
        1 | Лев Аксёнов | 5 | 4 | 3
        2 | Зоя Белкина | 5 | осв | н/а
        3 | Яр Винник | 5 | 5 | 3
        4 | Ия Глебова | 4 | 5 | 3
        """,
        ["C3:E3"],
    )
    assert found.export is not None
    assert {one.subject for one in found.export.facts.figures} == {"Алгебра", "Физика", "История"}


def test_rows_of_shares_below_the_pupils_are_no_pupils(read_sheet: Read) -> None:
    read = read_sheet("""
        Итоги успеваемости класса за учебный период. Класс: 7А
        № | ФИО ученика | Алгебра | Физика
        1 | Аксёнов Лев | 5 | 4
        2 | Числова Зоя | 4 | 4
        | Успеваемость, % | 100 | 100
        | Качество, % | 66 | 100
    """)
    assert figures(read)["Алгебра", "expected"] == figures(read)["Физика", "set"] == 2
    assert read.export is not None
    assert (read.export.rows, read.export.totals) == (2, 2)


def test_subject_and_class_may_stand_in_the_title_alone(read_sheet: Read) -> None:
    read = read_sheet("""
        Ведомость итоговых отметок. Алгебра. 8Б класс
        № | ФИО | 1-я четверть | 2-я четверть | Год
        1 | Аксёнов Лев | 5 | |
    """)
    assert read.export is not None, read.message
    assert {(one.school_class, one.subject) for one in read.export.facts.figures} == {("8Б", "Алгебра")}
