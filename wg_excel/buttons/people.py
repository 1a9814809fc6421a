"""The button that takes lists of people in: «Педагоги» and «Члены группы»."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import xlwings as xw

from wg_excel.actions.staff import ACTION, Choice, weigh_staff, write_staff
from wg_excel.book.history import remember
from wg_excel.book.master import read_group
from wg_excel.domain.members.members import Member
from wg_excel.domain.staff.staff import StaffChange
from wg_excel.domain.staff.teachers import Teacher

AS_IT_IS = Choice()


def load_staff(
    book: xw.Book,
    file: Path,
    *,
    members: bool = False,
    choice: Choice = AS_IT_IS,
    today: dt.date | None = None,
    agreed: Callable[[StaffChange], Choice | None] | None = None,
) -> StaffChange:
    """Load or update «Педагоги» (or «Члены группы») from a list; nobody is removed.

    `agreed` is shown what would be changed and says how to take the list, or None: then nothing is written.
    """
    group = read_group(book, (Member if members else Teacher,))
    day = group.today(today)
    change = weigh_staff(group, file, choice, day, members=members)
    if agreed and not change.is_empty:
        taken = agreed(change)
        if taken is None:
            return StaffChange(declined=True)
        change = change if taken == choice else weigh_staff(group, file, taken, day, members=members)
    write_staff(book, change, day, members=members)
    remember(book, ACTION, str(change), day)
    return change


def preview_staff(
    book: xw.Book, file: Path, *, members: bool = False, choice: Choice = AS_IT_IS, today: dt.date | None = None
) -> StaffChange:
    """Say what a list would change; the workbook stays as it is."""
    group = read_group(book, (Member if members else Teacher,))
    return weigh_staff(group, file, choice, group.today(today), members=members)
