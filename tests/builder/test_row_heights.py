import re

import pytest

from wg_excel.builder.row_heights import LINE, lines, row_height
from wg_excel.domain.work.readiness import Readiness
from wg_excel.vba.package import Package

ROW = re.compile(rb'<row r="(\d+)"([^>]*)>')


@pytest.mark.parametrize(
    ("text", "characters", "expected"),
    [
        ("", 10, 1),
        ("Вход", 10, 1),
        ("Вход и доступ", 10, 2),
        ("Александровская-Константинопольская", 12, 3),
        ("Решили:\nутвердить\n\nповторить", 20, 4),
    ],
)
def test_a_text_takes_as_many_lines_as_its_cell_makes_of_it(text: str, characters: int, expected: int) -> None:
    assert lines(text, characters) == expected


def test_the_longest_text_of_a_row_gives_its_height() -> None:
    values = ["Обучение", 2, None, "", "сказано " * 9, ""]
    assert row_height(Readiness.table, values) == 3 * LINE


def test_rows_of_tables_have_heights_that_editing_may_change_and_heads_have_fixed_ones(package: Package) -> None:
    sheet = next(part for part in package.parts.values() if b'codeName="shReadiness"' in part)
    rows = {int(number): attributes for number, attributes in ROW.findall(sheet)}
    assert b"customHeight" in rows[1]
    assert b'ht="30"' in rows[6]
    assert b"customHeight" not in rows[6]
