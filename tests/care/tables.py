"""A small notation for contents: a table's name, a line of headings, a line a row; `|` between cells."""

import datetime as dt

from wg_excel.care.content import RECORD_OF, Contents, Row, TableContent, Value


def contents(text: str, *sheets: str) -> Contents:
    blocks = [block.strip().splitlines() for block in text.split("\n\n") if block.strip()]
    return Contents(tuple(map(table, blocks)), sheets)


def table(lines: list[str]) -> TableContent:
    name, titles, *rows = (line.strip() for line in lines)
    record = RECORD_OF.get(name)
    heads = tuple(cell.strip() for cell in titles.split("|"))
    return TableContent(name, record.table.sheet if record else name, heads, tuple(map(row, rows)))


def row(line: str) -> Row:
    return tuple(value(cell.strip()) for cell in line.split("|"))


def value(text: str) -> Value:
    if not text:
        return None
    for read in (float, dt.datetime.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    return text
