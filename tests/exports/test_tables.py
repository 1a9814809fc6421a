from collections.abc import Callable

import pytest

from tests.exports.sheets import rows
from wg_excel.exports import cells, tables
from wg_excel.exports.balance import Balance
from wg_excel.exports.cells import Value
from wg_excel.exports.grid import Grid
from wg_excel.exports.headings import find_heading, possible_headings
from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.lines import Lines
from wg_excel.exports.tables import Segment, TableReader

WORDS = vocabulary()
LESSONS, FILLING = WORDS.kinds["lessons"], WORDS.kinds["filling"]


def is_filled(value: Value) -> bool:
    return not cells.is_blank(value)


def read(
    notation: str, kind: str = "lessons", anchor: str = "day", accepts: Callable[[Value], object] = cells.day
) -> tuple[list[Segment], Balance]:
    lines = rows(notation)
    width = max(map(len, lines))
    grid = Grid("", [[*line, *[""] * (width - len(line))] for line in lines])
    heading = find_heading(possible_headings(grid.head), WORDS.kinds[kind])
    assert heading is not None
    balance = Balance()
    reader = TableReader(WORDS, WORDS.kinds[kind], heading, Lines({}, ()), balance)
    sure = cells.day if kind == "lessons" else None
    return list(reader.segments(grid, anchor, accepts, sure)), balance


def numbers(segments: list[Segment]) -> list[list[int]]:
    return [list(segment.numbers) for segment in segments]


def test_plain_data_pass_as_they_are() -> None:
    (segment,), balance = read("Дата | Тема | ДЗ\n01.09.2026 | Сила | § 1\n02.09.2026 | Вес | § 2")
    assert (segment.numbers, [row[1] for row in segment.rows]) == (range(2, 4), ["Сила", "Вес"])
    assert (balance.totals, balance.blank, balance.other, balance.rejected_rows) == (0, 0, 0, 0)


def test_what_is_no_data_is_counted_apart() -> None:
    segments, balance = read("""
Дата | Тема | ДЗ
01.09.2026 | Сила | § 1

Дата | Тема | ДЗ
1 | 2 | 3 | 4
02.09.2026 | Вес | § 2
Страница 1
Итого | 2 |
Директор: | ____ |
нет | Вес | § 2
""")
    assert numbers(segments) == [[2], [6]]
    assert (balance.totals, balance.blank, balance.other) == (1, 1, 4)
    assert [(one.row, one.reason) for one in balance.rejected] == [(10, "«Дата»: «нет»")]


def test_data_behind_totals_and_new_lines_stand_in_a_segment_of_their_own() -> None:
    segments, _ = read("""
Дата | Тема | ДЗ
01.09.2026 | Сила | § 1
Итого | 1 |
02.09.2026 | Вес | § 2
Класс: 5Б
03.09.2026 | Вода | § 3
""")
    assert numbers(segments) == [[2], [4], [6]]
    assert [segment.lines.get("school_class") for segment in segments] == ["", "", "5Б"]


def test_headings_of_another_order_change_the_columns_from_there_on() -> None:
    segments, _ = read("Дата | Тема | ДЗ\n01.09.2026 | Сила | § 1\nТема | ДЗ | Дата\nВес | § 2 | 02.09.2026")
    assert [segment.columns["day"] for segment in segments] == [0, 2]


def test_a_key_that_stands_only_in_the_first_of_several_rows_holds_for_them() -> None:
    (segment,), balance = read(
        "Учитель | Класс | Уроков | Без темы\nКим П. Л. | 5А | 9 | 1\n | 5Б | 8 | 0", "filling", "teacher", is_filled
    )
    assert [row[0] for row in segment.rows] == ["Ким П. Л.", "Ким П. Л."]
    assert balance.rejected_rows == 0


def test_totals_are_told_to_whom_it_concerns() -> None:
    told: list[tuple[str, bool]] = []
    grid = Grid("", rows("Учитель | Уроков | Без темы\nКим | 9 | 1\nИТОГО ПО ШКОЛЕ | 9 | 1\nВ среднем | 9 | 1"))
    heading = find_heading(possible_headings(grid.head), FILLING)
    assert heading is not None
    reader = TableReader(WORDS, FILLING, heading, Lines({}, ()), Balance())
    reader.on_totals = lambda row, _columns, mean: told.append((str(row[0]), mean))
    assert len(list(reader.segments(grid, "teacher", is_filled))) == 1
    assert told == [("ИТОГО ПО ШКОЛЕ", False), ("В среднем", True)]


def test_portions_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (
        "Дата | Тема | ДЗ\n" + "\n".join(f"{n % 28 + 1:02}.09.2026 | Тема {n} | §" for n in range(50)) + "\nИтого | 50"
    )
    whole, _ = read(lines)
    monkeypatch.setattr(tables, "CHUNK", 7)
    parts, _ = read(lines)
    assert sum(numbers(parts), []) == sum(numbers(whole), [])  # noqa: RUF017 - fifty rows
    assert [row for part in parts for row in part.rows] == [row for part in whole for row in part.rows]
