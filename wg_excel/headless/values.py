"""Values of cells as Python knows them: floats, texts, booleans, dates, nothing."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal
from numbers import Number
from typing import TYPE_CHECKING, NamedTuple

from .addresses import Box, column_number, letters
from .bulk import row_texts
from .dates import from_serial, to_serial
from .errors import CellRefused, RangeTooLarge
from .formulas import shown, stored, translate
from .grid import Cell, Row
from .styles import DATE, DATE_TIME, DURATION, TIME
from .texts import LONGEST, clean, decode, escape, unescape
from .xmlns import MAIN, drop, m

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .worksheet import Worksheet


class CellError(str):
    """An error value such as `#DIV/0!`."""

    __slots__ = ()


Value = str | float | bool | dt.datetime | None

# Blocks of this size are written row by row as text; smaller ones cell by cell.
_BULK = 2_000
_NO_STYLE = {"", "0"}
_MOST_CELLS = 50_000_000
# Ranges of this size are read in one pass a row without making cells.
_WIDE_READ = 64


class RawValue(NamedTuple):
    """What a cell element holds for a value: kind (`t`), raw text, built-in date format if one is due."""

    kind: str
    text: str | None
    date_format: int | None = None


class Values:
    """Reads and writes the values of one sheet."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.book = sheet.book

    # Reading

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
        texts, of_plain, is_date = self.book.strings.texts, self.of_plain, self._is_date
        for letter, style, kind, raw in plain:
            place = column_number(letter) - left
            if not raw or place < 0 or place >= box.width:
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
            return _inline_text(cell.rest)
        return self.of_plain(cell.style, cell.kind, cell.value)

    def _computed(self, cell: Cell, row: int, column: int) -> Value:
        from .calculation import calculated

        value = calculated(self.sheet, row, column)
        if type(value) is float and self.book.styles.is_date(cell.style):
            return from_serial(value, date1904=self.book.date1904)
        return value

    def of_plain(self, style: int, kind: str, raw: str | None) -> Value:
        """Return the value of a cell without a formula."""
        if raw is None:
            return None
        if kind in {"", "n"}:
            number = float(raw)
            return from_serial(number, date1904=self.book.date1904) if self.book.styles.is_date(style) else number
        if kind == "s":
            texts = self.book.strings.texts
            index = int(raw)
            return texts[index] if index < len(texts) else None
        if kind == "b":
            return raw.strip() in {"1", "true"}
        if kind == "d":
            return _iso_date(raw)
        text = decode(unescape(raw))
        return CellError(text) if kind == "e" else text

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

    # Writing

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
        sources: dict[str, tuple[int, int, str]] = {}
        for number in grid.numbers(box) if box else sorted(grid.rows):
            row = grid.rows[number]
            if not row.parsed and 't="shared"' not in row.raw:
                continue
            for column, cell in row.cells.items():
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
        return RawValue("", number_text(serial), _date_format(value))

    def _write_bulk(self, box: Box, rows: Sequence[Sequence[object]]) -> None:
        columns = [letters(column) for column in range(box.left, box.right + 1)]
        defaults = [self.sheet.column_style(column) for column in range(box.left, box.right + 1)]
        if self.sheet.grid.is_free(box):
            texts = row_texts(box.top, columns, defaults, rows, self._tail)
            self.sheet.grid.add(box.top, texts)
            return
        tails: dict[object, str] = {}
        for number, values in enumerate(rows, box.top):
            row = self.sheet.grid.row(number)
            styles = self._styles_to_keep(row, box, defaults)
            if styles is None:
                for column, value in enumerate(values, box.left):
                    self.put(row, column, value)
            else:
                row.replace(self._row_text(number, columns, styles, values, tails))

    def _styles_to_keep(self, row: Row, box: Box, defaults: list[int]) -> list[int] | None:
        """Return the style of each cell of a row; nothing when the row has cells outside the block."""
        edges = row.edges()
        if edges is None:
            own = row.style
            return defaults if own is None else [own] * box.width
        if edges[0] < box.left or edges[1] > box.right:
            return None
        own = row.style
        styles = list(defaults) if own is None else [own] * box.width
        for column, style in row.styles():
            styles[column - box.left] = style
        return styles

    def _row_text(
        self,
        number: int,
        columns: list[str],
        styles: list[int],
        values: Sequence[object],
        tails: dict[object, str],
    ) -> str:
        """Build the cells of a row as text; this loop is what a bulk write costs."""
        pieces = []
        for letter, style, value in zip(columns, styles, values, strict=True):
            if value is None or value == "":
                if style:
                    pieces.append(f'<c r="{letter}{number}" s="{style}"/>')
                continue
            kind = type(value)
            if kind is float and value - value == 0:  # type: ignore[operator]
                mark = f' s="{style}"' if style else ""
                pieces.append(f'<c r="{letter}{number}"{mark}><v>{value!r}</v></c>')
                continue
            key = (kind, style, value)
            tail = tails.get(key)
            if tail is None:
                tail = self._tail(style, value, number, letter)
                if kind is not int:
                    tails[key] = tail
            pieces.append(f'<c r="{letter}{number}"{tail}')
        return "".join(pieces)

    def _tail(self, style: int, value: object, number: int, letter: str) -> str:
        """Return what follows the address in a cell's element."""
        cell = Cell(style)
        if isinstance(value, str) and is_formula(value):
            cell.put_formula(stored(clean(value[1:])))
        else:
            raw = self.raw(value, number, column_number(letter))
            cell.put(raw.kind, raw.text)
            if raw.date_format is not None:
                cell.style = self._dated(style, raw.date_format)
        return cell.text("").removeprefix('<c r=""')

    # Clearing

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


def is_formula(text: str) -> bool:
    """Tell whether a text is a formula to Excel."""
    return text.startswith("=") and len(text) > 1


def number_text(value: object) -> str | None:
    """Write a number as the file holds it; nothing for what is no number."""
    if isinstance(value, int) and abs(value) < 1 << 53:
        return str(value)
    number = float(value)  # type: ignore[arg-type]
    if not math.isfinite(number):
        return None
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def edit_text(value: Value) -> str:
    """Write a constant as Excel's edit line shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return number_text(value) or ""
    return str(value)


def _date_format(value: dt.datetime | dt.date | dt.time | dt.timedelta) -> int:
    if isinstance(value, dt.datetime):
        return DATE if value.time() == dt.time() else DATE_TIME
    if isinstance(value, dt.time):
        return TIME
    return DURATION if isinstance(value, dt.timedelta) else DATE


def _iso_date(raw: str) -> dt.datetime | str:
    try:
        return dt.datetime.fromisoformat(raw).replace(tzinfo=None)
    except ValueError:
        return raw


def _inline_text(raw: str) -> str | None:
    from lxml import etree

    from .texts import rich_text

    root = etree.fromstring(f'<c xmlns="{MAIN}" xmlns:xml="http://www.w3.org/XML/1998/namespace">{raw}</c>')
    return rich_text(root[0]) if len(root) else None
