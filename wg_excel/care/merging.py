"""Decide how a copy B flows into a workbook A so that no row of either is lost."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wg_excel.care.content import FACTS, LIST_OF, RECORD_OF, Contents, is_filled
from wg_excel.care.differences import CellChange, RowChange, RowOf, TableDifference, differences, row_keys
from wg_excel.care.failures import UnknownRow
from wg_excel.care.preference import Preference
from wg_excel.care.renumbering import Renumbered, renumbered
from wg_excel.domain.history import HistoryEntry
from wg_excel.domain.imported.imports import Import


@dataclass(frozen=True)
class TableMerge:
    """What a merge does to one table of A: rows of B appended, rows replaced by B's, rows kept though B differs.

    `filled` are rows that get what stands in columns of B alone.
    """

    name: str
    label: str
    appended: tuple[RowOf, ...] = ()
    replaced: tuple[RowChange, ...] = ()
    kept: tuple[RowChange, ...] = ()
    filled: tuple[RowChange, ...] = ()

    def __bool__(self) -> bool:
        return any((self.appended, self.replaced, self.kept, self.filled))


@dataclass(frozen=True)
class Merge:
    """A merge: its tables, the numbers given anew, and what only B has and only a person can carry over."""

    tables: tuple[TableMerge, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()
    tables_left: tuple[str, ...] = ()
    sheets_left: tuple[str, ...] = ()

    def count(self, part: str) -> int:
        """Count the rows appended, replaced, kept or filled."""
        return sum(len(getattr(table, part)) for table in self.tables)


def plan_merge(a: Contents, b: Contents, preference: Preference) -> Merge:
    """Return what merging B into A does.

    Rows of B alone are appended; differing rows stay as in A unless preferred from B; a number that two things
    share is given anew to B's, and what refers to it follows. What buttons build again is left as it is.
    Raise UnknownTable or UnknownRow for a preference that names neither.
    """
    chosen = preference.for_tables(a.tables)
    theirs, numbers = renumbered(a, b)
    _refuse_unknown(chosen, b, theirs)
    found = [each for each in differences(a, theirs) if is_merged(each.name)]
    here = [each for each in found if a.table(each.name)]
    return Merge(
        tuple(filter(None, (_table_merge(each, chosen) for each in here))),
        numbers,
        tuple(each.label for each in found if each not in here),
        tuple(_sheets_left(a, b)),
    )


def is_merged(name: str) -> bool:
    """Tell whether a table's rows are entries to be kept: not facts, not what the program or a button makes."""
    if name in FACTS or (name in LIST_OF and LIST_OF[name].fixed):
        return False
    record = RECORD_OF.get(name)
    return record in {None, Import, HistoryEntry} or not (record and record.table.generated)


def _table_merge(found: TableDifference, chosen: Preference) -> TableMerge:
    shared = [replace(change, cells=cells) for change in found.changed if (cells := _both_have(found, change))]
    new = [replace(change, cells=cells) for change in found.changed if (cells := _only_b_has(found, change))]
    pairs = [(change, chosen.takes_b(found.name, change.b.key)) for change in shared]
    return TableMerge(
        found.name,
        found.label,
        found.only_b,
        tuple(change for change, taken in pairs if taken),
        tuple(change for change, taken in pairs if not taken),
        tuple(new),
    )


def _both_have(found: TableDifference, change: RowChange) -> tuple[CellChange, ...]:
    """Return the differing cells of columns that both copies have: B says nothing of A's own columns."""
    return tuple(cell for cell in change.cells if cell.title not in {*found.columns_a, *found.columns_b})


def _only_b_has(found: TableDifference, change: RowChange) -> tuple[CellChange, ...]:
    return tuple(cell for cell in change.cells if cell.title in found.columns_b and is_filled(cell.b))


def _refuse_unknown(chosen: Preference, *copies: Contents) -> None:
    """Raise UnknownRow for a chosen row that the copy has neither under its old nor under its new number."""
    for each in chosen.chosen:
        tables = [table for copy in copies if (table := copy.table(each.table))]
        if each.key and not any(each.key in row_keys(table) for table in tables):
            raise UnknownRow(each.key, tables[0].label if tables else each.table)


def _sheets_left(a: Contents, b: Contents) -> Iterator[str]:
    with_tables = {table.sheet for table in b.tables}
    return (sheet for sheet in b.sheets if sheet not in a.sheets and sheet not in with_tables)
