"""Cell addresses and rectangles of a sheet; rows and columns count from 1."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})$")
_COLUMNS = re.compile(r"\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$")
_ROWS = re.compile(r"\$?(\d{1,7}):\$?(\d{1,7})$")
_PLAIN_NAME = re.compile(r"[^\W\d][\w.]*$")


@lru_cache(None)
def letters(column: int) -> str:
    """Return the letters of a column: 1 → A, 28 → AB."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


@lru_cache(None)
def column_number(text: str) -> int:
    """Return the number of a column: A → 1, ab → 28."""
    number = 0
    for char in text.upper():
        number = number * 26 + ord(char) - 64
    return number


class Box(NamedTuple):
    """A rectangle of cells, both corners included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def height(self) -> int:
        """The number of rows."""
        return self.bottom - self.top + 1

    @property
    def width(self) -> int:
        """The number of columns."""
        return self.right - self.left + 1

    @property
    def whole_rows(self) -> bool:
        """Whether the rectangle consists of whole rows of the sheet."""
        return self.left == 1 and self.right == MAX_COLUMN

    @property
    def whole_columns(self) -> bool:
        """Whether the rectangle consists of whole columns of the sheet."""
        return self.top == 1 and self.bottom == MAX_ROW

    def meets(self, other: Box) -> bool:
        """Tell whether two rectangles have a cell in common."""
        return (
            self.top <= other.bottom
            and other.top <= self.bottom
            and self.left <= other.right
            and other.left <= self.right
        )

    def holds(self, other: Box) -> bool:
        """Tell whether another rectangle lies within this one."""
        return (
            self.top <= other.top
            and other.bottom <= self.bottom
            and self.left <= other.left
            and other.right <= self.right
        )

    def common(self, other: Box) -> Box | None:
        """Return what two rectangles have in common."""
        if not self.meets(other):
            return None
        top, left = max(self.top, other.top), max(self.left, other.left)
        return Box(top, left, min(self.bottom, other.bottom), min(self.right, other.right))

    def moved(self, rows: int, columns: int) -> Box:
        """Return the rectangle moved by rows and columns."""
        return Box(self.top + rows, self.left + columns, self.bottom + rows, self.right + columns)

    def without(self, hole: Box) -> list[Box]:
        """Return up to four rectangles that cover this one except `hole`."""
        inner = self.common(hole)
        if inner is None:
            return [self]
        pieces = [
            Box(self.top, self.left, inner.top - 1, self.right),
            Box(inner.bottom + 1, self.left, self.bottom, self.right),
            Box(inner.top, self.left, inner.bottom, inner.left - 1),
            Box(inner.top, inner.right + 1, inner.bottom, self.right),
        ]
        return [piece for piece in pieces if piece.top <= piece.bottom and piece.left <= piece.right]

    def __str__(self) -> str:
        first = f"{letters(self.left)}{self.top}"
        last = f"{letters(self.right)}{self.bottom}"
        return first if first == last else f"{first}:{last}"

    def absolute(self) -> str:
        """Write the rectangle with dollars, whole rows and columns in their short form."""
        if self.whole_columns:
            return f"${letters(self.left)}:${letters(self.right)}"
        if self.whole_rows:
            return f"${self.top}:${self.bottom}"
        first = f"${letters(self.left)}${self.top}"
        last = f"${letters(self.right)}${self.bottom}"
        return first if first == last else f"{first}:{last}"


SHEET_BOX = Box(1, 1, MAX_ROW, MAX_COLUMN)


def parse_box(text: str) -> Box:
    """Read `B2`, `$B$2:C5`, `A:C` or `1:3`; raises `ValueError` for anything else."""
    if found := _COLUMNS.match(text):
        left, right = sorted(column_number(part) for part in found.groups())
        return Box(1, left, MAX_ROW, right)
    if found := _ROWS.match(text):
        top, bottom = sorted(int(part) for part in found.groups())
        return Box(top, 1, bottom, MAX_COLUMN)
    corners = [_CELL.match(part) for part in text.split(":")]
    if not all(corners) or len(corners) > 2:
        raise ValueError(text)
    rows = [int(corner[2]) for corner in corners if corner]
    columns = [column_number(corner[1]) for corner in corners if corner]
    box = Box(min(rows), min(columns), max(rows), max(columns))
    if box.top < 1 or not SHEET_BOX.holds(box):
        raise ValueError(text)
    return box


def parse_boxes(text: str | None) -> list[Box]:
    """Read a list of rectangles as `sqref` holds it; what cannot be read is left out."""
    boxes = []
    for part in (text or "").split():
        try:
            boxes.append(parse_box(part))
        except ValueError:
            continue
    return boxes


def quote(sheet: str) -> str:
    """Write a sheet's name as a formula needs it: in apostrophes unless it is a plain word."""
    looks_like_cell = _CELL.match(sheet) or re.match(r"[Rr]\d*[Cc]\d*$", sheet)
    if _PLAIN_NAME.match(sheet) and not looks_like_cell:
        return sheet
    return "'" + sheet.replace("'", "''") + "'"


def unquote(sheet: str) -> str:
    """Read a sheet's name out of a formula."""
    if len(sheet) > 1 and sheet.startswith("'") and sheet.endswith("'"):
        return sheet[1:-1].replace("''", "'")
    return sheet
