"""Heights of rows with wrapped text: Excel fits them by itself on opening, other programs show what is written."""

import re
from collections.abc import Sequence
from textwrap import wrap

from wg_excel.builder.layout import FIRST, width
from wg_excel.domain.schema import Table
from wg_excel.vba.package import Package

LINE = 15  # points of a line at 11 points
TABLE_ROW = re.compile(rb'(<row r="(\d+)"[^>]*?) customHeight="1"')


def row_height(table: Table, values: Sequence[object]) -> float:
    """Return the height in points of a row that shows these values in a table's columns."""
    texts = zip(values, table.columns, strict=True)
    return LINE * max(lines(str(value or ""), width(column)) for value, column in texts)


def lines(text: str, characters: int) -> int:
    """Return how many lines a text takes in a cell this wide, a blank one too."""
    return sum(max(1, len(wrap(part, characters))) for part in text.splitlines() or [""])


def let_rows_grow(workbook: bytes) -> bytes:
    """Return the workbook with the heights of table rows marked as fitted ones, so that editing a cell fits them anew.

    XlsxWriter marks every height as set by hand. Only sheets with tables are touched: pages keep their layout.
    """
    package = Package.from_bytes(workbook)
    for name, part in package.parts.items():
        if name.startswith("xl/worksheets/") and b"<tablePart " in part:
            package.parts[name] = TABLE_ROW.sub(_fitted, part)
    return package.to_bytes()


def _fitted(row: re.Match[bytes]) -> bytes:
    return row[1] if int(row[2]) > FIRST else row[0]
