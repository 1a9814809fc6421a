"""The rows of a sheet as text, each parsed only when one of its cells is asked for."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from .addresses import Box, column_number, letters
from .texts import escape, unescape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_ROW = re.compile(r"<row\b([^>]*?)(?:/>|>(.*?)</row>)", re.DOTALL)
_CELL = re.compile(r"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w:.]+)="([^"]*)"')
_NUMBER = re.compile(r'\sr="(\d+)"')
_FORMULA = re.compile(r"<f\b([^>]*?)(?:/>|>(.*?)</f>)", re.DOTALL)
_VALUE = re.compile(r"<v\b[^>]*?(?:/>|>(.*?)</v>)", re.DOTALL)
_REFERENCE = re.compile(r"([A-Z]+)(\d+)$")
# A link to a fixed place with a fixed text depends on no cell: its result is known without calculation.
_LINK = re.compile(r'HYPERLINK\("(?:[^"]|"")*","((?:[^"]|"")*)"\)')
_PLAIN = re.compile(r'<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?(?:/>|>(?:<v>([^<]*)</v>)?</c>)')


# A cell without a formula, as the fast pass sees it: letters of its column, style, kind, raw value.
PlainCell = tuple[str, str, str, str]


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
        return dict(_ATTRIBUTE.findall(found[1])), unescape(found[2] or "")

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


class Row:
    """A row: its attributes besides its number, and its cells as text until one is asked for."""

    __slots__ = ("_cells", "_text", "attributes", "number")

    def __init__(self, number: int, attributes: str = "", text: str = "") -> None:
        self.number = number
        self.attributes = attributes
        self._text = text
        self._cells: dict[int, Cell] | None = None

    @property
    def parsed(self) -> bool:
        """Whether the cells stand as objects."""
        return self._cells is not None

    @property
    def raw(self) -> str:
        """The text of the cells as read; meaningful only until they are parsed."""
        return self._text

    @property
    def cells(self) -> dict[int, Cell]:
        """The cells by column; from now on they are written out of these objects."""
        if self._cells is None:
            self._cells = dict(_parse_cells(self._text))
            self._text = ""
            self.attributes = re.sub(r' spans="[^"]*"', "", self.attributes)
        return self._cells

    def replace(self, text: str) -> None:
        """Replace all cells by text built elsewhere."""
        self._text, self._cells = text, None

    def plain(self) -> list[PlainCell] | None:
        """Read the cells in one pass; nothing when one of them is not plain."""
        if self._cells is not None:
            return None
        found: list[PlainCell] = _PLAIN.findall(self._text)
        if len(found) != self._text.count("<c "):
            return None
        return found

    def attribute(self, name: str) -> str | None:
        """Return one attribute of the row."""
        return dict(_ATTRIBUTE.findall(self.attributes)).get(name)

    def set_attributes(self, **changes: str | None) -> None:
        """Set attributes of the row, or remove those given as nothing."""
        attributes = dict(_ATTRIBUTE.findall(self.attributes))
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
            first, last = self._text.find('r="'), self._text.rfind('<c r="')
            if last < 0:
                return None
            return _column_at(self._text, first + 3), _column_at(self._text, last + 6)
        return (min(self._cells), max(self._cells)) if self._cells else None

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
        inner = self._text
        if self._cells is not None:
            number = str(self.number)
            cells = sorted(self._cells.items())
            inner = "".join(cell.text(letters(column) + number) for column, cell in cells)
        if not inner:
            return f'<row r="{self.number}"{self.attributes}/>' if self.attributes else ""
        return f'<row r="{self.number}"{self.attributes}>{inner}</row>'


def _column_at(text: str, position: int) -> int:
    end = position
    while text[end].isalpha():
        end += 1
    return column_number(text[position:end])


def _parse_cells(text: str) -> Iterator[tuple[int, Cell]]:
    column = 0
    for found in _CELL.finditer(text):
        attributes = dict(_ATTRIBUTE.findall(found[1]))
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


class Grid:
    """All rows of a sheet by number."""

    def __init__(self, body: str) -> None:
        """Split the inner text of `sheetData`; raises `ValueError` when it is more than rows."""
        self.rows: dict[int, Row] = {}
        self.touched = False
        self._shared: dict[str, tuple[int, int, str]] | None = None
        end = number = 0
        for found in _ROW.finditer(body):
            if body[end : found.start()].strip():
                raise ValueError(body[end : end + 40])
            end = found.end()
            number = self._take(found[1], found[2] or "", number + 1)
        if body[end:].strip():
            raise ValueError(body[end : end + 40])

    def _take(self, attributes: str, text: str, implied: int) -> int:
        named = _NUMBER.search(attributes)
        number = int(named[1]) if named else implied
        if named:
            attributes = attributes[: named.start()] + attributes[named.end() :]
        row = Row(number, attributes.rstrip(), text)
        if text.count("<c ") != text.count('<c r="'):
            row.cells  # noqa: B018 - cells without addresses first get them
        if number in self.rows:
            self.rows[number].cells.update(row.cells)
        else:
            self.rows[number] = row
        return number

    def row(self, number: int) -> Row:
        """Return a row, made if it is missing."""
        found = self.rows.get(number)
        if found is None:
            found = self.rows[number] = Row(number)
        return found

    def is_free(self, box: Box) -> bool:
        """Tell whether no row of a rectangle exists yet."""
        return self.rows.keys().isdisjoint(range(box.top, box.bottom + 1))

    def add(self, top: int, texts: Iterable[str]) -> None:
        """Add new rows, one below the other, by the text of their cells."""
        self.rows.update((number, Row(number, "", text)) for number, text in enumerate(texts, top))

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the cell at an address, if there is one."""
        found = self.rows.get(row)
        return found.cells.get(column) if found is not None else None

    def numbers(self, box: Box) -> list[int]:
        """Return the numbers of existing rows within a rectangle, in order."""
        if box.height < len(self.rows):
            return [number for number in range(box.top, box.bottom + 1) if number in self.rows]
        return sorted(number for number in self.rows if box.top <= number <= box.bottom)

    def cells(self, box: Box) -> Iterator[tuple[int, int, Cell]]:
        """Yield row, column and cell of the existing cells within a rectangle."""
        for number in self.numbers(box):
            for column, cell in sorted(self.rows[number].cells.items()):
                if box.left <= column <= box.right:
                    yield number, column, cell

    def remove(self, row: int, column: int) -> None:
        """Remove a cell altogether."""
        if row in self.rows:
            self.rows[row].cells.pop(column, None)

    def used(self) -> Box | None:
        """Return the rectangle that holds all cells."""
        kept: list[int] = []
        columns: set[int] = set()
        starts: set[str] = set()  # the first characters of addresses: few differ, however many rows there are
        for number, row in self.rows.items():
            text = row.raw
            last = text.rfind('<c r="') + 6
            if last >= 6 and not row.parsed:
                first = text.find('r="') + 3
                starts.add(text[first : first + 3])
                starts.add(text[last : last + 3])
                kept.append(number)
            elif edges := row.edges():
                columns.update(edges)
                kept.append(number)
        columns.update(column_number(start.rstrip('0123456789"')) for start in starts)
        return Box(min(kept), min(columns), max(kept), max(columns)) if kept else None

    def formulas(self) -> Iterator[tuple[int, int, Cell]]:
        """Yield row, column and cell of all cells with a formula."""
        hold = [number for number, row in self.rows.items() if "<f" in row.raw or row.parsed]
        for number in sorted(hold):
            for column, cell in sorted(self.rows[number].cells.items()):
                if cell.formula is not None:
                    yield number, column, cell

    def shared_sources(self) -> dict[str, tuple[int, int, str]]:
        """Return row, column and text of the first formula of each shared group, by the group's number."""
        if self._shared is None:
            self._shared = {}
            for row, column, cell in self.formulas():
                attributes, text = cell.formula_parts()
                if attributes.get("t") == "shared" and text:
                    self._shared[attributes.get("si", "")] = (row, column, text)
        return self._shared

    def forget_shared(self) -> None:
        """Look for shared groups anew when next asked."""
        self._shared = None

    def renumber(self, moved: Callable[[int], int | None]) -> None:
        """Give each row the number that `moved` says; rows it gives nothing are removed."""
        rows: dict[int, Row] = {}
        for number, row in self.rows.items():
            target = moved(number)
            if target is None:
                continue
            if target != number:
                row.cells  # noqa: B018 - addresses inside the text would be wrong
                row.number = target
            rows[target] = row
        self.rows = rows

    def text(self) -> str:
        """Return all rows in order."""
        return "".join(self.rows[number].text() for number in sorted(self.rows))

    def write(self, out: IO[bytes]) -> None:
        """Write all rows in order as the file holds them, row by row: as one text they take four times as much."""
        for number in sorted(self.rows):
            out.write(self.rows[number].text().encode())
