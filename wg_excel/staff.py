"""Load or update «Педагоги» and «Члены группы» from a list with the table's headings; nobody is removed."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import xlwings as xw

from wg_excel.book.tables import append_rows, write_cells
from wg_excel.domain.failures import Failure
from wg_excel.domain.fields import parse_table
from wg_excel.domain.group import Group
from wg_excel.domain.members import Member
from wg_excel.domain.schema import Record
from wg_excel.domain.staff import StaffChange, compare
from wg_excel.domain.teachers import Teacher
from wg_excel.exports.people_list import Rows, read_rows

SEARCHED_ROWS = 25
Person = TypeVar("Person", Member, Teacher)
Change = StaffChange[Member] | StaffChange[Teacher]


class NoHeadings(Failure):
    """The list has no row with the table's headings."""

    def __init__(self, file: str, titles: Sequence[str]) -> None:
        super().__init__(
            f"В файле «{file}» не найдена строка заголовков: назовите столбцы как на листе, "
            f"обязательно «ФИО» (известны {', '.join(titles)})."
        )


def update_staff(book: xw.Book, group: Group, file: Path, *, members: bool) -> Change:
    """Add the people of a list to the sheet and change their cells; return what was done."""
    return _update(book, group, file, Member) if members else _update(book, group, file, Teacher)


def _update(book: xw.Book, group: Group, file: Path, record: type[Person]) -> StaffChange[Person]:
    rows = read_rows(file)
    at = _heading(rows, record)
    if at is None:
        raise NoHeadings(file.name, record.table.titles)
    listed, wrong = parse_table(record, rows[at], rows[at + 1 :], at + 2, group.lists)
    in_cells = [finding for finding in wrong if finding.place.row]  # a list need not have every column
    change = compare(group[record], listed, in_cells)
    if change.added:
        append_rows(book, record, [_values(person) for person in change.added])
    if change.updates:
        updates = [update for each in change.updates.values() for update in each]
        write_cells(book, record, {(update.row, update.name): update.new for update in updates})
    return change


def _heading(rows: Rows, record: type[Record]) -> int | None:
    """Return the place of the row that has most of the table's headings, «ФИО» among them."""
    titles = {title.casefold() for title in record.table.titles}
    found = ({str(cell).strip().casefold() for cell in row} & titles for row in rows[:SEARCHED_ROWS])
    known = [len(heads) if "фио" in heads else 0 for heads in found]
    best = max(known, default=0)
    return (
        known.index(best)
        if best and "фио" in {str(cell).strip().casefold() for cell in rows[known.index(best)]}
        else None
    )


def _values(person: Record) -> list[object]:
    return [getattr(person, column.name) for column in person.table.columns]
