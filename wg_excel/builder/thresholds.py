"""Marks of «Мониторинг»: percentages below the school's thresholds, which «Настройки» may change at any time."""

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from wg_excel.builder import palette
from wg_excel.builder.formats import Formats
from wg_excel.builder.layout import FIRST, LAST
from wg_excel.domain.monitoring.indicators import INDICATORS, OBSERVED, Indicator
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.settings import SettingLine, declared

# Found by the setting's title, so that sorting «Настройки» or adding a line changes nothing.
FORMULA = '=INDEX(tblSettings[{value}],MATCH("{title}",tblSettings[{name}],0))'
JUDGED = tuple(each for each in (*INDICATORS, *OBSERVED) if each.green)


def define_thresholds(workbook: xlsxwriter.Workbook) -> None:
    """Define a name for the value of each threshold: `set_topics_red`."""
    titles = {name: setting.title for name, setting, _ in declared()}
    value, title = (SettingLine.table.column(each).title for each in ("value", "title"))
    for threshold in dict.fromkeys(name for each in JUDGED for name in (each.green, each.red)):
        formula = FORMULA.format(value=value, name=title, title=titles[threshold])
        workbook.define_name(threshold_name(threshold), formula)


def threshold_name(setting: str) -> str:
    """Return the name of a setting's value in formulas."""
    return f"set_{setting}"


def mark_thresholds(sheet: Worksheet, style: Formats) -> None:
    """Mark each percentage that is low or below the norm, by sign and colour; a good one stays plain."""
    names = [column.name for column in MonitoringLine.table.columns]
    for indicator in JUDGED:
        place = names.index(f"{indicator.id}_percent")
        for threshold, state in ((indicator.red, palette.BAD), (indicator.green, palette.WARNING)):
            rule = {"criteria": _worse(indicator, threshold, place), "format": style.mark(state, signed=True)}
            sheet.conditional_format(FIRST, place, LAST, place, {"type": "formula", "stop_if_true": True, **rule})


def _worse(indicator: Indicator, threshold: str, place: int) -> str:
    cell = xl_rowcol_to_cell(FIRST, place)
    sign = ">" if indicator.less_is_better else "<"
    return f"=AND(ISNUMBER({cell}),{cell}{sign}{threshold_name(threshold)})"
