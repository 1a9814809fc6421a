"""A row of a sheet: text until one of its cells is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from wg_excel.headless.addresses import MAX_COLUMN, column_number, letters

from .cell import ATTRIBUTE, Cell, parse_cells

_PLAIN = re.compile(r'<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?(?:/>|>(?:<v>([^<]*)</v>)?</c>)')
_VALUE = re.compile(r'<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?><v>([^<]*)</v></c>')
_ADDRESS = re.compile(r'(<c r="[A-Z]{1,3})\d+')
# A cell without a formula, as the fast pass sees it: letters of its column, style, kind, raw value.
PlainCell = tuple[str, str, str, str]
# What finds the plain cell of a column in the text of a row, and how any cell of that column begins.
ColumnSearch = tuple[Callable[[str], re.Match[str] | None], str]


class Row:
    """A row: its attributes besides its number, and its cells, raw text until one is asked for; then that is empty."""

    __slots__ = ("_cells", "attributes", "number", "raw")

    def __init__(self, number: int, attributes: str = "", text: str = "") -> None:
        self.number = number
        self.attributes = attributes
        self.raw = text
        self._cells: dict[int, Cell] | None = None

    @property
    def parsed(self) -> bool:
        """Whether the cells stand as objects."""
        return self._cells is not None

    @property
    def cells(self) -> dict[int, Cell]:
        """The cells by column; from now on they are written out of these objects."""
        if self._cells is None:
            self._cells = dict(parse_cells(self.raw))
            self.raw = ""
            self.attributes = re.sub(r' spans="[^"]*"', "", self.attributes)
        return self._cells

    def replace(self, text: str) -> None:
        """Replace all cells by text built elsewhere."""
        self.raw, self._cells = text, None

    def plain(self) -> list[PlainCell] | None:
        """Read the cells in one pass; nothing when one of them is not plain."""
        if self._cells is not None:
            return None
        found: list[PlainCell] = _PLAIN.findall(self.raw)
        if len(found) != self.raw.count("<c "):
            return None
        return found

    def plain_values(self) -> list[PlainCell] | None:
        """Read the cells that hold something in one pass; nothing when one of them is not plain."""
        if self._cells is not None:
            return None
        text = self.raw
        found: list[PlainCell] = _VALUE.findall(text)
        values = len(found)
        if values != text.count("<v>") or values + text.count("/>") != text.count("<c ") or "<f" in text:
            return self.plain()
        return found

    def plain_of(self, columns: list[ColumnSearch]) -> list[PlainCell] | None:
        """Read the cells of a few columns; nothing when one of them is not plain."""
        if self._cells is not None:
            return None
        found: list[PlainCell] = []
        for search, start in columns:
            cell = search(self.raw)
            if cell:
                found.append(cell.groups(""))  # type: ignore[arg-type]  # four groups
            elif start in self.raw:
                return None
        return found

    def attribute(self, name: str) -> str | None:
        """Return one attribute of the row."""
        return dict(ATTRIBUTE.findall(self.attributes)).get(name)

    def set_attributes(self, **changes: str | None) -> None:
        """Set attributes of the row, or remove those given as nothing."""
        attributes = dict(ATTRIBUTE.findall(self.attributes))
        for name, value in changes.items():
            attributes.pop(name, None)
            if value is not None:
                attributes[name] = value
        attributes.pop("spans", None)
        self.attributes = "".join(f' {name}="{value}"' for name, value in attributes.items())

    @property
    def style(self) -> int | None:
        """The style of cells that the row does not hold yet."""
        if "customFormat=" not in self.attributes:
            return None
        return int(self.attribute("s") or 0)

    def edges(self) -> tuple[int, int] | None:
        """Return the first and the last column with a cell."""
        if self._cells is None:
            first, last = self.raw.find('r="'), self.raw.rfind('<c r="')
            if last < 0:
                return None
            return _column_at(self.raw, first + 3), _column_at(self.raw, last + 6)
        return (min(self._cells), max(self._cells)) if self._cells else None

    @property
    def holds_formulas(self) -> bool:
        """Whether a cell holds a formula."""
        if self._cells is None:
            return "<f" in self.raw
        return any(cell.formula is not None for cell in self._cells.values())

    def text_at(self, number: int, left: int = 1, right: int = MAX_COLUMN) -> str:
        """Return the text of the cells within columns as they would stand in another row."""
        if self._cells is None:
            text = self._within(left, right)
            old = f'{self.number}"'
            if text.count(old) == text.count('<c r="'):  # it stands in the addresses only
                return text.replace(old, f'{number}"')
            return _ADDRESS.sub(rf"\g<1>{number}", text)
        kept = [(column, self._cells[column]) for column in sorted(self._cells) if left <= column <= right]
        return "".join(cell.text(f"{letters(column)}{number}") for column, cell in kept)

    def cut(self, right: int) -> bool:
        """Drop the cells behind a column; tell whether that could be done without making cells."""
        if self._cells is not None:
            return False
        self.raw = self._within(1, right)
        return True

    def _within(self, left: int, right: int) -> str:
        text, start, end = self.raw, 0, len(self.raw)
        if left == 1 and right == MAX_COLUMN:
            return text
        while (last := text.rfind('<c r="', 0, end)) >= 0 and _column_at(text, last + 6) > right:
            end = last
        while (first := text.find('<c r="', start, end)) >= 0 and _column_at(text, first + 6) < left:
            start = first + 6
        return text[max(first, 0) : end] if first >= 0 else ""

    def style_of(self, column: int) -> int:
        """Return the style of a cell, 0 where there is none."""
        edges = self.edges()
        if edges is None or edges[1] < column:
            return 0
        if self._cells is None:
            found = one_column(letters(column))[0](self.raw)
            return int(found[2] or 0) if found else dict(self.styles()).get(column, 0)
        return self._cells[column].style if column in self._cells else 0

    def put_at_end(self, column: int, end: str) -> bool:
        """Add a cell behind the others, by what follows its address; tell whether no cells had to be made for it."""
        edges = self.edges()
        if self._cells is not None or edges is None or edges[1] >= column:
            return False
        self.raw += f'<c r="{letters(column)}{self.number}"{end}'
        return True

    def put_plain(self, letter: str, tail: Callable[[int], str]) -> bool:
        """Replace the cell of a column by what is told for its style; tell whether it is there and plain."""
        found = one_column(letter)[0](self.raw) if self._cells is None else None
        if found is None:
            return False
        new = f'<c r="{letter}{self.number}"{tail(int(found[2] or 0))}'
        self.raw = self.raw[: found.start()] + new + self.raw[found.end() :]
        return True

    def filled(self) -> set[int]:
        """Return the columns whose cells hold something."""
        plain = self.plain()
        if plain is not None:
            return {column_number(letter) for letter, _, _, value in plain if value}
        return {column for column, cell in self.cells.items() if cell.filled}

    def styles(self) -> list[tuple[int, int]]:
        """Return column and style of each cell."""
        plain = self.plain()
        if plain is not None:
            return [(column_number(letter), int(style or 0)) for letter, style, _, _ in plain]
        return [(column, cell.style) for column, cell in self.cells.items()]

    def text(self) -> str:
        """Write the row's element; nothing for a row without cells and attributes."""
        inner = self.raw
        if self._cells is not None:
            number = str(self.number)
            cells = sorted(self._cells.items())
            inner = "".join(cell.text(letters(column) + number) for column, cell in cells)
        if not inner:
            return f'<row r="{self.number}"{self.attributes}/>' if self.attributes else ""
        return f'<row r="{self.number}"{self.attributes}>{inner}</row>'


@cache
def one_column(letter: str) -> ColumnSearch:
    """Return what finds the cells of a column."""
    start = f'<c r="{letter}'
    form = rf'<c r="({letter})\d+"(?: s="(\d+)")?(?: t="(\w+)")?(?:/>|>(?:<v>([^<]*)</v>)?</c>)'
    return re.compile(form).search, start


def _column_at(text: str, position: int) -> int:
    return _column_of(text[position : position + 3])


@cache
def _column_of(start: str) -> int:
    """Return the column by the first characters of an address: few differ, however many rows there are."""
    return column_number(start.rstrip('0123456789"'))
