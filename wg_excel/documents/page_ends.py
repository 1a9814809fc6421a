"""Where the printed pages of a sheet end, so that signatures never begin a page without text before them.

xlwings sets no page breaks, but parts of a print area begin on pages of their own: so a break costs one address more.
"""

from collections.abc import Sequence
from itertools import accumulate

PAGE = (297 - 20 - 20) / 25.4 * 72  # points between the margins of A4
# What a page holds depends on the program: LibreOffice without the workbook's font draws columns wider, so that a page
# fitted to its width is printed smaller and holds a tenth more.
ROOM = tuple(PAGE * percent / 100 for percent in range(98, 113))
KEPT = 2  # lines of text that stay with the signatures


def break_before(heights: Sequence[float], texts: Sequence[str], signed: int, line: float) -> int | None:
    """Return the row that has to begin a page for the signatures' sake; None where they stand well on any program.

    `heights` are those of all rows in points, 0 for hidden ones; `line` is the height of a line of text.
    """
    kept = _kept_with(heights, texts, signed, line)
    return kept if any(_page_of(heights, signed, room) != _page_of(heights, kept, room) for room in ROOM) else None


def _kept_with(heights: Sequence[float], texts: Sequence[str], signed: int, line: float) -> int:
    """Return the row from which on the text belongs on the page of the signatures."""
    above = range(signed - 1, -1, -1)
    lines = accumulate(heights[row] / line if texts[row].strip() else 0 for row in above)
    return next((row for row, number in zip(above, lines, strict=True) if number >= KEPT), 0)


def _page_of(heights: Sequence[float], wanted: int, room: float) -> int:
    """Return the number of the page on which a row stands where a page holds `room` points."""
    page, used = 0, 0.0
    for tall in heights[: wanted + 1]:
        if used and used + tall > room:
            page, used = page + 1, 0.0
        used += tall
    return page
