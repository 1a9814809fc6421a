"""A formula read by precedence, turned into a function of the place that it is computed for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from wg_excel.headless.addresses import unquote
from wg_excel.headless.cells.raw_values import CellError

from .calculation_functions import FUNCTIONS, Area, Unknown
from .calculation_operators import spread

if TYPE_CHECKING:
    from collections.abc import Callable

    from .calculation import Place
    from .calculation_functions import Result

_PRECEDENCE = {"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}


@lru_cache(2048)
def compiled(formula: str) -> Callable[[Place], Result | Area]:
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
    return lambda place: spread(sign, left(place), right(place))
