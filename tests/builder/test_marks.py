import openpyxl

from wg_excel.domain.records import RECORDS

ENTERED = {record.table.sheet for record in RECORDS if not record.table.generated}


def formulas(workbook: openpyxl.Workbook, sheet: str) -> dict[str, list[str]]:
    """Return the formulas of conditional formats by their range."""
    found = workbook[sheet].conditional_formatting
    return {str(each.sqref): [rule.formula[0] for rule in each.rules] for each in found}


def test_a_row_with_a_finding_is_marked_in_its_first_cell_and_in_the_very_cell(workbook: openpyxl.Workbook) -> None:
    assert formulas(workbook, "Явка") == {
        "A6:A5000": [
            'COUNTIFS(fnd_sheet,"Явка",fnd_row,ROW(),fnd_severity,"Ошибка")>0',
            'COUNTIFS(fnd_sheet,"Явка",fnd_row,ROW(),fnd_severity,"Предупреждение")>0',
        ],
        "A6:E5000": [
            'COUNTIFS(fnd_sheet,"Явка",fnd_row,ROW(),fnd_severity,"Ошибка",fnd_heading,A$5)>0',
            'COUNTIFS(fnd_sheet,"Явка",fnd_row,ROW(),fnd_severity,"Предупреждение",fnd_heading,A$5)>0',
        ],
    }


def test_every_sheet_that_the_user_fills_is_marked(workbook: openpyxl.Workbook) -> None:
    assert {sheet for sheet in ENTERED if formulas(workbook, sheet)} == ENTERED


def test_the_first_cell_shows_the_sign_of_the_severity_not_its_colour_alone(workbook: openpyxl.Workbook) -> None:
    (first,) = [each for each in workbook["Явка"].conditional_formatting if str(each.sqref) == "A6:A5000"]
    signs = [rule.dxf.numFmt.formatCode for rule in first.rules]
    assert [sign[1] for sign in signs] == ["■", "▲"]


def test_marks_read_the_table_of_findings(workbook: openpyxl.Workbook) -> None:
    names = {name: workbook.defined_names[name].attr_text for name in ("fnd_sheet", "fnd_row", "fnd_heading")}
    assert names == {
        "fnd_sheet": "tblFindings[Лист]",
        "fnd_row": "tblFindings[Строка]",
        "fnd_heading": "tblFindings[Столбец]",
    }
