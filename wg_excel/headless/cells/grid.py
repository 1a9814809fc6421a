"""The rows of a sheet as text, each parsed only when one of its cells is asked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import IO, TYPE_CHECKING

from wg_excel.headless.addresses import Box, column_number

from .cell import Cell
from .row import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from wg_excel.headless.package.zipstore import Packed

    from .packed_rows import PackedRows

_ROW = re.compile(r"<row\b([^>]*?)(?:/>|>(.*?)</row>)", re.DOTALL)
_USUAL = re.compile(r'<row r="(\d+)"([^>]*)(?<!/)>')  # as Excel writes the beginning of a row with cells
_NUMBER = re.compile(r'\sr="(\d+)"')


class Grid:
    """All rows of a sheet by number."""

    def __init__(self, body: str) -> None:
        """Split the inner text of `sheetData`; raises `ValueError` when it is more than rows."""
        self._rows: dict[int, Row] = {}
        self._packed: list[PackedRows] = []
        self.touched = False
        self._own: set[int] | None = None
        self._shared: dict[str, tuple[int, int, str]] | None = None
        self.may_share = "shared" in body  # formulas: nothing that is written later does
        self._split(body)

    def _split(self, body: str) -> None:
        named = body.count("<c ") == body.count('<c r="')
        *texts, rest = body.split("</row>")
        number = 0
        for text in texts:
            head = _USUAL.match(text) if named else None
            if head and (number := int(head[1])) not in self._rows:
                self._rows[number] = Row(number, head[2].rstrip(), text[head.end() :])
            else:
                number = self._split_any(f"{text}</row>", number)
        self._split_any(rest, number)

    def _split_any(self, body: str, number: int) -> int:
        """Take rows of any form that follow the row of a number; return the number of the last."""
        end = 0
        for found in _ROW.finditer(body):
            if body[end : found.start()].strip():
                raise ValueError(body[end : end + 40])
            end = found.end()
            number = self._take(found[1], found[2] or "", number + 1)
        if body[end:].strip():
            raise ValueError(body[end : end + 40])
        return number

    @property
    def rows(self) -> dict[int, Row]:
        """The rows by number; packed ones are unpacked, since one of them is asked for."""
        packed, self._packed = self._packed, []
        for block in packed:
            self._split(block.text())
        return self._rows

    def _take(self, attributes: str, text: str, implied: int) -> int:
        named = _NUMBER.search(attributes)
        number = int(named[1]) if named else implied
        if named:
            attributes = attributes[: named.start()] + attributes[named.end() :]
        row = Row(number, attributes.rstrip(), text)
        if text.count("<c ") != text.count('<c r="'):
            row.cells  # noqa: B018 - cells without addresses first get them
        if number in self._rows:
            self._rows[number].cells.update(row.cells)
        else:
            self._rows[number] = row
        return number

    def row(self, number: int) -> Row:
        """Return a row, made if it is missing."""
        if self._own is not None:
            self._own.add(number)
        found = self.rows.get(number)
        if found is None:
            found = self.rows[number] = Row(number)
        return found

    def put_text(self, number: int, text: str) -> None:
        """Replace all cells of a row, made if it is missing, by text built elsewhere."""
        row = self.rows.get(number) or self._rows.setdefault(number, Row(number))
        row.replace(text)
        if self._own is not None and _holds_own(text):
            self._own.add(number)

    def with_own(self) -> list[int]:
        """Return the rows that may hold formulas, or texts that are none of the shared ones.

        They are looked for once; from then on each row that somebody is about to change may hold one. Packed rows
        hold none and stay packed.
        """
        if self._own is None:
            self._own = {number for number, row in self._rows.items() if not row.raw or _holds_own(row.raw)}
        return sorted(number for number in self._own if number in self._rows)

    def standing(self, box: Box) -> int:
        """Return how many lines of a rectangle there are up to the last that exists as a row."""
        if any(block.box.top <= box.bottom and box.top <= block.box.bottom for block in self._packed):
            self.rows  # noqa: B018 - unpacks
        numbers = range(box.bottom, box.top - 1, -1)
        return next((number - box.top + 1 for number in numbers if number in self._rows), 0)

    def add(self, top: int, texts: Iterable[str]) -> None:
        """Add new rows, one below the other, by the text of their cells."""
        self.rows.update((number, Row(number, "", text)) for number, text in enumerate(texts, top))
        self._own = None

    def add_packed(self, blocks: Iterable[PackedRows]) -> None:
        """Add new rows without formulas, packed as the file will hold them."""
        self._packed += blocks
        self._own = None

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
        boxes = [block.box for block in self._packed]
        kept = [number for box in boxes for number in (box.top, box.bottom)]
        columns = {number for box in boxes for number in (box.left, box.right)}
        starts: set[str] = set()  # the first characters of addresses: few differ, however many rows there are
        for number, row in self._rows.items():
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
        for number in self.with_own():
            row = self._rows[number]
            for column, cell in sorted(row.cells.items()) if "<f" in row.raw or not row.raw else ():
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
        self._rows, self._own = rows, None

    def text(self) -> str:
        """Return all rows in order."""
        return "".join(self.rows[number].text() for number in sorted(self.rows))

    def pieces(self) -> Iterator[bytes | Packed]:
        """Give all rows in order as the file holds them, packed ones as they are."""
        blocks = sorted(self._packed, key=lambda block: block.box.top)
        waiting = sorted(self._rows)
        for block in blocks:
            above = bisect_left(waiting, block.box.top)
            yield "".join(self._rows[number].text() for number in waiting[:above]).encode()
            yield block.packed
            waiting = waiting[above:]
        yield "".join(self._rows[number].text() for number in waiting).encode()

    @property
    def holds_packed(self) -> bool:
        """Whether some rows stand packed."""
        return bool(self._packed)

    def write(self, out: IO[bytes]) -> None:
        """Write all rows in order as the file holds them, row by row: as one text they take four times as much."""
        for number in sorted(self.rows):
            out.write(self.rows[number].text().encode())


def _holds_own(text: str) -> bool:
    """Tell whether a row's text holds a formula, or a text that is none of the shared ones."""
    return "<f" in text or 'tr"' in text  # as the kinds «str» and «inlineStr» end
