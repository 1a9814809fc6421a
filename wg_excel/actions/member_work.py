"""Read what the workbook holds about the work of some members: of the appeals only their own (B 4.2, 6.4)."""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

import xlwings as xw

from wg_excel.book.failures import HeadingMissing
from wg_excel.book.tables import Cells, read_cells
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.fields import parse_table
from wg_excel.domain.group import Group
from wg_excel.domain.periods import school_year


def with_appeals(book: xw.Book, group: Group, people: Collection[str], day: dt.date) -> Group:
    """Return the group with the appeals of the people, this school year's and the open ones.

    To read every appeal of a long journal as a record takes most of the time of a press.
    """
    cells = read_cells(book, Appeal)
    executor, date, status = (_place(cells, name) for name in ("executor", "date", "status"))
    first = dt.datetime.combine(school_year(day).first, dt.time())
    closed = {"Решено", "Отклонено"}
    find = group.index.find
    rows = [
        row
        for row in cells.rows
        if row[executor]
        and find("tblMembers", str(row[executor])) in people
        and (row[status] not in closed or not isinstance(row[date], dt.datetime) or row[date] >= first)
    ]
    appeals, _ = parse_table(Appeal, cells.titles, rows, cells.first_row, group.lists)
    return replace(group, records={**group.records, Appeal: appeals})


def _place(cells: Cells, name: str) -> int:
    title = Appeal.table.column(name).title
    if title not in cells.titles:
        raise HeadingMissing(cells.sheet, title)
    return cells.titles.index(title)
