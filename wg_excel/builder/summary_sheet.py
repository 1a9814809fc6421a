"""The sheet «Сводка»: one A4 page for the director, with native charts over a hidden sheet (1-domain 1.6)."""

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from wg_excel.builder import page as print_page, palette
from wg_excel.builder.formats import Formats
from wg_excel.builder.sheet_head import add_buttons
from wg_excel.builder.summary_charts import insert_charts
from wg_excel.builder.weeks_sheet import TREND_LINE
from wg_excel.domain.summary import summary_charts, summary_page
from wg_excel.domain.summary.summary_page import COLUMNS, HALF, LOWEST_AT, PARTS, TILE
from wg_excel.domain.work.duties import DUTIES
from wg_excel.domain.work.readiness import SHORT_CONDITIONS

SHEET, DATA_SHEET = "Сводка", "Данные сводки"
COLUMN = 78  # pixels
ROW, SECTION, NUMBER, SMALL, TITLE = 16, 24, 26, 13, 30  # heights in points
# The sheets whose rows are behind each part, linked from its heading.
SOURCES = {
    "appeals_section": "Обращения",
    "work_section": "Поручения",
    "monitoring_section": "Мониторинг",
    "imports_section": "Импорт",
}
# The sheet behind every line of documents and readiness, behind every tile, and behind the lowest teachers.
WORK_SOURCES = ("Документы",) * len(summary_page.DOCUMENT_LINES) + ("Готовность",) * len(SHORT_CONDITIONS)
TILE_SOURCES = {"appeals": "Обращения", "monitoring": "Показатели"}
LOWEST_SOURCE = "По неделям"


def add(workbook: xlsxwriter.Workbook, style: Formats) -> None:
    """Add the page; `wg_excel.documents.summary` fills it."""
    sheet = workbook.add_worksheet(SHEET)
    sheet.set_column_pixels(0, COLUMNS - 1, COLUMN)
    places = summary_page.first_rows()
    for part in PARTS:
        for row in range(places[part.name], places[part.name] + part.rows):
            sheet.set_row(row, ROW, style.blank)
    _lay_out_head(sheet, style)
    for name in places:
        if name.endswith("_section"):
            _lay_out_section(sheet, style, places[name], SOURCES.get(name, ""))
    _lay_out_duties(sheet, style, places["duties"])
    _lay_out_changes(sheet, style, places["changes"])
    _lay_out_tiles(sheet, style, places["appeals"], TILE_SOURCES["appeals"], rows=3)
    _lay_out_tiles(sheet, style, places["monitoring"], TILE_SOURCES["monitoring"], rows=4)
    _lay_out_difference(sheet, style, places["difference"])
    _lay_out_lines(sheet, style, places["work"])
    _lay_out_lowest(sheet, style, places["lowest"])
    _lay_out_imports(sheet, style, places["imports"])
    sheet.write_string(places["legend"], 0, summary_page.LEGEND, style.note)
    insert_charts(workbook, sheet, places, COLUMN, ROW * 4 / 3)
    _mark_states(sheet, style)
    _set_up_page(sheet)


def add_data(workbook: xlsxwriter.Workbook, style: Formats) -> None:
    """Add the hidden sheet that the charts read."""
    sheet = workbook.add_worksheet(DATA_SHEET)
    sheet.set_column(0, 0, 30)
    for block, row in zip(summary_charts.BLOCKS, summary_charts.first_rows().values(), strict=True):
        sheet.write_row(row, 0, block.heads, style.heading)
    sheet.hide()


def _lay_out_head(sheet: Worksheet, style: Formats) -> None:
    right = {"align": "right", "valign": "vcenter"}
    sheet.set_row(0, TITLE)
    sheet.write_string(0, 0, SHEET, style.title)
    sheet.write_blank(0, COLUMNS - 1, None, style.make(bold=True, **right))
    sheet.write_blank(1, 0, None, style.make(bold=True, valign="vcenter"))
    sheet.write_blank(1, COLUMNS - 1, None, style.make(font_color=palette.MUTED, **right))
    sheet.set_row(2, SECTION)
    sheet.write_string(2, 0, "Нажмите «Сводка», чтобы заполнить страницу.", style.section)
    sheet.write_blank(2, COLUMNS - 1, None, style.make(font_color=palette.MUTED, **right))
    add_buttons(sheet, 0, 4)


def _lay_out_section(sheet: Worksheet, style: Formats, row: int, source: str) -> None:
    line = {"bottom": 2, "bottom_color": palette.DEEP, "valign": "bottom"}
    heading = style.make(font_size=13, bold=True, font_color=palette.DEEP, **line)
    sheet.set_row(row, SECTION)
    for column in range(COLUMNS):
        sheet.write_blank(row, column, None, heading)
    if source:
        _link(sheet, row, 0, source, heading)
    sheet.write_blank(row, COLUMNS - 1, None, style.make(font_color=palette.MUTED, align="right", **line))


def _lay_out_duties(sheet: Worksheet, style: Formats, first: int) -> None:
    _write_headings(sheet, style, first, summary_page.DUTY_HEADINGS, DUTY_COLUMNS)
    for row, duty in enumerate(DUTIES, first + 1):
        for column in range(COLUMNS):
            sheet.write_blank(row, column, None, style.make(**RULED))
        sheet.write_blank(row, 0, None, style.make(bold=True, **RULED))
        sheet.write_blank(row, 9, None, style.make(font_color=palette.MUTED, **RULED))
        link = style.make(font_color=palette.ACCENT, underline=1, shrink=True, **RULED)
        sheet.merge_range(row, 10, row, 11, None, link)
        _link(sheet, row, 10, duty.sheet, link)


def _link(sheet: Worksheet, row: int, column: int, source: str, cell: Format) -> None:
    sheet.write_url(row, column, f"internal:'{source}'!A1", cell, "", f"Перейти на лист «{source}»")


def _lay_out_changes(sheet: Worksheet, style: Formats, first: int) -> None:
    for row in range(first, first + PARTS_ROWS["changes"]):
        for column in range(COLUMNS):
            sheet.write_blank(row, column, None, style.make(font_size=10, **RULED))


def _lay_out_difference(sheet: Worksheet, style: Formats, row: int) -> None:
    """Give the remark on the difference of exports two lines over the whole width."""
    sheet.set_row(row, 2 * SMALL)
    note = style.make(font_size=9, font_color=palette.MUTED, text_wrap=True, valign="vcenter")
    sheet.merge_range(row, 0, row, COLUMNS - 1, None, note)


def _lay_out_tiles(sheet: Worksheet, style: Formats, first: int, source: str, *, rows: int) -> None:
    number = style.make(font_size=18, bold=True, font_color=palette.DEEP, bg_color=palette.BAND, **CENTRED)
    caption = style.make(bg_color=palette.BAND, **CENTRED)
    small = style.make(font_size=9, font_color=palette.MUTED, bg_color=palette.BAND, **CENTRED)
    formats = (number, caption, small, small)[:rows]
    for row, (cell, tall) in enumerate(zip(formats, (NUMBER, ROW, SMALL, SMALL), strict=False), first):
        sheet.set_row(row, tall)
        for column in range(0, COLUMNS, TILE):
            sheet.merge_range(row, column, row, column + TILE - 1, None, cell)
            if cell is caption:
                _link(sheet, row, column, source, cell)


def _lay_out_lines(sheet: Worksheet, style: Formats, first: int) -> None:
    for row, source in enumerate(WORK_SOURCES, first):
        for column in range(HALF, COLUMNS):
            sheet.write_blank(row, column, None, style.make(**RULED))
        _link(sheet, row, HALF, source, style.make(**RULED))
        sheet.write_blank(row, COLUMNS - 1, None, style.make(bold=True, align="right", **RULED))


def _lay_out_lowest(sheet: Worksheet, style: Formats, first: int) -> None:
    _write_headings(sheet, style, first, summary_page.LOWEST_HEADINGS, range(LOWEST_AT, COLUMNS))
    for place, row in enumerate(range(first + 1, first + PARTS_ROWS["lowest"])):
        for column in range(LOWEST_AT, COLUMNS):
            facets = {"align": "right", "num_format": "0.0"} if column >= 8 else {}
            sheet.write_blank(row, column, None, style.make(**RULED | facets))
        name = style.make(shrink=True, **RULED)
        sheet.merge_range(row, LOWEST_AT, row, TREND_AT - 1, None, name)
        _link(sheet, row, LOWEST_AT, LOWEST_SOURCE, name)
        data = summary_charts.trends_row() + place
        weeks = xl_range_abs(data, 1, data, summary_charts.TREND_WEEKS)
        sheet.add_sparkline(row, TREND_AT, {"range": f"'{DATA_SHEET}'!{weeks}", **TREND_LINE})


def _lay_out_imports(sheet: Worksheet, style: Formats, first: int) -> None:
    _write_headings(sheet, style, first, summary_page.IMPORT_HEADINGS, range(COLUMNS))
    for row in range(first + 1, first + PARTS_ROWS["imports"]):
        for column in range(COLUMNS):
            facets = {"align": "right"} if column >= 7 else {}
            sheet.write_blank(row, column, None, style.make(font_size=9, **RULED | facets))


def _write_headings(sheet: Worksheet, style: Formats, row: int, headings: dict[int, str], columns: range) -> None:
    for column in columns:
        right = {"align": "right"} if column >= 7 and columns is not DUTY_COLUMNS and column != TREND_AT else {}
        heading = style.make(font_size=9, font_color=palette.MUTED, bottom=1, bottom_color=palette.RULE, **right)
        sheet.write(row, column, headings.get(column), heading)


def _mark_states(sheet: Worksheet, style: Formats) -> None:
    """Colour what begins with a state's sign; the sign itself says it without colour."""
    places = summary_page.first_rows()
    for state in (palette.GOOD, palette.WARNING, palette.BAD):
        for name, cell, last_column in (
            ("duties", "$A", 1),
            ("appeals", "A", COLUMNS - 1),
            ("monitoring", "A", COLUMNS - 1),
        ):
            first = places[name]
            formula = f'=LEFT({cell}{first + 1},1)="{state.sign}"'
            mark = {"type": "formula", "criteria": formula, "format": style.mark(state)}
            sheet.conditional_format(first, 0, first + PARTS_ROWS[name] - 1, last_column, mark)


def _set_up_page(sheet: Worksheet) -> None:
    print_page.portrait(sheet, pages_high=1)
    sheet.print_area(0, 0, summary_page.height() - 1, COLUMNS - 1)
    sheet.center_horizontally()
    sheet.hide_gridlines(2)


DUTY_COLUMNS = range(COLUMNS)
TREND_AT = 7
RULED = {"bottom": 1, "bottom_color": palette.RULE, "valign": "vcenter"}
CENTRED = {"align": "center", "valign": "vcenter"}
PARTS_ROWS = {part.name: part.rows for part in PARTS}
