"""Sheets with pages of the journal and, below or beside each, the list of its lessons, as journals are printed."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from wg_excel.exports.cells import is_blank, number
from wg_excel.exports.grid import Grid, Row, even
from wg_excel.exports.headings import Heading, read_heading
from wg_excel.exports.kinds import Kind, Vocabulary
from wg_excel.exports.lines import Lines, line_reader
from wg_excel.exports.pages import find_page
from wg_excel.exports.phrases import fold
from wg_excel.exports.sections import lone_text
from wg_excel.exports.shapes import Table

BELOW = "lessons"
ONLY_THERE = "homework"
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
    rows = list(table.grid.rows())
    if not _has_lists(rows, lessons):
        yield table._replace(grid=Grid(table.grid.sheet, rows))
        return
    sheet = _Sheet(rows, table, lessons, words)
    sheet.part()
    yield table._replace(grid=Grid(table.grid.sheet, even(sheet.pages)))
    for block in sheet.blocks:
        rows = even([*[()] * block.heading.row, *block.rows])  # so that rows keep their numbers
        yield Table(
            Grid(table.grid.sheet, rows), lessons, block.heading, block.lines.with_titled(), table.told, table.named
        )


def _is_numbered(row: Row) -> bool:
    """Tell a row that begins with its number, as nearly all do: it is no heading and no title."""
    return bool(row) and isinstance(row[0], int | float)


def _has_lists(rows: list[Row], lessons: Kind) -> bool:
    """Tell whether any heading of a sheet is one that only a list of lessons has."""
    values = set(chain.from_iterable(row for row in rows if not _is_numbered(row)))
    return any(isinstance(value, str) and lessons.role(fold(value))[0] == ONLY_THERE for value in values)


class _Sheet:
    """A sheet of pages while it is parted; `block` is the list of lessons that the present row belongs to."""

    def __init__(self, rows: list[Row], table: Table, lessons: Kind, words: Vocabulary) -> None:
        self._kind, self._lessons = table.kind, lessons
        self._reader = line_reader(words)
        self._lines = Lines(table.told.values, ())
        self._block: _Block | None = None
        self._rows = rows
        self.pages: list[Row] = []
        self.blocks: list[_Block] = []

    def part(self) -> None:
        """Give every row to the pages, to a list of lessons, or to both."""
        for at, row in enumerate(self._rows):
            if not _is_numbered(row):
                self._look(at, row)
            if block := self._block:
                block.rows.append([*[""] * block.left, *row[block.left :]])
            if block is None or block.left:
                self.pages.append(row[: block.left] if block else row)

    def _look(self, at: int, row: Row) -> None:
        """See whether a row ends a list of lessons or begins one."""
        is_title = self._reader.is_line(row) or bool(lone_text(row))
        page = find_page(self._rows, at, self._kind, "pupil")
        if is_title:
            self._lines = self._lines.over(self._reader.read([row]))
        if is_title or page:
            self._block = None
        if heading := _heading(row, at, 1 + max(page.dates) if page else 0, self._lessons):
            self._block = _Block(heading, self._lines, [], min(heading.columns.values()) if page else 0)
            self.blocks.append(self._block)


def _heading(row: Row, at: int, left: int, lessons: Kind) -> Heading | None:
    """Return the headings of a list of lessons, when a row is them right of a page's dates."""
    filled = [value for value in row[left:] if not is_blank(value)]
    if len(filled) < FEWEST or any(number(value) is not None for value in filled):
        return None
    heading = read_heading([[*[""] * left, *row[left:]]], 0, 1, lessons)._replace(row=at)
    return None if lessons.missing(heading.columns) else heading
