"""Look at the tables of a master workbook as tables: what reading alone would miss becomes a finding."""

from collections.abc import Iterator
from dataclasses import replace

import xlwings as xw

from wg_excel.book.blocks import find_sheet, read_block
from wg_excel.book.master import Master, entered, read_master
from wg_excel.book.tables import Cells, column_letters, is_filled
from wg_excel.domain.findings import Finding
from wg_excel.domain.rules.layout import MergedCells, RowsBelowTable
from wg_excel.domain.schema import Record

BELOW = 500  # rows looked at below a table


def read_inspected(book: xw.Book) -> Master:
    """Read the workbook as `read_master` does, with what is wrong about the tables themselves among the findings."""
    master = read_master(book)
    filled = [record for record in entered() if not record.table.generated and record.table.name in master.tables]
    strange = [finding for record in filled for finding in _strange(book, record, master.tables[record.table.name])]
    return replace(master, group=replace(master.group, findings=(*master.group.findings, *strange)))


def _strange(book: xw.Book, record: type[Record], cells: Cells) -> Iterator[Finding]:
    sheet = find_sheet(book, cells.sheet)
    left, right = column_letters(cells.left), column_letters(cells.left + len(cells.titles) - 1)
    last = cells.first_row + len(cells.rows) - 1
    # By addresses: a range of numbered cells costs Excel five calls more.
    if sheet.range(f"{left}{cells.top}:{right}{last}").merge_cells is not False:
        yield MergedCells(record.table)
    below = read_block(book, sheet.range(f"{left}{last + 1}:{right}{last + BELOW}"))
    filled = [row for row, line in enumerate(below, last + 1) if any(map(is_filled, line))]
    if filled:
        yield RowsBelowTable(record.table, filled[0], len(filled))
