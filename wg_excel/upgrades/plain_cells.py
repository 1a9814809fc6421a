"""The cells of a table that somebody has turned into a plain range: the entries stand there and count no more."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

import xlwings as xw

from wg_excel.book.tables import corner

ENOUGH = 0.75  # of a table's headings: the user may have renamed or deleted some


def plain_cells(sheet: xw.Sheet, table: xw.main.Table) -> xw.Range | None:
    """Return the headings of a table and the rows below them, to the first blank one; None where they stand nowhere."""
    titles = set(table.range.rows[0].options(ndim=1).value)
    used = sheet.used_range
    rows = used.options(ndim=2, err_to_str=True).value
    for number, row in enumerate(rows):
        if len(titles.intersection(row)) < ENOUGH * len(titles):
            continue
        first, last = _columns(row, titles)
        below = list(takewhile(lambda other: any(map(_is_filled, other[first : last + 1])), rows[number + 1 :]))  # noqa: B023 - used at once
        top, left = corner(used)
        cells = sheet.range((top + number, left + first), (top + number + max(1, len(below)), left + last))
        names = row[first : last + 1]
        if len(set(names)) == len(names) and not any(_overlap(cells, other.range) for other in sheet.tables):
            return cells
    return None


def _columns(row: Sequence[Any], titles: set[Any]) -> tuple[int, int]:
    """Return the first and the last column of the headings; the user's own ones beside them belong to the table."""
    first = last = next(place for place, value in enumerate(row) if value in titles)
    while last + 1 < len(row) and _is_filled(row[last + 1]):
        last += 1
    while first and _is_filled(row[first - 1]):
        first -= 1
    return first, last


def _is_filled(value: object) -> bool:
    return value not in {None, ""}


def _overlap(one: xw.Range, other: xw.Range) -> bool:
    return all(
        start < begin + length and begin < start + size
        for start, size, begin, length in zip(corner(one), one.shape, corner(other), other.shape, strict=True)
    )
