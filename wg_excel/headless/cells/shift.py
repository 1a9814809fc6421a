"""Lines inserted into a sheet or deleted from it: where everything stands afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wg_excel.headless.addresses import MAX_COLUMN, MAX_ROW, Box, parse_boxes
from wg_excel.headless.calculation.formulas import shift_span

if TYPE_CHECKING:
    from lxml.etree import _Element


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


def move_list(element: _Element, attribute: str, shift: Shift, *, droppable: bool) -> None:
    """Move the rectangles of an attribute; an element that loses all of them goes, if it may."""
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
