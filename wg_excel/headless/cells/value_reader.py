"""Reading the values of a sheet's cells."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from wg_excel.headless.addresses import Box, column_number
from wg_excel.headless.calculation.formulas import translate
from wg_excel.headless.calculation.newer_functions import shown
from wg_excel.headless.errors import DamagedWorkbook, RangeTooLarge

from .dates import from_serial, to_serial
from .raw_values import CellError, Value, edit_text, inline_text, iso_date
from .texts import decode, unescape

if TYPE_CHECKING:
    from wg_excel.headless.worksheet import Worksheet

    from .cell import Cell
    from .row import PlainCell, Row

_MOST_CELLS = 50_000_000
# Ranges of this size are read in one pass a row without making cells.
_WIDE_READ = 64


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
        grid = self.sheet.grid
        fast = box.width * box.height > _WIDE_READ
        for number in range(box.top, box.bottom + 1):
            values: list[Value] = [None] * box.width
            row = grid.rows.get(number)
            if row is not None:
                self._read_row(row, box, values, fast=fast)
            rows.append(values)
        return rows

    def _read_row(self, row: Row, box: Box, values: list[Value], *, fast: bool) -> None:
        left, right = box.left, box.right
        plain = row.plain() if fast else None
        if plain is None:
            for column, cell in row.cells.items():
                if left <= column <= right:
                    values[column - left] = self.of(cell, row.number, column)
            return
        try:
            self._read_plain(plain, box, values)
        except (IndexError, ValueError):  # a number that is none, a text that is not there
            for letter, style, kind, raw in plain:
                place = column_number(letter) - left
                if raw and 0 <= place < box.width:
                    values[place] = self.of_plain(int(style or 0), kind, raw)

    def _read_plain(self, plain: list[PlainCell], box: Box, values: list[Value]) -> None:
        left = box.left
        texts, of_plain, is_date, width = self.book.strings.texts, self.of_plain, self._is_date, box.width
        for letter, style, kind, raw in plain:
            if not raw:
                continue
            place = column_number(letter) - left
            if place < 0 or place >= width:
                continue
            if kind == "s":
                values[place] = texts[int(raw)]
            elif kind or is_date(style):
                values[place] = of_plain(int(style or 0), kind, raw)
            else:
                values[place] = float(raw)

    def _is_date(self, style: str) -> bool:
        return bool(style) and self.book.styles.is_date(int(style))

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

    def formula(self, row: int, column: int) -> str:
        """Return what a cell's edit line shows: a formula with `=`, else the value as text."""
        cell = self.sheet.grid.cell(row, column)
        if cell is None:
            return ""
        if cell.formula is not None:
            return "=" + shown(self._formula_text(cell, row, column))
        value = self.of(cell)
        if isinstance(value, dt.datetime):
            value = to_serial(value, date1904=self.book.date1904)
        return edit_text(value)

    def _formula_text(self, cell: Cell, row: int, column: int) -> str:
        attributes, text = cell.formula_parts()
        if attributes.get("t") != "shared" or text:
            return text
        source = self.sheet.grid.shared_sources().get(attributes.get("si", ""))
        return translate(source[2], row - source[0], column - source[1]) if source else ""
