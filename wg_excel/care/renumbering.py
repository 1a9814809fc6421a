"""Give the next free number to a row of a copy whose number another thing already has, and to what refers to it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from wg_excel.care.content import RECORD_OF, Contents, Row, TableContent, Value, is_filled, shown
from wg_excel.care.differences import Key, RowOf, table_difference
from wg_excel.care.identity import Identity, identity, titled
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.meetings.meetings import AgendaItem
from wg_excel.domain.schema import Record
from wg_excel.domain.work.assignments import Assignment

_NUMBER = re.compile(r"(.*?)(\d+)(\D*)", re.DOTALL)
# What the schema's references cannot say: an item of an agenda is named by two cells; an appeal is named in the
# history of its states, which outlives it.
_NAMED_IN: dict[type[Record], tuple[type[Record], tuple[str, ...]]] = {
    AgendaItem: (Assignment, ("meeting", "item")),
    Appeal: (AppealState, ("appeal",)),
}


class Renumbered(NamedTuple):
    """A row of the copy that got another number."""

    label: str
    old: str
    new: str


def renumbered(a: Contents, b: Contents) -> tuple[Contents, tuple[Renumbered, ...]]:
    """Return B with free numbers for the rows whose number is another thing's in A, and what was renumbered.

    A row that A already has under another number gets that one, so that merging again adds nothing.
    """
    said: list[Renumbered] = []
    for record in RECORD_OF.values():
        mine, theirs = a.table(record.table.name), b.table(record.table.name)
        if not identity(record).story or record.table.generated or not mine or not theirs:
            continue
        moves = dict(_moves(record, mine, theirs, _named(record, a, b)))
        b = with_numbers(b, record, moves)
        said += (Renumbered(mine.label, " · ".join(old), " · ".join(new)) for old, new in moves.items())
    return b, tuple(said)


def with_numbers(contents: Contents, record: type[Record], moves: Mapping[Key, Key]) -> Contents:
    """Return the contents with other keys for rows of a record and in every cell that refers to them."""
    places = [(record.table.name, titled(record, identity(record).key)), *_references(record)]
    for name, titles in places if moves else ():
        table = contents.table(name)
        if table and set(titles) <= set(table.titles):
            moved = _moved(table, titles, moves)
            contents = contents.with_tables(moved if each is table else each for each in contents.tables)
    return contents


def next_free(number: str, taken: Collection[str]) -> str:
    """Return the first number after `number` that is not taken, in the same form: 2026-015 leads to 2026-016."""
    found = _NUMBER.fullmatch(number)
    head, digits, tail = found.groups() if found else (f"{number}-", "1", "")
    later = (f"{head}{n:0{len(digits)}}{tail}" for n in count(int(digits) + 1))
    return next(candidate for candidate in later if candidate not in taken)


def _moves(record: type[Record], a: TableContent, b: TableContent, named: set[Key]) -> Iterator[tuple[Key, Key]]:
    declared = identity(record)
    titles = titled(record, declared.key)
    found = table_difference(a, b)
    taken = {_key(table.cells(row), titles) for table in (a, b) for row in table.rows} | named
    alone = list(found.only_a)
    for change in found.changed:
        if change.clash:
            old = _key(change.b.cells, titles)
            if twin := _twin(record, declared, change.b, alone):
                alone.remove(twin)
                new = _key(twin.cells, titles)
            else:
                new = (*old[:-1], next_free(old[-1], {key[-1] for key in taken if key[:-1] == old[:-1]}))
            taken.add(new)
            yield old, new


def _named(record: type[Record], *copies: Contents) -> set[Key]:
    """Return the keys named elsewhere: the history of states knows the numbers of deleted appeals too."""
    if record not in _NAMED_IN:
        return set()
    other, names = _NAMED_IN[record]
    titles = titled(other, names)
    tables = (table for copy in copies if (table := copy.table(other.table.name)) and set(titles) <= set(table.titles))
    return {_key(table.cells(row), titles) for table in tables for row in table.rows}


def _twin(record: type[Record], declared: Identity, row: RowOf, alone: Iterable[RowOf]) -> RowOf | None:
    """Return the row of A alone that tells the same as B's row, under another number of the same series."""
    story = titled(record, (declared.story,))[0]
    if not is_filled(row.cells.get(story)):
        return None
    same = titled(record, (*declared.key[:-1], declared.story, *declared.witnesses))
    wanted = _key(row.cells, same)
    return next((other for other in alone if _key(other.cells, same) == wanted), None)


def _key(cells: Mapping[str, Value], titles: Sequence[str]) -> Key:
    return tuple(shown(cells.get(title)).strip() for title in titles)


def _references(record: type[Record]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if identity(record).key == (record.table.key,):
        for other in RECORD_OF.values():
            for column in other.table.columns:
                if column.refers == record.table.name:
                    yield other.table.name, (column.title,)
    if record in _NAMED_IN:
        other, names = _NAMED_IN[record]
        yield other.table.name, titled(other, names)


def _moved(table: TableContent, titles: Sequence[str], moves: Mapping[Key, Key]) -> TableContent:
    where = [table.titles.index(title) for title in titles]
    return replace(table, rows=tuple(_renamed(row, where, moves) for row in table.rows))


def _renamed(row: Row, where: Sequence[int], moves: Mapping[Key, Key]) -> Row:
    new = moves.get(tuple(shown(row[n]).strip() for n in where))
    if new is None:
        return row
    cells = list(row)
    for n, text in zip(where, new, strict=True):
        cells[n] = float(text) if isinstance(cells[n], float) and text.isdecimal() else text
    return tuple(cells)
