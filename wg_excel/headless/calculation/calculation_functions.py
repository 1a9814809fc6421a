"""The functions whose results are certain; arguments are computed when a function asks for them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from wg_excel.headless.cells.raw_values import CellError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Result = float | str | bool | CellError | None


class Unknown(Exception):
    """The result cannot be told."""


class Area(NamedTuple):
    """The values of a rectangle."""

    rows: list[list[Result]]

    @property
    def single(self) -> bool:
        """Whether it is one cell."""
        return len(self.rows) == 1 and len(self.rows[0]) == 1


if TYPE_CHECKING:
    Argument = Callable[[], Result | Area]
    Function = Callable[[Sequence[Argument]], Result]


class _Failed(Exception):
    def __init__(self, error: CellError) -> None:
        super().__init__(error)
        self.error = error


def scalar(value: Result | Area) -> Result:
    """Return the one value of a result; an area has none. A blank cell reads as zero, as in Excel."""
    if isinstance(value, Area):
        if not value.single:
            raise Unknown
        return 0.0 if value.rows[0][0] is None else value.rows[0][0]
    return value


def numbers_of(value: Result) -> float:
    """Return a value as a number; a text is none, even if it looks like one."""
    if value is None:
        return 0.0
    if isinstance(value, str):
        raise Unknown
    return float(value)


def _single(argument: Argument) -> Result:
    found = argument()
    value = found.rows[0][0] if isinstance(found, Area) and found.single else found
    if isinstance(value, Area):
        raise Unknown
    if isinstance(value, CellError):
        raise _Failed(value)
    return value


def _each(arguments: Sequence[Argument]) -> Iterator[tuple[Result, bool]]:
    """Yield all values with a mark of those that stand in cells."""
    for argument in arguments:
        found = argument()
        if isinstance(found, Area):
            yield from ((value, True) for row in found.rows for value in row)
        else:
            yield found, False


def _numbers(arguments: Sequence[Argument]) -> list[float]:
    """Return all numbers; texts and truths in cells are left out, as Excel does."""
    found = []
    for value, in_cell in _each(arguments):
        if isinstance(value, CellError):
            raise _Failed(value)
        if in_cell and (value is None or isinstance(value, str | bool)):
            continue
        found.append(numbers_of(value))
    return found


def _average(arguments: Sequence[Argument]) -> Result:
    found = _numbers(arguments)
    return math.fsum(found) / len(found) if found else CellError("#DIV/0!")


def _count(arguments: Sequence[Argument]) -> Result:
    return float(sum(1 for value, _ in _each(arguments) if isinstance(value, float)))


def _count_filled(arguments: Sequence[Argument]) -> Result:
    return float(sum(1 for value, _ in _each(arguments) if value is not None))


def _if(arguments: Sequence[Argument]) -> Result:
    if not 2 <= len(arguments) <= 3:
        raise Unknown
    test = _single(arguments[0])
    if isinstance(test, str):
        raise Unknown
    if test:
        return _single(arguments[1])
    return _single(arguments[2]) if len(arguments) > 2 else False


def _truths(arguments: Sequence[Argument]) -> list[bool]:
    found = []
    for value, in_cell in _each(arguments):
        if isinstance(value, CellError):
            raise _Failed(value)
        if in_cell and (value is None or isinstance(value, str)):
            continue
        found.append(bool(numbers_of(value)))
    if not found:
        raise Unknown
    return found


def _round(arguments: Sequence[Argument]) -> Result:
    if len(arguments) != 2:
        raise Unknown
    number, digits = (numbers_of(_single(argument)) for argument in arguments)
    factor = 10 ** int(digits)
    scaled = abs(number) * factor
    # Halves go away from zero; fifteen digits are what Excel counts with.
    return math.copysign(math.floor(float(f"{scaled + 0.5:.15g}")) / factor, number)


def _subtotal(arguments: Sequence[Argument]) -> Result:
    """Compute the kinds that do not depend on hidden rows being left out by hand."""
    kind = numbers_of(_single(arguments[0])) % 100
    if kind not in _SUBTOTALS:
        raise Unknown
    return _SUBTOTALS[kind](arguments[1:])


def _iferror(arguments: Sequence[Argument]) -> Result:
    if len(arguments) != 2:
        raise Unknown
    try:
        return _single(arguments[0])
    except _Failed:
        return _single(arguments[1])


def _guarded(function: Function) -> Function:
    """Let an error value among the arguments be the result."""

    def call(arguments: Sequence[Argument]) -> Result:
        try:
            return function(arguments)
        except _Failed as failed:
            return failed.error

    return call


_SUBTOTALS: dict[float, Function] = {
    1: _average,
    2: _count,
    3: _count_filled,
    4: lambda arguments: max(_numbers(arguments), default=0.0),
    5: lambda arguments: min(_numbers(arguments), default=0.0),
    9: lambda arguments: math.fsum(_numbers(arguments)),
}

FUNCTIONS: dict[str, Function] = {
    name: _guarded(function)
    for name, function in {
        "SUM": lambda arguments: math.fsum(_numbers(arguments)),
        "MIN": _SUBTOTALS[5],
        "MAX": _SUBTOTALS[4],
        "AVERAGE": _average,
        "COUNT": _count,
        "COUNTA": _count_filled,
        "SUBTOTAL": _subtotal,
        "IF": _if,
        "IFERROR": _iferror,
        "AND": lambda arguments: all(_truths(arguments)),
        "OR": lambda arguments: any(_truths(arguments)),
        "NOT": lambda arguments: not _truths(arguments)[0],
        "ABS": lambda arguments: abs(numbers_of(_single(arguments[0]))),
        "ROUND": _round,
    }.items()
}
