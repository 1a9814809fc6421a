import openpyxl

from wg_excel.builder.layout import HEADING, LAST
from wg_excel.builder.lists_sheet import NAME
from wg_excel.domain.lists import ALL_LISTS, RATINGS, ClosedList

from .reading import corners

EXTENSIBLE = [closed for closed in ALL_LISTS if not closed.fixed]
FIXED = [closed for closed in ALL_LISTS if closed.fixed]


def places(workbook: openpyxl.Workbook, lists: list[ClosedList]) -> set[int]:
    """Return the columns of some lists."""
    return {corners(workbook[NAME], closed.name)[0] for closed in lists}


def test_each_closed_list_is_a_table_of_its_values(workbook: openpyxl.Workbook) -> None:
    sheet = workbook[NAME]
    for closed in ALL_LISTS:
        left, top, _, bottom = corners(sheet, closed.name)
        found = [sheet.cell(row, left).value for row in range(top, bottom + 1)]
        assert [str(value) for value in found] == [closed.title, *closed.values]


def test_lists_that_a_school_may_extend_stand_first(workbook: openpyxl.Workbook) -> None:
    assert max(places(workbook, EXTENSIBLE)) < min(places(workbook, FIXED))


def test_a_fixed_list_refuses_to_be_changed_and_another_does_not(workbook: openpyxl.Workbook) -> None:
    rules = workbook[NAME].data_validations.dataValidation
    refused = [part for rule in rules for part in rule.sqref.ranges]
    assert {part.min_col for part in refused} == places(workbook, FIXED)
    assert {part.max_row for part in refused} == {LAST + 1}


def test_marks_and_scores_are_numbers_as_typing_makes_them(workbook: openpyxl.Workbook) -> None:
    (left,) = places(workbook, [RATINGS])
    assert [workbook[NAME].cell(row, left).value for row in range(HEADING + 2, HEADING + 7)] == [1, 2, 3, 4, 5]
