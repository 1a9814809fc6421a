"""What the tests ask of a sheet that openpyxl read."""

from typing import cast

from openpyxl.utils import range_boundaries
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet


def corners(sheet: Worksheet, table: str) -> tuple[int, int, int, int]:
    """Return a table's left column, top row, right column and bottom row."""
    return cast("tuple[int, int, int, int]", range_boundaries(sheet.tables[table].ref))


def column_of(sheet: Worksheet, place: int) -> ColumnDimension:
    """Return the width and format of a column, which it may share with its neighbours."""
    return next(each for each in sheet.column_dimensions.values() if (each.min or 0) <= place <= (each.max or 0))
