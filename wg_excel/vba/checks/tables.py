"""The columns of every table are the texts of its heading cells, and tables keep apart."""

from collections.abc import Iterator
from itertools import combinations

from wg_excel.vba.package import Package

from .workbook import Table, row_texts, tables


def table_problems(package: Package) -> Iterator[str]:
    """Find columns that differ from their heading cells or repeat, and tables that overlap."""
    found = tables(package)
    for table in found:
        yield from _column_problems(package, table)
    for one, other in combinations(found, 2):
        if one.sheet == other.sheet and _overlap(one, other):
            yield f"{one.part}: table {one.name} overlaps {other.name}"


def _column_problems(package: Package, table: Table) -> Iterator[str]:
    width = table.right - table.left + 1
    if width != len(table.columns):
        yield f"{table.part}: table {table.name} is {width} cells wide but has {len(table.columns)} columns"
    if len({column.casefold() for column in table.columns}) < len(table.columns):
        yield f"{table.part}: table {table.name} has two columns of one name"
    if len(set(table.column_ids)) < len(table.column_ids):
        yield f"{table.part}: table {table.name} has two columns of one id"
    if table.bottom <= table.top:
        yield f"{table.part}: table {table.name} has no row below its headings"
    headings = row_texts(package, table.sheet, table.top)
    for number, column in enumerate(table.columns, table.left):
        if headings.get(number) != column:
            yield f"{table.part}: column {column!r} of {table.name} has the heading cell {headings.get(number)!r}"


def _overlap(one: Table, other: Table) -> bool:
    return one.left <= other.right and other.left <= one.right and one.top <= other.bottom and other.top <= one.bottom
