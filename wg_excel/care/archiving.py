"""Export all tables of a workbook to an archive, and load an archive into a new workbook."""

from dataclasses import replace as replaced
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import xlwings as xw

from wg_excel.actions.creating import refuse_name
from wg_excel.book.failures import NoWorkbook
from wg_excel.book.lock import locked
from wg_excel.book.opened import changing, reading
from wg_excel.book.outputs import write_output
from wg_excel.book.saving import fingerprint, replace
from wg_excel.builder.sheets import SHEETS
from wg_excel.care.archive import archived, kind_of
from wg_excel.care.archive_fitness import refuse_unfit
from wg_excel.care.content import LIST_OF, Contents, Row, TableContent
from wg_excel.care.declared_lines import LINES
from wg_excel.care.failures import FileExists
from wg_excel.care.stored import fill, read_contents


class Archived(NamedTuple):
    """What an archive holds: tables, rows, and the names of sheets that have no table and stay out."""

    tables: int
    rows: int
    sheets_left: tuple[str, ...] = ()


def export(workbook: Path, archive: Path) -> Archived:
    """Write all tables of a workbook to a new archive (.zip, .xlsx or .json); raise FileExists."""
    kind = kind_of(archive)
    if archive.exists():
        raise FileExists(archive)
    with reading(workbook) as book:
        contents = archived(read_contents(book))
    write_output(archive, kind.write(contents), make_folder=True)
    return _counted(contents)


def load(workbook: Path, archive: Path, *, force: bool = False) -> Archived:
    """Make a new workbook with the tables of an archive; an existing one is replaced only by force, backed up first."""
    kind = kind_of(archive)
    if not archive.is_file():
        raise NoWorkbook(archive)
    refuse_name(workbook, force=force)
    contents = kind.read(archive.read_bytes(), archive.name)
    refuse_unfit(contents, archive.name)
    workbook.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, locked(workbook):
        seen = fingerprint(workbook) if workbook.exists() else ""
        draft = _draft(Path(folder) / workbook.name, contents).read_bytes()
        replace(workbook, lambda target: target.write_bytes(draft), seen=seen)
    return _counted(contents)


def _draft(path: Path, contents: Contents) -> Path:
    from wg_excel.builder.build import build

    build(path)
    with changing(path) as book:
        fill_all(book, contents)
    return path


def fill_all(book: xw.Book, contents: Contents) -> None:
    """Put all tables of an archive into a new workbook; lists fixed by the program keep their values."""
    new = read_contents(book)
    for table in contents.tables:
        if table.name not in LIST_OF or not LIST_OF[table.name].fixed:
            fill(book, _with_lines_of(new, table))


def _with_lines_of(new: Contents, table: TableContent) -> TableContent:
    """Return the table with every line that the program declares, in the order of the new workbook."""
    stands = new.table(table.name)
    title = LINES.get(table.name)
    if not stands or not title or title not in table.titles:
        return table
    lines = [tuple(stands.cells(row).get(each) for each in table.titles) for row in stands.rows]
    rest = list(table.rows)
    rows = [_taken(rest, table.titles.index(title), line) for line in lines]
    return replaced(table, rows=(*rows, *rest))


def _taken(rows: list[Row], where: int, line: Row) -> Row:
    """Take the row of a line out of the rows; the line itself where there is none."""
    found = next((n for n, row in enumerate(rows) if row[where] == line[where]), None)
    return line if found is None else rows.pop(found)


def _counted(contents: Contents) -> Archived:
    rebuilt = {plan.name for plan in SHEETS}
    with_tables = {table.sheet for table in contents.tables}
    left = tuple(sheet for sheet in contents.sheets if sheet not in with_tables | rebuilt)
    return Archived(len(contents.tables), sum(len(table.rows) for table in contents.tables), left)
