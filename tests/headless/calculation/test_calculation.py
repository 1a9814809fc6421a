from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import xlwings as xw


@pytest.fixture
def cells(sheet: xw.Sheet) -> xw.Sheet:
    sheet["A1"].value = [[1, "текст"], [2, True], [3, None], [4, "x"]]
    return sheet


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("=1+2*3^2", 19.0),
        ("=A1+A1", 2.0),
        ("=-A1+A1*(-1)", -2.0),
        ("=-2^2", 4.0),
        ("=(1+2)*3%", 0.09),
        ("=2-3-4", -5.0),
        ('="а"&1&TRUE', "а1TRUE"),
        ("=A1+A4", 5.0),
        ("=SUM(A1:A4,10)", 20.0),
        ("=SUM(A1:B4)", 10.0),
        ("=SUM(A1:A3*A2:A4)", 20.0),
        ("=AVERAGE(A1:A4)", 2.5),
        ("=COUNT(A1:B4)", 4.0),
        ("=COUNTA(B1:B4)", 3.0),
        ("=MAX(A1:A4)-MIN(A1:A4)", 3.0),
        ('=IF(A1<A2,"да","нет")', "да"),
        ("=IF(B3=0,1,2)", 1.0),
        ('=B1="ТЕКСТ"', True),
        ("=AND(A1=1,B2)", True),
        ("=ROUND(2.675,2)", 2.68),
        ("=ROUND(-1.5,0)", -2.0),
        ("=IFERROR(1/0,5)", 5.0),
        ("=B3", 0.0),
        ("=0.1+0.2-0.3", 0.0),
    ],
)
def test_simple_formulas_have_results(cells: xw.Sheet, formula: str, result: object) -> None:
    cells["D1"].formula = formula
    value = cells["D1"].value
    assert value == pytest.approx(result) if isinstance(result, float) else value == result


@pytest.mark.parametrize(
    "formula",
    ["=VLOOKUP(1,A1:B4,2)", "=A1+B1", "=D1", "=Нет!A1", "=INDIRECT(A1)", "=B1<B4", "=A1:A4", "=[1]Лист!A1", "=SUM("],
)
def test_what_is_not_certain_is_unknown(cells: xw.Sheet, formula: str) -> None:
    cells["D1"].formula = formula
    assert cells["D1"].value is None


def test_an_error_goes_through_to_the_result(cells: xw.Sheet) -> None:
    cells["D1:D2"].formula = [["=1/0"], ["=SUM(A1,D1)+1"]]
    assert cells["D1:D2"].options(err_to_str=True).value == ["#DIV/0!", "#DIV/0!"]


def test_results_follow_their_inputs(cells: xw.Sheet) -> None:
    cells["D1:D2"].formula = [["=A1*2"], ["=D1+1"]]
    assert cells["D2"].value == 3.0
    cells["A1"].value = 10
    assert cells["D2"].value == 21.0


def test_columns_of_tables_are_understood(rich: xw.Book) -> None:
    sheet = rich.sheets["Данные"]
    sheet["B4"].value = 10
    assert sheet["C4:C6"].value == [20.0, 8.0, 6.0]
    assert rich.sheets["Итог"]["A2"].value == 17.0
