"""Operators of formulas as Excel applies them to values and areas; what is not certain is unknown."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

from wg_excel.headless.cells.raw_values import CellError

from .calculation_functions import Area, Unknown, numbers_of

if TYPE_CHECKING:
    from .calculation_functions import Result

_COMPARISONS = {
    "=": operator.eq, "<>": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge,
}  # fmt: skip
_ROUNDING = 1e-15


def spread(sign: str, left: Result | Area, right: Result | Area) -> Result | Area:
    """Apply an operator, cell by cell where an operand is an area."""
    if not isinstance(left, Area) and not isinstance(right, Area):
        return _apply(sign, left, right)
    if isinstance(left, Area) and left.single:
        return spread(sign, left.rows[0][0], right)
    if isinstance(right, Area) and right.single:
        return spread(sign, left, right.rows[0][0])
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
    rounding = sign in "+-" and abs(result) <= _ROUNDING * max(abs(a), abs(b))
    return 0.0 if rounding else float(result)


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
