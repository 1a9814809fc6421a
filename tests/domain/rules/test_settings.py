import datetime as dt

import pytest

from tests.domain.conftest import Check, Find


@pytest.mark.parametrize(
    ("name", "value", "title"),
    [
        ("school", "", "Наименование школы"),
        ("director", "", "Директор"),
        ("order_number", "", "Приказ о рабочей группе, №"),
        ("order_date", None, "Приказ о рабочей группе, дата"),
    ],
)
def test_each_particular_of_the_school_is_filled(check: Check, name: str, value: object, title: str) -> None:
    assert check("", only="SET") == []
    assert check("", only="SET", **{name: value}) == [f"SET-1 {title}"]


def test_a_blank_particular_points_to_its_cell(find: Find) -> None:
    lines = """
        tblSettings
        Параметр  Значение
        Директор
        """
    (finding,) = find(lines, director="")
    assert (finding.place.row, finding.place.column) == (6, "Значение")


def test_little_lies_below_the_norm(check: Check) -> None:
    assert check("", only="SET", topics_red=100.0) == []
    assert check("", only="SET", topics_green=80.0) == ["SET-2 Заполнение тем: мало, %"]


def test_the_working_day_ends_after_it_begins(check: Check) -> None:
    assert check("", only="SET", work_until=dt.time(16)) == []
    assert check("", only="SET", work_until=dt.time(8)) == ["SET-2 Рабочий день до"]
