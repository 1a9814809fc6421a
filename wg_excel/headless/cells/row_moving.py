"""Rows of a rectangle put elsewhere as text: what a move of cells comes to, a tenth of its cost in a long table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wg_excel.headless.addresses import Box

    from .grid import Grid


def copied_texts(grid: Grid, box: Box, down: int) -> dict[int, str] | None:
    """Return the texts of a rectangle's rows by the numbers of the rows so far below; nothing when one has formulas."""
    rows = [row for number in range(box.top, box.bottom + 1) if (row := grid.rows.get(number)) and row.edges()]
    if any(row.holds_formulas or row.style is not None for row in rows):
        return None
    return {row.number + down: row.text_at(row.number + down, box.left, box.right) for row in rows}


def moved_texts(
    grid: Grid, box: Box, places: Mapping[int, int | None], *, with_formulas: bool
) -> dict[int, str] | None:
    """Return the texts of rows by the numbers of the rows that they go to.

    `places` tells for each row of the rectangle where it goes, None for nowhere. Nothing is returned when a row must be
    moved cell by cell: it has cells outside of the rectangle, or formulas that have to change.
    """
    made: dict[int, str] = {}
    for number, place in places.items():
        row = grid.rows.get(number)
        edges = row.edges() if row else None
        if row is None or edges is None:
            continue
        if edges[0] < box.left or edges[1] > box.right or (row.holds_formulas and not with_formulas):
            return None
        if place is not None:
            made[place] = row.text_at(place)
    return made


def put_texts(grid: Grid, emptied: Mapping[int, int | None], texts: Mapping[int, str]) -> None:
    """Empty rows, whose attributes stay, and put texts into the rows that they were made for."""
    for number in emptied:
        if number in grid.rows and number not in texts:
            grid.put_text(number, "")
    for number, text in texts.items():
        grid.put_text(number, text)
