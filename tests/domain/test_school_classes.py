import pytest

from wg_excel.domain.school_classes import class_order, is_first_grade, parallel


@pytest.mark.parametrize(
    ("school_class", "number", "first"),
    [("1А", 1, True), ("1", 1, True), ("10А", 10, False), ("11Б", 11, False), ("5А", 5, False), ("Хор", None, False)],
)
def test_a_class_has_its_parallel(school_class: str, number: int | None, first: bool) -> None:  # noqa: FBT001 - expected
    assert parallel(school_class) == number
    assert is_first_grade(school_class) is first


def test_classes_stand_by_number_then_letter() -> None:
    assert sorted(["10А", "2Б", "Хор", "2А", "1А"], key=class_order) == ["Хор", "1А", "2А", "2Б", "10А"]
