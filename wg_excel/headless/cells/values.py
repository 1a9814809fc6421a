"""The values of a sheet: read, written, cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wg_excel.headless.xmlns import drop, m

from .cell import Cell
from .value_writer import ValueWriter

if TYPE_CHECKING:
    from collections.abc import Callable

    from wg_excel.headless.addresses import Box

    from .row import Row

_NO_STYLE = {"", "0"}


class Values(ValueWriter):
    """Reads, writes and clears the values of one sheet."""

    def clear_contents(self, box: Box) -> None:
        """Empty the cells of a rectangle; formats stay."""
        self.prepare(box)
        if not any(self.sheet.column_style(column) for column in self._used_columns(box)):
            self._drop_plain_rows(box)
        self._each(box, self._empty)

    def _used_columns(self, box: Box) -> range:
        used = self.sheet.grid.used()
        return range(box.left, min(box.right, used.right if used else 0) + 1)

    def _drop_plain_rows(self, box: Box) -> None:
        """Empty rows that hold nothing but plain cells of the rectangle, without parsing them."""
        rows = self.sheet.grid.rows
        for number in self.sheet.grid.numbers(box):
            row = rows[number]
            edges = row.edges()
            plain = row.plain()
            if plain is None or edges is None or edges[0] < box.left or edges[1] > box.right:
                continue
            row.replace(
                "".join(f'<c r="{c}{number}" s="{style}"/>' for c, style, _, _ in plain if style not in _NO_STYLE)
            )
            row.set_attributes()
            if not row.raw and not row.attributes:
                del rows[number]

    def _empty(self, row: Row, column: int) -> None:
        cell = row.cells[column]
        cell.empty()
        if cell.style == self.sheet.default_style(row.number, column):
            del row.cells[column]

    def clear(self, box: Box) -> None:
        """Remove the cells of a rectangle with their formats, those of whole rows and columns too."""
        self.prepare(box)
        if box.whole_columns and self.sheet.frame.find(m("cols")) is not None:
            for element in self.sheet.columns(box.left, box.right):
                drop(element, "style")
        if box.whole_rows:
            for number in self.sheet.grid.numbers(box):
                self.sheet.grid.rows[number].set_attributes(s=None, customFormat=None)
        self._each(box, self._remove)
        if not (box.whole_columns or box.whole_rows):
            self._cover(box)

    def _cover(self, box: Box) -> None:
        """Put plain cells where a row or a column would lend its format."""
        styled = [c for c in range(box.left, box.right + 1) if self.sheet.column_style(c)]
        for number in range(box.top, box.bottom + 1) if styled else self.sheet.grid.numbers(box):
            row = self.sheet.grid.rows.get(number)
            lends = row is not None and row.style
            for column in range(box.left, box.right + 1) if lends else styled:
                self.sheet.grid.row(number).cells.setdefault(column, Cell())

    def _remove(self, row: Row, column: int) -> None:
        del row.cells[column]

    def _each(self, box: Box, act: Callable[[Row, int], None]) -> None:
        grid = self.sheet.grid
        for number in grid.numbers(box):
            row = grid.rows[number]
            for column in [column for column in row.cells if box.left <= column <= box.right]:
                act(row, column)
            if not row.cells and not row.attributes:
                del grid.rows[number]
