import openpyxl

from wg_excel.domain.monitoring.indicators import INDICATORS, OBSERVED
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.settings import declared

TITLES = {name: setting.title for name, setting, _ in declared()}
JUDGED = [each for each in (*INDICATORS, *OBSERVED) if each.green]


def rules(workbook: openpyxl.Workbook) -> dict[str, list[str]]:
    """Return the formulas of the marks by the heading of their column."""
    sheet = workbook["Мониторинг"]
    return {
        str(sheet.cell(5, part.min_col).value): [rule.formula[0] for rule in each.rules]
        for each in sheet.conditional_formatting
        for part in each.sqref.ranges
    }


def test_a_percentage_is_marked_low_first_and_below_the_norm_next(workbook: openpyxl.Workbook) -> None:
    column = MonitoringLine.table.titles.index("Темы, %") + 1
    cell = workbook["Мониторинг"].cell(6, column).coordinate
    assert rules(workbook)["Темы, %"] == [
        f"AND(ISNUMBER({cell}),{cell}<set_topics_red)",
        f"AND(ISNUMBER({cell}),{cell}<set_topics_green)",
    ]


def test_where_less_is_better_more_is_marked(workbook: openpyxl.Workbook) -> None:
    assert all(">set_without_marks" in formula for formula in rules(workbook)["Без отметок, %"])


def test_every_indicator_is_judged(workbook: openpyxl.Workbook) -> None:
    assert set(rules(workbook)) == {MonitoringLine.table.column(f"{each.id}_percent").title for each in JUDGED}


def test_a_threshold_is_found_in_the_settings_by_its_title(workbook: openpyxl.Workbook) -> None:
    for name in {threshold for each in JUDGED for threshold in (each.green, each.red)}:
        formula = workbook.defined_names[f"set_{name}"].attr_text
        assert formula == f'INDEX(tblSettings[Значение],MATCH("{TITLES[name]}",tblSettings[Параметр],0))'
