"""The JSON of the commands that care for a workbook."""

import datetime as dt
from collections.abc import Iterable

from wg_excel.care.content import Value
from wg_excel.care.copies import Compared
from wg_excel.care.differences import RowChange, RowOf, TableDifference
from wg_excel.care.merging import Merge
from wg_excel.care.restoring import Changed, Listed

Json = dict[str, object]


def backup(each: Listed) -> Json:
    """Return a backup; its `id` is what `restore` takes."""
    return {
        "number": each.number,
        "id": each.backup.key,
        "when": each.backup.when.isoformat(),
        "size": each.size,
        "file": str(each.backup.path),
    }


def changed(each: Changed) -> Json:
    """Return a backup with what changed after it; null where that cannot be read."""
    tables = None if each.tables is None else [_counts(table) for table in each.tables]
    return {**backup(each.listed), "changes": tables}


def compared(found: Compared) -> Json:
    """Return how two copies differ."""
    return {"a": str(found.a), "b": str(found.b), "tables": [_table(table) for table in found.tables]}


def merged(done: Merge) -> Json:
    """Return what a merge did."""
    tables = [
        {
            "table": table.name,
            "sheet": table.label,
            "appended": _rows(table.appended),
            "replaced": _changes(table.replaced),
            "kept": _changes(table.kept),
            "filled": _changes(table.filled),
        }
        for table in done.tables
    ]
    numbers = [each._asdict() for each in done.renumbered]
    left = {"tables_left": list(done.tables_left), "sheets_left": list(done.sheets_left)}
    return {"tables": tables, "renumbered": numbers, **left}


def _counts(table: TableDifference) -> Json:
    return {
        "table": table.name,
        "sheet": table.label,
        "added": len(table.only_b),
        "removed": len(table.only_a),
        "changed": len(table.changed),
    }


def _table(table: TableDifference) -> Json:
    return {
        "table": table.name,
        "sheet": table.label,
        "only_a": _rows(table.only_a),
        "only_b": _rows(table.only_b),
        "changed": _changes(table.changed),
        "columns_a": list(table.columns_a),
        "columns_b": list(table.columns_b),
    }


def _rows(rows: Iterable[RowOf]) -> list[Json]:
    return [
        {"key": row.key, "cells": {title: _value(value) for title, value in row.cells.items() if value is not None}}
        for row in rows
    ]


def _changes(changes: Iterable[RowChange]) -> list[Json]:
    return [
        {
            "key": change.a.key,
            "clash": change.clash,
            "cells": [{"column": cell.title, "a": _value(cell.a), "b": _value(cell.b)} for cell in change.cells],
        }
        for change in changes
    ]


def _value(value: Value) -> str | float | bool | None:
    return value.isoformat() if isinstance(value, dt.datetime) else value
