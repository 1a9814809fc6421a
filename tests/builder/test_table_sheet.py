"""Every sheet of records, read back by openpyxl."""

import datetime as dt

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from wg_excel.builder.layout import HEADING, LAST, frozen_columns, width
from wg_excel.builder.validation import validation
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.records import RECORDS
from wg_excel.domain.schema import Record, Table
from wg_excel.domain.settings import DayOff, SchoolTerm
from wg_excel.domain.work.readiness import CONDITIONS

from .reading import column_of, corners

DEEP, SOFT = "FF2F4858", "FFDCE5EA"
every_record = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)


def left_of(sheet: Worksheet, table: Table) -> int:
    left, top, _, _ = corners(sheet, table.name)
    assert top == HEADING + 1
    return left


def validations_at(sheet: Worksheet, row: int, column: int) -> list[DataValidation]:
    cell = f"{get_column_letter(column)}{row}"
    return [each for each in sheet.data_validations.dataValidation if cell in each.sqref]


@every_record
def test_a_record_class_has_its_table_with_its_headings(workbook: openpyxl.Workbook, record: type[Record]) -> None:
    sheet = workbook[record.table.sheet]
    left = left_of(sheet, record.table)
    headings = [sheet.cell(HEADING + 1, left + n).value for n in range(len(record.table.columns))]
    assert tuple(headings) == record.table.titles
    assert tuple(sheet.tables[record.table.name].column_names) == record.table.titles


@every_record
def test_each_column_is_as_wide_as_the_schema_says(workbook: openpyxl.Workbook, record: type[Record]) -> None:
    sheet = workbook[record.table.sheet]
    for place, column in enumerate(record.table.columns, left_of(sheet, record.table)):
        assert column_of(sheet, place).width == pytest.approx(width(column) + 0.71, abs=0.01)


@every_record
def test_what_may_be_typed_is_limited_far_below_the_table(workbook: openpyxl.Workbook, record: type[Record]) -> None:
    sheet = workbook[record.table.sheet]
    for place, column in enumerate(record.table.columns, left_of(sheet, record.table)):
        rule = None if record.table.generated else validation(column, place - 1)
        for row in (HEADING + 2, LAST + 1) if column.name != "value" else ():
            assert len(validations_at(sheet, row, place)) == (1 if rule else 0), column.title


def test_a_drop_down_offers_its_list(workbook: openpyxl.Workbook) -> None:
    place = Appeal.table.titles.index("Статус") + 1
    (rule,) = validations_at(workbook["Обращения"], 100, place)
    assert (rule.type, rule.formula1, rule.allow_blank) == ("list", "ref_lstAppealStates", False)


@every_record
def test_a_sheet_opens_with_its_headings_in_sight_and_prints_on_a4(
    workbook: openpyxl.Workbook, record: type[Record]
) -> None:
    sheet = workbook[record.table.sheet]
    frozen = frozen_columns(record.table) if len(sheet.tables) == 1 else 0
    assert sheet.freeze_panes == f"{get_column_letter(frozen + 1)}{HEADING + 2}"
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.fitToWidth in {None, 2, 3}  # none is one page
    assert sheet.print_title_rows == f"${HEADING + 1}:${HEADING + 1}"


def test_a_required_column_is_told_by_a_dark_heading(workbook: openpyxl.Workbook) -> None:
    sheet = workbook["Заседания"]
    for place, column in enumerate(Meeting.table.columns, 1):
        expected = DEEP if column.required else SOFT
        assert sheet.cell(HEADING + 1, place).fill.start_color.rgb == expected, column.title


def test_generated_tables_ask_nothing_of_the_user(workbook: openpyxl.Workbook) -> None:
    assert workbook["Замечания"].cell(HEADING + 1, 1).fill.start_color.rgb == SOFT


@every_record
def test_a_column_keeps_its_format_below_the_table(workbook: openpyxl.Workbook, record: type[Record]) -> None:
    sheet = workbook[record.table.sheet]
    for place, column in enumerate(record.table.columns, left_of(sheet, record.table)):
        if column.name != "value":
            first = sheet.cell(HEADING + 2, place)
            assert column_of(sheet, place).number_format == first.number_format, column.title


def test_numbers_of_appeals_stay_text(workbook: openpyxl.Workbook) -> None:
    assert workbook["Обращения"]["A6"].number_format == "@"


def test_a_new_workbook_holds_the_calendar_and_the_conditions_but_no_entries(workbook: openpyxl.Workbook) -> None:
    assert [workbook["Готовность"].cell(row, 1).value for row in range(6, 14)] == list(CONDITIONS)
    assert workbook["Готовность"].tables["tblReadiness"].ref == "A5:F13"
    calendar = workbook["Календарь"]
    assert calendar.cell(6, left_of(calendar, SchoolTerm.table) + 1).value == dt.datetime(2026, 9, 1)  # noqa: DTZ001 - a cell has no zone
    assert calendar.cell(6, left_of(calendar, DayOff.table) + 2).value == "Каникулы"
    assert workbook["Обращения"].tables["tblAppeals"].ref == f"A5:{get_column_letter(len(Appeal.table.columns))}6"
    assert [cell.value for cell in workbook["Обращения"][6]] == [None] * len(Appeal.table.columns)


def test_tables_side_by_side_have_an_empty_column_between(workbook: openpyxl.Workbook) -> None:
    sheet = workbook["Календарь"]
    assert left_of(sheet, DayOff.table) == len(SchoolTerm.table.columns) + 2
