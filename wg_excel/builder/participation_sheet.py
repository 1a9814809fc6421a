"""The sheet «Участие»: who attended and who does what, a line a member, with two charts (B 3.2, 4.2)."""

from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from wg_excel.builder import page, palette
from wg_excel.builder.formats import Formats
from wg_excel.builder.layout import FIRST, HEADING, INSTRUCTION, NOTE
from wg_excel.builder.sheet_head import HEADING_HEIGHT, write_head
from wg_excel.builder.summary_charts import FILLS, FONT
from wg_excel.domain.members.participation import HEADINGS, LEGEND, ROWS, SHEET

WIDTHS = (250, 96, 92, 66, 300, 70, 70, 76, 88, 84, 76, 90)  # pixels
ROW = 20  # points
SHOWN = 8  # rows of a new workbook
LAST = FIRST + ROWS - 1
CHART = {"width": 660, "height": 300}
STACKED = {"type": "bar", "subtype": "stacked"}
# A chart: its title, the columns of its series, and the column that it stands over.
CHARTS = (("Явка на заседания", (1, 2), 0), ("Поручения между заседаниями", (5, 6, 7, 8), 4))
FOUR: tuple[dict[str, Any], ...] = (FILLS[0], {"fill": {"color": palette.SERIES[3]}}, FILLS[1], FILLS[2])


def add(workbook: xlsxwriter.Workbook, style: Formats) -> None:
    """Add the sheet; `wg_excel.documents.participation` fills it and hides the rows that stay empty."""
    sheet = workbook.add_worksheet(SHEET)
    write_head(sheet, style)
    told = "Кто посещает заседания и выполняет порученное за учебный год. Заполняет кнопка «Участие за год»."
    sheet.write_string(INSTRUCTION, 0, told, style.instruction)
    sheet.write_string(NOTE, 0, LEGEND, style.note)
    ruled: dict[str, Any] = {"bottom": 1, "bottom_color": palette.RULE, "valign": "vcenter"}
    text, number = style.make(**ruled, text_wrap=True), style.make(**ruled, align="center")
    sheet.set_row(HEADING, HEADING_HEIGHT)
    for column, (title, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
        sheet.set_column_pixels(column, column, width)
        sheet.write_string(HEADING, column, title, style.heading)
        for row in range(FIRST, LAST + 1):
            sheet.write_blank(row, column, None, text if column in {0, 4} else number)
    for row in range(FIRST, LAST + 1):
        sheet.set_row(row, ROW, None, {"hidden": row >= FIRST + SHOWN})
    for title, series, column in CHARTS:
        _add_chart(workbook, sheet, title, series, column)
    page.landscape(sheet)
    sheet.repeat_rows(HEADING)
    sheet.freeze_panes(FIRST, 1)


def _add_chart(
    workbook: xlsxwriter.Workbook, sheet: Worksheet, title: str, columns: tuple[int, ...], over: int
) -> None:
    """Draw columns as stacked bars, the first member on top; hidden rows are not drawn."""
    chart = workbook.add_chart(dict(STACKED))
    for place, column in enumerate(columns):
        chart.add_series(
            {
                "name": [SHEET, HEADING, column],
                "categories": [SHEET, FIRST, 0, LAST, 0],
                "values": [SHEET, FIRST, column, LAST, column],
                "gap": 50,
                **FOUR[place if len(columns) > 2 else place * 2],
            }
        )
    chart.set_title({"name": title, "name_font": {**FONT, "size": 11, "bold": True}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": FONT})
    chart.set_y_axis({"num_font": FONT, "line": {"color": palette.RULE}, "major_tick_mark": "none", "reverse": True})
    numbers = {
        "num_font": FONT,
        "num_format": "0",
        "major_gridlines": {"visible": True, "line": {"color": palette.RULE}},
    }
    chart.set_x_axis({**numbers, "line": {"none": True}, "min": 0})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size(CHART)
    sheet.insert_chart(LAST + 2, over, chart, {"object_position": 2, "x_offset": 4, "description": title})
