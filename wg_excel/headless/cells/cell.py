"""A cell as a sheet's part holds it, and the reading of a row's cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wg_excel.headless.addresses import column_number

from .texts import escape, unescape

if TYPE_CHECKING:
    from collections.abc import Iterator

_CELL = re.compile(r"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
ATTRIBUTE = re.compile(r'([\w:.]+)="([^"]*)"')
_FORMULA = re.compile(r"<f\b([^>]*?)(?:/>|>(.*?)</f>)", re.DOTALL)
_VALUE = re.compile(r"<v\b[^>]*?(?:/>|>(.*?)</v>)", re.DOTALL)
_REFERENCE = re.compile(r"([A-Z]+)(\d+)$")
# A link to a fixed place with a fixed text depends on no cell: its result is known without calculation.
_LINK = re.compile(r'HYPERLINK\("(?:[^"]|"")*","((?:[^"]|"")*)"\)')


class Cell:
    """A cell: number of its style, kind (`t`), raw text of its value, raw formula element, the rest raw."""

    __slots__ = ("attributes", "formula", "kind", "rest", "style", "value")

    def __init__(self, style: int = 0, kind: str = "", value: str | None = None) -> None:
        self.style = style
        self.kind = kind
        self.value = value
        self.formula: str | None = None
        self.rest = ""
        self.attributes = ""

    @property
    def filled(self) -> bool:
        """Whether the cell holds anything besides its format."""
        return self.value is not None or self.formula is not None or bool(self.rest)

    def empty(self) -> None:
        """Remove the content and keep the format."""
        self.kind, self.value, self.formula, self.rest, self.attributes = "", None, None, "", ""

    def put(self, kind: str, value: str | None) -> None:
        """Replace the content by a raw value of a kind."""
        self.empty()
        self.kind, self.value = kind, value

    def put_formula(self, text: str, attributes: str = "") -> None:
        """Replace the content by a formula; its result is unknown unless it is a link with a fixed text."""
        self.empty()
        self.formula = f"<f{attributes}>{escape(text)}</f>"
        if link := _LINK.fullmatch(text):
            self.kind, self.value = "str", escape(link[1].replace('""', '"'))

    def formula_parts(self) -> tuple[dict[str, str], str]:
        """Return the attributes and the text of the formula; both empty without one."""
        found = _FORMULA.match(self.formula or "")
        if found is None:
            return {}, ""
        return dict(ATTRIBUTE.findall(found[1])), unescape(found[2] or "")

    def copy(self) -> Cell:
        """Return a cell of the same content and format."""
        copy = Cell(self.style, self.kind, self.value)
        copy.formula, copy.rest, copy.attributes = self.formula, self.rest, self.attributes
        return copy

    def text(self, reference: str) -> str:
        """Write the cell's element at an address."""
        style = f' s="{self.style}"' if self.style else ""
        kind = f' t="{self.kind}"' if self.kind else ""
        value = "" if self.value is None else f"<v>{self.value}</v>"
        inner = (self.formula or "") + value + self.rest
        head = f'<c r="{reference}"{style}{kind}{self.attributes}'
        return f"{head}>{inner}</c>" if inner else f"{head}/>"


def parse_cells(text: str) -> Iterator[tuple[int, Cell]]:
    """Yield column and cell of each cell in the text of a row; cells without addresses follow each other."""
    column = 0
    for found in _CELL.finditer(text):
        attributes = dict(ATTRIBUTE.findall(found[1]))
        reference = _REFERENCE.match(attributes.pop("r", ""))
        column = column_number(reference[1]) if reference else column + 1
        cell = Cell(int(attributes.pop("s", 0) or 0), attributes.pop("t", ""))
        if cell.kind == "n":
            cell.kind = ""
        cell.attributes = "".join(f' {name}="{value}"' for name, value in attributes.items())
        _fill(cell, found[2] or "")
        yield column, cell


def _fill(cell: Cell, inner: str) -> None:
    formula = _FORMULA.search(inner)
    if formula is not None:
        cell.formula = formula[0]
        inner = inner.replace(formula[0], "", 1)
    value = _VALUE.search(inner)
    if value is not None:
        cell.value = value[1] or None
        inner = inner.replace(value[0], "", 1)
    cell.rest = inner.strip()
