import io
import zipfile

import pytest
import xlsxwriter

from wg_excel.builder import weeks_sheet
from wg_excel.builder.formats import Formats
from wg_excel.builder.thresholds import define_thresholds
from wg_excel.domain.monitoring.weekly import ROWS


@pytest.fixture(scope="module")
def part() -> str:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as workbook:
        weeks_sheet.add(workbook, Formats(workbook))
        define_thresholds(workbook)
    return zipfile.ZipFile(buffer).read("xl/worksheets/sheet1.xml").decode()


def test_every_line_has_a_native_sparkline_over_its_weeks(part: str) -> None:
    assert part.count("<x14:sparkline>") == ROWS
    assert "<xm:f>'По неделям'!E6:AR6</xm:f><xm:sqref>D6</xm:sqref>" in part


def test_the_heat_is_a_colour_scale_and_signs_that_need_no_colour(part: str) -> None:
    assert part.count("<colorScale>") == 1
    assert "C6&lt;set_homework_red" in part
    assert "C6&lt;set_homework_green" in part
