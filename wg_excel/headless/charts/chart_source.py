"""Where the series of a chart come from: ranges, and the values that a chart remembers of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from wg_excel.headless.addresses import Box
from wg_excel.headless.cells.dates import to_serial
from wg_excel.headless.cells.raw_values import Value, edit_text, number_text
from wg_excel.headless.cells.values import Values

if TYPE_CHECKING:
    from wg_excel.headless.worksheet import Worksheet


class Source(NamedTuple):
    """Where a series comes from: its name, its categories and its values."""

    name: Box | None
    categories: Box | None
    values: Box


def cached(cell: Value, form: str, *, date1904: bool) -> str | None:
    """Write a value as a chart remembers it; nothing for an empty cell."""
    if cell is None:
        return None
    if form == "str":
        return edit_text(cell)
    if isinstance(cell, str):
        return "0"
    return number_text(to_serial(cell, date1904=date1904) if isinstance(cell, dt.datetime) else cell)


def split_source(sheet: Worksheet, box: Box, plot_by: str | None) -> list[Source]:
    """Split a range into series as Excel does: headings and labels are told by what they hold."""
    rows = Values(sheet).read(box)
    head = box.height > 1 and any(isinstance(cell, str) for cell in rows[0])
    labels = box.width > 1 and (rows[0][0] is None or any(_is_label(row[0]) for row in rows[head:]))
    head = head or (labels and box.height > 1 and rows[0][0] is None)
    data = Box(box.top + head, box.left + labels, box.bottom, box.right)
    by = plot_by or ("columns" if data.height >= data.width else "rows")
    top = box._replace(bottom=box.top, left=data.left) if head else None
    side = box._replace(right=box.left, top=data.top) if labels else None
    if by == "columns":
        return [
            Source(Box(box.top, n, box.top, n) if head else None, side, data._replace(left=n, right=n))
            for n in range(data.left, data.right + 1)
        ]
    return [
        Source(Box(n, box.left, n, box.left) if labels else None, top, data._replace(top=n, bottom=n))
        for n in range(data.top, data.bottom + 1)
    ]


def _is_label(cell: Value) -> bool:
    return isinstance(cell, (str, dt.datetime))
