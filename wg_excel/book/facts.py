"""Imported facts in the very hidden sheets of the workbook: plain tables, one row a fact (3-architecture 3.6)."""

from collections.abc import Callable, Sequence
from typing import Any

import xlwings as xw

from wg_excel.book import rollback
from wg_excel.book.blocks import FORMULA_SIGNS, find_sheet, inert
from wg_excel.domain.imported.facts import Appearance, Entry, Facts, Figure, Lesson

SHEETS: dict[str, type[tuple[Any, ...]]] = {
    "facts_lessons": Lesson,
    "facts_entries": Entry,
    "facts_figures": Figure,
    "facts_appeared": Appearance,
}
_READERS: dict[type, Callable[[Any], Any]] = {
    int: lambda value: int(value or 0),
    float: lambda value: float(value or 0),
    str: lambda value: "" if value is None else str(value),
}


def read_facts(book: xw.Book) -> Facts:
    """Read all facts; an empty sheet gives none."""
    return Facts(*(tuple(_read(book, name, fact)) for name, fact in SHEETS.items()))


def write_facts(book: xw.Book, facts: Facts) -> None:
    """Replace all facts, one block a sheet; undone when the button fails."""
    if rollback.is_on():
        old = read_facts(book)
        rollback.on_failure(lambda: write_facts(book, old))
    every = (facts.lessons, facts.entries, facts.figures, facts.appeared)
    for (name, fact), rows in zip(SHEETS.items(), every, strict=True):
        _write(find_sheet(book, name), fact, rows)


def _read(book: xw.Book, name: str, fact: type[tuple[Any, ...]]) -> list[Any]:
    block = find_sheet(book, name).used_range.raw_value
    if not isinstance(block, list | tuple) or len(block) < 2:
        return []
    columns = list(zip(*block[1:], strict=True))
    kinds = fact.__annotations__.values()
    read = [list(map(_READERS[kind], column)) for kind, column in zip(kinds, columns, strict=False)]
    return list(map(fact._make, zip(*read, strict=True)))  # type: ignore[attr-defined]


def _write(sheet: xw.Sheet, fact: type[tuple[Any, ...]], rows: Sequence[tuple[Any, ...]]) -> None:
    width = len(fact.__annotations__)
    standing = sheet.used_range.last_cell.row
    if standing > 1:
        sheet.range((2, 1), (standing, width)).clear_contents()
    if rows:
        sheet.range((2, 1), (1 + len(rows), width)).raw_value = _inert(fact, rows)


def _inert(fact: type[tuple[Any, ...]], rows: Sequence[tuple[Any, ...]]) -> Sequence[Sequence[Any]]:
    """Return the rows as the cells take them; a look at the texts alone spares half a million rows the rest."""
    columns = zip(fact.__annotations__.values(), zip(*rows, strict=True), strict=True)
    texts = {text for kind, column in columns if kind is str for text in set(column)}
    if not any(text[:1] in FORMULA_SIGNS for text in texts):
        return rows
    return [[inert(value) for value in row] for row in rows]
