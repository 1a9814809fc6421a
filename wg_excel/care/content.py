"""The tables of a workbook as plain values: what archives, comparisons and merges work on."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from wg_excel.domain.lists import ALL_LISTS
from wg_excel.domain.records import RECORDS
from wg_excel.domain.schema import Record

Value = str | float | bool | dt.datetime | None
Row = tuple[Value, ...]

ZERO_DAY = dt.date(1899, 12, 30)  # what a time of day has for its day in a sheet
FACTS = {
    "facts_lessons": "Загруженные уроки",
    "facts_entries": "Загруженный журнал изменений",
    "facts_figures": "Загруженные показатели",
    "facts_appeared": "Записи, появившиеся между выгрузками",
}
RECORD_OF: dict[str, type[Record]] = {record.table.name: record for record in RECORDS}
LIST_OF = {known.name: known for known in ALL_LISTS}
_SHARED_SHEETS = frozenset({"Настройки", "Календарь", "Справочники"})


@dataclass(frozen=True)
class TableContent:
    """One table: its name, its sheet, its headings and its rows, each as long as the headings."""

    name: str
    sheet: str
    titles: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def label(self) -> str:
        """Return what the user calls the table."""
        if self.name in FACTS:
            return FACTS[self.name]
        if self.name in LIST_OF:
            return f"{self.sheet}: {LIST_OF[self.name].title}"
        return f"{self.sheet} ({self.name})" if self.sheet in _SHARED_SHEETS else self.sheet

    def cells(self, row: Row) -> dict[str, Value]:
        """Return a row's values by heading."""
        return dict(zip(self.titles, row, strict=True))

    def ordered(self) -> Self:
        """Return the table with the program's columns first, in their order, and without blank rows."""
        record = RECORD_OF.get(self.name)
        known = [title for title in record.table.titles if title in self.titles] if record else []
        titles = (*known, *(title for title in self.titles if title not in known))
        where = [self.titles.index(title) for title in titles]
        rows = (tuple(row[n] for n in where) for row in self.rows if any(map(is_filled, row)))
        return replace(self, titles=titles, rows=tuple(rows))


@dataclass(frozen=True)
class Contents:
    """All tables of a workbook, and the names of its visible sheets."""

    tables: tuple[TableContent, ...]
    sheets: tuple[str, ...] = ()

    def table(self, name: str) -> TableContent | None:
        """Return the table of that name, None where there is none."""
        return next((table for table in self.tables if table.name == name), None)

    def with_tables(self, tables: Iterable[TableContent]) -> Self:
        """Return the contents with other tables."""
        return replace(self, tables=tuple(tables))


def is_filled(value: Value) -> bool:
    """Tell whether a cell holds something."""
    return value is not None and value != ""


def shown(value: Value) -> str:
    """Return a value as people read it: 3 for 3.0, 01.09.2026 for a day; the same text means the same value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ИСТИНА" if value else "ЛОЖЬ"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value).replace(".", ",")
    if isinstance(value, dt.datetime):
        return _moment(value)
    return value


def _moment(value: dt.datetime) -> str:
    if value.date() == ZERO_DAY:
        return f"{value:%H:%M:%S}".removesuffix(":00")
    return f"{value:%d.%m.%Y %H:%M:%S}".removesuffix(":00").removesuffix(" 00:00")
