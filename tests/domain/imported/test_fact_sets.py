from tests.facts_notation import entries, figures, lessons
from wg_excel.domain.imported.fact_sets import by_source, is_within, joined, size, stamped
from wg_excel.domain.imported.facts import Entry, Facts, Figure, Lesson

ONE = Facts(lessons("09-01 1 5А Чтение Ким + +", source=1))
TWO = Facts((), entries("09-05 5А Чтение Ким mark 09-09", 2), figures("quality 09-01 10-23 2А _ _ n=3", 3))
ALL = joined([ONE, TWO])


def test_facts_are_taken_apart_by_import_and_put_together() -> None:
    apart = by_source(joined([TWO, ONE]))
    assert list(apart) == [1, 2, 3]
    assert [size(part) for part in apart.values()] == [1, 1, 1]
    assert joined(apart.values()) == ALL
    assert by_source(Facts()) == {}


def test_a_part_lies_within_the_whole() -> None:
    assert is_within(ONE, ALL)
    assert not is_within(ALL, ONE)


def test_stamped_facts_keep_their_kind_and_all_but_the_number() -> None:
    made = stamped(ALL, 9)
    assert list(by_source(made)) == [9]
    assert [type(fact) for fact in (*made.lessons, *made.entries, *made.figures)] == [Lesson, Entry, Figure]
    assert made.lessons[0][:-1] == ALL.lessons[0][:-1]
