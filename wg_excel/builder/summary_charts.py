"""The native charts of «Сводка», each over its block of the hidden sheet «Данные сводки»."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from wg_excel.builder import palette
from wg_excel.domain.summary.summary_charts import BLOCKS, first_rows
from wg_excel.domain.summary.summary_page import CHART_ROWS, COLUMNS, HALF, LOWEST_AT

DATA_SHEET = "Данные сводки"
FONT = {"name": "Calibri", "size": 9, "color": palette.INK}
# Told apart in grey print by lightness, and the third by its hatching.
FILLS: tuple[dict[str, Any], ...] = (
    {"fill": {"color": palette.ACCENT}},
    {"fill": {"color": "#B5D0DB"}},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": palette.BAD.text, "bg_color": palette.PAPER}},
)


class Place(NamedTuple):
    """A chart: which block it draws, how, under which title, and where it stands in columns of the page."""

    block: str
    kind: dict[str, str]
    title: str
    part: str
    left: float
    right: float
    rows: int
    percents: bool = False


COLUMN, BAR, STACKED = {"type": "column"}, {"type": "bar"}, {"type": "bar", "subtype": "stacked"}
PLACES = (
    Place("months", COLUMN, "По месяцам", "appeal_charts", 0, 3.4, CHART_ROWS),
    Place("kinds", BAR, "По виду помощи", "appeal_charts", 3.4, 6.2, CHART_ROWS),
    Place("categories", BAR, "По категории заявителей", "appeal_charts", 6.2, 9.2, CHART_ROWS),
    Place("executors", BAR, "По исполнителям", "appeal_charts", 9.2, COLUMNS, CHART_ROWS),
    Place("members", STACKED, "", "work", 0, HALF - 0.1, 11),
    Place("classes", COLUMN, "Не записано по классам, % уроков", "lowest", 0, LOWEST_AT - 0.1, 11, percents=True),
)


def insert_charts(
    workbook: xlsxwriter.Workbook, sheet: Worksheet, parts: Mapping[str, int], column: int, row: float
) -> None:
    """Put every chart over its part of the page; `column` is a column's width, `row` a row's height in pixels."""
    for place in PLACES:
        chart = _chart(workbook, place)
        chart.set_size({"width": round((place.right - place.left) * column), "height": round(place.rows * row)})
        whole = int(place.left)
        offset = round((place.left - whole) * column)
        description = {"description": place.title or "Поручения и план по исполнителям"}
        sheet.insert_chart(parts[place.part], whole, chart, {"x_offset": offset, "object_position": 2, **description})


def _chart(workbook: xlsxwriter.Workbook, place: Place) -> Any:  # noqa: ANN401 - XlsxWriter ships no types
    block = next(block for block in BLOCKS if block.name == place.block)
    chart = workbook.add_chart(dict(place.kind))
    head = first_rows()[block.name]
    many = len(block.heads) > 2
    for series in range(1, len(block.heads)):
        chart.add_series(
            {
                "name": [DATA_SHEET, head, series],
                "categories": [DATA_SHEET, head + 1, 0, head + block.rows, 0],
                "values": [DATA_SHEET, head + 1, series, head + block.rows, series],
                "gap": 60,
                **FILLS[series - 1],
                **({} if place.percents else {"data_labels": _labels(place, series)}),
            }
        )
    _style(chart, place, many=many)
    return chart


def _labels(place: Place, series: int) -> dict[str, Any]:
    """Return the labels of a series; those inside a dark bar are white, a zero has none."""
    inside = place.kind is STACKED and series == 1
    return {"value": True, "font": {**FONT, "color": palette.PAPER} if inside else FONT, "num_format": "0;;"}


def _style(chart: Any, place: Place, *, many: bool) -> None:  # noqa: ANN401 - as above
    title = {"name": place.title, "name_font": {**FONT, "size": 10, "bold": True}, "overlay": False}
    chart.set_title(title if place.title else {"none": True})
    chart.set_legend({"position": "bottom", "font": FONT} if many else {"none": True})
    labels = {"num_font": FONT, "line": {"color": palette.RULE}, "major_tick_mark": "none"}
    numbers = {
        "num_font": FONT,
        "line": {"none": True},
        "major_gridlines": {"visible": place.percents, "line": {"color": palette.RULE}},
        "visible": place.percents,
        "min": 0,
    }
    if place.kind["type"] == "bar":
        # The names of a bar chart stand at its left, the first row of its data would stand at the bottom.
        chart.set_y_axis({**labels, "reverse": True})
        chart.set_x_axis(numbers)
    else:
        # Every class is named, however many there are.
        chart.set_x_axis({**labels, "interval_unit": 1} if place.percents else labels)
        chart.set_y_axis(numbers)
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    chart.set_plotarea({"fill": {"none": True}})
