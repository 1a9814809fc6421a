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


def test_the_kind_of_quarters_is_one_of_the_two(check: Check) -> None:
    assert check("", only="SET", quarters="Учебные") == []
    assert check("", only="SET", quarters="Полугодия") == ["SET-2 Кварталы"]
