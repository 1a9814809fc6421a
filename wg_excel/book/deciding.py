"""«Имена в выгрузках»: what the user decided goes to «Педагоги», what waits is listed anew."""

import datetime as dt
from collections.abc import Sequence

import xlwings as xw

from wg_excel.book.history import remember_cells
from wg_excel.book.rows import cells_of
from wg_excel.book.tables import read_cells, write_cells, write_rows
from wg_excel.domain.group import Group
from wg_excel.domain.imported.deciding import Decided, lines, take_over
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.imported.name_decisions import NameDecision
from wg_excel.domain.imported.spellings import match_spellings, waiting
from wg_excel.domain.staff.teachers import Teacher

ACTION = "Имена в выгрузках"
ALIAS = Teacher.table.column("export_name")


def settle_names(book: xw.Book, group: Group, facts: Facts, day: dt.date) -> tuple[Teacher, ...]:
    """Take the decisions over into «Имя в ЭлЖур» and list the spellings that still wait; return the teachers."""
    decided = take_over(group)
    if decided.grown:
        _write(book, decided, day)
    undecided = lines(waiting(facts, match_spellings(facts, decided.teachers)), group[NameDecision])
    if _cells(undecided) != _cells(group[NameDecision]):
        write_rows(book, NameDecision, _cells(undecided))
    return decided.teachers


def _write(book: xw.Book, decided: Decided, day: dt.date) -> None:
    write_cells(book, Teacher, {(now.row, ALIAS.name): now.export_name for _, now in decided.grown})
    cells = read_cells(book, Teacher)
    changed = [
        (
            f"{now.fio}, «{ALIAS.title}»",
            f"{cells.sheet}!{cells.address(now.row, ALIAS.title)}",
            was.export_name,
            now.export_name,
        )
        for was, now in decided.grown
    ]
    remember_cells(book, ACTION, changed, day)


def _cells(found: Sequence[NameDecision]) -> list[list[object]]:
    return [cells_of(line) for line in found]
