"""Fill «Замечания» with what a check found, and know again what stood there before (1-domain 1.3, 1.4)."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import xlwings as xw

from wg_excel.book.blocks import Formula
from wg_excel.book.master import Master
from wg_excel.book.tables import find_table, read_cells, write_rows
from wg_excel.domain.fields import parse_table
from wg_excel.domain.findings import Finding, FindingLine
from wg_excel.domain.standing import Mark, mark, settle

ACCEPTED = "Принято"
LAST_NUMBER = "fnd_last_number"


def settle_findings(book: xw.Book, master: Master, findings: Sequence[Finding], day: dt.date) -> tuple[Finding, ...]:
    """Return the findings with the number, the day and the acceptance that «Замечания» knows; nothing is written."""
    cells = read_cells(book, FindingLine)
    lines, _ = parse_table(FindingLine, cells.titles, cells.rows, cells.first_row, {})
    return settle([(finding, _mark(master, finding)) for finding in findings], lines, day, _last_number(book))


def write_findings(book: xw.Book, master: Master, findings: Sequence[Finding], day: dt.date) -> tuple[Finding, ...]:
    """Replace the lines of «Замечания», the heaviest first and the accepted last; return the findings as settled."""
    settled = settle_findings(book, master, findings, day)
    last = max((finding.number for finding in settled), default=0)
    if last > _last_number(book):
        book.names.add(LAST_NUMBER, f"={last}")
    write_rows(book, FindingLine, [_line(master, finding, day) for finding in settled])
    # A filter of the user's must not hide what is new.
    find_table(book, FindingLine).range.rows.hidden = False
    return settled


def _line(master: Master, finding: Finding, day: dt.date) -> list[Any]:
    """Return the cells of a line in the order of the record's columns."""
    place = finding.place
    return [
        ACCEPTED if finding.accepted else finding.weight.value,
        place.sheet,
        place.row or None,
        place.column,
        finding.message,
        finding.basis,
        finding.rule,
        link(place.sheet, master.address(place)),
        dt.datetime.combine(finding.since or day, dt.time()),
        finding.number,
        finding.accepted or None,
        str(_mark(master, finding)),
    ]


def link(sheet: str, address: str) -> str:
    """Return the formula of a link to a cell, empty without an address.

    A formula, since a block of links then costs one call to Excel; a native link costs a dozen each.
    """
    if not address:
        return ""
    target = f"#'{sheet.replace(chr(39), chr(39) * 2)}'!{address}".replace('"', '""')
    return Formula(f'=HYPERLINK("{target}","{address}")')


def _mark(master: Master, finding: Finding) -> Mark:
    return mark(finding, master.value(finding.place))


def _last_number(book: xw.Book) -> int:
    """Return the highest number ever given: a number is never given twice."""
    if LAST_NUMBER not in book.names:
        return 0
    digits = str(book.names[LAST_NUMBER].refers_to).lstrip("=")
    return int(digits) if digits.isdigit() else 0
