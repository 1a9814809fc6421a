"""References inside formulas: found by openpyxl's tokenizer, changed in place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from wg_excel.headless.addresses import MAX_COLUMN, MAX_ROW, Box, column_number, letters, quote, unquote

if TYPE_CHECKING:
    from collections.abc import Callable

_CORNER = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$")
_COLUMN = re.compile(r"(\$?)([A-Za-z]{1,3})$")
_ROW = re.compile(r"(\$?)(\d{1,7})$")
_PREFIX = re.compile(r"((?:'(?:[^']|'')+'|[^'!\[\]]*(?:\[[^\]]*\])?[^'!\[\]]*))!")
LOST = "#REF!"


@lru_cache(4096)
def _tokens(formula: str) -> tuple[tuple[str, bool], ...]:
    """Return the pieces of a formula, each with a mark when it is a reference or a name."""
    from openpyxl.formula.tokenizer import Tokenizer  # only changes of structure need it

    try:
        items = Tokenizer("=" + formula).items
    except Exception:  # noqa: BLE001 - a formula that cannot be read is kept as it is
        return ((formula, False),)
    pieces = tuple((item.value, item.type == "OPERAND" and item.subtype == "RANGE") for item in items)
    return pieces if "".join(piece for piece, _ in pieces) == formula else ((formula, False),)


def map_references(formula: str, change: Callable[[str | None, str], str]) -> str:
    """Rewrite each reference or name: `change` gets its sheet as written (or nothing) and the rest."""
    pieces = []
    for text, reference in _tokens(formula):
        if reference:
            prefix = _PREFIX.match(text)
            sheet = prefix[1] if prefix else None
            pieces.append(change(sheet, text[prefix.end() :] if prefix else text))
        else:
            pieces.append(text)
    return "".join(pieces)


def references(formula: str) -> list[tuple[str | None, str]]:
    """Return sheet and rest of each reference or name in a formula."""
    found: list[tuple[str | None, str]] = []

    def note(sheet: str | None, text: str) -> str:
        found.append((unquote(sheet) if sheet else None, text))
        return text

    map_references(formula, note)
    return found


def join(sheet: str | None, text: str) -> str:
    """Write a reference with its sheet as it was written."""
    return text if sheet is None else f"{sheet}!{text}"


def span(text: str) -> tuple[Box, str] | None:
    """Return the rectangle of a reference and its form (`cells`, `columns` or `rows`)."""
    corners = text.split(":")
    if len(corners) > 2:
        return None
    for form, pattern in (("cells", _CORNER), ("columns", _COLUMN), ("rows", _ROW)):
        found = [pattern.match(corner) for corner in corners]
        if all(found) and (form == "cells" or len(corners) > 1):
            return _box(form, [match.groups() for match in found if match]), form
    return None


def _box(form: str, corners: list[tuple[str, ...]]) -> Box:
    if form == "columns":
        columns = sorted(column_number(corner[1]) for corner in corners)
        return Box(1, columns[0], MAX_ROW, columns[-1])
    if form == "rows":
        rows = sorted(int(corner[1]) for corner in corners)
        return Box(rows[0], 1, rows[-1], MAX_COLUMN)
    rows = sorted(int(corner[3]) for corner in corners)
    columns = sorted(column_number(corner[1]) for corner in corners)
    return Box(rows[0], columns[0], rows[-1], columns[-1])


def write(text: str, box: Box, form: str) -> str:
    """Write `box` with the dollars and the form of the reference `text`."""
    corners = text.split(":")
    marks = [(corner.startswith("$"), "$" in corner[1:]) for corner in corners]
    first, last = marks[0], marks[-1]
    if form == "columns":
        return f"{_mark(first[0])}{letters(box.left)}:{_mark(last[0])}{letters(box.right)}"
    if form == "rows":
        return f"{_mark(first[0])}{box.top}:{_mark(last[0])}{box.bottom}"
    start = f"{_mark(first[0])}{letters(box.left)}{_mark(first[1])}{box.top}"
    if len(corners) == 1:
        return start
    return f"{start}:{_mark(last[0])}{letters(box.right)}{_mark(last[1])}{box.bottom}"


def _mark(absolute: bool) -> str:  # noqa: FBT001 - a mark of the notation
    return "$" if absolute else ""


def change_boxes(formula: str, home: str, sheet: str, change: Callable[[Box], Box | None]) -> str:
    """Rewrite the references of a formula on the sheet `home` that point to `sheet`; no box means lost."""

    def one(prefix: str | None, text: str) -> str:
        aimed = home if prefix is None else unquote(prefix)
        found = span(text) if aimed.lower() == sheet.lower() else None
        if found is None:
            return join(prefix, text)
        box = change(found[0])
        if box is None:
            return join(prefix, LOST)
        return join(prefix, text if box == found[0] else write(text, box, found[1]))

    return map_references(formula, one)


def moved_formula(formula: str, home: str, sheet: str, box: Box, target: str, rows: int, columns: int) -> str:
    """Rewrite references into a block of `sheet` that was moved, perhaps to another sheet `target`."""

    def one(prefix: str | None, text: str) -> str:
        aimed = home if prefix is None else unquote(prefix)
        found = span(text) if aimed.lower() == sheet.lower() else None
        if found is None or not box.holds(found[0]):
            return join(prefix, text)
        kept = prefix if target.lower() == sheet.lower() else quote(target)
        return join(kept, write(text, found[0].moved(rows, columns), found[1]))

    return map_references(formula, one)


def qualified(formula: str, sheet: str, home: str) -> str:
    """Name the sheet of references that have none, and leave it out where it has become the own one."""

    def one(prefix: str | None, text: str) -> str:
        if prefix is None:
            return join(quote(sheet) if span(text) else None, text)
        return text if unquote(prefix).lower() == home.lower() else join(prefix, text)

    return map_references(formula, one)


def translate(formula: str, rows: int, columns: int) -> str:
    """Move the relative parts of all references, as copying a cell does."""

    def one(prefix: str | None, text: str) -> str:
        moved = [_move_corner(corner, rows, columns) for corner in text.split(":")]
        if span(text) is None:
            return join(prefix, text)
        return LOST if None in moved else join(prefix, ":".join(part or "" for part in moved))

    return map_references(formula, one)


def _move_corner(corner: str, rows: int, columns: int) -> str | None:
    found = re.match(r"(\$?)([A-Za-z]{0,3})(\$?)(\d*)$", corner)
    if found is None:
        return corner
    column_mark, column, row_mark, row = found.groups()
    if not column and not row_mark:
        column_mark, row_mark = "", column_mark
    if column and not column_mark:
        number = column_number(column) + columns
        if not 1 <= number <= MAX_COLUMN:
            return None
        column = letters(number)
    if row and not row_mark:
        number = int(row) + rows
        if not 1 <= number <= MAX_ROW:
            return None
        row = str(number)
    return f"{column_mark}{column}{row_mark}{row}"


def rename_sheet(formula: str, old: str, new: str) -> str:
    """Point references from one sheet's name to another."""

    def one(prefix: str | None, text: str) -> str:
        if prefix is None:
            return text
        names = [new if n.lower() == old.lower() else n for n in unquote(prefix).split(":")]
        if names == unquote(prefix).split(":"):
            return join(prefix, text)
        quoted = quote(names[0]) if len(names) == 1 else "'" + ":".join(names).replace("'", "''") + "'"
        return join(quoted, text)

    return map_references(formula, one)


def lose_sheet(formula: str, name: str) -> str:
    """Turn references to a sheet that is going away into `#REF!`."""

    def one(prefix: str | None, text: str) -> str:
        gone = prefix is not None and unquote(prefix).lower() == name.lower()
        return LOST if gone else join(prefix, text)

    return map_references(formula, one)


def rename_table(formula: str, old: str, new: str) -> str:
    """Point structured references from one table's name to another."""

    def one(prefix: str | None, text: str) -> str:
        name, bracket, rest = text.partition("[")
        return join(prefix, f"{new}{bracket}{rest}" if name.lower() == old.lower() else text)

    return map_references(formula, one)


def shift_span(first: int, last: int, at: int, count: int) -> tuple[int, int] | None:
    """Move a span of lines when `count` lines are inserted before `at`, or removed from `at` on if negative."""
    if count >= 0:
        return first + count * (first >= at), last + count * (last >= at)
    end = at - count - 1
    if at <= first and last <= end:
        return None
    first = first + count if first > end else min(first, at)
    last = last + count if last > end else min(last, at - 1) if last >= at else last
    return first, last
