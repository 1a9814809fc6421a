import pytest

from tests.exports.sheets import rows
from wg_excel.exports.headings import find_heading, nearest_heading, possible_headings, shown_headings
from wg_excel.exports.kinds import vocabulary

LESSONS = vocabulary().kinds["lessons"]


@pytest.mark.parametrize("first", [0, 8, 24])
def test_headings_are_sought_in_the_first_rows(first: int) -> None:
    table = [*[["Заголовок"]] * first, ["Дата", "Тема", "ДЗ"], ["01.09.2026", "Сила", "§ 1"]]
    heading = find_heading(possible_headings(table), LESSONS)
    assert heading is not None
    assert (heading.row, heading.below, heading.columns) == (first, first + 1, {"day": 0, "topic": 1, "homework": 2})


def test_headings_further_down_are_not_found() -> None:
    assert find_heading(possible_headings([*[["Заголовок"]] * 27, ["Дата", "Тема", "ДЗ"]]), LESSONS) is None


def test_a_row_of_data_is_not_taken_for_a_second_row_of_headings() -> None:
    heading = find_heading(
        possible_headings(rows("Дата | Тема | ДЗ\n01.09.2026 | Тема урока | Домашнее задание")), LESSONS
    )
    assert heading is not None
    assert heading.depth == 1


def test_an_upper_heading_holds_for_the_blanks_right_of_it() -> None:
    heading = find_heading(
        possible_headings(rows("Дата | Внесено | | Урок |\n | тема | ДЗ | тема | домашнее задание")), LESSONS
    )
    assert heading is not None
    assert heading.texts == ("Дата", "Внесено тема", "Внесено ДЗ", "Урок тема", "Урок домашнее задание")


def test_headings_that_look_like_names_are_not_shown() -> None:
    assert shown_headings(["Дата", "Иванов Пётр", "Иванова М. П.", "Дата", "а" * 80]) == ("Дата",)


@pytest.mark.parametrize("broken", ["Домаш-\nнее задание", "Домаш\u00adнее задание", "Домашнее\nзадание"])
def test_a_heading_broken_over_two_lines_is_whole(broken: str) -> None:
    heading = find_heading(possible_headings([["Дата", "Тема", broken]]), LESSONS)
    assert heading is not None
    assert heading.columns["homework"] == 2


def test_signs_of_absence_do_not_make_a_row_look_like_headings() -> None:
    assert nearest_heading(possible_headings([["Аксёнов Лев", "н", "б", "уп"]]), vocabulary().kinds["absence"]) is None
