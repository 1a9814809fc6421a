"""Correct what is obvious in the workbook's cells, remember each change, and take the last press back."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import xlwings as xw

from wg_excel.book.history import remember, remember_cells
from wg_excel.book.master import Master, read_master
from wg_excel.book.tables import Cells, find_table, read_cells, write_cells
from wg_excel.domain.corrections import (
    CORRECT,
    CORRECTED,
    UNDO,
    Change,
    Correction,
    Rows,
    corrections,
    label,
    last_changes,
    shown,
)
from wg_excel.domain.history import HistoryEntry
from wg_excel.domain.language.wording import counted
from wg_excel.domain.rules.cells import Cell
from wg_excel.domain.schema import Kind, Record

AS_TEXT = "@"
NUMBER_FORMATS = {
    Kind.DATE: "dd.mm.yyyy",
    Kind.TIME: "hh:mm",
    Kind.INTEGER: "0",
    Kind.NUMBER: "General",
    Kind.TEXT: AS_TEXT,
    Kind.FIO: AS_TEXT,
    Kind.REFERENCE: AS_TEXT,
}
LONGEST_QUESTION = 850  # characters: Excel cuts a message after 1,024
FORMS = ("исправление", "исправления", "исправлений")


class Undone(NamedTuple):
    """Which changes were taken back, and which not: their cells hold something else by now."""

    back: tuple[Change, ...]
    kept: tuple[Change, ...]


def list_obvious(book: xw.Book) -> tuple[Correction, ...]:
    """Return what would be corrected; nothing is changed."""
    return _found(book, read_master(book, CORRECTED))


def correct(book: xw.Book, today: dt.date | None) -> tuple[Correction, ...]:
    """Correct every cell whose slip has one reading; return what was corrected."""
    master = read_master(book, CORRECTED)
    made = _found(book, master)
    day = master.group.today(today)
    for record, found in _by_table(made).items():
        values = {(each.cell.row, each.cell.column.name): _written(each) for each in found}
        write_cells(book, record, values, _formats(record))
    lines = [(f"{label(each.cell)}: {each.why}", _address(master, each), each.old, each.became) for each in made]
    _remember(book, CORRECT, lines, "Исправлять нечего.", day)
    return made


def undo(book: xw.Book, today: dt.date | None) -> Undone:
    """Take back the last press of «Исправить очевидное» where its cells still hold what it wrote."""
    master = read_master(book, CORRECTED)
    changes = last_changes(_history(book))
    places = {change: _place(master, change) for change in changes}
    back = {change: place for change, place in places.items() if place is not None}
    written: defaultdict[type[Record], dict[tuple[int, str], str]] = defaultdict(dict)
    for change, (record, cell) in back.items():
        written[record][cell.row, cell.column.name] = change.was
    for record, values in written.items():
        # As text, or Excel would read the dates and numbers again.
        write_cells(book, record, values, {name: AS_TEXT for _, name in values if _is_read_again(record, name)})
    lines = [(change.label, change.address, change.became, change.was) for change in back]
    _remember(book, UNDO, lines, "Отменять нечего.", master.group.today(today))
    return Undone(tuple(back), tuple(change for change in changes if change not in back))


def line(each: Correction) -> str:
    """Return a correction as people read it before it is made."""
    return f"{each.place.sheet} · {label(each.cell)}: «{each.old}» → «{each.became}» ({each.why})"


def offer(book: xw.Book) -> str:
    """Return the question that Excel asks before it corrects; empty where nothing is to correct."""
    made = list_obvious(book)
    lines: list[str] = []
    for each in map(line, made):
        if sum(map(len, lines)) + len(each) > LONGEST_QUESTION:
            break
        lines.append(each)
    rest = [f"… и ещё {len(made) - len(lines)}"] if len(lines) < len(made) else []
    return "\n".join([f"Исправить? Всего: {len(made)}.", *lines, *rest]) if made else ""


def summary(number: int) -> str:
    """Return how many cells were corrected, in words."""
    return f"Сделано: {counted(number, *FORMS)}." if number else "Исправлять нечего."


def _found(book: xw.Book, master: Master) -> tuple[Correction, ...]:
    tables = {
        record: Rows(found.titles, found.rows, found.first_row)
        for record in CORRECTED
        if (found := master.tables.get(record.table.name))
    }
    made = corrections(tables, master.group.lists)
    formulas = {record: _formulas(book, record, found) for record, found in _by_table(made).items()}
    return tuple(each for each in made if (each.cell.row, each.cell.column.title) not in formulas[_record(each.cell)])


def _formulas(book: xw.Book, record: type[Record], found: Iterable[Correction]) -> set[tuple[int, str]]:
    """Return where formulas stand in the columns to correct: what they give is mended at its source."""
    cells = read_cells(book, record)
    block = find_table(book, record).range.formula
    wanted = {cells.titles.index(title): title for title in {each.cell.column.title for each in found}}
    return {
        (row, title)
        for row, line in enumerate(block[1:], cells.first_row)
        for place, title in wanted.items()
        if str(line[place]).startswith("=")
    }


def _by_table(made: Iterable[Correction]) -> dict[type[Record], list[Correction]]:
    tables: defaultdict[type[Record], list[Correction]] = defaultdict(list)
    for each in made:
        tables[_record(each.cell)].append(each)
    return tables


def _record(cell: Cell) -> type[Record]:
    return next(record for record in CORRECTED if record.table is cell.table)


def _formats(record: type[Record]) -> Mapping[str, str]:
    return {
        column.name: NUMBER_FORMATS[column.kind] for column in record.table.columns if column.kind in NUMBER_FORMATS
    }


def _is_read_again(record: type[Record], name: str) -> bool:
    return record.table.column(name).kind in {Kind.DATE, Kind.TIME, Kind.INTEGER, Kind.NUMBER}


def _written(each: Correction) -> object:
    """Return the value as a cell takes it: a time is a part of a day."""
    return (each.new.hour * 60 + each.new.minute) / 1440 if isinstance(each.new, dt.time) else each.new


def _address(master: Master, each: Correction) -> str:
    return f"{each.place.sheet}!{master.address(each.place)}"


def _remember(book: xw.Book, action: str, lines: list[tuple[str, str, str, str]], nothing: str, day: dt.date) -> None:
    if lines:
        remember_cells(book, action, lines, day)
    else:
        remember(book, action, nothing, day)


def _history(book: xw.Book) -> list[tuple[str, Change]]:
    cells = read_cells(book, HistoryEntry)
    names = ("when", "action", "cell", "details", "was", "became")
    places = [cells.titles.index(HistoryEntry.table.column(name).title) for name in names]
    rows = ([row[place] for place in places] for row in cells.rows)
    return [
        (str(action), Change(when, str(address), str(details), str(was or ""), str(became or "")))
        for when, action, address, details, was, became in rows
        if address and isinstance(when, dt.datetime)
    ]


def _place(master: Master, change: Change) -> tuple[type[Record], Cell] | None:
    """Return where a change is taken back: its cell, unless it holds something else or belongs to another row."""
    for record in CORRECTED:
        cells = master.tables.get(record.table.name)
        if cells and f"{cells.sheet}!" == change.address[: len(cells.sheet) + 1]:
            for cell, value in _cells_at(record, cells, change.address[len(cells.sheet) + 1 :]):
                if change.label.startswith(f"{label(cell)}:") and shown(cell.column, value) == change.became:
                    return record, cell
    return None


def _cells_at(record: type[Record], cells: Cells, address: str) -> list[tuple[Cell, object]]:
    row = int("".join(filter(str.isdigit, address)) or 0)
    if not cells.first_row <= row < cells.first_row + len(cells.rows):
        return []
    values = dict(zip(cells.titles, cells.rows[row - cells.first_row], strict=True))
    key = record.table.column(record.table.key) if record.table.key else None
    named = shown(key, values.get(key.title)) if key else ""
    return [
        (Cell(record.table, column, row, named), values[column.title])
        for column in record.table.columns
        if column.title in values and cells.address(row, column.title) == address
    ]
