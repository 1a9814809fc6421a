"""Build the cells of many new rows as text, column by column: what a block of 100,000 rows costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    # What follows the address in the element of a cell that holds a value in a style.
    Tail = Callable[[int, object, int, str], str]

_PORTION = 20_000
_KEPT = 2  # kinds of values, nothing among them, whose equal values are written alike


def row_texts(
    top: int, letters: Sequence[str], styles: Sequence[int], rows: Sequence[Sequence[object]], tail: Tail
) -> list[str]:
    """Return the text of each row's cells; rows stand below one another from `top`, none holds anything yet.

    Built by portions: six million cells at a time would take half a gigabyte.
    """
    texts: list[str] = []
    for first in range(0, len(rows), _PORTION):
        texts += _portion(top + first, letters, styles, rows[first : first + _PORTION], tail)
    return texts


def _portion(
    top: int, letters: Sequence[str], styles: Sequence[int], rows: Sequence[Sequence[object]], tail: Tail
) -> Iterable[str]:
    numbers = [str(row) for row in range(top, top + len(rows))]
    columns = zip(*rows, strict=True)
    pieces = [
        _column(numbers, letter, style, column, tail)
        for letter, style, column in zip(letters, styles, columns, strict=True)
    ]
    return map("".join, zip(*pieces, strict=True))


def _column(numbers: Sequence[str], letter: str, style: int, column: Sequence[object], tail: Tail) -> list[str]:
    """Return the cells of a column; what stands after the row's number is made once for each value."""
    kinds = set(map(type, column))
    if len(kinds | {type(None)}) > _KEPT:  # 1, 1.0 and True are equal and are written differently
        return [_cell(number, letter, style, value, tail) for number, value in zip(numbers, column, strict=True)]
    head = f'<c r="{letter}'
    ends = {value: cell_end(int(numbers[0]), letter, style, value, tail) for value in set(column)}
    if None not in ends.values():
        return [head + number + ends[value] for number, value in zip(numbers, column, strict=True)]  # type: ignore[operator]
    return [
        "" if (end := ends[value]) is None else head + number + end
        for number, value in zip(numbers, column, strict=True)
    ]


def _cell(number: str, letter: str, style: int, value: object, tail: Tail) -> str:
    end = cell_end(int(number), letter, style, value, tail)
    return "" if end is None else f'<c r="{letter}{number}{end}'


def cell_end(row: int, letter: str, style: int, value: object, tail: Tail) -> str | None:
    """Return what follows the row's number in a cell's element; nothing where there is no cell."""
    if value is None or value == "":
        return f'" s="{style}"/>' if style else None
    return '"' + tail(style, value, row, letter)
