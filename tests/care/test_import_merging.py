import datetime as dt

from wg_excel.care.import_merging import merge_imports
from wg_excel.domain.imported.facts import Facts, Lesson
from wg_excel.domain.imported.imports import Import


def lesson(day: int, school_class: str, source: int) -> Lesson:
    return Lesson(day, 1, school_class, "Химия", "", "Ким О. Е.", 1, 0, 0, 0, 0, source)


def line(number: int, sha: str, first: int = 1, last: int = 30) -> Import:
    days = dt.date(2026, 9, first), dt.date(2026, 9, last)
    return Import(number=str(number), sha256=sha, kind="Уроки", first=days[0], last=days[1], rows=1)


def test_imports_of_the_copy_get_numbers_of_the_workbook_and_their_facts_follow() -> None:
    mine, theirs = Facts((lesson(20260901, "5А", 1),)), Facts((lesson(20260902, "6Б", 1),))
    facts, numbers = merge_imports(mine, [line(1, "a")], theirs, [line(1, "b")])
    assert numbers == (("1", "2"),)
    assert {(each.school_class, each.source) for each in facts.lessons} == {("5А", 1), ("6Б", 2)}


def test_a_file_that_both_imported_counts_once() -> None:
    mine, theirs = Facts((lesson(20260901, "5А", 4),)), Facts((lesson(20260901, "5А", 1),))
    facts, numbers = merge_imports(mine, [line(4, "a")], theirs, [line(1, "a")])
    assert facts is mine
    assert numbers == (("1", "4"),)


def test_a_later_import_of_the_same_period_takes_the_place_of_the_earlier() -> None:
    mine = Facts((lesson(20260901, "5А", 1),))
    theirs = Facts((lesson(20260901, "5А", 1), lesson(20260902, "5А", 1)))
    facts, _ = merge_imports(mine, [line(1, "a")], theirs, [line(1, "b")])
    assert sorted((each.day, each.source) for each in facts.lessons) == [(20260901, 2), (20260902, 2)]
