import pytest
from hypothesis import given, strategies as st

from wg_excel.exports.cells import Value
from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.mark_page import MarkPage
from wg_excel.exports.marks import Marks, mark_reader

READER = mark_reader(vocabulary())
CELLS = st.sampled_from([None, "5", 4, "2/3", "н", "5н", "б", "?", "2", "1 1 1", "оп"]) | st.text(max_size=3)
PAGES = st.tuples(st.integers(0, 5), st.integers(0, 5)).flatmap(
    lambda size: st.lists(st.lists(CELLS, min_size=size[0], max_size=size[0]), min_size=size[1], max_size=size[1])
)


def many(marks: Marks) -> int:
    return marks.many


@given(lessons=PAGES)
def test_the_sums_of_a_page_are_those_of_its_cells(lessons: list[list[Value]]) -> None:
    page = MarkPage(lessons, READER)
    given = [[READER.read(cell).many for cell in lesson] for lesson in lessons]
    assert page.lessons == len(lessons)
    assert page.by_pupil(many) == [sum(row) for row in zip(*given, strict=True)]
    if page.by_pupil(many):
        assert page.by_lesson(many) == [sum(lesson) for lesson in given]
    assert page.cells(many) == sum(bool(marks) for lesson in given for marks in lesson)


@pytest.mark.parametrize("lessons", [[], [[], []]])
def test_a_page_without_lessons_or_without_pupils_sums_to_nothing(lessons: list[list[Value]]) -> None:
    page = MarkPage(lessons, READER)
    assert (page.by_lesson(many), page.by_pupil(many), page.rows(lambda _: "x")) == ([], [], [])


def test_a_row_is_a_pupil_s_lessons_in_their_order() -> None:
    page = MarkPage([["5", "н"], ["2", "2"], [None, "4"]], READER)
    assert page.rows(lambda marks: "н" if marks.absent else str(marks.total)) == ["520", "н24"]
