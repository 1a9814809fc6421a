"""Cells that hold a text; a whole text is looked up in the table of shared ones, however many rows there are."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from .raw_values import edit_text
from .values import Values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wg_excel.headless.addresses import Box
    from wg_excel.headless.worksheet import Worksheet

_JOKERS = re.compile(r"[~*?]")


def found_cells(sheet: Worksheet, box: Box, text: str, *, whole: bool, match_case: bool) -> list[tuple[int, int]]:
    """Return row and column of the cells that hold a text; `*`, `?` and `~` as in Excel."""
    pattern = wildcard(text, match_case=match_case)
    test = pattern.fullmatch if whole else pattern.search
    is_plain = whole and match_case and not _JOKERS.search(text) and _is_only_text(text)
    values = Values(sheet)
    return [
        (number, column)
        for number in (_rows_with(sheet, box, text) if is_plain else sheet.grid.numbers(box))
        for column, value in enumerate(values.read(box._replace(top=number, bottom=number))[0], box.left)
        if value is not None and test(edit_text(value))
    ]


def _rows_with(sheet: Worksheet, box: Box, text: str) -> Iterable[int]:
    """Return the rows that may hold a text: those that name it among the shared ones, or have texts of their own."""
    own = [number for number in sheet.grid.with_own() if box.top <= number <= box.bottom]
    rows, marks = sheet.grid.rows, [f"<v>{number}</v>" for number in sheet.book.strings.find(text)]
    if not marks:
        return own
    named = (number for number in sheet.grid.numbers(box) if any(mark in rows[number].raw for mark in marks))
    return sorted({*own, *named})


def _is_only_text(text: str) -> bool:
    """Tell whether no number, date, truth or error shows as a text."""
    for read in (float, dt.datetime.fromisoformat):
        with suppress(ValueError):
            read(text)
            return False
    return text.upper() not in {"TRUE", "FALSE"} and not text.startswith("#")


def wildcard(text: str, *, match_case: bool) -> re.Pattern[str]:
    """Translate Excel's search pattern."""
    pieces = []
    for found in re.finditer(r"~([*?~])|(\*)|(\?)|(.)", text, re.DOTALL):
        literal, star, question, other = found.groups()
        pieces.append(".*" if star else "." if question else re.escape(literal or other))
    return re.compile("".join(pieces), re.DOTALL | (0 if match_case else re.IGNORECASE))
