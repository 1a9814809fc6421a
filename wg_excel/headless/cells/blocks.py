"""Blocks of cells copied, moved and continued."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from wg_excel.headless.addresses import Box, parse_boxes
from wg_excel.headless.calculation.formulas import moved_formula, qualified, translate
from wg_excel.headless.errors import UnsupportedMember
from wg_excel.headless.xmlns import m

from .cell import Cell
from .row_moving import copied_texts, moved_texts, put_texts
from .shifting import move_references
from .texts import escape
from .values import Values

if TYPE_CHECKING:
    from wg_excel.headless.worksheet import Worksheet

_VALUES = {"values", "values_and_number_formats"}
_FORMULAS = {"formulas", "formulas_and_number_formats"}
_FORMATS = {"formats"}
_ALL = {"all", "all_except_borders", "all_using_source_theme", "all_merging_conditional_formats"}


class Block(NamedTuple):
    """What is copied: the sheet, the cells, which of their sides, and how they are laid down."""

    sheet: Worksheet
    box: Box
    kind: str
    skip_blanks: bool
    transpose: bool


def copy_block(block: Block, target: Worksheet, place: Box) -> None:
    """Copy cells to a place; a larger place of a multiple size is filled with copies."""
    if block.kind not in _VALUES | _FORMULAS | _FORMATS | _ALL:
        raise UnsupportedMember(f"paste='{block.kind}'", "скопируйте нужное через Range.value и форматы")
    height, width = block.box.height, block.box.width
    if block.transpose:
        height, width = width, height
    down = place.height // height if place.height % height == 0 else 1
    right = place.width // width if place.width % width == 0 else 1
    area = Box(place.top, place.left, place.top + height * down - 1, place.left + width * right - 1)
    Values(target).prepare(area)
    Values(block.sheet).unshare()
    if _copy_rows(block, target, area):
        if block.kind in _ALL:
            _copy_merges(block, target, area)
        return
    source = {
        (row - block.box.top, column - block.box.left): cell.copy()
        for row, column, cell in block.sheet.grid.cells(block.box)
    }
    for top in range(area.top, area.bottom + 1, height):
        for left in range(area.left, area.right + 1, width):
            _lay(block, source, target, Box(top, left, top + height - 1, left + width - 1))
    if block.kind in _ALL and not block.transpose:
        _copy_merges(block, target, area)


def _copy_rows(block: Block, target: Worksheet, area: Box) -> bool:
    """Copy rows as text where nothing in them changes but the number; tell whether that could be done."""
    box, here, there = block.box, block.sheet.grid, target.grid
    is_plain = block.kind in _ALL and not block.transpose and not block.skip_blanks
    if not is_plain or (area.height, area.left, area.right) != (box.height, box.left, box.right):
        return False
    columns = range(box.left, box.right + 1)
    if any(block.sheet.column_style(n) != target.column_style(n) for n in columns):
        return False
    emptied = dict.fromkeys(range(area.top, area.bottom + 1))
    texts = copied_texts(here, box, area.top - box.top)
    if texts is None or moved_texts(there, area, emptied, with_formulas=True) is None:
        return False
    put_texts(there, emptied, texts)
    return True


def _lay(block: Block, source: dict[tuple[int, int], Cell], target: Worksheet, place: Box) -> None:
    # Looked up once: a column's style is asked for each cell.
    theirs = {n: target.column_style(n) for n in range(place.left, place.right + 1)}
    ours = {n: block.sheet.column_style(n) for n in range(block.box.left, block.box.right + 1)}
    for down in range(place.height):
        row = target.grid.row(place.top + down)
        for right in range(place.width):
            key = (right, down) if block.transpose else (down, right)
            cell = source.get(key)
            filled = cell is not None and cell.filled
            if block.skip_blanks and not filled:
                continue
            origin = (block.box.top + key[0], block.box.left + key[1])
            column = place.left + right
            here = row.cells.get(column)
            default = theirs[column] if row.style is None else row.style
            if here is None:
                here = row.cells[column] = Cell(default)
            if cell is not None and cell.formula is not None and block.kind in _VALUES:
                cell = _as_value(block.sheet, cell, origin)
            _take(block, here, cell or Cell(_default(block.sheet, origin, ours)))
            if here.formula is not None and block.kind not in _VALUES:
                _translate(here, row.number - origin[0], column - origin[1])
            if not here.filled and here.style == default:
                del row.cells[column]


def _default(sheet: Worksheet, origin: tuple[int, int], columns: dict[int, int]) -> int:
    """Return the style of a cell that does not exist: that of its row, else of its column."""
    row = sheet.grid.rows.get(origin[0])
    return columns[origin[1]] if row is None or row.style is None else row.style


def _take(block: Block, here: Cell, cell: Cell) -> None:
    kind = block.kind
    book = block.sheet.book
    if kind not in _FORMATS:
        here.empty()
        here.kind, here.value, here.rest = cell.kind, cell.value, cell.rest
        if kind not in _VALUES and cell.formula is not None:
            here.formula, here.value, here.kind = cell.formula, None, ""
    if kind in _ALL or kind in _FORMATS:
        here.style = cell.style
    elif kind.endswith("number_formats"):
        here.style = book.styles.with_number_format(here.style, book.styles.number_format(cell.style))


def _as_value(sheet: Worksheet, cell: Cell, origin: tuple[int, int]) -> Cell:
    """Return a cell with the result of another's formula, or with nothing where it is unknown."""
    value = Values(sheet).of(cell, *origin)
    raw = Values(sheet).raw("" if value is None else value, *origin)
    made = Cell(cell.style)
    made.put(raw.kind, raw.text)
    return made


def _translate(cell: Cell, rows: int, columns: int) -> None:
    attributes, text = cell.formula_parts()
    if attributes.get("t") not in {"array", "dataTable"}:
        cell.formula = f"<f>{escape(translate(text, rows, columns))}</f>"


def _copy_merges(block: Block, target: Worksheet, area: Box) -> None:
    from lxml import etree

    inside = [box for box in block.sheet.merged() if block.box.holds(box)]
    for box in inside:
        moved = box.moved(area.top - block.box.top, area.left - block.box.left)
        holder = target.child("mergeCells")
        if not any(moved.meets(other) for other in target.merged()):
            etree.SubElement(holder, m("mergeCell"), ref=str(moved))
            holder.set("count", str(len(holder)))


def move_block(sheet: Worksheet, box: Box, target: Worksheet, place: Box) -> None:
    """Cut cells and put them at a place, on the same sheet or another; references to them follow."""
    rows, columns = place.top - box.top, place.left - box.left
    for one in (sheet, target):
        Values(one).prepare(Box(1, 1, 1, 1))
        Values(one).unshare()
    taken = [(row, column, cell) for row, column, cell in sheet.grid.cells(box)]
    for row, column, _ in taken:
        sheet.grid.remove(row, column)
    Values(target).clear(box.moved(rows, columns))
    move_references(sheet, box, target, rows, columns)
    for row, column, cell in taken:
        _point_home(cell, sheet, box, target, rows, columns)
        target.grid.row(row + rows).cells[column + columns] = cell
    if target is sheet:
        _move_areas(sheet, box, rows, columns)


def _point_home(cell: Cell, sheet: Worksheet, box: Box, target: Worksheet, rows: int, columns: int) -> None:
    """Let the formula of a moved cell show what it showed before."""
    attributes, text = cell.formula_parts()
    if text and attributes.get("t") not in {"array", "dataTable"}:
        moved = moved_formula(text, sheet.name, sheet.name, box, target.name, rows, columns)
        if target is not sheet:
            moved = qualified(moved, sheet.name, target.name)
        cell.formula = f"<f>{escape(moved)}</f>"


def _move_areas(sheet: Worksheet, box: Box, rows: int, columns: int) -> None:
    for element in sheet.frame.iter(m("mergeCell"), m("hyperlink")):
        for inner in parse_boxes(element.get("ref")):
            if box.holds(inner):
                element.set("ref", str(inner.moved(rows, columns)))


def fill_block(sheet: Worksheet, box: Box, area: Box, kind: str) -> None:
    """Continue a block over a larger area that starts with it."""
    if kind == "fill_formats":
        copy_block(Block(sheet, box, "formats", skip_blanks=False, transpose=False), sheet, area)
        return
    values = Values(sheet).read(box)
    lines = [list(line) for line in zip(*values, strict=True)] if area.height > box.height else values
    copy_block(Block(sheet, box, "all", skip_blanks=False, transpose=False), sheet, _multiple(box, area))
    if kind in {"fill_default", "fill_series", "fill_days"}:
        for offset, line in enumerate(lines):
            _continue(sheet, box, area, offset, line, single=kind != "fill_default")


def _multiple(box: Box, area: Box) -> Box:
    """Return the area cut to whole copies of the block along the filling direction."""
    if area.height > box.height:
        return area._replace(bottom=area.top + (area.height // box.height) * box.height - 1, right=box.right)
    return area._replace(right=area.left + (area.width // box.width) * box.width - 1, bottom=box.bottom)


def _continue(sheet: Worksheet, box: Box, area: Box, offset: int, line: list[object], *, single: bool) -> None:
    down = area.height > box.height
    step = _step(line, single=single)
    if step is None:
        return
    count = area.height if down else area.width
    last = line[-1]
    for number in range(len(line), count):
        value = last + step * (number - len(line) + 1)  # type: ignore[operator]
        row = box.top + (number if down else offset)
        column = box.left + (offset if down else number)
        Values(sheet).write(Box(row, column, row, column), [[value]])


def _step(line: list[object], *, single: bool) -> object:
    """Return the step of a series of numbers or dates; nothing where there is none."""
    if all(isinstance(value, dt.datetime) for value in line):
        return line[1] - line[0] if len(line) > 1 else dt.timedelta(days=1)  # type: ignore[operator]
    if all(isinstance(value, float) for value in line):
        if len(line) > 1:
            return line[1] - line[0]  # type: ignore[operator]
        return 1.0 if single else None
    return None
