import datetime as dt

import pytest

from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.sections import Sections, lone_text, told_above

SECTIONS = Sections(vocabulary())


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Класс: 5А", {"school_class": "5А"}),
        ("Учитель: Ким П. Л.", {"teacher": "Ким П. Л"}),
        ("Алгебра, 7А", {"school_class": "7А", "subject": "Алгебра"}),
        ("01.09.2026, вторник", {"day": dt.date(2026, 9, 1)}),
        ("вторник, 1 сентября 2026 г.", {"day": dt.date(2026, 9, 1)}),
        ("Сентябрь 2026", {"month": 9, "year": 2026}),
        ("октябрь", {"month": 10}),
        ("Осенние каникулы", {}),
    ],
)
def test_a_lone_text_tells_what_the_rows_below_it_are_about(written: str, told: dict[str, object]) -> None:
    assert SECTIONS.tell(written) == told


@pytest.mark.parametrize("written", ["Раздел 2. Дроби (8 ч)", "Тема 1", "Итого по 5А", "Средний балл"])
def test_parts_of_the_course_and_totals_change_nothing(written: str) -> None:
    assert SECTIONS.tell(written) is None


def test_a_row_of_keys_tells_all_of_them() -> None:
    assert SECTIONS.lines(["Класс:", "5А", "", "Предмет:", "Физика"]) == {"school_class": "5А", "subject": "Физика"}
    assert SECTIONS.lines(["5А", "Предмет: Физика"]) == {}


def test_a_text_is_lone_also_where_it_is_merged_over_its_row() -> None:
    assert lone_text(["5А", "5А", "5А"]) == lone_text(["", "5А", None]) == "5А"
    assert lone_text(["5А", "6Б"]) == lone_text([5.0, ""]) == lone_text(["", ""]) == ""


def test_the_roles_that_sections_tell_are_gathered() -> None:
    table = [["5А", ""], ["Ким", "1"], ["Орлова Анна Ильинична", ""]]
    assert told_above(table, vocabulary()) == {"school_class", "teacher"}
