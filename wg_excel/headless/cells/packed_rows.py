"""New rows by the ten thousand, kept as the packed text that the file will hold: few are ever looked at again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from wg_excel.headless.addresses import Box, column_number
from wg_excel.headless.package.zipstore import Packed, flushed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

    # What follows the row's number in a cell's element, None where there is no cell: letter, style and value.
    End = Callable[[int, str, int, object], str | None]

MANY = 2_000  # new rows; fewer are not worth packing by themselves
PORTION = 20_000
_AT_ONCE = 3  # portions of text in memory, each some megabytes, while they are packed
_KEPT = 2  # kinds of values, nothing among them, whose equal values are written alike


class PackedRows(NamedTuple):
    """Rows below one another, whole elements, and the rectangle of their cells."""

    box: Box
    packed: Packed

    def text(self) -> str:
        """Return the elements of the rows."""
        return self.packed.unpack().decode()


def pack_rows(
    box: Box, letters: Sequence[str], styles: Sequence[int], rows: Sequence[Sequence[object]], end: End
) -> list[PackedRows] | None:
    """Return a block of values as packed rows; None where a cell holds a formula, which is looked at again.

    A portion is packed while the next one is built: six million cells at a time would take half a gigabyte.
    """
    making: list[tuple[Box, Future[Packed]]] = []
    with ThreadPoolExecutor(2, "pack") as pool:
        for first in range(0, len(rows), PORTION):
            part = rows[first : first + PORTION]
            top = box.top + first
            columns = [
                (letter, made)
                for letter, style, column in zip(letters, styles, zip(*part, strict=True), strict=True)
                if (made := _Column.of(top, letter, style, column, end)).filled
            ]
            if any("<f" in text for _, made in columns for text in made.texts):
                return None
            if columns:
                used = Box(top, column_number(columns[0][0]), top + len(part) - 1, column_number(columns[-1][0]))
                data = "".join(_elements(top, len(part), columns)).encode()
                making.append((used, pool.submit(flushed, data)))
            if len(making) > _AT_ONCE:
                making[-_AT_ONCE][1].result()
        return [PackedRows(used, packed.result()) for used, packed in making]


class _Column(NamedTuple):
    """The cells of a column: for each the key of its text; the texts stand without the row's number.

    `whole` are texts with the number in them, of columns that mix kinds of values or have gaps.
    """

    keys: Sequence[object]
    ends: dict[object, str]
    whole: bool = False

    @property
    def filled(self) -> bool:
        return bool(self.ends)

    @property
    def texts(self) -> Iterator[str]:
        yield from self.ends.values()

    @classmethod
    def of(cls, top: int, letter: str, style: int, column: Sequence[object], end: End) -> _Column:
        if len({*map(type, column), type(None)}) <= _KEPT:
            ends = {value: end(top, letter, style, value) for value in set(column)}
            kept = {value: text for value, text in ends.items() if text is not None}
            if len(kept) in {0, len(ends)}:
                return cls(column, kept)
            found = [ends[value] for value in column]
        else:  # 1, 1.0 and True are equal and are written differently
            found = [end(top, letter, style, value) for value in column]
        cells = ["" if text is None else f'<c r="{letter}{number}{text}' for number, text in enumerate(found, top)]
        return cls(cells, {text: text for text in cells} if any(cells) else {}, whole=True)


def _elements(top: int, many: int, columns: Sequence[tuple[str, _Column]]) -> Iterator[str]:
    """Give the element of each row; all that stands between two row numbers is joined beforehand, once a value."""
    between: list[Sequence[str]] = []
    before: tuple[Sequence[object], dict[object, str]] = (range(many), dict.fromkeys(range(many), '">'))
    between.append(list(repeat('<row r="', many)))
    for letter, column in columns:
        if column.whole:
            joined = [a + b for a, b in zip(_closed(*before, ""), map(str, column.keys), strict=True)]
            before = (joined, dict(zip(joined, joined, strict=True)))
        else:
            between.append(_closed(*before, f'<c r="{letter}'))
            before = (column.keys, column.ends)
    between.append(_closed(*before, "</row>"))
    numbers = map(str, range(top, top + many))
    return (number.join(parts) for number, parts in zip(numbers, zip(*between, strict=True), strict=True))


def _closed(keys: Sequence[object], texts: dict[object, str], after: str) -> list[str]:
    whole = {key: text + after for key, text in texts.items()}
    return [whole[key] for key in keys]
