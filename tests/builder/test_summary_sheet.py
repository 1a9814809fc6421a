import io
import zipfile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from wg_excel.builder import palette, summary_sheet
from wg_excel.builder.formats import Formats
from wg_excel.builder.summary_charts import FILLS, PLACES
from wg_excel.domain.monitoring.monitoring_figures import LOWEST_SHOWN
from wg_excel.domain.summary import summary_charts, summary_page
from wg_excel.domain.work.duties import DUTIES


@pytest.fixture(scope="module")
def built() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as workbook:
        style = Formats(workbook)
        summary_sheet.add(workbook, style)
        summary_sheet.add_data(workbook, style)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def sheet(built: bytes) -> Worksheet:
    loaded: Worksheet = openpyxl.load_workbook(io.BytesIO(built))["Сводка"]
    return loaded


def charts(built: bytes) -> list[str]:
    package = zipfile.ZipFile(io.BytesIO(built))
    return [package.read(name).decode() for name in package.namelist() if name.startswith("xl/charts/chart")]


def test_the_page_is_one_a4_portrait(sheet: Worksheet) -> None:
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("portrait", 9, None)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_area == f"'Сводка'!$A$1:$L${summary_page.height()}"


def test_every_duty_links_to_its_sheet(sheet: Worksheet) -> None:
    links = {link.location for row in sheet.iter_rows() for cell in row if (link := cell.hyperlink)}
    assert {f"'{duty.sheet}'!A1" for duty in DUTIES} <= links


@pytest.mark.parametrize("name", ["appeals", "monitoring", "work", "lowest"])
def test_every_figure_links_to_the_sheet_behind_it(sheet: Worksheet, name: str) -> None:
    first, part = summary_page.first_rows()[name] + 1, next(part for part in summary_page.PARTS if part.name == name)
    links = [cell for row in sheet.iter_rows(first, first + part.rows - 1) for cell in row if cell.hyperlink]
    assert len(links) == {"appeals": 6, "monitoring": 6, "work": 11, "lowest": 10}[name]


def test_the_lowest_teachers_have_a_native_trend_each(built: bytes) -> None:
    part = zipfile.ZipFile(io.BytesIO(built)).read("xl/worksheets/sheet1.xml").decode()
    row = summary_charts.trends_row() + 1
    assert part.count("<x14:sparkline>") == LOWEST_SHOWN
    assert f"'Данные сводки'!B{row}:M{row}" in part


def test_every_chart_says_in_words_what_it_shows(built: bytes) -> None:
    drawing = zipfile.ZipFile(io.BytesIO(built)).read("xl/drawings/drawing1.xml").decode()
    assert drawing.count('descr="') >= len(PLACES)
    assert 'descr=""' not in drawing


def test_every_block_of_data_has_its_native_chart(built: bytes) -> None:
    found = charts(built)
    assert len(found) == len(PLACES) == len(summary_charts.BLOCKS)
    for block, row in zip(summary_charts.BLOCKS, summary_charts.first_rows().values(), strict=True):
        values = f"'Данные сводки'!$B${row + 2}:$B${row + 1 + block.rows}"
        assert [chart for chart in found if values in chart]


def test_charts_leave_out_hidden_rows(built: bytes) -> None:
    assert all('<c:plotVisOnly val="1"/>' in chart for chart in charts(built))


def test_the_data_of_the_charts_is_hidden_and_headed(built: bytes) -> None:
    data = openpyxl.load_workbook(io.BytesIO(built))["Данные сводки"]
    assert data.sheet_state == "hidden"
    for block, row in zip(summary_charts.BLOCKS, summary_charts.first_rows().values(), strict=True):
        assert tuple(cell.value for cell in data[row + 1][: len(block.heads)]) == block.heads


def test_series_differ_in_grey_print() -> None:
    colours = [fill["fill"]["color"] for fill in FILLS if "fill" in fill]
    assert abs(lightness(colours[0]) - lightness(colours[1])) > 0.3
    assert "pattern" in FILLS[2]


def test_marks_follow_the_sign_and_not_the_colour(sheet: Worksheet) -> None:
    formulas = {formula for marks in sheet.conditional_formatting for rule in marks.rules for formula in rule.formula}
    for state in (palette.GOOD, palette.WARNING, palette.BAD):
        assert any(state.sign in formula for formula in formulas)


def lightness(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
