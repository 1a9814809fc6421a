"""Build the cells of many new rows as text, column by column: what a block of 100,000 rows costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    # What follows the address in the element of a cell that holds a value in a style.
    Tail = Callable[[int, object, int, str], str]

_WHOLE = 1 << 53  # beyond it a number of the file, a double, is no longer exact


def row_texts(
    top: int, letters: Sequence[str], styles: Sequence[int], rows: Sequence[Sequence[object]], tail: Tail
) -> list[str]:
    """Return the text of each row's cells; rows stand below one another from `top`, none holds anything yet."""
    columns = zip(*rows, strict=True)
    pieces = [
        _column(top, letter, style, column, tail)
        for letter, style, column in zip(letters, styles, columns, strict=True)
    ]
    return list(map("".join, zip(*pieces, strict=True)))


def _column(top: int, letter: str, style: int, column: tuple[object, ...], tail: Tail) -> list[str]:
    kinds = set(map(type, column))
    if kinds == {int} and max(map(abs, column)) < _WHOLE:  # type: ignore[arg-type]
        mark = f' s="{style}"' if style else ""
        return [f'<c r="{letter}{row}"{mark}><v>{value}</v></c>' for row, value in enumerate(column, top)]
    mixed = len(kinds - {type(None)}) > 1  # 1, 1.0 and True are equal and are written differently
    tails: dict[object, str] = {}
    texts = []
    for row, value in enumerate(column, top):
        if value is None or value == "":
            texts.append(f'<c r="{letter}{row}" s="{style}"/>' if style else "")
            continue
        key = (type(value), value) if mixed else value
        found = tails.get(key)
        if found is None:
            found = tails[key] = tail(style, value, row, letter)
        texts.append(f'<c r="{letter}{row}"{found}')
    return texts
