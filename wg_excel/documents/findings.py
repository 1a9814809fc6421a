"""Fill «Замечания» with what a check found (1-domain 1.3, 1.4)."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Any

import xlwings as xw

from wg_excel.book.master import Master
from wg_excel.book.tables import read_cells, write_rows
from wg_excel.domain.findings import Finding, FindingLine

ROWS_IN_WORDS = re.compile(r"строк\w*\s+\d+(?:[\s,–-]+\d+)*|[A-Z]{1,2}\d+", re.IGNORECASE)

Key = tuple[object, ...]


def write_findings(book: xw.Book, master: Master, findings: Sequence[Finding], day: dt.date) -> None:
    """Replace the lines of «Замечания», the heaviest first; a finding that stood before keeps its day."""
    lines = [_line(finding, master.address(finding.place)) for finding in _heaviest_first(findings)]
    days = _days(_old_lines(book), lines, day)
    write_rows(book, FindingLine, [[*line, since] for line, since in zip(lines, days, strict=True)])


def _heaviest_first(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding.weight.order)


def _line(finding: Finding, address: str) -> list[Any]:
    """Return the cells of a line but the last, in the order of the record's columns."""
    place = finding.place
    return [
        finding.weight.value,
        place.sheet,
        place.row or None,
        place.column,
        finding.message,
        finding.basis,
        finding.rule,
        link(place.sheet, address),
    ]


def link(sheet: str, address: str) -> str:
    """Return the formula of a link to a cell, empty without an address.

    A formula, since a block of links then costs one call to Excel; a native link costs a dozen each.
    """
    if not address:
        return ""
    target = f"#'{sheet.replace(chr(39), chr(39) * 2)}'!{address}".replace('"', '""')
    return f'=HYPERLINK("{target}","{address}")'


def _days(old: Sequence[tuple[list[Any], dt.datetime]], lines: Sequence[list[Any]], day: dt.date) -> list[dt.datetime]:
    """Return since when each line stands: the day of the old line of its cell, else of its words, else the day."""
    days: list[dt.datetime | None] = [None] * len(lines)
    used: set[int] = set()
    for key in (_cell, _words):
        places: dict[Key, list[int]] = {}
        for n, (line, _) in enumerate(old):
            if n not in used:
                places.setdefault(key(line), []).append(n)
        for n, line in enumerate(lines):
            if days[n] is None and (fits := places.get(key(line))):
                used.add(fits[0])
                days[n] = old[fits.pop(0)][1]
    today = dt.datetime.combine(day, dt.time())
    return [since or today for since in days]


def _old_lines(book: xw.Book) -> list[tuple[list[Any], dt.datetime]]:
    cells = read_cells(book, FindingLine)
    titles = FindingLine.table.titles
    if any(title not in cells.titles for title in titles):
        return []
    where = [cells.titles.index(title) for title in titles]
    rows = ([row[n] for n in where] for row in cells.rows)
    return [(line, since) for *line, since in rows if isinstance(since, dt.datetime)]


def _cell(line: Sequence[Any]) -> Key:
    _, sheet, row, heading, _, _, rule, _ = line
    return rule, sheet or "", heading or "", row and int(row)


def _words(line: Sequence[Any]) -> Key:
    """Return what tells a finding again when its row has moved: its rule and its words without rows and cells."""
    _, sheet, _, heading, message, _, rule, _ = line
    return rule, sheet or "", heading or "", ROWS_IN_WORDS.sub("", str(message or ""))
