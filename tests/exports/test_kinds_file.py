import pytest

from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.kinds_file import read_kinds_file
from wg_excel.exports.refusals import BadKindsFile

MEALS = """# Питание
[kinds.meals]
title = "Питание"
shape = "counts"
columns = ["school_class"]
needs = ["fed"]

[kinds.meals.own]
fed = ["питаются"]
"""
FAULTS = [
    ('shape = "counts"', 'shape = "counts', 4, "не по правилам TOML"),
    ('shape = "counts"', 'shape = "подсчёт"', 4, "неизвестная форма «подсчёт»; есть: counts"),
    ('shape = "counts"', "", 2, "не указано «shape»"),
    ('"Питание"', "5", 3, "«title» — это текст в кавычках"),
    ('["school_class"]', '["класс"]', 5, "столбца «класс» нет"),
    ('needs = ["fed"]', 'needs = ["paid"]', 6, "столбца «paid» нет"),
    ('needs = ["fed"]', "needs = [1]", 6, "каждое значение — текст"),
    ('["питаются"]', '"питаются"', 9, "«fed» — это список"),
    ("needs", "need", 6, "свойства «need» нет"),
    ("# Питание", "[homework]\nempty = 1", 2, "«empty» — это список"),
    ("# Питание", "[еда]", 1, ""),
]


def test_a_sound_file_is_read() -> None:
    assert read_kinds_file(MEALS, vocabulary().raw)["kinds"]["meals"]["title"] == "Питание"


@pytest.mark.parametrize(("part", "instead", "line", "why"), FAULTS)
def test_a_fault_is_told_with_its_line(part: str, instead: str, line: int, why: str) -> None:
    with pytest.raises(BadKindsFile) as refused:
        read_kinds_file(MEALS.replace(part, instead, 1), vocabulary().raw)
    assert f"строка {line}:" in refused.value.message
    assert why in refused.value.message


def test_a_section_that_is_no_section_is_told() -> None:
    with pytest.raises(BadKindsFile, match=r"строка 1: «marks» — это раздел"):
        read_kinds_file("marks = 1", vocabulary().raw)
