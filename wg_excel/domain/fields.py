"""Read a table: rows of cell values become records and findings, driven by the schema."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from wg_excel.domain.columns import Reading, reader
from wg_excel.domain.findings import Finding, Severity
from wg_excel.domain.language.texts import fold, folded_key, nearest
from wg_excel.domain.rules.cells import Cell, CellFinding, RepeatedKey, RequiredBlank
from wg_excel.domain.rules.headings import HeadingMissing, HeadingRepeated
from wg_excel.domain.schema import Column, Record, Table

R = TypeVar("R", bound=Record)


def parse_table(
    record: type[R],
    titles: Sequence[object],
    rows: Sequence[Sequence[object]],
    first_row: int,
    lists: Mapping[str, tuple[str, ...]],
) -> tuple[tuple[R, ...], tuple[Finding, ...]]:
    """Read the rows of a table under the headings found in the sheet; rows without any known value are skipped.

    `rows` are raw cell values (str, float, bool, datetime, None), `first_row` is the sheet's row of the first,
    `lists` the closed lists by name with the school's own values. Columns may be moved, added or missing.
    """
    positions, findings = find_columns(record.table, titles)
    columns = tuple(column for column in record.table.columns if column.name in positions)
    # A value is read once, however often the column repeats it: speed, and shared texts.
    readers = [lru_cache(maxsize=None, typed=True)(reader(column, lists)) for column in columns]
    order = [positions[column.name] for column in columns]
    unread = frozenset(column.name for column in record.table.columns) - frozenset(positions)
    made: list[R] = []
    for number, row in enumerate(rows, first_row):
        values = [row[position] for position in order]
        if not any(map(_is_filled, values)):
            continue
        readings = [read(value) for read, value in zip(readers, values, strict=True)]
        slips = _slips(record.table, columns, readings, number) if any(slips for _, slips in readings) else ()
        findings += slips
        faults = unread | _faults(record.table, slips)
        attributes: dict[str, Any] = {column.name: value for column, (value, _) in zip(columns, readings, strict=True)}
        attributes |= {"row": number, "faults": faults}
        made.append(record.from_values(attributes))
    return tuple(made), (*findings, *_repeated(record.table, made))


def find_columns(table: Table, titles: Sequence[object]) -> tuple[dict[str, int], list[Finding]]:
    """Return the position of each column of the schema by its English name, and what is wrong with the headings."""
    folded = [_heading(title) for title in titles]
    wanted = {_heading(column.title): column for column in table.columns}
    positions: dict[str, int] = {}
    findings: list[Finding] = []
    for position, heading in enumerate(folded):
        column = wanted.get(heading)
        if column and column.name in positions:
            findings.append(HeadingRepeated(table, column.title))
        elif column:
            positions[column.name] = position
    strangers = tuple(str(title) for title, heading in zip(titles, folded, strict=True) if heading not in wanted)
    findings += (
        HeadingMissing(table, column, nearest(column.title, strangers))
        for column in table.columns
        if column.name not in positions
    )
    return positions, findings


def _heading(title: object) -> str:
    return fold(str(title)).rstrip(" *:") if title is not None else ""


def _is_filled(value: object) -> bool:
    return value is not None and not (isinstance(value, str) and not value.strip())


def _slips(table: Table, columns: Sequence[Column], readings: Sequence[Reading], row: int) -> tuple[CellFinding, ...]:
    values = ((column.name, value) for column, (value, _) in zip(columns, readings, strict=True))
    key = next((str(value) for name, value in values if name == table.key), "")
    return tuple(
        slip(Cell(table, column, row, key))
        for column, (_, slips) in zip(columns, readings, strict=True)
        for slip in slips
    )


def _faults(table: Table, slips: Sequence[CellFinding]) -> frozenset[str]:
    """Return the columns whose cell could not be read; a blank one was read."""
    if not slips:
        return frozenset()
    names = {column.title: column.name for column in table.columns}
    return frozenset(
        names[slip.place.column]
        for slip in slips
        if slip.weight is Severity.ERROR and not isinstance(slip, RequiredBlank)
    )


def _repeated(table: Table, records: Sequence[Record]) -> Iterator[Finding]:
    for column in table.columns:
        if not column.unique:
            continue
        first: dict[str, int] = {}
        for record in records:
            value = str(getattr(record, column.name) or "")
            row = first.setdefault(folded_key(value), record.row)
            if value and row != record.row:
                yield RepeatedKey(Cell(table, column, record.row, _key(record)), value, row)


def _key(record: Record) -> str:
    return str(getattr(record, record.table.key)) if record.table.key else ""
