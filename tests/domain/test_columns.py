import datetime as dt
from typing import Any

import pytest
from hypothesis import given, strategies as st

from wg_excel.domain.columns import reader
from wg_excel.domain.lists import APPEAL_STATES, RATINGS, THEMES, ClosedList
from wg_excel.domain.rules.cells import Cell
from wg_excel.domain.rules.checking import all_rules
from wg_excel.domain.schema import LONGEST_TEXT, Column, Kind, Table

DAY = dt.date(2026, 9, 1)


def column(kind: Kind, **more: Any) -> Column:
    return Column("it", "Столбец", kind, **more)


def read(declared: Column, value: object, **lists: tuple[str, ...]) -> tuple[object, list[str]]:
    all_rules()
    made, slips = reader(declared, lists)(value)
    table = Table("Лист", "tbl", (declared,))
    return made, [slip(Cell(table, declared, 7)).rule for slip in slips]


def choice(value: object, closed: ClosedList, **lists: tuple[str, ...]) -> tuple[object, list[str]]:
    return read(column(Kind.CHOICE, choices=closed), value, **lists)


@pytest.mark.parametrize(
    ("value", "made", "rules"),
    [
        (dt.datetime(2026, 9, 1), DAY, []),  # noqa: DTZ001 - a workbook's days have no zone
        (DAY, DAY, []),
        (None, None, []),
        ("—", None, []),
        (46266.0, DAY, ["FLD-DATE"]),
        ("1 сентября 2026 г.", DAY, ["FLD-DATE"]),
        ("31.02.2026", None, ["FLD-DATE"]),
        (dt.datetime(2206, 9, 1), None, ["FLD-DATE"]),  # noqa: DTZ001 - as above
        (20260901.0, None, ["FLD-DATE"]),
        (True, None, ["FLD-DATE"]),
        ("#ССЫЛКА!", None, ["FLD-ERR"]),
    ],
)
def test_dates(value: object, made: object, rules: list[str]) -> None:
    assert read(column(Kind.DATE), value) == (made, rules)


@pytest.mark.parametrize(
    ("value", "made", "rules"),
    [
        (0.5, dt.time(12), []),
        (dt.time(9, 30), dt.time(9, 30), []),
        (dt.datetime(1900, 1, 1, 9, 30), dt.time(9, 30), []),  # noqa: DTZ001 - as above
        (dt.timedelta(hours=9), dt.time(9), []),
        ("9.30", dt.time(9, 30), ["FLD-DATE"]),
        ("25:00", None, ["FLD-DATE"]),
        (9.0, None, ["FLD-DATE"]),
        (None, None, []),
    ],
)
def test_times(value: object, made: object, rules: list[str]) -> None:
    assert read(column(Kind.TIME), value) == (made, rules)


@pytest.mark.parametrize(
    ("value", "made", "rules"),
    [
        (5.0, 5, []),
        ("5", 5, ["FLD-NUM"]),
        ("1\u00a0200", 1200, ["FLD-NUM"]),
        (5.5, None, ["FLD-NUM"]),
        ("пять", None, ["FLD-NUM"]),
        (-1.0, None, ["FLD-NUM"]),
        (dt.datetime(2026, 5, 1), None, ["FLD-NUM"]),  # noqa: DTZ001 - as above
        (None, None, []),
    ],
)
def test_whole_numbers(value: object, made: object, rules: list[str]) -> None:
    assert read(column(Kind.INTEGER), value) == (made, rules)


def test_a_number_with_a_decimal_comma_is_read_and_reported() -> None:
    assert read(column(Kind.NUMBER), "1,5") == (1.5, ["FLD-NUM"])
    assert read(column(Kind.NUMBER), 1.5) == (1.5, [])


@pytest.mark.parametrize(
    ("value", "made", "rules"),
    [
        ("Решено", "Решено", []),
        ("решено ", "Решено", ["FLD-LIST"]),
        ("Решено\n", "Решено", ["FLD-BLANK"]),
        ("Ждёт\u00a0заявителя", "Ждёт заявителя", ["FLD-BLANK"]),
        ("Ждет заявителя", "Ждёт заявителя", ["FLD-LIST"]),
        ("Рeшено", "Решено", ["FLD-LIST"]),  # Latin e
        ("Закрыто", "Закрыто", ["FLD-LIST"]),
        (None, "", []),
    ],
)
def test_values_of_a_closed_list(value: object, made: object, rules: list[str]) -> None:
    assert choice(value, APPEAL_STATES) == (made, rules)


def test_a_school_extends_a_list_unless_it_is_fixed() -> None:
    assert choice("Питание", THEMES, lstThemes=("Питание",)) == ("Питание", [])
    assert choice("Закрыто", APPEAL_STATES, lstAppealStates=("Закрыто",)) == ("Закрыто", ["FLD-LIST"])


def test_a_whole_number_is_the_text_that_the_sheet_shows() -> None:
    assert choice(5.0, RATINGS) == ("5", [])
    assert read(column(Kind.TEXT), 5.0) == ("5", [])
    assert read(column(Kind.TEXT), 2.5) == ("2,5", [])


def test_a_number_that_excel_took_for_a_date_is_reported_where_it_is_a_key() -> None:
    day = dt.datetime(2026, 5, 1)  # noqa: DTZ001 - as above
    assert read(column(Kind.TEXT, unique=True), day) == ("01.05.2026", ["FLD-NUM"])
    assert read(column(Kind.TEXT), day) == ("01.05.2026", [])


@pytest.mark.parametrize(
    ("value", "made", "rules"),
    [
        ("Иванова Мария Петровна", "Иванова Мария Петровна", []),
        (" Иванова  Мария ", "Иванова Мария", ["FLD-BLANK"]),
        ("Ивaнова Мария", "Иванова Мария", ["FLD-LATIN"]),
        ("ИВАНОВА МАРИЯ", "ИВАНОВА МАРИЯ", ["FLD-FIO"]),
        ("Иванова", "Иванова", ["FLD-FIO"]),
    ],
)
def test_names(value: object, made: object, rules: list[str]) -> None:
    assert read(column(Kind.FIO), value) == (made, rules)


def test_a_blank_cell_is_reported_only_where_it_is_required() -> None:
    assert read(column(Kind.TEXT, required=True), " ") == ("", ["FLD-REQ"])
    assert read(column(Kind.DATE, required=True), None) == (None, ["FLD-REQ"])
    assert read(column(Kind.TEXT), None) == ("", [])


def test_an_error_that_excel_hands_out_as_a_number_is_an_error() -> None:
    assert read(column(Kind.TEXT), -2146826265) == ("", ["FLD-ERR"])


def test_long_texts_keep_their_lines() -> None:
    assert read(column(Kind.LONG_TEXT), "Первое\nВторое") == ("Первое\nВторое", [])


CELLS = st.one_of(
    st.none(), st.text(), st.floats(), st.booleans(), st.datetimes(), st.integers(-(2**40), 2**40), st.just("#REF!")
)


@given(CELLS, st.sampled_from([kind for kind in Kind if kind is not Kind.CHOICE]), st.booleans())
def test_any_cell_is_read_or_reported(value: object, kind: Kind, required: bool) -> None:  # noqa: FBT001 - drawn
    declared = column(kind, required=required)
    made, rules = read(declared, value)
    assert made is not None or not declared.is_text
    assert made not in {None, ""} or not required or rules


@pytest.mark.parametrize(("kind", "most"), LONGEST_TEXT.items())
def test_a_text_is_as_long_as_its_cell_takes(kind: Kind, most: int) -> None:
    assert "FLD-LEN" not in read(column(kind), "а" * most)[1]
    assert "FLD-LEN" in read(column(kind), "а" * (most + 1))[1]


def test_a_number_beyond_a_million_is_kept_and_doubted() -> None:
    assert read(column(Kind.INTEGER), 1_000_000.0) == (1_000_000, [])
    assert read(column(Kind.INTEGER), 1_000_001.0) == (1_000_001, ["FLD-NUM"])
