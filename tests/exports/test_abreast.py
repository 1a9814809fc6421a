"""Tables of one form side by side."""

from collections.abc import Callable

from tests.exports.sheets import rows
from wg_excel.exports.abreast import abreast
from wg_excel.exports.grid import Grid
from wg_excel.exports.parts import Reading

Read = Callable[..., Reading]


def test_a_class_beside_a_class_is_read_as_two_tables(read_sheet: Read) -> None:
    read = read_sheet("""
        Учитель: Ким П. Л. | | | | Предмет: Музыка
        Класс: 5А | | | | Класс: 5Б
        Дата | Тема | ДЗ | | Дата | Тема | ДЗ
        01.09.2026 | Ноты | § 1 | | 02.09.2026 | Лад | § 2
        08.09.2026 | Лад | | | | |
    """)
    assert read.export is not None, read.message
    assert [(one.day, one.school_class, one.subject, one.teacher) for one in read.export.facts.lessons] == [
        (20260901, "5А", "Музыка", "Ким П. Л."),
        (20260908, "5А", "Музыка", "Ким П. Л."),
        (20260902, "5Б", "Музыка", "Ким П. Л."),
    ]


def test_the_rows_of_a_table_cut_out_are_as_wide_as_the_lines_above_it() -> None:
    sheet = rows("""
        Сентябрь | 5А | 2026 | Ким | Музыка | §
        Дата | Тема | ДЗ | Дата | Тема | ДЗ
        1 | 2 | 3 | 4 | 5 | 6
    """)
    cut = list(abreast(Grid("", sheet)))
    assert [{len(row) for row in grid.head} for grid in cut] == [{6}, {6}]


def test_headings_that_come_again_within_a_table_do_not_cut_it() -> None:
    absence = rows(
        "Класс | Уроков | | | Дней | |\n | всего | ув | неув | всего | ув | неув\n5А | 3 | 2 | 1 | 3 | 2 | 1"
    )
    grid = Grid("", absence)
    assert list(abreast(grid)) == [grid]
