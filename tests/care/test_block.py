import datetime as dt

import pytest
import xlwings as xw

from wg_excel.care.block import computed_columns, typed, write_block
from wg_excel.care.content import Value
from wg_excel.headless import engine

MOMENT = dt.datetime.fromisoformat("2026-09-01T09:30:15")


@pytest.fixture
def sheet() -> xw.Sheet:
    return engine.apps.add(add_book=True).books.active.sheets[0]


@pytest.mark.parametrize("format_before", ["General", "@", "dd.mm.yyyy", "0.00"])
@pytest.mark.parametrize(
    "value",
    [
        MOMENT,
        MOMENT.replace(hour=0, minute=0, second=0),
        dt.datetime.fromisoformat("1899-12-30T09:30"),
        5.0,
        "=1+1",
        True,
    ],
)
def test_a_value_reads_back_as_what_it_was_whatever_the_cells_format(
    sheet: xw.Sheet, format_before: str, value: Value
) -> None:
    sheet.range("B2:C3").number_format = format_before
    write_block(sheet.range("B2:C3"), [(value, None), ("а", value)])
    assert sheet.range("B2:C3").value == [[value, None], ["а", value]]


def test_columns_between_the_written_ones_stay(sheet: xw.Sheet) -> None:
    sheet.range("A1").value = [[1, 2, 3, 4]]
    write_block(sheet.range("A1:D1"), [(9.0, 9.0, 9.0, 9.0)], but={1})
    assert sheet.range("A1:D1").value == [9.0, 2.0, 9.0, 9.0]


def test_formulas_are_told_from_texts_that_look_like_them(sheet: xw.Sheet) -> None:
    sheet.range("A1").value = [["'=1+1", "=1+1", 5, "а", None]]
    assert computed_columns(sheet.range("A1:E1")) == {1}


def test_a_time_of_day_goes_without_a_day() -> None:
    assert typed(dt.datetime.fromisoformat("1899-12-30T09:30")) == dt.time(9, 30)
    assert typed(MOMENT) == MOMENT
    assert typed("=1+1") == "'=1+1"
