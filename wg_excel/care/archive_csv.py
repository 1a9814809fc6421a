"""A table as CSV for people: opens in Excel by a double click, and no cell of it becomes a formula."""

import csv
import io

from wg_excel.care.content import TableContent, Value, shown

# OWASP, "CSV Injection"; the wide forms are signs of a formula to East Asian editions.
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_bytes(table: TableContent) -> bytes:
    """Return a table as CSV: semicolons and UTF-8 with a mark, as Excel with Russian settings expects."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(harmless, table.titles))
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Return a text that a spreadsheet program reads as text: an apostrophe stands before the sign of a formula."""
    return f"'{text}" if text.startswith(SIGNS) or text.lstrip().startswith(SIGNS) else text


def _cell(value: Value) -> str:
    return harmless(value) if isinstance(value, str) else shown(value)
