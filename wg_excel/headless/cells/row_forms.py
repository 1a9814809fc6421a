"""Rows alike: the cells of a table's rows have the same columns and formats, and one pattern reads them all.

To read the cells of a row one by one takes three times as long, and a long table is read by every press.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from wg_excel.headless.addresses import column_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from .row import PlainCell, Row

T = TypeVar("T")
_MOST = 8  # forms that are tried before a row is read cell by cell
WORTH = 60  # rows; in a table of so few a pattern takes longer to make than it saves
_VALUE = r"(?: t=\"s\"><v>(\d+)</v></c>|/>|><v>([^<]*)</v></c>)"
_ANY_VALUE = r"(?: t=\"s\"><v>\d+</v></c>|/>|><v>[^<]*</v></c>)"


class Form(NamedTuple):
    """The cells of rows that are alike: for each that is read its column and format, and what finds their values.

    Of each cell two groups are found: the number of a shared text, else the raw number; both are None of a blank one.
    """

    cells: tuple[tuple[int, int], ...]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, cells: list[PlainCell], left: int, right: int) -> Form:
        """Return the form of a row's cells, of which those within columns are read."""
        pieces, read = [], []
        for letter, style, _, _ in cells:
            column = column_number(letter)
            if column > right:
                pieces.append(f'<c r="{letter}')
                break
            mark = f' s="{style}"' if style else ""
            pieces.append(rf'<c r="{letter}\d+"{mark}{_VALUE if column >= left else _ANY_VALUE}')
            if column >= left:
                read.append((column, int(style or 0)))
        else:
            pieces.append(r"\Z")
        return cls(tuple(read), re.compile("".join(pieces)))


class Forms(Generic[T]):
    """The forms met in the rows of a table, each with what its user makes of it once."""

    def __init__(self, left: int, right: int, make: Callable[[Form], T], worth: int = WORTH) -> None:
        self._left = left
        self._right = right
        self._make = make
        self._worth = worth
        self._known: list[tuple[re.Pattern[str], T]] = []
        self._unlike = 0

    def match(self, row: Row) -> tuple[T, tuple[str | None, ...]] | None:
        """Return what was made of the form of a row that stands as text, and the groups found in it.

        Nothing is returned of a row like no other, nor of the first rows of a table.
        """
        text = row.raw
        for place, (pattern, made) in enumerate(self._known):
            if found := pattern.match(text):
                if place:
                    self._known.insert(0, self._known.pop(place))
                return made, found.groups()
        return self._learned(row)

    def _learned(self, row: Row) -> tuple[T, tuple[str | None, ...]] | None:
        self._unlike += 1
        is_worth = self._unlike > self._worth and len(self._known) < _MOST
        cells = row.plain() if row.raw and is_worth else None
        if not cells:
            return None
        form = Form.of(cells, self._left, self._right)
        self._known.insert(0, (form.pattern, self._make(form)))
        found = form.pattern.match(row.raw)
        return (self._known[0][1], found.groups()) if found else None
