import datetime as dt

import openpyxl

from wg_excel.domain.schema import Kind
from wg_excel.domain.settings import declared, in_cell

FIRST, VALUE = 6, "C"


def test_each_setting_stands_in_its_row_with_its_default(workbook: openpyxl.Workbook) -> None:
    sheet = workbook["Настройки"]
    for row, (name, setting, default) in enumerate(declared(), FIRST):
        assert sheet[f"B{row}"].value == setting.title
        shown = default if isinstance(default, dt.time) else in_cell(default)
        assert name == "school" or (sheet[f"{VALUE}{row}"].value or "") == (shown or "") or shown == 0


def test_the_value_of_a_setting_is_let_in_by_what_it_holds(workbook: openpyxl.Workbook) -> None:
    expected = {Kind.TEXT: "textLength", Kind.FIO: "textLength", Kind.DATE: "date"}
    expected |= {Kind.INTEGER: "whole", Kind.NUMBER: "decimal", Kind.TIME: "time", Kind.TERM: "textLength"}
    rules = workbook["Настройки"].data_validations.dataValidation
    for row, (_, setting, _) in enumerate(declared(), FIRST):
        (rule,) = [rule for rule in rules if f"{VALUE}{row}" in rule.sqref]
        assert rule.type == ("list" if setting.choices else expected[setting.kind]), setting.title


def test_the_words_of_a_setting_are_offered(workbook: openpyxl.Workbook) -> None:
    lists = [rule.formula1 for rule in workbook["Настройки"].data_validations.dataValidation if rule.type == "list"]
    assert '"Календарные,Учебные"' in lists
