"""Reading the values of a sheet's cells."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

from wg_excel.headless.addresses import Box, letters
from wg_excel.headless.calculation.formulas import translate
from wg_excel.headless.calculation.newer_functions import shown
from wg_excel.headless.errors import DamagedWorkbook, RangeTooLarge

from .dates import from_serial, to_serial
from .raw_values import CellError, Value, edit_text, inline_text, iso_date
from .row import one_column
from .row_forms import Forms
from .texts import decode, unescape

if TYPE_CHECKING:
    from wg_excel.headless.worksheet import Worksheet

    from .cell import Cell
    from .row import Row

_MOST_CELLS = 50_000_000
# Ranges of this size are read in one pass a row without making cells.
_WIDE_READ = 64
_NARROW = 4  # columns: so few are looked up in the rows one by one


class ValueReader:
    """Reads the values of one sheet."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.book = sheet.book

    def read(self, box: Box) -> list[list[Value]]:
        """Return the values of a rectangle, one list a row; absent and stale cells are nothing.

        Raises `RangeTooLarge` beyond 50 million cells.
        """
        if box.width * box.height > _MOST_CELLS:
            raise RangeTooLarge(self.sheet.name, str(box))
        rows: list[list[Value]] = []
        found = self.sheet.grid.rows
        left, right, width = box.left, box.right, box.width
        fast = _FastPass(self, box) if width * box.height > _WIDE_READ else None
        for number in range(box.top, box.bottom + 1):
            values: list[Value] = [None] * width
            row = found.get(number)
            if row is not None and not (fast and fast.read(row, values)):
                for column, cell in row.cells.items():
                    if left <= column <= right:
                        values[column - left] = self.of(cell, row.number, column)
            rows.append(values)
        return rows

    def of(self, cell: Cell, row: int = 0, column: int = 0) -> Value:
        """Return a cell's value; an old result of a formula is read only while nothing has changed.

        Then it is computed where that is simple, if row and column are given; else it is nothing.
        """
        if cell.formula is not None and (self.book.changed or cell.value is None):
            return self._computed(cell, row, column) if row else None
        if cell.kind == "inlineStr":
            return inline_text(cell.rest)
        return self.of_plain(cell.style, cell.kind, cell.value)

    def _computed(self, cell: Cell, row: int, column: int) -> Value:
        from wg_excel.headless.calculation.calculation import calculated

        if "#REF!" in (cell.formula or ""):
            return CellError("#REF!")
        value = calculated(self.sheet, row, column)
        if type(value) is float and self.book.styles.is_date(cell.style):
            return from_serial(value, date1904=self.book.date1904)
        return value

    def of_plain(self, style: int, kind: str, raw: str | None) -> Value:
        """Return the value of a cell without a formula."""
        if raw is None:
            return None
        if kind in {"", "n"}:
            number = self._number(raw)
            return from_serial(number, date1904=self.book.date1904) if self.book.styles.is_date(style) else number
        if kind == "s":
            texts = self.book.strings.texts
            index = int(self._number(raw))
            return texts[index] if 0 <= index < len(texts) else None
        if kind == "b":
            return raw.strip() in {"1", "true"}
        if kind == "d":
            return iso_date(raw)
        text = decode(unescape(raw))
        return CellError(text) if kind == "e" else text

    def _number(self, raw: str) -> float:
        try:
            return float(raw)
        except ValueError:
            raise DamagedWorkbook(self.book.package.name, self.sheet.part.name) from None

    def formulas(self, box: Box) -> tuple[tuple[str, ...], ...]:
        """Return what the edit lines of a rectangle show; of rows without formulas that is their values."""
        rows = self.sheet.grid.rows
        columns = range(box.left, box.right + 1)
        edited = lru_cache(maxsize=None, typed=True)(self._edited)
        return tuple(
            tuple(self.formula(number, column) for column in columns)
            if (row := rows.get(number)) and row.holds_formulas
            else tuple([value if type(value) is str else edited(value) for value in values])
            for number, values in enumerate(self.read(box), box.top)
        )

    def _edited(self, value: Value) -> str:
        if isinstance(value, dt.datetime):
            value = to_serial(value, date1904=self.book.date1904)
        return edit_text(value)

    def formula(self, row: int, column: int) -> str:
        """Return what a cell's edit line shows: a formula with `=`, else the value as text."""
        cell = self.sheet.grid.cell(row, column)
        if cell is None:
            return ""
        if cell.formula is not None:
            return "=" + shown(self._formula_text(cell, row, column))
        return self._edited(self.of(cell))

    def _formula_text(self, cell: Cell, row: int, column: int) -> str:
        attributes, text = cell.formula_parts()
        if attributes.get("t") != "shared" or text:
            return text
        source = self.sheet.grid.shared_sources().get(attributes.get("si", ""))
        return translate(source[2], row - source[0], column - source[1]) if source else ""


class _FastPass:
    """Reads plain rows of a rectangle without making cells; equal raw numbers and days are read once."""

    def __init__(self, reader: ValueReader, box: Box) -> None:
        self._of_plain = reader.of_plain
        self._texts = reader.book.strings.texts
        self._left = box.left
        self._places = {letters(column): column - box.left for column in range(box.left, box.right + 1)}
        is_alone = box.width <= _NARROW < box.left  # a form names all the columns before, too
        self._searches = [one_column(letter) for letter in self._places] if is_alone else []
        self._forms = Forms(box.left, box.right, lambda form: form.cells)
        self._known: dict[tuple[int, str], Value] = {}

    def read(self, row: Row, values: list[Value]) -> bool:
        """Put the values of a row into a list; tell whether the row is plain."""
        try:
            return self._read_alike(row, values) or self._read_plain(row, values)
        except (IndexError, ValueError):  # a number that is none, a text that is not there
            return False

    def _read_alike(self, row: Row, values: list[Value]) -> bool:
        match = None if self._searches else self._forms.match(row)
        if match is None:
            return False
        cells, found = match
        texts, left = self._texts, self._left
        for (column, style), shared, number in zip(cells, found[::2], found[1::2], strict=True):
            if shared is not None:
                values[column - left] = texts[int(shared)]
            elif number:
                values[column - left] = self._number(style, number)
        return True

    def _read_plain(self, row: Row, values: list[Value]) -> bool:
        plain = row.plain_of(self._searches) if self._searches else row.plain_values()
        for letter, style, kind, raw in plain or ():
            if letter in self._places and raw:
                number = int(style or 0)
                is_number = kind in {"", "n"}
                value = self._number(number, raw) if is_number else self._of_plain(number, kind, raw)
                values[self._places[letter]] = value
        return plain is not None

    def _number(self, style: int, raw: str) -> Value:
        key = (style, raw)
        if key not in self._known:
            self._known[key] = self._of_plain(style, "", raw)
        return self._known[key]
