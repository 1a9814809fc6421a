"""Ways from a range across its sheet: to the end of a block, over the block around it, to a cell by its position."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import xlwings

from wg_excel.headless.addresses import MAX_COLUMN, MAX_ROW, Box

from .xl_cells import Cells

if TYPE_CHECKING:
    from typing import Self

# By the first letter: xlwings takes `down` and `d`.
_STEPS = {"u": (-1, 0), "d": (1, 0), "l": (0, -1), "r": (0, 1)}


class RangeWays(Cells):
    """The part of a range that finds other ranges."""

    def __call__(self, *args: int) -> Self:
        """Return a cell by position from 1: `(row, column)`, or counted along the rows."""
        if not args:
            raise ValueError("Invalid arguments")
        if len(args) == 1:
            row, column = divmod(args[0] - 1, self.box.width)
        else:
            row, column = args[0] - 1, args[1] - 1
        top, left = self.box.top + row, self.box.left + column
        if not (1 <= top <= MAX_ROW and 1 <= left <= MAX_COLUMN):
            raise IndexError(f"cell ({top}, {left}) is outside the sheet")
        return type(self)(self.sheet, Box(top, left, top, left))

    def _filled_at(self, row: int, column: int) -> bool:
        cell = self.worksheet.grid.cell(row, column)
        return cell is not None and cell.filled

    def end(self, direction: str) -> Self:
        """Return the last cell of the block in a direction, as Ctrl with an arrow key does."""
        down, right = _STEPS[direction[0]]
        row, column = (self.row, self.column)
        found = self._end_of(row, column, down, right)
        return type(self)(self.sheet, Box(found[0], found[1], found[0], found[1]))

    def _end_of(self, row: int, column: int, down: int, right: int) -> tuple[int, int]:
        line = self._line(row, column, along_rows=bool(down))
        place, step = (row, down) if down else (column, right)
        last = (MAX_ROW if down else MAX_COLUMN) if step > 0 else 1
        if place in line and place + step in line:
            while place + step in line:
                place += step
        else:
            ahead = [number for number in line if (number - place) * step > 0]
            place = (min(ahead) if step > 0 else max(ahead)) if ahead else last
        return (place, column) if down else (row, place)

    def _line(self, row: int, column: int, *, along_rows: bool) -> set[int]:
        """Return the numbers of filled cells in the column or the row of a cell."""
        grid = self.worksheet.grid
        if along_rows:
            return {number for number in grid.rows if self._filled_at(number, column)}
        found = grid.rows.get(row)
        return found.filled() if found is not None else set()

    def expand(self, mode: str = "table") -> Any:
        """Return the range grown over the filled cells beside it."""
        from xlwings import expansion

        expander = expansion.expanders.get(mode)
        return (expander or mode).expand(xlwings.Range(impl=self)).impl  # type: ignore[union-attr]

    @property
    def current_region(self) -> Self:
        """The block of filled cells around the range, up to blank rows and columns."""
        if self.empty:
            return self
        grid = self.worksheet.grid
        box = self.box
        while True:
            wide = Box(
                max(1, box.top - 1),
                max(1, box.left - 1),
                min(MAX_ROW, box.bottom + 1),
                min(MAX_COLUMN, box.right + 1),
            )
            grown = box
            for number in grid.numbers(wide):
                columns = [c for c in grid.rows[number].filled() if wide.left <= c <= wide.right]
                if columns:
                    grown = Box(
                        min(grown.top, number),
                        min(grown.left, *columns),
                        max(grown.bottom, number),
                        max(grown.right, *columns),
                    )
            if grown == box:
                return type(self)(self.sheet, box)
            box = grown
