"""Where a table's headings stand and what they mean."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from wg_excel.exports.cells import Value, is_blank, text
from wg_excel.exports.grid import Row
from wg_excel.exports.kinds import Kind
from wg_excel.exports.naming import LOOKS_LIKE_NAME
from wg_excel.exports.phrases import fold

FIRST_ROWS = 25
DEEPEST = 3
WIDEST = 500  # columns in which headings are sought
_WORD = re.compile(r"[^\W\d_]{3}")
_BROKEN = re.compile(r"\u00ad|(?<=[а-яё])-\s*\n\s*(?=[а-яё])")  # «Домаш-» above «нее задание»


class Heading(NamedTuple):
    """Headings found: first row (from 0) and depth, the column of each role, the texts, and how well they fit."""

    row: int
    depth: int
    columns: Mapping[str, int]
    texts: tuple[str, ...]
    fit: float

    @property
    def below(self) -> int:
        """Return the first row below the headings."""
        return self.row + self.depth

    @property
    def score(self) -> tuple[int, float, int, int]:
        """Return what ranks headings: more columns, better fit, fewer rows, higher up."""
        return len(self.columns), round(self.fit, 2), -self.depth, -self.row


class Written(NamedTuple):
    """One to three rows that may be headings: where they stand and the text of each column, the same for every kind.

    `folded` are the texts that are not blank, ready to be looked up, with their columns.
    """

    row: int
    depth: int
    texts: tuple[str, ...]
    folded: tuple[tuple[int, str], ...]

    def heading(self, kind: Kind) -> Heading:
        """Return what the columns mean in a kind of report."""
        columns: dict[str, int] = {}
        covers: dict[str, float] = {}
        for place, folded in self.folded:
            role, cover = kind.role(folded)
            if role and role in columns and role in kind.again and kind.again[role] not in columns:
                role = kind.again[role]  # the same heading once more
            if role and cover > covers.get(role, 0.0):
                columns[role], covers[role] = place, cover
        return Heading(self.row, self.depth, columns, self.texts, sum(covers.values()))


def possible_headings(rows: Sequence[Row]) -> list[Written]:
    """Return what the first rows of a sheet say as headings, over one to three rows each."""
    texts = [_texts(row) for row in rows[: FIRST_ROWS + DEEPEST - 1]]
    found = []
    for first in range(min(FIRST_ROWS, len(rows))):
        for depth in range(1, DEEPEST + 1):
            if first + depth > len(rows) or (depth > 1 and not _may_be_heading(rows[first + depth - 1])):
                break
            if depth > 1 and _is_title(texts[first]):
                break
            found.append(_written(first, texts[first : first + depth]))
    return found


def read_heading(rows: Sequence[Row], first: int, depth: int, kind: Kind) -> Heading:
    """Return what the columns mean when the headings stand in `depth` rows from `first`."""
    return _written(first, [_texts(row) for row in rows[first : first + depth]]).heading(kind)


def _written(first: int, texts: list[list[str]]) -> Written:
    joined = _joined(texts)
    folded = tuple((place, fold(written)) for place, written in enumerate(joined) if written)
    return Written(first, len(texts), joined, folded)


def find_heading(written: Iterable[Written], kind: Kind, told: Collection[str] = ()) -> Heading | None:
    """Return the best heading of a kind; None when every one lacks something that the kind needs and nothing `told`."""
    found = [heading for heading in _headings(written, kind) if not kind.missing({*heading.columns, *told})]
    return max(found, key=lambda heading: heading.score, default=None)


def nearest_heading(written: Iterable[Written], kind: Kind) -> Heading | None:
    """Return the row that looks most like the kind's headings, satisfied or not: at least two known columns."""
    found = [heading for heading in _headings(written, kind) if sum(map(_is_word, _named(heading))) >= 2]
    return max(found, key=lambda heading: heading.score, default=None)


def _headings(written: Iterable[Written], kind: Kind) -> Iterable[Heading]:
    return (heading for each in written if len((heading := each.heading(kind)).columns) >= 2)


def _named(heading: Heading) -> Iterable[str]:
    return (heading.texts[place] for place in heading.columns.values())


def _is_word(written: str) -> bool:
    """Tell a word from the signs of marks and absences: «н», «УП», «5»."""
    return _WORD.search(written) is not None


def _may_be_heading(row: Row) -> bool:
    return all(is_blank(value) or isinstance(value, str) or _digit_heading(value) for value in row[:WIDEST])


def _is_title(texts: list[str]) -> bool:
    """Tell a text alone in its row, from the first column on: it is about the table, not above some columns of it."""
    return bool(texts) and bool(texts[0]) and len({*texts} - {""}) == 1


def _digit_heading(value: Value) -> bool:
    return isinstance(value, int | float) and value in {2, 3, 4, 5}


def _texts(row: Row) -> list[str]:
    return [
        text(_BROKEN.sub("", value) if isinstance(value, str) else value)
        if isinstance(value, str) or _digit_heading(value)
        else ""
        for value in row[:WIDEST]
    ]


def _joined(rows: list[list[str]]) -> tuple[str, ...]:
    """Join headings that stand above one another; an upper one also holds for the blanks right of it."""
    if len(rows) == 1:
        return tuple(rows[0])
    width = max(map(len, rows))
    padded = [row + [""] * (width - len(row)) for row in rows]
    for upper, lower in pairwise(padded):
        for place in range(1, width):
            if not upper[place] and lower[place] and upper[place - 1] and not _stands_alone(lower, place):
                upper[place] = upper[place - 1]
    return tuple(" ".join(dict.fromkeys(part for part in parts if part)) for parts in zip(*padded, strict=True))


def _stands_alone(lower: list[str], place: int) -> bool:
    """Tell whether the heading to the left has nothing below it, so that it cannot reach further right."""
    return not lower[place - 1]


def shown_headings(texts: Iterable[str]) -> tuple[str, ...]:
    """Return headings that may be shown: no long text, nothing that looks like a person's name."""
    kept = (written for written in texts if written and len(written) <= 60 and not LOOKS_LIKE_NAME.fullmatch(written))
    return tuple(dict.fromkeys(kept))
