"""Corrections that nobody need think about, table by table, and which of them the history can take back."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from wg_excel.domain.columns import shown_value, time_of_value
from wg_excel.domain.fields import find_columns
from wg_excel.domain.findings import Place
from wg_excel.domain.imported.column_mappings import ColumnMapping
from wg_excel.domain.imported.name_decisions import NameDecision
from wg_excel.domain.language.texts import fold, quoted
from wg_excel.domain.members.members import Member
from wg_excel.domain.mending import Value, mender
from wg_excel.domain.records import RECORDS
from wg_excel.domain.rules.cells import Cell
from wg_excel.domain.schema import Column, Kind, Record
from wg_excel.domain.settings import RuleWeight, SettingLine
from wg_excel.domain.staff.teachers import Teacher

CORRECT = "Исправить очевидное"
UNDO = "Отменить исправления"
PEOPLE: Mapping[str, type[Record]] = {"tblMembers": Member, "tblTeachers": Teacher}
# The spelling in an export is what a mapping or a decision is about; settings belong to the program.
LEFT_ALONE = frozenset({ColumnMapping, NameDecision, SettingLine, RuleWeight})
CORRECTED = tuple(record for record in RECORDS if not record.table.generated and record not in LEFT_ALONE)
# How exports spell a name, right or wrong.
AS_TYPED = frozenset({("tblTeachers", "export_name")})


class Rows(NamedTuple):
    """A table as it stands in its sheet: headings, rows of raw cell values, the sheet's row of the first."""

    titles: Sequence[str]
    rows: Sequence[Sequence[object]]
    first_row: int


class Correction(NamedTuple):
    """One cell to correct; `why` is Russian."""

    cell: Cell
    old: str
    new: Value
    why: str

    @property
    def place(self) -> Place:
        """Return where it is."""
        return self.cell.place

    @property
    def became(self) -> str:
        """Return the new value as the sheet shows it."""
        return shown(self.cell.column, self.new)


class Change(NamedTuple):
    """A correction as the history keeps it; `label` names the row and the column."""

    when: dt.datetime
    address: str
    label: str
    was: str
    became: str


def corrections(tables: Mapping[type[Record], Rows], lists: Mapping[str, tuple[str, ...]]) -> tuple[Correction, ...]:
    """Return every correction that has one reading, in the order of the sheets and rows."""
    spellings = _spellings(tables, lists)
    return tuple(
        each for record in CORRECTED if record in tables for each in _of_table(record, tables[record], lists, spellings)
    )


def shown(column: Column, value: object) -> str:
    """Return a value as the history writes it: what «Стало» is compared with before it is taken back."""
    time = time_of_value(value) if column.kind is Kind.TIME and not isinstance(value, str) else None
    if time:
        return f"{time:%H:%M}"
    return value if isinstance(value, str) else shown_value(value)


def label(cell: Cell) -> str:
    """Return how the history names a cell: «№ 2026-014, „Дата“»."""
    return f"{cell.label}, {quoted(cell.column.title)}"


def last_changes(lines: Iterable[tuple[str, Change]]) -> tuple[Change, ...]:
    """Return the changes of the last press that is not taken back yet, from the history's (action, change) lines."""
    presses: dict[tuple[str, dt.datetime], list[Change]] = defaultdict(list)
    for action, change in lines:
        if action in {CORRECT, UNDO} and change.address:
            presses[action, change.when].append(change)
    taken_back = 0
    for (action, _), changes in reversed(presses.items()):
        if action == UNDO:
            taken_back += 1
        elif taken_back:
            taken_back -= 1
        else:
            return tuple(changes)
    return ()


def _of_table(
    record: type[Record], found: Rows, lists: Mapping[str, tuple[str, ...]], spellings: Mapping[str, str]
) -> list[Correction]:
    positions, _ = find_columns(record.table, found.titles)
    made: dict[tuple[int, str], Correction] = {}
    for column in record.table.columns:
        if column.name in positions and (record.table.name, column.name) not in AS_TYPED:
            names = spellings if _takes_names(record, column) else {}
            for row, old, new, why in _of_column(column, found, positions[column.name], lists, names):
                made[row, column.name] = Correction(Cell(record.table, column, row), old, new, why)
    key = positions.get(record.table.key)
    order = {column.name: n for n, column in enumerate(record.table.columns)}
    return [
        each._replace(cell=each.cell._replace(key=_key(found, key, each.cell.row, made.get((row, record.table.key)))))
        for (row, _), each in sorted(made.items(), key=lambda item: (item[0][0], order[item[0][1]]))
    ]


def _of_column(
    column: Column, found: Rows, position: int, lists: Mapping[str, tuple[str, ...]], names: Mapping[str, str]
) -> Iterator[tuple[int, str, Value, str]]:
    mend = lru_cache(maxsize=None)(mender(column, lists, names))
    for row, values in enumerate(found.rows, found.first_row):
        text = values[position]
        if isinstance(text, str) and text and (mended := mend(text)):
            yield row, text, mended.value, mended.why


def _key(found: Rows, position: int | None, row: int, correction: Correction | None) -> str:
    """Return the key of a row as it will read once everything is corrected."""
    if correction:
        return correction.became
    return shown_value(found.rows[row - found.first_row][position]) if position is not None else ""


def _takes_names(record: type[Record], column: Column) -> bool:
    if column.refers:
        return column.refers in PEOPLE
    return column.kind is Kind.FIO and not (record.table.name in PEOPLE and column.name == record.table.key)


def _spellings(tables: Mapping[type[Record], Rows], lists: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the names of members and teachers by their folded form; one that two people write differently is left."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    for record in PEOPLE.values():
        found = tables.get(record, Rows((), (), 0))
        column = record.table.column(record.table.key)
        position = find_columns(record.table, found.titles)[0].get(column.name)
        mend = mender(column, lists, {})
        for row in found.rows if position is not None else ():
            if isinstance(name := row[position or 0], str) and name.strip():
                mended = mend(name)
                known[fold(name)].add(str(mended.value) if mended else name)
    return {folded: names.pop() for folded, names in known.items() if len(names) == 1}
