"""Writing values into a sheet's cells, one by one or a whole block as text."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import groupby
from numbers import Number
from operator import itemgetter
from typing import TYPE_CHECKING

from wg_excel.headless.addresses import Box, column_number, letters
from wg_excel.headless.calculation.formulas import translate
from wg_excel.headless.calculation.newer_functions import stored
from wg_excel.headless.errors import CellRefused

from .bulk import cell_end, row_texts
from .cell import Cell
from .dates import to_serial
from .packed_rows import MANY, pack_rows
from .raw_values import RawValue, date_format, is_formula, number_text
from .row_forms import Forms
from .texts import LONGEST, clean, escape
from .value_reader import ValueReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .row import Row

# Blocks of this size are written row by row as text; smaller ones cell by cell.
_BULK = 2_000
_EXACT = 1 << 53  # beyond it a number of the file, a double, is no longer exact


class ValueWriter(ValueReader):
    """Reads and writes the values of one sheet."""

    def write(self, box: Box, rows: Sequence[Sequence[object]]) -> None:
        """Write a block of values into a rectangle of the same shape; formats stay."""
        self.prepare(box)
        if box.width * box.height > _BULK:
            self._write_bulk(box, rows)
            return
        for offset, values in enumerate(rows):
            row = self.sheet.grid.row(box.top + offset)
            for place, value in enumerate(values):
                self.put(row, box.left + place, value)

    def prepare(self, box: Box) -> None:
        """Get ready to change cells of a rectangle: shared formulas that reach into it become plain ones."""
        self.sheet.grid.touched = True
        self.book.touch()
        self.unshare(box)
        self.sheet.grid.forget_shared()

    def unshare(self, box: Box | None = None) -> None:
        """Write out shared formulas whose first cell lies in a rectangle, or all of them."""
        grid = self.sheet.grid
        if not grid.may_share:
            return
        sources: dict[str, tuple[int, int, str]] = {}
        for number in grid.numbers(box) if box else sorted(grid.rows):
            row = grid.rows[number]
            if not row.parsed and 't="shared"' not in row.raw:
                continue
            for column, cell in row.cells.items():
                if cell.formula is None:
                    continue
                attributes, text = cell.formula_parts()
                if attributes.get("t") == "shared" and text and (not box or box.left <= column <= box.right):
                    sources[attributes.get("si", "")] = (number, column, text)
        if sources:
            self._write_out(sources)

    def _write_out(self, sources: dict[str, tuple[int, int, str]]) -> None:
        for row, column, cell in self.sheet.grid.formulas():
            attributes, _ = cell.formula_parts()
            if attributes.get("t") == "shared" and attributes.get("si", "") in sources:
                top, left, text = sources[attributes.get("si", "")]
                cell.formula = f"<f>{escape(translate(text, row - top, column - left))}</f>"
        self.sheet.grid.touched = True

    def put(self, row: Row, column: int, value: object) -> None:
        """Write one value into a cell; its format stays, a date gets one where there is none."""
        cell = row.cells.get(column)
        if value is None or value == "":
            if cell is not None:
                cell.empty()
            return
        if cell is None:
            cell = Cell(self.sheet.default_style(row.number, column))
            row.cells[column] = cell
        if isinstance(value, str) and is_formula(value):
            cell.put_formula(stored(clean(value[1:])))
            return
        raw = self.raw(value, row.number, column)
        cell.put(raw.kind, raw.text)
        if isinstance(value, str) and value.startswith("'"):
            cell.style = self.book.styles.quoted(cell.style)
        if raw.date_format is not None:
            cell.style = self._dated(cell.style, raw.date_format)

    def _dated(self, style: int, date_format: int) -> int:
        styles = self.book.styles
        return styles.with_number_format(style, date_format) if styles.is_general(style) else style

    def raw(self, value: object, row: int, column: int) -> RawValue:
        """Return what the file holds for a value; raises `CellRefused` for too long a text."""
        if isinstance(value, str):
            return self._raw_text(value, row, column)
        if isinstance(value, bool) or type(value).__name__ == "bool_":
            return RawValue("b", "1" if value else "0")
        if isinstance(value, Number | Decimal):
            return RawValue("", number_text(value))
        if isinstance(value, dt.datetime | dt.date | dt.time | dt.timedelta):
            return self._raw_date(value)
        return self._raw_text(str(value), row, column)

    def _raw_text(self, value: str, row: int, column: int) -> RawValue:
        text = clean(value.removeprefix("'"))
        if len(text) > LONGEST:
            raise CellRefused(str(Box(row, column, row, column)), len(text))
        return RawValue("s", str(self.book.strings.number(text))) if text else RawValue("", None)

    def _raw_date(self, value: dt.datetime | dt.date | dt.time | dt.timedelta) -> RawValue:
        if value != value:  # noqa: PLR0124 - pandas' missing date differs from itself
            return RawValue("", None)
        serial = to_serial(value, date1904=self.book.date1904)
        if serial < 0:
            return self._raw_text(value.isoformat() if not isinstance(value, dt.timedelta) else str(value), 1, 1)
        return RawValue("", number_text(serial), date_format(value))

    def _add_rows(
        self, box: Box, columns: Sequence[str], styles: Sequence[int], rows: Sequence[Sequence[object]]
    ) -> None:
        def end(row: int, letter: str, style: int, value: object) -> str | None:
            return cell_end(row, letter, style, value, self._tail)

        if len(rows) >= MANY and (packed := pack_rows(box, columns, styles, rows, end)) is not None:
            self.sheet.grid.add_packed(packed)
        else:
            self.sheet.grid.add(box.top, row_texts(box.top, columns, styles, rows, self._tail))

    def _write_bulk(self, box: Box, rows: Sequence[Sequence[object]]) -> None:
        columns = [letters(column) for column in range(box.left, box.right + 1)]
        defaults = [self.sheet.column_style(column) for column in range(box.left, box.right + 1)]
        standing = self.sheet.grid.standing(box)
        forms = Forms(box.left, box.right, lambda form: _with_styles(defaults, box.left, form.cells))
        known = (
            (number, values, self._styles_to_keep(self.sheet.grid.row(number), box, defaults, forms))
            for number, values in enumerate(rows[:standing], box.top)
        )
        for styles, run in groupby(known, itemgetter(2)):
            found = [(number, values) for number, values, _ in run]
            if styles is None:
                self._put_each(found, box, columns, defaults)
            else:
                texts = row_texts(found[0][0], columns, styles, [values for _, values in found], self._tail)
                for (number, _), text in zip(found, texts, strict=True):
                    self.sheet.grid.row(number).replace(text)
        if standing < len(rows):
            self._add_rows(box._replace(top=box.top + standing), columns, defaults, rows[standing:])

    def _put_each(
        self, rows: Iterable[tuple[int, Sequence[object]]], box: Box, columns: Sequence[str], defaults: Sequence[int]
    ) -> None:
        """Write values cell by cell into rows that hold more than the block."""
        for number, values in rows:
            row = self.sheet.grid.row(number)
            if box.width == 1 and self._put_plain(row, columns[0], values[0], defaults[0]):
                continue
            for column, value in enumerate(values, box.left):
                self.put(row, column, value)

    def _put_plain(self, row: Row, letter: str, value: object, default: int) -> bool:
        """Write one value into a row that stands as text; tell whether that could be done."""
        if value is None or value == "":
            return False

        def tail(style: int) -> str:
            return self._tail(style, value, row.number, letter)

        edges, column, own = row.edges(), column_number(letter), row.style
        if edges and edges[1] < column:
            return row.put_at_end(column, tail(default if own is None else own))
        return row.put_plain(letter, tail)

    def _styles_to_keep(self, row: Row, box: Box, defaults: list[int], forms: Forms[list[int]]) -> list[int] | None:
        """Return the style of each cell of a row; nothing when the row has cells outside the block."""
        edges, own = row.edges(), row.style
        if edges and (edges[0] < box.left or edges[1] > box.right):
            return None
        if own is None and (alike := forms.match(row)):
            return alike[0]
        return _with_styles(defaults if own is None else [own] * box.width, box.left, row.styles())

    def _tail(self, style: int, value: object, number: int, letter: str) -> str:
        """Return what follows the address in a cell's element; most cells of a block are plain texts and numbers."""
        mark = f' s="{style}"' if style else ""
        if type(value) is str and value[0] not in "='" and 0 < len(text := clean(value)) <= LONGEST:
            return f'{mark} t="s"><v>{self.book.strings.number(text)}</v></c>'
        if type(value) is int and abs(value) < _EXACT:
            return f"{mark}><v>{value}</v></c>"
        cell = Cell(style)
        if isinstance(value, str) and is_formula(value):
            cell.put_formula(stored(clean(value[1:])))
        else:
            raw = self.raw(value, number, column_number(letter))
            cell.put(raw.kind, raw.text)
            if raw.date_format is not None:
                cell.style = self._dated(style, raw.date_format)
        return cell.text("").removeprefix('<c r=""')


def _with_styles(defaults: list[int], left: int, cells: Iterable[tuple[int, int]]) -> list[int]:
    """Return the styles of a row's columns, those of its cells in the place of the defaults."""
    styles = list(defaults)
    for column, style in cells:
        styles[column - left] = style
    return styles
