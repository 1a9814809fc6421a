"""Say how two copies of a workbook differ: rows of one only, cells that changed, table by table."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from wg_excel.care.content import RECORD_OF, Contents, Row, TableContent, Value, is_filled, shown
from wg_excel.care.identity import identity, titled
from wg_excel.care.likeness import are_two_things
from wg_excel.domain.schema import Record

Key = tuple[str, ...]


class RowOf(NamedTuple):
    """A row: its place below the headings (0 the first), its key in words, its values by heading."""

    place: int
    key: str
    cells: dict[str, Value]


class CellChange(NamedTuple):
    """A cell that the copies fill differently."""

    title: str
    a: Value
    b: Value


@dataclass(frozen=True)
class RowChange:
    """A row of both copies whose cells differ; `clash` when they look like two things under one number."""

    a: RowOf
    b: RowOf
    cells: tuple[CellChange, ...]
    clash: bool = False


@dataclass(frozen=True)
class TableDifference:
    """How one table differs; columns are those that only one copy has."""

    name: str
    label: str
    only_a: tuple[RowOf, ...] = ()
    only_b: tuple[RowOf, ...] = ()
    changed: tuple[RowChange, ...] = ()
    columns_a: tuple[str, ...] = ()
    columns_b: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.only_a, self.only_b, self.changed, self.columns_a, self.columns_b))


def differences(a: Contents, b: Contents) -> tuple[TableDifference, ...]:
    """Compare the tables of two copies; only those that differ are returned, in the order of A."""
    names = dict.fromkeys(table.name for table in (*a.tables, *b.tables))
    compared = (table_difference(_table(a, b, name), _table(b, a, name)) for name in names)
    return tuple(filter(None, compared))


def table_difference(a: TableContent, b: TableContent) -> TableDifference:
    """Compare one table of two copies by its key; without one by whole rows, in the columns that both have."""
    shared = frozenset(a.titles) & frozenset(b.titles)
    rows_a, rows_b = _by_key(a, shared), _by_key(b, shared)
    record = RECORD_OF.get(a.name)
    only_a: list[RowOf] = []
    only_b: list[RowOf] = []
    changed: list[RowChange] = []
    for key in dict.fromkeys((*rows_a, *rows_b)):
        left_a, left_b = _without_equal(rows_a.get(key, []), rows_b.get(key, []))
        changed += (_change(record, one, other) for one, other in zip(left_a, left_b, strict=False))
        only_a += left_a[len(left_b) :]
        only_b += left_b[len(left_a) :]
    return TableDifference(
        a.name,
        a.label,
        tuple(only_a),
        tuple(only_b),
        tuple(changed),
        tuple(title for title in a.titles if title not in b.titles) if b.titles else (),
        tuple(title for title in b.titles if title not in a.titles) if a.titles else (),
    )


def _table(copy: Contents, other: Contents, name: str) -> TableContent:
    found = copy.table(name)
    if found:
        return found
    known = other.table(name)
    assert known, name
    return TableContent(name, known.sheet, (), ())


def row_keys(table: TableContent) -> set[str]:
    """Return the keys of a table's rows, in words."""
    return {row.key for rows in _by_key(table, frozenset(table.titles)).values() for row in rows}


def _by_key(table: TableContent, shared: Collection[str]) -> dict[Key, list[RowOf]]:
    titles = _key_titles(table)
    rows: dict[Key, list[RowOf]] = defaultdict(list)
    for place, row in enumerate(table.rows):
        if any(map(is_filled, row)):
            found = _row_of(table, place, row, titles)
            key = tuple(shown(found.cells[title]).strip() for title in titles)
            rows[key if any(key) else _whole(found, shared)].append(found)
    return rows


def _row_of(table: TableContent, place: int, row: Row, titles: Iterable[str]) -> RowOf:
    cells = table.cells(row)
    words = filter(None, (shown(cells[title]).strip() for title in titles))
    return RowOf(place, " · ".join(words) or _summary(cells.values()), cells)


def _key_titles(table: TableContent) -> tuple[str, ...]:
    record = RECORD_OF.get(table.name)
    titles = titled(record, identity(record).key)
    return titles if set(titles) <= set(table.titles) else ()


def _summary(values: Iterable[Value]) -> str:
    words = [shown(value) for value in values if is_filled(value)]
    return " · ".join(word if len(word) <= 40 else f"{word[:39]}…" for word in words[:4])


def _whole(row: RowOf, titles: Collection[str]) -> Key:
    # The blank first part keeps whole rows apart from keys.
    filled = sorted((title, shown(row.cells[title])) for title in titles if is_filled(row.cells.get(title)))
    return ("", *(text for cell in filled for text in cell))


def _without_equal(a: list[RowOf], b: list[RowOf]) -> tuple[list[RowOf], list[RowOf]]:
    """Return the rows of both that have no equal on the other side."""
    return list(_unmatched(a, b)), list(_unmatched(b, a))


def _unmatched(rows: list[RowOf], others: list[RowOf]) -> Iterator[RowOf]:
    free = Counter(_whole(other, other.cells) for other in others)
    for row in rows:
        whole = _whole(row, row.cells)
        if free[whole]:
            free[whole] -= 1
        else:
            yield row


def _change(record: type[Record] | None, a: RowOf, b: RowOf) -> RowChange:
    titles = dict.fromkeys((*a.cells, *b.cells))
    cells = (CellChange(title, a.cells.get(title), b.cells.get(title)) for title in titles)
    differing = tuple(cell for cell in cells if shown(cell.a) != shown(cell.b))
    return RowChange(a, b, differing, are_two_things(record, a.cells, b.cells))
