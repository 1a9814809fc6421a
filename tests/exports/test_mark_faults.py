import pytest

from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.mark_faults import count_faults, fault_letter
from wg_excel.exports.marks import mark_reader

READER = mark_reader(vocabulary())


def row_of(lessons: str) -> str:
    return "".join(fault_letter(READER.read(cell)) for cell in lessons.split())


@pytest.mark.parametrize(
    ("lessons", "faults"),
    [
        ("5 н 2 4 . .", ["two_after_absence"]),
        ("5 б 2 4 . .", ["two_after_absence"]),
        ("5 н . 2 4 .", []),
        ("2 4 . .", ["two_at_edge"]),
        (". 4 2", ["two_at_edge"]),
        (". 2 . . . 5", ["two_not_mended"]),
        (". 2 . . 3 5", []),
        (". 2/4 . . . 5", []),
        (". 5 2 . .", []),
        ("2", ["two_at_edge"]),
        ("н 2 2 . . .", ["two_after_absence", "two_not_mended", "two_not_mended"]),
    ],
)
def test_a_row_of_marks_has_its_faults(lessons: str, faults: list[str]) -> None:
    counts = count_faults([row_of(lessons)], is_over=True)
    assert sorted(name for name, times in counts.items() for _ in range(times)) == faults


def test_the_last_lesson_is_not_known_before_the_period_has_ended() -> None:
    assert count_faults([row_of(". 5 2")], is_over=False)["two_at_edge"] == 0


def test_the_faults_of_all_pupils_add_up() -> None:
    assert count_faults([row_of("2 5 5 5"), row_of("5 5 5 2")], is_over=True)["two_at_edge"] == 2


def test_a_mark_of_one_pupil_mends_nothing_of_the_next() -> None:
    assert count_faults([row_of(". 5 2"), row_of(". 4 5 .")], is_over=False)["two_not_mended"] == 0
    assert count_faults([row_of(". 2 . . ."), row_of("5 5 5 5")], is_over=False)["two_not_mended"] == 1
