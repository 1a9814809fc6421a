"""Tables of one form side by side on a sheet, a class beside a class: each becomes a sheet of its own."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wg_excel.exports.cells import is_blank, text
from wg_excel.exports.grid import Grid, Row, even
from wg_excel.exports.headings import FIRST_ROWS
from wg_excel.exports.phrases import fold

FEWEST = 3  # headings of one table


class _Cut(NamedTuple):
    """The row of the headings and the first column of every table."""

    row: int
    starts: list[int]


def abreast(grid: Grid) -> Iterator[Grid]:
    """Give the tables of a sheet; nearly always there is one, the sheet itself."""
    cut = next(filter(None, (_cut(grid.head, at) for at in range(min(FIRST_ROWS, len(grid.head))))), None)
    if cut is None:
        yield grid
        return
    rows = list(grid.rows())
    for first, end in zip(cut.starts, [*cut.starts[1:], max(map(len, rows))], strict=True):
        above = [[*row[:first], *row[end:], *row[first:end]] for row in rows[: cut.row]]  # a line may be about all
        yield Grid(grid.sheet, even([*above, *(row[first:end] for row in rows[cut.row :])]))


def _cut(rows: Sequence[Row], at: int) -> _Cut | None:
    """Return where the headings of a row begin anew, with nothing left of the first of them in the rows below."""
    texts = [fold(text(value)) if isinstance(value, str) else "" for value in rows[at]]
    first = next((place for place, written in enumerate(texts) if written), len(texts))
    starts = [place for place, written in enumerate(texts) if written and written == texts[first]]
    if len(starts) < 2 or any(not is_blank(value) for row in rows[at + 1 :] for value in row[:first]):
        return None
    tables = [_trimmed(texts[start:end]) for start, end in zip(starts, [*starts[1:], len(texts)], strict=True)]
    alike = all(table == tables[0] for table in tables)
    return _Cut(at, starts) if alike and len({*tables[0]}) >= FEWEST else None


def _trimmed(texts: list[str]) -> list[str]:
    return [written for written in texts if written]
