"""Records as rows of cells: what a cell takes for a day, a time or nothing."""

import datetime as dt

from wg_excel.book.blocks import Cell
from wg_excel.domain.schema import Record


def cells_of(record: Record) -> list[Cell]:
    """Return a record's values in the order of its columns, as the workbook takes them."""
    return [cell_of(getattr(record, column.name)) for column in record.table.columns]


def cell_of(value: object) -> Cell:
    """Return a value as a cell takes it: a day without time as a moment, a time as a part of a day, "" as nothing."""
    if isinstance(value, dt.time):
        return (value.hour * 60 + value.minute) / 1440
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return dt.datetime.combine(value, dt.time())
    return None if value == "" else value
