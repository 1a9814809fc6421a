"""Tables that lie on their side."""

from collections.abc import Callable

from wg_excel.exports.grid import Grid
from wg_excel.exports.parts import Reading
from wg_excel.exports.turned import turned

Read = Callable[..., Reading]


def test_lessons_across_are_read(read_sheet: Read) -> None:
    read = read_sheet("""
        Класс: 10А
        Предмет: История
        Дата | 01.09.2026 | 03.09.2026 | 08.09.2026
        Тема | Реформы | Война | Мир
        Домашнее задание | § 1 | | § 3
    """)
    assert read.export is not None, read.message
    assert [(one.day, one.school_class, one.subject) for one in read.export.facts.lessons] == [
        (20260901, "10А", "История"),
        (20260903, "10А", "История"),
        (20260908, "10А", "История"),
    ]


def test_pupils_across_are_read_as_a_page(read_sheet: Read) -> None:
    read = read_sheet("""
        Класс: 10А. Предмет: История
        Дата | Аксёнов Лев | Белкина Зоя
        01.09.2026 | 5 | н
        03.09.2026 | | 4
        08.09.2026 | | 3
    """)
    assert read.export is not None, read.message
    counts = {one.name: one.value for one in read.export.facts.figures}
    assert (read.export.kind, counts["pupils"], counts["lessons"], counts["marks"]) == ("journal", 2, 3, 3)
    assert "Аксёнов" not in repr(read)


def test_classes_across_are_read(read_sheet: Read) -> None:
    read = read_sheet("""
        Успеваемость за I четверть
        Показатель | 5А | 6Б
        Количество учащихся | 25 | 20
        На «5» | 5 | 2
        На «4» | 10 | 8
        На «3» | 8 | 9
        % успеваемости | 92 | 95
        % качества | 60 | 50
    """)
    assert read.export is not None, read.message
    assert {(one.school_class, one.value) for one in read.export.facts.figures if one.name == "n"} == {
        ("5А", 25),
        ("6Б", 20),
    }


def test_long_sheets_and_lone_lines_are_not_turned() -> None:
    assert turned(Grid("", [["а", "б", "в"]] * 60)) is None
    assert turned(Grid("", [["Приказ"], ["Текст"], ["Подпись"]])) is None


def test_a_table_that_was_stood_up_is_as_wide_as_the_lines_above_it() -> None:
    above = [["Класс: 10А", "", "", "", ""]]
    across = [["Дата", "1", "2", "3", "4"], ["Тема", "а", "б", "в", "г"], ["ДЗ", "", "", "", ""]]
    stood = turned(Grid("", [*above, *across]))
    assert stood is not None
    assert {len(row) for row in stood.head} == {5}
