"""Formats applied to a rectangle of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from wg_excel.headless.addresses import MAX_COLUMN, Box
from wg_excel.headless.cells.cell import Cell
from wg_excel.headless.xmlns import m, whole

T = TypeVar("T")

if TYPE_CHECKING:
    from collections.abc import Callable

    from wg_excel.headless.worksheet import Worksheet


def styles_in(sheet: Worksheet, box: Box) -> set[int]:
    """Return the numbers of all formats within a rectangle."""
    grid = sheet.grid
    numbers = grid.numbers(box)
    found: set[int] = set()
    if len(numbers) < box.height:
        found |= _column_styles(sheet, box.left, box.right)
    for number in numbers:
        row = grid.rows[number]
        cells = {column: cell for column, cell in row.cells.items() if box.left <= column <= box.right}
        found |= {cell.style for cell in cells.values()}
        if len(cells) < box.width:
            found |= {row.style} if row.style is not None else _column_styles(sheet, box.left, box.right)
    return found


def _column_styles(sheet: Worksheet, left: int, right: int) -> set[int]:
    holder = sheet.frame.find(m("cols"))
    found: set[int] = set()
    covered = 0
    for element in holder if holder is not None else ():
        start, end = max(left, whole(element, "min", 1)), min(right, whole(element, "max", 1))
        if start <= end:
            found.add(whole(element, "style"))
            covered += end - start + 1
    return found if covered == right - left + 1 else found | {0}


def common(sheet: Worksheet, box: Box, read: Callable[[int], T]) -> T | None:
    """Return what `read` says of every format in a rectangle, if it always says the same; else nothing."""
    answers = {read(style) for style in styles_in(sheet, box)}
    return answers.pop() if len(answers) == 1 else None


def restyle(sheet: Worksheet, box: Box, change: Callable[[int], int]) -> None:
    """Give every cell of a rectangle the format that `change` makes of its old one."""
    grid = sheet.grid
    grid.touched = True
    if box.whole_columns:
        _restyle_columns(sheet, box, change)
        return
    for number in range(box.top, box.bottom + 1):
        row = grid.row(number)
        if box.left == 1 and box.right == MAX_COLUMN:
            style = change(row.style if row.style is not None else 0)
            for cell in row.cells.values():
                cell.style = change(cell.style)
            row.set_attributes(s=str(style), customFormat="1")
            continue
        for column in range(box.left, box.right + 1):
            cell = row.cells.get(column)  # type: ignore[assignment]
            if cell is None:
                cell = row.cells[column] = Cell(sheet.default_style(number, column))
            cell.style = change(cell.style)


def _restyle_columns(sheet: Worksheet, box: Box, change: Callable[[int], int]) -> None:
    for number in sheet.grid.numbers(box):
        row = sheet.grid.rows[number]
        if row.style is not None:
            for column in range(box.left, min(box.right, 256) + 1):
                row.cells.setdefault(column, Cell(row.style))
    for _, _, cell in list(sheet.grid.cells(box)):
        cell.style = change(cell.style)
    for element in sheet.columns(box.left, box.right):
        element.set("style", str(change(whole(element, "style"))))
        if element.get("width") is None:
            element.set("width", "9.140625")
