"""Fill «Мониторинг»: one row a teacher × class × subject, and a line above on period, date and open names (B 5.2)."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import xlwings as xw

from wg_excel.book.blocks import write_block
from wg_excel.book.tables import find_table, write_rows
from wg_excel.domain.language.wording import counted
from wg_excel.domain.monitoring.indicator_lines import IndicatorLine
from wg_excel.domain.monitoring.monitoring import Monitoring
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine, lines
from wg_excel.domain.monitoring.taken_remarks import TakenRemark
from wg_excel.domain.schema import Kind

ABOVE_HEADINGS = 2  # rows from the headings up to the line under the sheet's instruction
NAMES_SHOWN = 5


def write_monitoring(book: xw.Book, monitoring: Monitoring, taken: Iterable[TakenRemark] = ()) -> None:
    """Replace the table «Мониторинг» and say above it what it covers."""
    columns = [column.name for column in MonitoringLine.table.columns]
    rows = [[_cell(getattr(line, name)) for name in columns] for line in lines(monitoring, taken)]
    write_rows(book, MonitoringLine, rows)
    corner = find_table(book, MonitoringLine).range
    if corner.row > ABOVE_HEADINGS:
        note = book.sheets[MonitoringLine.table.sheet].range((corner.row - ABOVE_HEADINGS, corner.column))
        write_block(book, note, [[described(monitoring)]])


def write_indicators(book: xw.Book, lines: list[list[Any]]) -> None:
    """Replace the table «Показатели»."""
    days = [place for place, column in enumerate(IndicatorLine.table.columns) if column.kind is Kind.DATE]
    for line in lines:
        for place in days:
            line[place] = _cell(line[place])
    write_rows(book, IndicatorLine, lines)


def described(monitoring: Monitoring) -> str:
    """Return the line above the table: period, day of counting, names that are counted to nobody, reports left out."""
    parts = [f"Период {monitoring.period}, посчитано на {monitoring.today:%d.%m.%Y}"]
    if monitoring.waiting:
        parts.append(_waiting(monitoring))
    if monitoring.left_out:
        periods = "; ".join(map(str, monitoring.left_out))
        parts.append(f"Не вошли отчёты за период, который выходит за этот: {periods}")
    parts += filter(None, (monitoring.difference, monitoring.rounding, monitoring.lacking))
    return ". ".join(parts) + "."


def _waiting(monitoring: Monitoring) -> str:
    names = [
        f"{waiting.match.spelling} ({counted(waiting.rows, 'строка', 'строки', 'строк')}, {waiting.match.kind.value})"
        for waiting in monitoring.waiting[:NAMES_SHOWN]
    ]
    more = len(monitoring.waiting) - len(names)
    rest = f" и ещё {more}" if more else ""
    return f"Не отнесены ни к кому: {', '.join(names)}{rest} — выберите педагога на листе «Имена в выгрузках»"


def _cell(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    return dt.datetime.combine(value, dt.time()) if isinstance(value, dt.date) else value
