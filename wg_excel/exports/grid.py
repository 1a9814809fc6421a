"""A sheet of a foreign file: plain values, its first rows to look at, all of them to read once.

Merged cells are filled with their value. Rows of big sheets come one by one, so that a list of half a million
lessons never stands in memory as a whole.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wg_excel.exports.cells import Value, is_blank

HEAD = 60
MOST_ROWS, MOST_COLUMNS = 1 << 20, 1 << 14  # of a sheet of Excel
Row = Sequence[Value]


class Grid:
    """One sheet: its name, its first rows to look at, and all its rows to read once."""

    def __init__(self, sheet: str, rows: Iterable[Row]) -> None:
        self.sheet = sheet
        self._rest = iter(rows)
        self.head: list[Row] = list(itertools.islice(self._rest, HEAD))

    def rows(self) -> Iterator[Row]:
        """Give every row once, the first ones too."""
        return itertools.chain(self.head, self._rest)

    @property
    def is_empty(self) -> bool:
        """Tell whether the sheet holds no value at all; looks on until it finds one."""
        if any(not is_blank(value) for row in self.head for value in row):
            return False
        found = next((row for row in self._rest if any(not is_blank(value) for value in row)), None)
        if found is None:
            return True
        self._rest = itertools.chain([found], self._rest)
        return False


def even(rows: Sequence[Row]) -> list[Row]:
    """Return rows that are all as wide as the widest, as readers give them: parts put together may differ."""
    width = max(map(len, rows), default=0)
    return [row if len(row) == width else [*row, *[""] * (width - len(row))] for row in rows]


class Merge(NamedTuple):
    """A merged area by its corner cells, counted from 0 within the grid."""

    top: int
    left: int
    bottom: int
    right: int


def filled(rows: Iterable[Row], merges: Iterable[Merge]) -> Iterator[Row]:
    """Give the rows with the value of every merged area in all its cells; of areas that overlap the first one."""
    starting: dict[int, list[Merge]] = {}
    for merge in merges:
        starting.setdefault(merge.top, []).append(merge)
    if not starting:
        return iter(rows)
    return _filled(rows, starting)


def _filled(rows: Iterable[Row], starting: dict[int, list[Merge]]) -> Iterator[Row]:
    open_areas: list[tuple[Merge, Value]] = []
    for number, row in enumerate(rows):
        here = starting.get(number, ())
        if here or open_areas:
            width = len(row)
            open_areas = [(merge, value) for merge, value in open_areas if merge.bottom >= number]
            open_areas += [(merge, row[merge.left]) for merge in _apart(here, open_areas, width)]
            cells = list(row)
            for merge, value in open_areas:
                last = min(merge.right + 1, width)
                cells[merge.left : last] = [value] * (last - merge.left)
            row = cells  # noqa: PLW2901 - the row goes on with its areas filled
        yield row


def _apart(merges: Iterable[Merge], open_areas: Iterable[tuple[Merge, Value]], width: int) -> Iterator[Merge]:
    """Give the areas of a row that overlap no other: a file made to hang a reader has a million over one another."""
    covered = bytearray(width)
    for merge, _ in open_areas:
        covered[merge.left : merge.right + 1] = b"\1" * (min(merge.right + 1, width) - merge.left)
    for merge in merges:
        last = min(merge.right + 1, width)
        if merge.left < width and 1 not in covered[merge.left : last]:
            covered[merge.left : last] = b"\1" * (last - merge.left)
            yield merge
