"""Sheets with pages of the journal and, below or beside each, the list of its lessons, as journals are printed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wg_excel.exports.cells import is_blank, number
from wg_excel.exports.grid import Grid, Row
from wg_excel.exports.headings import Heading, Lines, line_reader, read_heading
from wg_excel.exports.kinds import Kind, Vocabulary
from wg_excel.exports.pages import find_page
from wg_excel.exports.sections import lone_text
from wg_excel.exports.shapes import Table

BELOW = "lessons"
FEWEST = 3  # headings of a list of lessons


class _Block(NamedTuple):
    """The rows of a list of lessons, from its headings on, and the lines above the page that it belongs to."""

    heading: Heading
    lines: Lines
    rows: list[Row]
    left: int  # the columns of the page beside it, 0 where the list stands below


def apart(table: Table, words: Vocabulary) -> Iterator[Table]:
    """Give a table; of a sheet of pages first the pages alone, then the lists of lessons."""
    lessons = words.kinds.get(BELOW)
    if table.kind.shape != "journal" or lessons is None:
        yield table
        return
    pages, blocks = _parted(list(table.grid.rows()), table, lessons, words)
    yield table._replace(grid=Grid(table.grid.sheet, pages))
    for block in blocks:
        rows = [*[()] * block.heading.row, *block.rows]  # so that rows keep their numbers
        yield Table(Grid(table.grid.sheet, rows), lessons, block.heading, block.lines, table.told)


def _parted(rows: Sequence[Row], table: Table, lessons: Kind, words: Vocabulary) -> tuple[list[Row], list[_Block]]:
    reader, pages, blocks = line_reader(words), list[Row](), list[_Block]()
    lines, block = Lines(table.told.values, ()), None
    for at, row in enumerate(rows):
        is_title = reader.is_line(row) or bool(lone_text(row))
        page = find_page(rows, at, table.kind, "pupil")
        if is_title:
            lines = lines.over(reader.read([row]))
        if is_title or page:
            block = None
        if heading := _heading(row, at, 1 + max(page.dates) if page else 0, lessons):
            block = _Block(heading, lines, [], min(heading.columns.values()) if page else 0)
            blocks.append(block)
        if block:
            block.rows.append([*[""] * block.left, *row[block.left :]])
        if block is None or block.left:
            pages.append(row[: block.left] if block else row)
    return pages, blocks


def _heading(row: Row, at: int, left: int, lessons: Kind) -> Heading | None:
    """Return the headings of a list of lessons, when a row is them right of a page's dates."""
    filled = [value for value in row[left:] if not is_blank(value)]
    if len(filled) < FEWEST or any(number(value) is not None for value in filled):
        return None
    heading = read_heading([[*[""] * left, *row[left:]]], 0, 1, lessons)._replace(row=at)
    return None if lessons.missing(heading.columns) else heading
