from collections.abc import Callable

from wg_excel.exports.parts import Reading

Read = Callable[..., Reading]

PAGE = """
Отметки учащегося: Горбачёв Александр, 5А, I четверть 2026/2027
Предмет | Сентябрь | | Октябрь
 | 1 | 8 | 6
Русский язык | 5 | | 4/5
Физика | | н |
"""
CITY = """
Учебный год: 2026/2027
Класс: 8А
Период: с 01.09.2026 по 23.10.2026
Ученик: Горбачёва Полина
"""


def test_a_pupils_page_is_recognised_and_adds_no_marks(read_sheet: Read) -> None:
    export = read_sheet(PAGE).export
    assert export is not None
    assert (export.kind, export.rows) == ("marks-pupil", 2)
    assert [one.name for one in export.facts.figures] == ["pupil_pages"]


def test_the_lines_of_another_journal_tell_its_kind(read_sheet: Read) -> None:
    export = read_sheet(CITY + PAGE.split("\n", 2)[2]).export
    assert export is not None
    assert (export.kind, export.facts.figures[0].school_class) == ("netschool", "8А")


def test_the_pupils_name_is_nowhere(read_sheet: Read) -> None:
    assert "Горбач" not in repr((read_sheet(PAGE), read_sheet(CITY + PAGE.split("\n", 2)[2])))


def test_a_pupil_named_in_a_title_or_alone_above_a_report_is_nobody_s_teacher(read_sheet: Read) -> None:
    table = """
        Предмет | «5» | «4» | «3» | «2» | % успеваемости | % качества
        Физика | 1 | 2 | 0 | 0 | 100 | 100
    """
    for above in ("5А, Беляев Фёдор Ильич", "Беляев Фёдор Ильич", "Класс: 5А\nБеляев Ф. И."):
        read = read_sheet(above + table)
        assert read.export is not None, read.message
        assert "Беляев" not in repr(read)
