"""Cells inserted and deleted: what lies behind moves, and every reference to it follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from . import references
from .addresses import MAX_COLUMN, MAX_ROW, Box, parse_boxes
from .formulas import change_boxes, moved_formula, shift_span
from .grid import Cell, Row
from .tables import sheet_tables
from .texts import escape
from .values import Values
from .xmlns import DRAWING, XM, m

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .package import Part
    from .tables import SheetTable
    from .worksheet import Worksheet

_SQREF_TAGS = (
    "conditionalFormatting", "dataValidation", "ignoredError", "protectedRange", "selection"
)  # fmt: skip
_REF_TAGS = ("mergeCell", "hyperlink", "autoFilter", "sortState", "sortCondition")
_VML_SHAPE = re.compile(r"<v:shape\b.*?</v:shape>", re.DOTALL)
_VML_CELL = re.compile(r"(<x:(Row|Column)>\s*)(\d+)(\s*</x:)")
_VML_ANCHOR = re.compile(r"(<x:Anchor>)([^<]*)(</x:Anchor>)")


class Shift(NamedTuple):
    """Lines inserted before `at` (or deleted from `at` on, if `lines` is negative) in a band of the sheet.

    `rows` tells whether the lines are rows; the band is counted across them.
    """

    rows: bool
    at: int
    lines: int
    first: int
    last: int

    @property
    def whole(self) -> bool:
        """Whether the lines go through the whole sheet."""
        return self.first == 1 and self.last == (MAX_COLUMN if self.rows else MAX_ROW)

    def box(self, box: Box) -> Box | None:
        """Return where a rectangle is afterwards; nothing when it was deleted."""
        across = (box.left, box.right) if self.rows else (box.top, box.bottom)
        if across[0] < self.first or across[1] > self.last:
            return box
        along = (box.top, box.bottom) if self.rows else (box.left, box.right)
        most = MAX_ROW if self.rows else MAX_COLUMN
        if along == (1, most):
            return box
        moved = shift_span(*along, self.at, self.lines)
        if moved is None or moved[0] > most:
            return None
        start, end = moved[0], min(moved[1], most)
        if self.rows:
            return box._replace(top=start, bottom=end)
        return box._replace(left=start, right=end)

    def line(self, number: int) -> int | None:
        """Return the number of a row or column afterwards."""
        moved = shift_span(number, number, self.at, self.lines)
        return None if moved is None else moved[0]


def insert_cells(sheet: Worksheet, box: Box, shift: str, *, format_from_before: bool = True) -> None:
    """Insert blank cells at a rectangle; the cells there go `down` or `right`."""
    rows = shift == "down"
    step = Shift(
        rows,
        box.top if rows else box.left,
        box.height if rows else box.width,
        box.left if rows else box.top,
        box.right if rows else box.bottom,
    )
    _apply(sheet, step)
    _take_formats(sheet, box, rows=rows, before=format_from_before)


def delete_cells(sheet: Worksheet, box: Box, shift: str) -> None:
    """Delete the cells of a rectangle; those behind go `up` or `left`."""
    rows = shift == "up"
    step = Shift(
        rows,
        box.top if rows else box.left,
        -(box.height if rows else box.width),
        box.left if rows else box.top,
        box.right if rows else box.bottom,
    )
    _apply(sheet, step)


def _apply(sheet: Worksheet, shift: Shift) -> None:
    values = Values(sheet)
    values.prepare(Box(1, 1, 1, 1))
    values.unshare()
    tables = [(table, table.box) for table in sheet_tables(sheet)]
    _move_cells(sheet, shift)
    _move_array_areas(sheet, shift)
    references.rewrite(
        sheet.book,
        lambda text, home: change_boxes(text, home, sheet.name, shift.box),
        mention=sheet.name,
        home=sheet,
    )
    _move_areas(sheet, shift)
    if not shift.rows and shift.whole:
        _move_columns(sheet, shift)
    _move_breaks(sheet, shift)
    for table, before in tables:
        _move_table(table, before, shift)
    _move_notes(sheet, shift)
    drawing = sheet.drawing_part()
    if drawing is not None and shift.whole:
        _move_anchors(drawing, shift)


def _move_cells(sheet: Worksheet, shift: Shift) -> None:
    grid = sheet.grid
    if shift.rows and shift.whole:
        grid.renumber(shift.line)
        return
    if shift.rows:
        _move_down(sheet, shift)
        return
    for number in [number for number in grid.rows if shift.first <= number <= shift.last]:
        row = grid.rows[number]
        edges = row.edges()
        if edges is None or edges[1] < shift.at:
            continue
        moved = [(shift.line(column), cell) for column, cell in sorted(row.cells.items())]
        row.cells.clear()
        row.cells.update({column: cell for column, cell in moved if column is not None and column <= MAX_COLUMN})


def _move_down(sheet: Worksheet, shift: Shift) -> None:
    grid = sheet.grid
    taken: list[tuple[int, int, Cell]] = []
    for number in [number for number in sorted(grid.rows) if number >= shift.at]:
        cells = grid.rows[number].cells
        for column in [column for column in cells if shift.first <= column <= shift.last]:
            target = shift.line(number)
            cell = cells.pop(column)
            if target is not None and target <= MAX_ROW:
                taken.append((target, column, cell))
    for number, column, cell in taken:
        grid.row(number).cells[column] = cell


def _move_array_areas(sheet: Worksheet, shift: Shift) -> None:
    for _, _, cell in sheet.grid.formulas():
        attributes, text = cell.formula_parts()
        for box in parse_boxes(attributes.get("ref")):
            moved = shift.box(box)
            if moved is not None and moved != box:
                attributes["ref"] = str(moved)
                kept = "".join(f' {name}="{value}"' for name, value in attributes.items())
                cell.formula = f"<f{kept}>{escape(text)}</f>"


def _move_areas(sheet: Worksheet, shift: Shift) -> None:
    for element in list(sheet.frame.iter(*(m(tag) for tag in _SQREF_TAGS))):
        _move_list(element, "sqref", shift, droppable=element.tag != m("selection"))
    for element in list(sheet.frame.iter(*(m(tag) for tag in _REF_TAGS))):
        _move_list(element, "ref", shift, droppable=True)
    for element in sheet.frame.iter(f"{{{XM}}}sqref"):
        moved = [shift.box(box) for box in parse_boxes(element.text)]
        element.text = " ".join(str(box) for box in moved if box is not None) or element.text
    for tag in ("mergeCells", "hyperlinks", "dataValidations"):
        holder = sheet.frame.find(m(tag))
        if holder is not None:
            _count(sheet, holder, tag)


def _count(sheet: Worksheet, holder: _Element, tag: str) -> None:
    if not len(holder):
        sheet.drop_child(tag)
    elif holder.get("count") is not None:
        holder.set("count", str(len(holder)))


def _move_list(element: _Element, attribute: str, shift: Shift, *, droppable: bool) -> None:
    boxes = parse_boxes(element.get(attribute))
    moved = [box for box in map(shift.box, boxes) if box is not None]
    if moved == boxes:
        return
    parent = element.getparent()
    if moved:
        element.set(attribute, " ".join(str(box) for box in moved))
        if element.get("activeCell"):
            element.set("activeCell", str(moved[0]).partition(":")[0])
    elif droppable and parent is not None:
        parent.remove(element)


def _move_columns(sheet: Worksheet, shift: Shift) -> None:
    holder = sheet.frame.find(m("cols"))
    for element in list(holder) if holder is not None else []:
        moved = shift_span(int(element.get("min") or 1), int(element.get("max") or 1), shift.at, shift.lines)
        if moved is None or moved[0] > MAX_COLUMN:
            element.getparent().remove(element)  # type: ignore[union-attr]
        else:
            element.set("min", str(moved[0]))
            element.set("max", str(min(moved[1], MAX_COLUMN)))
    if holder is not None and not len(holder):
        sheet.drop_child("cols")


def _move_breaks(sheet: Worksheet, shift: Shift) -> None:
    if not shift.whole:
        return
    for element in list(sheet.frame.iter(m("brk"))):
        parent = element.getparent()
        if parent is not None and parent.tag == m("rowBreaks" if shift.rows else "colBreaks"):
            moved = shift.line(int(element.get("id") or 0) + 1)
            if moved is not None:
                element.set("id", str(moved - 1))


def _move_table(table: SheetTable, before: Box, shift: Shift) -> None:
    after = shift.box(before)
    if after is None:
        from .tables import drop_table

        drop_table(table)
        return
    if after == before:
        return
    table.root.set("ref", str(after))
    for element in table.root.iter(m("autoFilter"), m("sortState"), m("sortCondition")):
        _move_list(element, "ref", shift, droppable=False)
    if after.width != before.width:
        _change_columns(table, before, shift)
    table.sheet.book.touch()
    if shift.rows and after.height > before.height:
        table.fill_new_rows(shift.at, shift.lines)


def _change_columns(table: SheetTable, before: Box, shift: Shift) -> None:
    holder = table.root.find(m("tableColumns"))
    if holder is None:
        return
    if shift.lines > 0:
        for offset in range(shift.lines):
            number = max((int(column.get("id") or 0) for column in holder), default=0) + 1
            holder.insert(shift.at - before.left + offset, etree.Element(m("tableColumn"), id=str(number), name=""))
    else:
        for column in list(holder)[max(0, shift.at - before.left) : shift.at - before.left - shift.lines]:
            holder.remove(column)
    table.fit_columns()


def _move_notes(sheet: Worksheet, shift: Shift) -> None:
    package = sheet.book.package
    for kind in ("comments", "threadedComment"):
        for part in package.related(sheet.part.name, kind):
            for element in list(part.xml.iter("{*}comment", "{*}threadedComment")):
                _move_list(element, "ref", shift, droppable=True)
    for part in package.related(sheet.part.name, "vmlDrawing"):
        _move_vml(part, shift)


def _move_vml(part: Part, shift: Shift) -> None:
    text = part.current().decode("utf-8", "replace")

    def one(shape: re.Match[str]) -> str:
        return _moved_shape(shape[0], shift)

    moved = _VML_SHAPE.sub(one, text)
    if moved != text:
        part.data = moved.encode()


def _moved_shape(shape: str, shift: Shift) -> str:
    cells = {match[2]: int(match[3]) + 1 for match in _VML_CELL.finditer(shape)}
    if cells:
        box = Box(cells.get("Row", 1), cells.get("Column", 1), cells.get("Row", 1), cells.get("Column", 1))
        moved = shift.box(box)
        if moved is None:
            return ""
        places = {"Row": moved.top - 1, "Column": moved.left - 1}
        shape = _VML_CELL.sub(lambda match: f"{match[1]}{places[match[2]]}{match[4]}", shape)
        step = (moved.top - box.top) if shift.rows else (moved.left - box.left)
    elif not shift.whole:
        return shape
    else:
        found = _VML_ANCHOR.search(shape)
        numbers = [int(number) for number in found[2].split(",")] if found else []
        start = numbers[2 if shift.rows else 0] + 1 if numbers else 1
        step = (shift.line(start) or shift.at) - start
    return _VML_ANCHOR.sub(lambda match: match[1] + _anchor(match[2], step, rows=shift.rows) + match[3], shape)


def _anchor(text: str, step: int, *, rows: bool) -> str:
    numbers = [int(number) for number in text.split(",")]
    for place in (2, 6) if rows else (0, 4):
        numbers[place] = max(0, numbers[place] + step)
    return ", ".join(str(number) for number in numbers)


def _move_anchors(drawing: Part, shift: Shift) -> None:
    tag = f"{{{DRAWING}}}{'row' if shift.rows else 'col'}"
    for element in drawing.xml.iter(tag):
        number = int(element.text or 0) + 1
        moved = shift.line(number)
        element.text = str((shift.at if moved is None else moved) - 1)


def _take_formats(sheet: Worksheet, box: Box, *, rows: bool, before: bool) -> None:
    """Give inserted cells the formats of their neighbours before or behind."""
    if rows:
        source = box.top - 1 if before else box.bottom + 1
        row = sheet.grid.rows.get(source)
        if row is not None and source >= 1:
            for number in range(box.top, box.bottom + 1):
                _copy_row_formats(sheet, row, number, box)
        return
    source = box.left - 1 if before else box.right + 1
    for number in sheet.grid.numbers(box):
        cells = sheet.grid.rows[number].cells
        if source in cells and cells[source].style:
            for column in range(box.left, box.right + 1):
                cells[column] = Cell(cells[source].style)


def _copy_row_formats(sheet: Worksheet, source: Row, number: int, box: Box) -> None:
    styled = {c: cell.style for c, cell in source.cells.items() if box.left <= c <= box.right and cell.style}
    target = sheet.grid.row(number)
    if box.whole_rows and source.style is not None:
        target.set_attributes(s=str(source.style), customFormat="1")
    for column, style in styled.items():
        target.cells.setdefault(column, Cell()).style = style


def move_references(sheet: Worksheet, box: Box, target: Worksheet, rows: int, columns: int) -> None:
    """Let all references to cells that were moved follow them."""
    references.rewrite(
        sheet.book,
        lambda text, home: moved_formula(text, home, sheet.name, box, target.name, rows, columns),
        mention=sheet.name,
        home=sheet,
    )
