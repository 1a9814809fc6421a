"""Notes, buttons and controls that move with inserted and deleted cells, with their legacy shapes (VML)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wg_excel.headless.addresses import Box, parse_box

from .shift import Shift, move_list

if TYPE_CHECKING:
    from wg_excel.headless.package.part import Part
    from wg_excel.headless.worksheet import Worksheet

_VML_SHAPE = re.compile(r"<v:shape\b.*?</v:shape>", re.DOTALL)
_VML_CELL = re.compile(r"(<x:(Row|Column)>\s*)(\d+)(\s*</x:)")
_VML_ANCHOR = re.compile(r"(<x:Anchor>)([^<]*)(</x:Anchor>)")


def move_notes(sheet: Worksheet, shift: Shift) -> None:
    """Let notes and threaded comments, with the shapes of the sheet, move with its cells."""
    package = sheet.book.package
    for kind in ("comments", "threadedComment"):
        for part in package.related(sheet.part.name, kind):
            for element in list(part.xml.iter("{*}comment", "{*}threadedComment")):
                move_list(element, "ref", shift, droppable=True)
    for part in package.related(sheet.part.name, "vmlDrawing"):
        _move_vml(part, shift)


def place_notes(sheet: Worksheet, box: Box, rows: dict[int, int]) -> None:
    """Let the notes of a rectangle go along with its rows, which are put into another order."""
    package = sheet.book.package
    for kind in ("comments", "threadedComment"):
        for part in package.related(sheet.part.name, kind):
            for element in part.xml.iter("{*}comment", "{*}threadedComment"):
                place = parse_box(element.get("ref", ""))
                if box.holds(place):
                    row = rows[place.top]
                    element.set("ref", str(place._replace(top=row, bottom=row)))
    for part in package.related(sheet.part.name, "vmlDrawing"):
        text = part.current().decode("utf-8", "replace")
        part.data = _VML_SHAPE.sub(lambda shape: _placed_shape(shape[0], box, rows), text).encode()


def _placed_shape(shape: str, box: Box, rows: dict[int, int]) -> str:
    cells = {match[2]: int(match[3]) + 1 for match in _VML_CELL.finditer(shape)}
    row, column = cells.get("Row", 0), cells.get("Column", 0)
    if row not in rows or not box.left <= column <= box.right:
        return shape
    step = rows[row] - row
    shape = _VML_CELL.sub(lambda found: found[0] if found[2] == "Column" else _counted(found, step), shape)
    return _VML_ANCHOR.sub(lambda found: found[1] + _anchor(found[2], step, rows=True) + found[3], shape)


def _counted(found: re.Match[str], step: int) -> str:
    return f"{found[1]}{int(found[3]) + step}{found[4]}"


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
