"""Results of simple formulas, computed where every step is certain; anything else stays unknown.

This is no formula engine: arithmetic, comparison, joining, references, and the few functions below. A text where a
number is due, a function that is not listed, a circle: the result is unknown, never a guess.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from wg_excel.headless.addresses import Box
from wg_excel.headless.cells.dates import to_serial
from wg_excel.headless.cells.values import Values

from .calculation_functions import Area, Unknown, scalar
from .calculation_parser import compiled
from .formulas import span

if TYPE_CHECKING:
    from wg_excel.headless.workbook import Workbook
    from wg_excel.headless.worksheet import Worksheet

    from .calculation_functions import Result

# A link to a fixed place with a fixed text: sheets hold thousands of them.
_LINK = re.compile(r'=HYPERLINK\("(?:[^"]|"")*","((?:[^"]|"")*)"\)')
_DEEPEST = 100
_MOST_CELLS = 200_000


class Place(NamedTuple):
    """The cell whose formula is computed, and who computes it."""

    calculator: Calculator
    sheet: Worksheet
    row: int
    column: int


class Calculator:
    """Computes results of a workbook's formulas as it is now."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self._known: dict[tuple[str, int, int], Result | type[Unknown]] = {}
        self._depth = 0

    def value(self, sheet: Worksheet, row: int, column: int) -> Result:
        """Return the value of a cell, computed if it is a formula; raises `Unknown`."""
        cell = sheet.grid.cell(row, column)
        if cell is None:
            return None
        if cell.formula is None:
            found = Values(sheet).of(cell)
            return to_serial(found, date1904=self.book.date1904) if isinstance(found, dt.datetime) else found
        key = (sheet.name, row, column)
        if key not in self._known:
            # While a cell is being computed it is unknown to itself: this ends circles.
            self._known[key] = Unknown
            self._known[key] = self._compute(sheet, row, column)
        known = self._known[key]
        if isinstance(known, type):
            raise Unknown
        return known

    def _compute(self, sheet: Worksheet, row: int, column: int) -> Result | type[Unknown]:
        self._depth += 1
        try:
            if self._depth > _DEEPEST:
                return Unknown
            text = Values(sheet).formula(row, column)
            if link := _LINK.fullmatch(text):
                return link[1].replace('""', '"')
            return scalar(compiled(text)(Place(self, sheet, row, column)))
        except (Unknown, OverflowError, ValueError):
            return Unknown
        finally:
            self._depth -= 1

    def area(self, place: Place, sheet_name: str | None, text: str) -> Area:
        """Return the values of a reference as seen from a cell; raises `Unknown`."""
        sheet = place.sheet if sheet_name is None else self.book.sheet(sheet_name)
        found = span(text)
        if sheet is None:
            raise Unknown
        if found is not None:
            return self._cells(sheet, found[0])
        return self._structured(place, text)

    def _cells(self, sheet: Worksheet, box: Box) -> Area:
        if box.whole_columns or box.whole_rows:
            used = sheet.grid.used()
            box = (used.common(box) if used else None) or box._replace(bottom=box.top, right=box.left)
        if box.height * box.width > _MOST_CELLS:
            raise Unknown
        columns = range(box.left, box.right + 1)
        return Area([[self.value(sheet, row, column) for column in columns] for row in range(box.top, box.bottom + 1)])

    def _structured(self, place: Place, text: str) -> Area:
        """Return the cells of `Table[Column]` or, in the same row, `Table[[#This Row],[Column]]`."""
        from wg_excel.headless.table_names import decode_name
        from wg_excel.headless.tables import sheet_tables

        name, _, inner = text.partition("[")
        for sheet in self.book.sheets:
            for table in sheet_tables(sheet):
                own = not name and sheet is place.sheet and table.box.holds(_cell_box(place))
                if not own and table.name.lower() != name.lower():
                    continue
                names = [decode_name(column.get("name") or "").lower() for column in table.columns]
                return self._cells(sheet, _column_box(place, table.body, names, inner))
        raise Unknown


def _cell_box(place: Place) -> Box:
    return Box(place.row, place.column, place.row, place.column)


def _column_box(place: Place, body: Box | None, names: list[str], inner: str) -> Box:
    wanted = inner.removesuffix("]").strip()
    this_row = wanted.startswith("@") or wanted.lower().startswith("[#this row],")
    wanted = wanted.removeprefix("@") if wanted.startswith("@") else wanted.partition(",")[2] if this_row else wanted
    wanted = wanted.strip().removeprefix("[").removesuffix("]").lower()
    if body is None or wanted not in names:
        raise Unknown
    left = body.left + names.index(wanted)
    box = body._replace(left=left, right=left)
    return box._replace(top=place.row, bottom=place.row) if this_row else box


def calculated(sheet: Worksheet, row: int, column: int) -> Result:
    """Return the result of a cell's formula as the workbook is now; nothing where it is unknown."""
    book = sheet.book
    if book.calculator is None:
        book.calculator = Calculator(book)
    try:
        return book.calculator.value(sheet, row, column)
    except Unknown:
        return None
