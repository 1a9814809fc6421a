"""Results of simple formulas, computed where every step is certain; anything else stays unknown.

This is no formula engine: arithmetic, comparison, joining, references, and the few functions below. A text where a
number is due, a function that is not listed, a circle: the result is unknown, never a guess.
"""

from __future__ import annotations

import datetime as dt
import math
import operator
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .addresses import Box, unquote
from .calculation_functions import FUNCTIONS, Area, Unknown, numbers_of, scalar
from .dates import to_serial
from .formulas import span
from .values import CellError, Values

if TYPE_CHECKING:
    from collections.abc import Callable

    from .calculation_functions import Result
    from .workbook import Workbook
    from .worksheet import Worksheet

_PRECEDENCE = {"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}
_COMPARISONS = {
    "=": operator.eq, "<>": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge,
}  # fmt: skip
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
            return scalar(_compiled(text)(Place(self, sheet, row, column)))
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
        from .tables import decode_name, sheet_tables

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


Node = "Callable[[Place], Result | Area]"


@lru_cache(2048)
def _compiled(formula: str) -> Callable[[Place], Result | Area]:
    """Turn a formula into a function; raises `Unknown` for what it does not understand."""
    from openpyxl.formula.tokenizer import Tokenizer  # only formulas whose results are asked for need it

    try:
        items = [(i.type, i.subtype, i.value) for i in Tokenizer(formula).items if i.type != "WHITE-SPACE"]
    except Exception:  # noqa: BLE001 - whatever cannot be read is unknown
        return _unknown
    parser = _Parser(items)
    try:
        node = parser.expression(0)
    except Unknown:
        return _unknown
    return node if parser.done else _unknown


def _unknown(_: Place) -> Result:
    raise Unknown


class _Parser:
    """A parser by precedence over openpyxl's tokens."""

    def __init__(self, items: list[tuple[str, str, str]]) -> None:
        self._items = items
        self._at = 0

    @property
    def done(self) -> bool:
        return self._at == len(self._items)

    def _peek(self) -> tuple[str, str, str]:
        return self._items[self._at] if not self.done else ("", "", "")

    def _next(self) -> tuple[str, str, str]:
        found = self._peek()
        self._at += 1
        return found

    def expression(self, least: int) -> Callable[[Place], Result | Area]:
        """Parse operands joined by operators that bind at least as strongly."""
        left = self._operand()
        while True:
            kind, _, text = self._peek()
            if kind == "OPERATOR-POSTFIX":
                self._next()
                left = _percent(left)
            elif kind == "OPERATOR-INFIX" and _PRECEDENCE.get(text, 0) > least:
                self._next()
                left = _infix(text, left, self.expression(_PRECEDENCE[text]))
            else:
                return left

    def _operand(self) -> Callable[[Place], Result | Area]:
        kind, subtype, text = self._next()
        if kind == "OPERATOR-PREFIX":
            # A sign binds more strongly than a power in a sheet.
            inner = self._operand()
            return _infix("-", lambda _: 0.0, inner) if text == "-" else inner
        if kind == "PAREN" and subtype == "OPEN":
            inner = self.expression(0)
            self._close("PAREN")
            return inner
        if kind == "FUNC" and subtype == "OPEN":
            return self._call(text.rstrip("(").upper())
        if kind == "OPERAND":
            return _literal(subtype, text)
        raise Unknown

    def _close(self, kind: str) -> None:
        if self._next()[:2] != (kind, "CLOSE"):
            raise Unknown

    def _call(self, name: str) -> Callable[[Place], Result | Area]:
        function = FUNCTIONS.get(name)
        if function is None:
            raise Unknown
        arguments = []
        while self._peek()[:2] != ("FUNC", "CLOSE"):
            arguments.append(self.expression(0))
            if self._peek()[:2] == ("SEP", "ARG"):
                self._next()
        self._close("FUNC")
        return lambda place: function([lambda a=a: a(place) for a in arguments])  # type: ignore[misc]


def _literal(subtype: str, text: str) -> Callable[[Place], Result | Area]:
    if subtype == "NUMBER":
        number = float(text)
        return lambda _: number
    if subtype == "TEXT":
        inner = text[1:-1].replace('""', '"')
        return lambda _: inner
    if subtype == "LOGICAL":
        return lambda _: text.upper() == "TRUE"
    if subtype == "ERROR":
        return lambda _: CellError(text)
    sheet, mark, rest = text.rpartition("!")
    name = unquote(sheet) if mark else None
    return lambda place: place.calculator.area(place, name, rest)


def _percent(inner: Callable[[Place], Result | Area]) -> Callable[[Place], Result | Area]:
    return _infix("/", inner, lambda _: 100.0)


def _infix(
    sign: str, left: Callable[[Place], Result | Area], right: Callable[[Place], Result | Area]
) -> Callable[[Place], Result | Area]:
    return lambda place: _spread(sign, left(place), right(place))


def _spread(sign: str, left: Result | Area, right: Result | Area) -> Result | Area:
    """Apply an operator, cell by cell where an operand is an area."""
    if not isinstance(left, Area) and not isinstance(right, Area):
        return _apply(sign, left, right)
    if isinstance(left, Area) and left.single:
        return _spread(sign, left.rows[0][0], right)
    if isinstance(right, Area) and right.single:
        return _spread(sign, left, right.rows[0][0])
    shape = left if isinstance(left, Area) else right
    assert isinstance(shape, Area)
    first = left.rows if isinstance(left, Area) else [[left] * len(row) for row in shape.rows]
    second = right.rows if isinstance(right, Area) else [[right] * len(row) for row in shape.rows]
    if [len(row) for row in first] != [len(row) for row in second]:
        raise Unknown
    pairs = (zip(a, b, strict=True) for a, b in zip(first, second, strict=True))
    return Area([[_apply(sign, a, b) for a, b in pair] for pair in pairs])


def _apply(sign: str, left: Result, right: Result) -> Result:
    for side in (left, right):
        if isinstance(side, CellError):
            return side
    if sign == "&":
        return _text(left) + _text(right)
    if sign in _COMPARISONS:
        return _compare(sign, left, right)
    return _count_with(sign, numbers_of(left), numbers_of(right))


def _count_with(sign: str, a: float, b: float) -> Result:
    if sign == "/":
        return CellError("#DIV/0!") if b == 0 else a / b
    if sign == "^":
        if a < 0 and not b.is_integer():
            return CellError("#NUM!")
        return CellError("#DIV/0!") if a == 0 and b < 0 else float(a**b)
    result = {"+": operator.add, "-": operator.sub, "*": operator.mul}[sign](a, b)
    # Excel shows sums that differ from zero by rounding alone as zero.
    return 0.0 if sign in "+-" and result != 0 and math.isclose(abs(a), abs(b), rel_tol=1e-15) else float(result)


def _text(value: Result) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if not value.is_integer() or abs(value) >= 1e11:
            raise Unknown
        return str(int(value))
    return str(value)


def _compare(sign: str, left: Result, right: Result) -> bool:
    """Compare as Excel does: nothing equals zero, a blank text and false; texts are compared without case."""
    left = _blank_like(right) if left is None else left
    right = _blank_like(left) if right is None else right
    first, second = _rank(left), _rank(right)
    if first[0] == second[0] == 1 and sign not in {"=", "<>"}:
        # The order of texts depends on the language of Excel.
        raise Unknown
    return bool(_COMPARISONS[sign](first, second))


def _blank_like(value: Result) -> Result:
    if isinstance(value, str):
        return ""
    return False if isinstance(value, bool) else 0.0


def _rank(value: Result) -> tuple[int, float | str]:
    """Return a key in Excel's order: numbers, texts, truths."""
    if isinstance(value, str):
        return 1, value.lower()
    return (2 if isinstance(value, bool) else 0), numbers_of(value)
