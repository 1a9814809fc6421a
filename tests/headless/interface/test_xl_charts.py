from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from wg_excel.headless import UnsupportedMember, save_copy
from wg_excel.headless.charts.chart_kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import xlwings as xw


@pytest.fixture
def data(sheet: xw.Sheet) -> xw.Sheet:
    sheet["A1"].value = [["", "а", "б"], ["x", 1, 2], ["y", 3, 4], ["z", 5, 6]]
    return sheet


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_is_read_back_as_itself(data: xw.Sheet, again: Callable[[xw.Book], xw.Book], kind: str) -> None:
    data.charts.add(chart_type=kind, source=data["A1:C4"])
    assert again(data.book).sheets[0].charts[0].chart_type == kind


def test_a_kind_that_is_left_out_is_refused(data: xw.Sheet) -> None:
    with pytest.raises(UnsupportedMember, match="surface"):
        data.charts.add(chart_type="surface", source=data["A1:C4"])


def test_series_take_names_categories_and_values_from_a_range(data: xw.Sheet) -> None:
    chart = data.charts.add(source=data["A1:C4"])
    assert [series.name for series in chart.series] == ["а", "б"]
    assert chart.plot_by == "columns"
    chart.plot_by = "rows"
    assert [series.name for series in chart.series] == ["x", "y", "z"]


def test_a_new_source_keeps_the_look_of_the_series(rich: xw.Book) -> None:
    sheet = rich.sheets["Данные"]
    chart = sheet.charts[0]
    chart.series[0].set(fill_color="#112233")
    chart.set_source_data(sheet["A3:C6"])
    assert [series.name for series in chart.series] == ["Балл", "Вдвое"]
    assert chart.series[0].fill_color == (0x11, 0x22, 0x33)
    assert chart.impl.content.source()[1] == (3, 1, 6, 3)


def test_titles_legends_axes_and_mixed_kinds_are_kept(data: xw.Sheet, again: Callable[[xw.Book], xw.Book]) -> None:
    chart = data.charts.add(chart_type="column_clustered", source=data["A1:C4"], name="График")
    chart.title, chart.legend.position = "Итоги", "bottom"
    chart.series[1].set(chart_type="line_markers", axis_group="secondary")
    chart.value_axis.set(title="Баллы", minimum_scale=0, maximum_scale=5, number_format="0.0")
    saved = again(data.book).sheets[0].charts["График"]
    assert (saved.title, saved.legend.position, saved.chart_type) == ("Итоги", "bottom", "combination")
    assert [series.chart_type for series in saved.series] == ["column_clustered", "line_markers"]
    axis = saved.value_axis
    assert (axis.title, axis.minimum_scale, axis.maximum_scale, axis.number_format) == ("Баллы", 0, 5, "0.0")


def test_places_and_sizes_are_points(data: xw.Sheet) -> None:
    chart = data.charts.add(anchor=data["D5"], width=300, height=200)
    assert (chart.left, chart.top, chart.width, chart.height) == (144, 60, 300, 200)
    chart.left, chart.width = 10, 111
    assert (chart.left, chart.top, chart.width) == (10, 60, 111)


def test_a_deleted_chart_takes_its_part_along(rich: xw.Book, tmp_path: Path) -> None:
    rich.sheets["Данные"].charts[0].delete()
    save_copy(rich, tmp_path / "without.xlsx")
    with zipfile.ZipFile(tmp_path / "without.xlsx") as archive:
        assert not any("chart" in name for name in archive.namelist())


def test_another_reader_counts_the_charts(data: xw.Sheet, reopened: Callable[[xw.Book], Any]) -> None:
    data.charts.add(chart_type="pie", source=data["A1:B4"])
    data.charts.add(chart_type="line", source=data["A1:C4"])
    assert len(reopened(data.book).worksheets[0]._charts) == 2
