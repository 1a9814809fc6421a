"""«Настройки»: the settings and the weights of rules side by side; each value is let in by its own kind."""

from collections.abc import Mapping, Sequence

import xlsxwriter

from wg_excel.builder.formats import Formats
from wg_excel.builder.layout import FIRST
from wg_excel.builder.table_sheet import Rows, add_table_sheet, write_value
from wg_excel.builder.validation import Rule, between, from_values, of_kind, titled
from wg_excel.domain.schema import Record
from wg_excel.domain.settings import Setting, SettingLine, declared

VALUE_TITLE = SettingLine.table.column("value").title
VALUE = SettingLine.table.titles.index(VALUE_TITLE)


def add_settings_sheet(
    workbook: xlsxwriter.Workbook, style: Formats, records: Sequence[type[Record]], rows: Mapping[type[Record], Rows]
) -> None:
    """Add the sheet; a setting's value is written and validated as what the setting holds."""
    sheet = add_table_sheet(workbook, style, records, rows, by_row={VALUE_TITLE})
    for row, (_, setting, _) in enumerate(declared(), FIRST):
        value = rows[SettingLine][row - FIRST][VALUE]
        write_value(sheet, row, VALUE, value, style.body(setting.kind, align="left", bold=True))
        sheet.data_validation(row, VALUE, row, VALUE, titled(setting.title, _rule(setting), setting.hint))


def _rule(setting: Setting) -> Rule:
    if setting.choices:
        return from_values(setting.choices)
    return of_kind(setting.kind) if setting.within is None else between(setting.kind, setting.within)
