"""Tables that lie on their side – lessons, classes or pupils across – stood up."""

from wg_excel.exports.cells import Value, is_blank, text
from wg_excel.exports.grid import HEAD, Grid, Row, even
from wg_excel.exports.naming import LOOKS_LIKE_NAME, WHOLE_CLASS
from wg_excel.exports.phrases import fold

WIDE = 3  # cells of a row that belongs to a table and is no line above it


def turned(grid: Grid) -> Grid | None:
    """Return a small sheet with columns for rows below the lines above its table; None for a long sheet."""
    rows = [list(row) for row in grid.head]
    first = next((at for at, row in enumerate(rows) if sum(not is_blank(value) for value in row) >= WIDE), len(rows))
    if len(rows) >= HEAD or len(rows) - first < WIDE:
        return None
    across = rows[first][1:]
    if whose := _whose([value for value in across if not is_blank(value)]):
        rows[first][0] = whose
    stood: list[Row] = [list(column) for column in zip(*rows[first:], strict=False)]
    return Grid(grid.sheet, even([*rows[:first], *stood]))


def _whose(across: list[Value]) -> str:
    """Return the heading of a first column that these cells make: classes, pupils, or "" for what it says itself."""
    if all(WHOLE_CLASS.fullmatch(fold(text(value))) for value in across):
        return "Класс"
    return "ФИО" if all(LOOKS_LIKE_NAME.fullmatch(text(value)) for value in across) else ""
