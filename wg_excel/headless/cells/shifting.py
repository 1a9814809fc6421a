"""Cells inserted and deleted: what lies behind moves, and every reference to it follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from wg_excel.headless.addresses import MAX_COLUMN, MAX_ROW, Box, parse_boxes
from wg_excel.headless.calculation.formulas import change_boxes, moved_formula, shift_span
from wg_excel.headless.package import references
from wg_excel.headless.tables import sheet_tables
from wg_excel.headless.xmlns import DRAWING, XM, m, whole

from .cell import Cell
from .note_shifting import move_notes
from .row import Row
from .row_moving import moved_texts, put_texts
from .shift import Shift, move_list
from .texts import escape
from .values import Values

if TYPE_CHECKING:
    from lxml.etree import _Element

    from wg_excel.headless.package.part import Part
    from wg_excel.headless.tables import SheetTable
    from wg_excel.headless.worksheet import Worksheet

_SQREF_TAGS = (
    "conditionalFormatting", "dataValidation", "ignoredError", "protectedRange", "selection"
)  # fmt: skip
_REF_TAGS = ("mergeCell", "hyperlink", "autoFilter", "sortState", "sortCondition")


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
    move_notes(sheet, shift)
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
        if edges is None or edges[1] < shift.at or (edges[1] < shift.at - shift.lines and row.cut(shift.at - 1)):
            continue
        moved = [(shift.line(column), cell) for column, cell in sorted(row.cells.items())]
        row.cells.clear()
        row.cells.update({column: cell for column, cell in moved if column is not None and column <= MAX_COLUMN})


def _move_down(sheet: Worksheet, shift: Shift) -> None:
    grid = sheet.grid
    places = {number: shift.line(number) for number in sorted(grid.rows) if number >= shift.at}
    band = Box(shift.at, shift.first, MAX_ROW, shift.last)
    texts = moved_texts(grid, band, places, with_formulas=True)
    if texts is not None and max(texts, default=1) <= MAX_ROW:
        put_texts(grid, places, texts)
        return
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
        move_list(element, "sqref", shift, droppable=element.tag != m("selection"))
    for element in list(sheet.frame.iter(*(m(tag) for tag in _REF_TAGS))):
        move_list(element, "ref", shift, droppable=True)
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


def _move_columns(sheet: Worksheet, shift: Shift) -> None:
    holder = sheet.frame.find(m("cols"))
    for element in list(holder) if holder is not None else []:
        moved = shift_span(whole(element, "min", 1), whole(element, "max", 1), shift.at, shift.lines)
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
            moved = shift.line(whole(element, "id") + 1)
            if moved is not None:
                element.set("id", str(moved - 1))


def _move_table(table: SheetTable, before: Box, shift: Shift) -> None:
    after = shift.box(before)
    if after is None:
        from wg_excel.headless.tables import drop_table

        drop_table(table)
        return
    if after == before:
        return
    table.root.set("ref", str(after))
    for element in table.root.iter(m("autoFilter"), m("sortState"), m("sortCondition")):
        move_list(element, "ref", shift, droppable=False)
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
            number = max((whole(column, "id") for column in holder), default=0) + 1
            holder.insert(shift.at - before.left + offset, etree.Element(m("tableColumn"), id=str(number), name=""))
    else:
        for column in list(holder)[max(0, shift.at - before.left) : shift.at - before.left - shift.lines]:
            holder.remove(column)
    table.fit_columns()


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
        row = sheet.grid.rows[number]
        style = row.style_of(source)
        if not style or (box.width == 1 and row.put_at_end(box.left, f' s="{style}"/>')):
            continue
        for column in range(box.left, box.right + 1):
            row.cells[column] = Cell(style)


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
