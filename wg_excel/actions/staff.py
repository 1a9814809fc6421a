"""Load or update «Педагоги» and «Члены группы» from a list: weighed first, then written; nobody is removed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import xlwings as xw

from wg_excel.book.history import remember_cells
from wg_excel.book.rows import cell_of, cells_of
from wg_excel.book.tables import Cells, append_rows, read_cells, write_cells
from wg_excel.domain.columns import shown_value
from wg_excel.domain.failures import Failure
from wg_excel.domain.fields import parse_table
from wg_excel.domain.findings import Finding, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.members.members import Member
from wg_excel.domain.rules.cells import RequiredBlank
from wg_excel.domain.schema import Record, Table
from wg_excel.domain.staff.staff import StaffChange, Update
from wg_excel.domain.staff.staff_changes import compare
from wg_excel.domain.staff.staff_headings import ListedSheet, is_named_for, read_sheet
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.exports.people_list import read_sheets

ACTION = "Загрузить список"


class NoHeadings(Failure):
    """The list has no row with the table's headings."""

    def __init__(self, file: str, titles: Sequence[str]) -> None:
        super().__init__(
            f"В файле «{file}» не найдена строка заголовков: назовите столбцы как на листе, "
            f"обязательно «ФИО» (известны {', '.join(titles)})."
        )


class NoSuchSheet(Failure):
    """The list has no sheet of the name asked for, or it lists nobody."""

    def __init__(self, file: str, sheet: str, known: Sequence[str]) -> None:
        names = f" Списки есть на листах: {', '.join(f'«{name}»' for name in known)}." if known else ""
        super().__init__(f"В файле «{file}» нет листа «{sheet}» со списком людей.{names}")


class Choice(NamedTuple):
    """How a list is to be taken: its sheet, and whether likely new family names and absences count."""

    sheet: str = ""
    renamed: bool = False
    left: bool = False


def weigh_staff(group: Group, file: Path, choice: Choice, day: dt.date, *, members: bool) -> StaffChange:
    """Return what the list would change; the group must hold the table asked for."""
    record: type[Member | Teacher] = Member if members else Teacher
    sheets = [listed for name, rows in read_sheets(file) if (listed := read_sheet(record.table, name, rows))]
    if not sheets and not choice.sheet:
        raise NoHeadings(file.name, record.table.titles)
    listed = _chosen(record.table, sheets, file, choice.sheet)
    people, found = parse_table(record, listed.titles, listed.rows, listed.first_row, group.lists)
    wrong = list(filter(_is_told, found))
    change = compare(group[record], people, day, wrong, renamed=choice.renamed, left=choice.left)
    return replace(change, about=_about(listed, sheets))


def write_staff(book: xw.Book, change: StaffChange, day: dt.date, *, members: bool) -> None:
    """Write what was weighed; each changed cell is remembered with its old and its new value."""
    record: type[Record] = Member if members else Teacher
    if change.updates:
        cells = read_cells(book, record)
        updates = [(name, update) for name, each in change.updates.items() for update in each]
        write_cells(book, record, {(update.row, update.column.name): cell_of(update.new) for _, update in updates})
        remember_cells(book, ACTION, [_line(cells, name, update) for name, update in updates], day)
    if change.added:
        append_rows(book, record, [cells_of(person) for person in change.added])


def _is_told(finding: Finding) -> bool:
    """Tell whether a finding is about a cell that is not taken; a list need not fill every column of the table."""
    named = finding.place.column != Teacher.table.column("fio").title  # of names the comparison speaks itself
    return (
        bool(finding.place.row)
        and named
        and finding.weight is Severity.ERROR
        and not isinstance(finding, RequiredBlank)
    )


def _line(cells: Cells, name: str, update: Update) -> tuple[str, str, str, str]:
    """Return what «История» says of a changed cell."""
    title = update.column.title
    address = f"{cells.sheet}!{cells.address(update.row, title)}"
    return f"{name}: {title}", address, shown_value(update.old), shown_value(update.new)


def _chosen(table: Table, sheets: Sequence[ListedSheet], file: Path, name: str) -> ListedSheet:
    """Return the sheet asked for, else the one named for the table, else the one with most known headings."""
    if name:
        found = next((sheet for sheet in sheets if sheet.name.casefold() == name.casefold()), None)
        if found is None:
            raise NoSuchSheet(file.name, name, [sheet.name for sheet in sheets])
        return found
    return max(sheets, key=lambda sheet: (is_named_for(table, sheet.name), sheet.fit))


def _about(taken: ListedSheet, sheets: Sequence[ListedSheet]) -> str:
    """Return which sheet was taken where there are several, who there has left, and what names nobody."""
    others = [f"«{sheet.name}»" for sheet in sheets if sheet is not taken]
    said = [f"Взят лист «{taken.name}»; не взяты: {', '.join(others)}."] if others else []
    said += [f"Строк с пометкой о выбытии: {taken.left}."] if taken.left else []
    said += [f"Строк без имени: {taken.nameless}, они не приняты."] if taken.nameless else []
    return " ".join(said)
