"""Sheets in a small notation, and the bytes of files made of them."""

import csv
import datetime as dt
import io
import re
from collections.abc import Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol

TODAY = dt.date(2026, 11, 22)
Rows = Sequence[Sequence[Any]]


def rows(text: str) -> list[list[str]]:
    """Return the rows of a notation: a line a row, `|` between cells, «.» alone an empty line's cell."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines()]


def workbook(sheets: dict[str, Rows], merges: Sequence[str] = ()) -> bytes:
    """Return the bytes of a workbook; merged areas of the first sheet keep the value of their first cell."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for name, lines in sheets.items():
            sheet = book.add_worksheet(name)
            for row, line in enumerate(lines):
                for column, value in enumerate(line):
                    if isinstance(value, dt.date):
                        sheet.write_datetime(row, column, dt.datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
                    elif value not in ("", None):
                        sheet.write(row, column, value)
        for area in merges:
            book.worksheets()[0].merge_range(area, _first(next(iter(sheets.values())), area))
    return made.getvalue()


def _first(lines: Rows, area: str) -> Any:
    row, column = xl_cell_to_rowcol(re.split(":", area)[0])
    return lines[row][column]


def text_file(lines: Rows, delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """Return the bytes of a text with delimiters."""
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter).writerows(lines)
    return made.getvalue().encode(encoding)
