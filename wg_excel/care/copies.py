"""Compare and merge two copies of a workbook on the disk."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import xlwings as xw

from wg_excel.book.facts import read_facts, write_facts
from wg_excel.book.history import remember
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing, reading
from wg_excel.care.conflict_copies import conflict_copies
from wg_excel.care.content import Contents, shown
from wg_excel.care.differences import TableDifference, differences
from wg_excel.care.failures import NoCopy, SameWorkbook, SeveralCopies
from wg_excel.care.import_merging import merge_imports
from wg_excel.care.merging import Merge, plan_merge
from wg_excel.care.preference import Preference
from wg_excel.care.renumbering import Renumbered, with_numbers
from wg_excel.care.stored import append, overwrite, read_contents
from wg_excel.domain.imported.imports import Import


class Compared(NamedTuple):
    """Two copies and how they differ."""

    a: Path
    b: Path
    tables: tuple[TableDifference, ...]


def compare(a: Path, b: Path | None = None) -> Compared:
    """Compare a workbook with a copy, by default the one found beside it; raise NoCopy, SeveralCopies, SameWorkbook."""
    other = b or only_copy(a)
    _refuse_same(a, other)
    with reading(a) as mine, reading(other) as theirs:
        return Compared(a, other, differences(read_contents(mine), read_contents(theirs)))


def merge(a: Path, b: Path, choices: Sequence[str] = (), *, today: dt.date | None = None) -> Merge:
    """Merge the copy `b` into the workbook `a`, which is backed up first; `b` stays as it is.

    `choices` name what is taken from `b` where rows differ, such as b:Обращения:2026-015.
    """
    _refuse_same(a, b)
    preference = Preference.read(choices)
    with reading(b) as theirs, changing(a) as mine:
        done = merge_books(mine, theirs, preference)
        group = read_group(mine, ())
        remember(mine, "Объединить копии", f"{b.name}: {summary(done)}", group.today(today))
    return done


def merge_books(a: xw.Book, b: xw.Book, preference: Preference) -> Merge:
    """Merge an open copy into an open workbook."""
    theirs, numbers = _merge_imports(a, b, read_contents(b))
    done = plan_merge(read_contents(a), theirs, preference)
    for table in done.tables:
        for change in (*table.filled, *table.replaced):
            overwrite(a, table.name, change.a.place, {cell.title: cell.b for cell in change.cells})
        if table.appended:
            append(a, table.name, [row.cells for row in table.appended])
    return replace(done, renumbered=(*numbers, *done.renumbered))


def summary(done: Merge) -> str:
    """Say in a few words what a merge did."""
    return (
        f"добавлено строк: {done.count('appended')}, взято из копии: {done.count('replaced')}, "
        f"заполнено в столбцах копии: {done.count('filled')}, "
        f"оставлено как было: {done.count('kept')}, получили новый номер: {len(done.renumbered)}"
    )


def only_copy(workbook: Path) -> Path:
    """Return the one copy that lies beside a workbook; raise NoCopy or SeveralCopies."""
    found = conflict_copies(workbook)
    if not found:
        raise NoCopy(workbook.name)
    if len(found) > 1:
        raise SeveralCopies([path.name for path in found])
    return found[0]


def _merge_imports(a: xw.Book, b: xw.Book, theirs: Contents) -> tuple[Contents, tuple[Renumbered, ...]]:
    """Bring the facts of B's imports into A by the rules of an import; return B with the numbers they got."""
    mine, log, other_log = read_facts(a), read_group(a, (Import,))[Import], read_group(b, (Import,))[Import]
    facts, numbers = merge_imports(mine, log, read_facts(b), other_log)
    if facts is not mine:
        write_facts(a, facts)
    moved = with_numbers(theirs, Import, {(old,): (new,) for old, new in numbers if old != new})
    rest = _without_imports(moved, {line.number for line in log})
    return rest, tuple(Renumbered(Import.table.sheet, old, new) for old, new in numbers if old != new)


def _without_imports(contents: Contents, numbers: Collection[str]) -> Contents:
    """Return the contents without the lines of imports that the workbook has too."""
    log = contents.table(Import.table.name)
    if not log:
        return contents
    where = log.titles.index(Import.table.column("number").title)
    new = replace(log, rows=tuple(row for row in log.rows if shown(row[where]) not in numbers))
    return contents.with_tables(new if table is log else table for table in contents.tables)


def _refuse_same(a: Path, b: Path) -> None:
    if a.exists() and b.exists() and a.samefile(b):
        raise SameWorkbook(a)
