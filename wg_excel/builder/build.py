"""Build the master workbook from the domain's schema; the same sources give the same bytes."""

import datetime as dt
import io
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from wg_excel.builder import (
    composition_sheet,
    config_sheet,
    gaps_sheet,
    macros,
    participation_sheet,
    period_sheet,
    protocol_template,
    report_template,
    summary_sheet,
    weeks_sheet,
)
from wg_excel.builder.config_sheet import Interpreters
from wg_excel.builder.facts_sheets import FACTS, add_facts_sheet
from wg_excel.builder.first_rows import first_rows
from wg_excel.builder.formats import Formats
from wg_excel.builder.lists_sheet import add_lists_sheet
from wg_excel.builder.names import define_names
from wg_excel.builder.row_heights import let_rows_grow
from wg_excel.builder.settings_sheet import add_settings_sheet
from wg_excel.builder.sheets import SHEETS
from wg_excel.builder.table_sheet import add_table_sheet
from wg_excel.builder.thresholds import define_thresholds
from wg_excel.domain.appeals.appeal_lines import JournalLine, StatisticsLine
from wg_excel.domain.members import participation
from wg_excel.domain.members.composition_lines import CompositionLine
from wg_excel.domain.monitoring import lesson_gaps, weekly
from wg_excel.domain.records import RECORDS
from wg_excel.domain.schema import Record
from wg_excel.vba.project import vba_project
from wg_excel.vba.ribbon import add_ribbon

TITLE = "Рабочая группа по электронному журналу «ЭлЖур»"
CREATED = dt.datetime(2026, 9, 1)  # noqa: DTZ001 - a fixed day, written as it stands
OPTIONS = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False}

ANYWHERE = Interpreters()
Adder = Callable[[xlsxwriter.Workbook, Formats], object]


def build(path: Path, *, school: str = "", interpreters: Interpreters = ANYWHERE) -> None:
    """Write a new master workbook (.xlsm) to `path`, empty but for lists, settings and the calendar."""
    path.write_bytes(workbook_bytes(school=school, interpreters=interpreters))


def workbook_bytes(*, school: str = "", interpreters: Interpreters = ANYWHERE) -> bytes:
    """Return the file of a new master workbook."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIONS) as workbook:
        workbook.set_properties({"title": TITLE, "author": "", "created": CREATED})
        workbook.set_size(2400, 1400)
        workbook.set_tab_ratio(80)
        _add_sheets(workbook, _adders(school, interpreters))
        define_names(workbook)
        define_thresholds(workbook)
        _add_macros(workbook)
    return add_ribbon(let_rows_grow(buffer.getvalue()), macros.ribbon())


def _add_sheets(workbook: xlsxwriter.Workbook, adders: Mapping[str, Adder]) -> None:
    style = Formats(workbook)
    for plan in SHEETS:
        if plan.name in adders:
            adders[plan.name](workbook, style)
    plans = {plan.name: plan for plan in SHEETS}
    for sheet in workbook.worksheets():
        sheet.set_vba_name(plans[sheet.get_name()].code_name)
        sheet.set_tab_color(plans[sheet.get_name()].tab)


def _adders(school: str, interpreters: Interpreters) -> dict[str, Adder]:
    """Return what adds each sheet; sheets of records need no more than their record classes."""
    rows = first_rows(school)
    adders: dict[str, Adder] = {}
    for name in dict.fromkeys(record.table.sheet for record in RECORDS):
        adders[name] = partial(add_table_sheet, records=_records_of(name), rows=rows)
    return adders | {
        "Настройки": partial(add_settings_sheet, records=_records_of("Настройки"), rows=rows),
        CompositionLine.table.sheet: partial(composition_sheet.add, rows=rows),
        **{one.table.sheet: partial(period_sheet.add, record=one, rows=rows) for one in (JournalLine, StatisticsLine)},
        "Справочники": add_lists_sheet,
        summary_sheet.SHEET: summary_sheet.add,
        protocol_template.SHEET: protocol_template.add,
        lesson_gaps.SHEET: gaps_sheet.add,
        weekly.SHEET: weeks_sheet.add,
        participation.SHEET: participation_sheet.add,
        report_template.SHEET: report_template.add,
        summary_sheet.DATA_SHEET: summary_sheet.add_data,
        **{name: partial(add_facts_sheet, name=name) for name in FACTS},
        config_sheet.SHEET: partial(config_sheet.add_config_sheet, chosen=interpreters),
    }


def _records_of(sheet: str) -> list[type[Record]]:
    return [record for record in RECORDS if record.table.sheet == sheet]


def _add_macros(workbook: xlsxwriter.Workbook) -> None:
    workbook.set_vba_name(macros.WORKBOOK_MODULE)
    project = vba_project(macros.modules(_code_names(workbook.worksheets())))
    workbook.add_vba_project(io.BytesIO(project), is_stream=True)


def _code_names(sheets: Iterable[Worksheet]) -> list[str]:
    return [sheet.vba_codename for sheet in sheets]
