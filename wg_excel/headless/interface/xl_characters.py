"""The text of a cell piece by piece: runs with fonts of their own."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree
from xlwings import base_classes

from wg_excel.headless.cells.cell import Cell
from wg_excel.headless.cells.raw_values import edit_text
from wg_excel.headless.cells.texts import decode, encode
from wg_excel.headless.cells.values import Values
from wg_excel.headless.formats.fonts import change_font
from wg_excel.headless.xmlns import MAIN, local, m

from .xl_font import CellFont

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from wg_excel.headless.formats.styles import Styles

    from .xl_format import RangeFormat

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# A cell's font as the run properties hold it: not every child of a font may stand there.
_NOT_IN_RUNS = {"name": "rFont"}


class Run(NamedTuple):
    """A piece of text and its run properties, if it has its own."""

    text: str
    properties: _Element | None


class Characters(base_classes.Characters):
    """A stretch of a cell's text."""

    def __init__(self, parent: RangeFormat, start: int = 0, end: int | None = None) -> None:
        self.parent = parent
        self.start = start
        self.end = end

    @property
    def api(self) -> Any:
        """The stretch itself."""
        return self

    @property
    def cell(self) -> Cell:
        """The cell."""
        box = self.parent.box
        sheet = self.parent.sheet.sheet
        cells = sheet.grid.row(box.top).cells
        found: Cell = cells.setdefault(box.left, Cell(sheet.default_style(box.top, box.left)))
        return found

    def runs(self) -> list[Run]:
        """Return the runs of the whole cell."""
        cell, book = self.cell, self.parent.sheet.sheet.book
        if cell.kind == "s" and cell.value:
            item = book.strings.item(int(cell.value))
        elif cell.kind == "inlineStr":
            item = etree.fromstring(f'<c xmlns="{MAIN}">{cell.rest}</c>')[0]
        else:
            return [Run(edit_text(Values(self.parent.sheet.sheet).of(cell)), None)]
        return [_run(child) for child in item if local(child) in {"t", "r"}]

    def write_runs(self, runs: list[Run]) -> None:
        """Replace the cell's text by runs."""
        sheet = self.parent.sheet.sheet
        item = etree.Element(m("is"), nsmap={None: MAIN})  # type: ignore[dict-item]
        for run in runs:
            holder = etree.SubElement(item, m("r"))
            if run.properties is not None:
                holder.append(deepcopy(run.properties))
            text = etree.SubElement(holder, m("t"))
            text.text = encode(run.text)
            text.set(_SPACE, "preserve")
        cell = self.cell
        cell.put("inlineStr", None)
        cell.rest = etree.tostring(item, encoding="unicode").replace(f' xmlns="{MAIN}"', "")
        sheet.grid.touched = True

    @property
    def _all_text(self) -> str:
        return "".join(run.text for run in self.runs())

    @property
    def text(self) -> str:
        """The text of the stretch."""
        return self._all_text[self.start : self.end]

    @property
    def font(self) -> CharacterFont:
        """The font of the stretch."""
        return CharacterFont(self)

    def __getitem__(self, item: int | slice) -> Characters:
        if isinstance(item, slice):
            if (item.start or 0) < 0 or (item.stop or 0) < 0:
                raise ValueError("Characters object does not support slicing with negative indexes")
            start = self.start + (item.start or 0)
            return Characters(self.parent, start, self.end if item.stop is None else self.start + item.stop)
        start = self.start + item if item >= 0 else self.start + len(self.text) + item
        return Characters(self.parent, start, start + 1)


def _run(child: _Element) -> Run:
    if local(child) == "t":
        return Run(decode(child.text or ""), None)
    text = "".join(decode(t.text or "") for t in child.iterfind(m("t")))
    return Run(text, child.find(m("rPr")))


def _split(runs: list[Run], start: int, end: int | None) -> tuple[list[Run], list[Run], list[Run]]:
    """Return the runs before, within and after a stretch."""
    before: list[Run] = []
    within: list[Run] = []
    after: list[Run] = []
    place = 0
    stop = sum(len(run.text) for run in runs) if end is None else end
    for run in runs:
        last = place + len(run.text)
        for part, low, high in ((before, place, start), (within, start, stop), (after, stop, last)):
            piece = run.text[max(0, max(low, place) - place) : max(0, min(high, last) - place)]
            if piece:
                part.append(Run(piece, run.properties))
        place = last
    return before, within, after


class CharacterFont(CellFont):
    """The font of a stretch of text."""

    def __init__(self, parent: Characters) -> None:
        self.parent = parent

    def styles(self) -> Styles:
        """Return the formats of the workbook."""
        return self.parent.parent.styles

    def _base(self) -> _Element | None:
        return self.styles().font(self.parent.cell.style)

    def common(self, child: str, read: Callable[[_Element | None], Any]) -> Any:
        """Read a child of every run's font; nothing when they differ."""
        _, within, _ = _split(self.parent.runs(), self.parent.start, self.parent.end)
        values = [read(self._child(run, child)) for run in within or [Run("", None)]]
        return values[0] if all(value == values[0] for value in values) else None

    def _child(self, run: Run, name: str) -> _Element | None:
        if run.properties is not None:
            return run.properties.find(m(_NOT_IN_RUNS.get(name, name)))
        base = self._base()
        return base.find(m(name)) if base is not None else None

    def write(self, facets: dict[str, str | None]) -> None:
        """Set or remove children of the font of every run in the stretch."""
        before, within, after = _split(self.parent.runs(), self.parent.start, self.parent.end)
        changed = [Run(run.text, self._properties(run, facets)) for run in within]
        self.parent.write_runs([*before, *changed, *after])

    def _properties(self, run: Run, facets: dict[str, str | None]) -> _Element:
        properties = deepcopy(run.properties) if run.properties is not None else self._from_cell()
        change_font(properties, facets)
        return properties

    def _from_cell(self) -> _Element:
        properties = etree.Element(m("rPr"), nsmap={None: MAIN})  # type: ignore[dict-item]
        base = self._base()
        for child in base if base is not None else ():
            copy = deepcopy(child)
            if local(copy) == "name":
                copy.tag = m("rFont")
            properties.append(copy)
        return properties
