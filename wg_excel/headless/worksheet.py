"""A sheet's part: its rows as a grid, everything around them as a small tree."""

from __future__ import annotations

import io
import re
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from .addresses import Box
from .cells.grid import Grid
from .errors import DamagedWorkbook
from .package.part import serialise
from .xmlns import MAIN, PARSER, R_ID, SHEET_ORDER, drop, ensure, m, place, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from .package.part import Part
    from .package.zipstore import Packed
    from .workbook import Workbook

EMPTY_SHEET = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    f'<worksheet xmlns="{MAIN}" xmlns:r="{R_ID[1:].partition("}")[0]}">'
    '<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
    '<sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    "</worksheet>"
).encode()
_ROWS = re.compile(r"<sheetData\b[^>]*?(?:/>|>(.*)</sheetData>)", re.DOTALL)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# No <formula> of a conditional format, no <formula1> of a validation, no <xm:f> of their extensions.
_FORMULA = re.compile(rb"<(?!xm:)(?:\w+:)?f[\s>/]")
_HOLE = b"<sheetData/>"
_PLAIN_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
)


class Worksheet:
    """A sheet of a workbook, parsed as far as it is asked for."""

    def __init__(self, book: Workbook, element: _Element, part: Part) -> None:
        self.book = book
        self.element = element
        self.part = part
        self._body: str | None = None
        self._seen = b""
        self._merged: tuple[int, list[Box]] | None = None

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.element.get("name") or ""

    @property
    def index(self) -> int:
        """The sheet's place among all sheets of the workbook, from 0."""
        return self.book.position(self.element)

    @property
    def state(self) -> str:
        """`visible`, `hidden` or `veryHidden`."""
        return self.element.get("state") or "visible"

    @state.setter
    def state(self, value: str) -> None:
        drop(self.element, "state")
        if value != "visible":
            self.element.set("state", value)

    @cached_property
    def frame(self) -> _Element:
        """The sheet's tree with its rows left out; changes of it are saved."""
        text = self._plain_text()
        found = _ROWS.search(text)
        try:
            if found is None:
                root = etree.fromstring(text.encode(), PARSER)
                ensure(root, "sheetData", SHEET_ORDER)
                self._body = ""
            else:
                self._body = found[1] or ""
                around = text[: found.start()].encode() + _HOLE + text[found.end() :].encode()
                root = etree.fromstring(around, PARSER)
        except etree.XMLSyntaxError:
            raise DamagedWorkbook(self.book.package.name, self.part.name) from None
        self._seen = etree.tostring(root)
        self.part.render, self.part.pieces = self._render, self._pieces
        return root

    @cached_property
    def grid(self) -> Grid:
        """The sheet's rows."""
        self.frame  # noqa: B018 - splits the part
        body, self._body = self._body or "", None
        try:
            return Grid(body.replace("\r\n", "\n") if "\r" in body else body)
        except ValueError:
            raise DamagedWorkbook(self.book.package.name, self.part.name) from None

    def _plain_text(self) -> str:
        data = self.part.data
        head = data[:200].decode("latin-1")
        usual = re.search(r"encoding=.(?!utf-8)", head, re.IGNORECASE) is None and data[:2] not in {
            b"\xff\xfe",
            b"\xfe\xff",
        }
        try:
            text = data.decode("utf-8-sig") if usual else ""
        except UnicodeDecodeError:
            text = ""
        declared = _DECLARATION.match(text)
        text = text[declared.end() :] if declared else text
        if "<sheetData" in text and not _holds(text, "<!") and not _holds(text, "='"):
            return text
        return self._normalised(data)

    def _normalised(self, data: bytes) -> str:
        try:
            root = etree.fromstring(data, _PLAIN_PARSER)
        except etree.XMLSyntaxError:
            raise DamagedWorkbook(self.book.package.name, self.part.name) from None
        text = etree.tostring(root, encoding="unicode")
        if root.prefix:
            text = re.sub(rf"<(/?){re.escape(root.prefix)}:", r"<\1", text)
            text = text.replace("<worksheet", f'<worksheet xmlns="{MAIN}"', 1)
        return text

    @property
    def loaded(self) -> bool:
        """Whether the part has been split, so that its bytes may be old."""
        return "frame" in self.__dict__

    @property
    def touched(self) -> bool:
        """Whether rows of the sheet were changed."""
        grid = self.__dict__.get("grid")
        return grid is not None and bool(grid.touched)

    @property
    def holds_formulas(self) -> bool:
        """Whether the sheet may hold formulas."""
        if "grid" in self.__dict__:
            return any(True for _ in self.grid.formulas())
        return _FORMULA.search(self.part.data) is not None

    def _render(self) -> bytes:
        grid = self.__dict__.get("grid")
        if self.touched:
            self._write_dimension()
        elif etree.tostring(self.frame) == self._seen:
            return self.part.data
        before, _, after = serialise(self.frame).partition(_HOLE)
        out = io.BytesIO(before)
        out.seek(0, io.SEEK_END)
        out.write(b"<sheetData>")
        if grid is not None:
            grid.write(out)
        else:
            out.write((self._body or "").encode())
        out.write(b"</sheetData>" + after)
        return out.getvalue()  # the buffer itself, not a copy

    def _pieces(self) -> list[bytes | Packed] | None:
        """Return the part in pieces where many of its rows stand packed."""
        grid = self.__dict__.get("grid")
        if grid is None or not grid.holds_packed:
            return None
        self._write_dimension()
        before, _, after = serialise(self.frame).partition(_HOLE)
        return [before + b"<sheetData>", *grid.pieces(), b"</sheetData>" + after]

    def _write_dimension(self) -> None:
        used = self.grid.used()
        dimension = self.frame.find(m("dimension"))
        if dimension is not None:
            dimension.set("ref", str(used or Box(1, 1, 1, 1)))

    def mentions(self, needles: Iterable[str]) -> bool:
        """Tell whether the sheet's text may hold one of the words."""
        if self.loaded:
            return True
        raw = [self.part.data, *(part.current() for part in self.table_parts())]
        encoded = [needle.encode() for needle in needles]
        return any(needle in data for data in raw for needle in encoded)

    def child(self, tag: str) -> _Element:
        """Return a child of the sheet's root, made at its place if missing."""
        return ensure(self.frame, tag, SHEET_ORDER)

    def add_child(self, tag: str) -> _Element:
        """Add one more child of a kind that may occur several times."""
        child = etree.Element(m(tag))
        place(self.frame, child, SHEET_ORDER)
        return child

    def drop_child(self, tag: str) -> None:
        """Remove a child that has become empty."""
        found = self.frame.find(m(tag))
        if found is not None:
            self.frame.remove(found)

    @property
    def view(self) -> _Element:
        """The first view of the sheet."""
        views = self.child("sheetViews")
        if not len(views):
            etree.SubElement(views, m("sheetView"), workbookViewId="0")
        return views[0]

    def table_parts(self) -> list[Part]:
        """Return the parts of the sheet's tables."""
        return self.book.package.related(self.part.name, "table")

    def drawing_part(self) -> Part | None:
        """Return the part with the sheet's charts, pictures and shapes."""
        return next(iter(self.book.package.related(self.part.name, "drawing")), None)

    def chart_parts(self) -> list[Part]:
        """Return the parts of the sheet's charts."""
        drawing = self.drawing_part()
        return self.book.package.related(drawing.name, "chart") if drawing is not None else []

    def merged(self) -> list[Box]:
        """Return the merged rectangles."""
        from .addresses import parse_boxes

        cells = self.frame.find(m("mergeCells"))
        return [box for merge in cells for box in parse_boxes(merge.get("ref"))] if cells is not None else []

    def column_style(self, column: int) -> int:
        """Return the style that an absent cell of a column has."""
        found = self.column(column)
        return whole(found, "style") if found is not None else 0

    def column(self, number: int) -> _Element | None:
        """Return the `col` element that covers a column."""
        columns = self.frame.find(m("cols"))
        for element in columns if columns is not None else ():
            if whole(element, "min") <= number <= whole(element, "max"):
                return element
        return None

    def default_style(self, row: int, column: int) -> int:
        """Return the style of a cell that does not exist: that of its row, else of its column."""
        found = self.grid.rows.get(row)
        own = found.style if found is not None else None
        return self.column_style(column) if own is None else own

    def columns(self, left: int, right: int) -> list[_Element]:
        """Return `col` elements that cover exactly the given columns, split or made as needed."""
        holder = self.child("cols")
        covering: list[_Element] = []
        at = left
        while at <= right:
            element = self._column_from(holder, at, right)
            covering.append(element)
            at = int(element.get("max") or at) + 1
        return covering

    def _column_from(self, holder: _Element, at: int, right: int) -> _Element:
        found = self.column(at)
        if found is None:
            later = [whole(e, "min") for e in holder if whole(e, "min") > at]
            found = etree.Element(m("col"))
            found.set("min", str(at))
            found.set("max", str(min([right, *(start - 1 for start in later)])))
            holder.insert(sum(1 for e in holder if whole(e, "min") < at), found)
            return found
        if whole(found, "min") < at:
            found = _split_column(holder, found, at)
        if whole(found, "max") > right:
            _split_column(holder, found, right + 1)
        return found


def _split_column(holder: _Element, element: _Element, at: int) -> _Element:
    """Cut a `col` element before column `at`; return the later piece."""
    later = etree.Element(m("col"), {str(k): str(v) for k, v in element.attrib.items()})
    later.set("min", str(at))
    element.set("max", str(at - 1))
    holder.insert(holder.index(element) + 1, later)
    return later


def _holds(text: str, mark: str) -> bool:
    """Tell whether a long text holds a mark of two characters: its second one, which is rare, is found much sooner."""
    return mark[-1] in text and mark in text
