"""Which results of formulas may be old after a change, so that a save leaves none of them in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wg_excel.headless.addresses import unquote
from wg_excel.headless.cells.cell import Cell
from wg_excel.headless.cells.raw_values import CellError, number_text
from wg_excel.headless.cells.texts import escape

if TYPE_CHECKING:
    from wg_excel.headless.workbook import Workbook
    from wg_excel.headless.worksheet import Worksheet

    from .calculation_functions import Result

_SHEET = re.compile(r"('(?:[^']|'')+'|[^\W\d][\w.]*)!")
_WORD = re.compile(r"[^\W\d][\w.]*")
_OWN = re.compile(r"(?<![\w!'.])\$?[A-Za-z]{1,3}\$?\d|\[#This Row\]|\[@")
# Their results depend on more than the cells that they mention.
_RESTLESS = frozenset({"TODAY", "NOW", "RAND", "RANDBETWEEN", "RANDARRAY", "OFFSET", "INDIRECT", "CELL", "INFO"})


def renew_results(book: Workbook) -> None:
    """Compute the stored results that may be old, or remove those that cannot be computed."""
    touched = {sheet.name.lower() for sheet in book.sheets if sheet.touched}
    holders = [sheet for sheet in book.sheets if sheet.holds_formulas]
    meanings = _meanings(book)
    mentions = {sheet: _mentions(sheet, meanings) for sheet in holders}
    while True:
        found = {s.name.lower() for s in holders if any(refs & touched for refs in mentions[s].values())}
        if found <= touched:
            break
        touched |= found
    for sheet in holders:
        _renew(sheet, {place for place, refs in mentions[sheet].items() if refs & touched or _ALL in refs})


_ALL = "*"


def _meanings(book: Workbook) -> dict[str, set[str]]:
    """Return the sheets that names and tables lead to."""
    found: dict[str, set[str]] = {}
    for sheet in book.sheets:
        for part in sheet.table_parts():
            found[(part.xml.get("displayName") or "").lower()] = {sheet.name.lower()}
    for element in book.names:
        sheets = {unquote(name).lower() for name in _SHEET.findall(element.text or "")}
        found.setdefault((element.get("name") or "").lower(), set()).update(sheets)
    return found


def _mentions(sheet: Worksheet, meanings: dict[str, set[str]]) -> dict[tuple[int, int], set[str]]:
    """Return the sheets that each formula of a sheet depends on; too many rather than too few."""
    known: dict[str, set[str]] = {}
    found = {}
    for row, column, cell in sheet.grid.formulas():
        raw = cell.formula or ""
        text = cell.formula_parts()[1]
        if raw not in known:
            known[raw] = _sheets_of(text, sheet, meanings) if text else {sheet.name.lower(), _ALL}
        found[row, column] = known[raw]
    return found


def _sheets_of(text: str, sheet: Worksheet, meanings: dict[str, set[str]]) -> set[str]:
    found = {unquote(name).lower() for name in _SHEET.findall(text)}
    words = {word.lower() for word in _WORD.findall(text)}
    for word in words & meanings.keys():
        found |= meanings[word]
    if _OWN.search(text) or ":" in text:
        found.add(sheet.name.lower())
    if {word.upper() for word in words} & _RESTLESS:
        found.add(_ALL)
    return found


def _renew(sheet: Worksheet, places: set[tuple[int, int]]) -> None:
    from .calculation import calculated

    for row, column in places:
        cell = sheet.grid.cell(row, column)
        if cell is None or cell.formula is None:
            continue
        before = (cell.kind, cell.value)
        _store(cell, calculated(sheet, row, column))
        if (cell.kind, cell.value) != before:
            sheet.grid.touched = True


def _store(cell: Cell, value: Result) -> None:
    """Write a computed result beside the formula, or nothing."""
    cell.kind, cell.value = "", None
    if isinstance(value, bool):
        cell.kind, cell.value = "b", "1" if value else "0"
    elif isinstance(value, CellError):
        cell.kind, cell.value = "e", str(value)
    elif isinstance(value, str):
        cell.kind, cell.value = "str", escape(value)
    elif value is not None:
        cell.value = number_text(value)
