"""Read what the workbook holds about the work of some members: of the appeals only their own (B 4.2, 6.4)."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace

import xlwings as xw

from wg_excel.book.blocks import Cell
from wg_excel.book.columns import read_records
from wg_excel.domain.appeals.appeal_clock import CLOSED
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.group import Group
from wg_excel.domain.periods import school_year

JUDGED = ("number", "date", "priority", "executor", "due", "status", "solved")  # what the clock reads


def with_appeals(book: xw.Book, group: Group, people: Collection[str], day: dt.date) -> Group:
    """Return the group with the appeals of the people, this school year's and the open ones.

    To read every appeal of a long journal as a record takes most of the time of a press.
    """
    first = dt.datetime.combine(school_year(day).first, dt.time())
    find = group.index.find

    def is_theirs(row: Mapping[str, Cell]) -> bool:
        date = row["date"]
        is_asked = row["status"] not in CLOSED or not isinstance(date, dt.datetime) or date >= first
        return bool(row["executor"]) and is_asked and find("tblMembers", str(row["executor"])) in people

    appeals = read_records(book, Appeal, JUDGED, group.lists, is_theirs)
    return replace(group, records={**group.records, Appeal: appeals})
