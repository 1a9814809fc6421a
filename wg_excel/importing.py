"""Import exports into the workbook: read, merge with the facts that stand there, log (2-eljur-exports 2.2, 2.3)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import xlwings as xw

from wg_excel import exports
from wg_excel.book.facts import read_facts, write_facts
from wg_excel.book.failures import WorkbookFailure
from wg_excel.book.history import moment, who
from wg_excel.book.tables import append_rows
from wg_excel.domain.column_mappings import ColumnMapping
from wg_excel.domain.facts import Export
from wg_excel.domain.group import Group
from wg_excel.domain.imports import Import
from wg_excel.domain.merging import FactStore, Outcome

FOLDER = "Выгрузки"


@dataclass(frozen=True)
class Imported:
    """What became of one file: imported, replaced, unchanged or refused, and the sentence that says so."""

    file: str
    status: str
    message: str
    export: Export | None = None


class NoExports(WorkbookFailure):
    """There is nothing to import."""

    def __init__(self) -> None:
        super().__init__(
            f"В папке «{FOLDER}» рядом с книгой нет файлов: сохраните туда выгрузки из «ЭлЖур» и повторите."
        )


def waiting_files(book: xw.Book) -> list[Path]:
    """Return the files in the folder «Выгрузки» beside the workbook, by name; raise NoExports when none."""
    folder = Path(book.fullname).parent / FOLDER
    files = sorted(path for path in folder.glob("*") if path.is_file() and path.name[0] not in ".~")
    if not files:
        raise NoExports
    return files


def import_files(
    book: xw.Book, group: Group, files: Sequence[Path], *, kind: str, today: dt.date
) -> tuple[Imported, ...]:
    """Import files one after another; facts and log are written once, and only when something changed."""
    terms = group.calendar.terms_of(today)
    readings = exports.read(files, kind=kind, today=today, terms=terms, extra=_synonyms(group))
    store, log, results = FactStore(read_facts(book), group[Import]), list[Import](), list[Imported]()
    for reading in readings:
        if reading.export is None:
            results.append(Imported(reading.file, "refused", reading.message))
            continue
        done = store.take(reading.export)
        results.append(Imported(reading.file, done.status, done.message, reading.export))
        if done.status != "unchanged":
            log.append(_log_line(done, reading.export, today))
    if log:
        append_rows(book, Import, [[getattr(line, column.name) for column in Import.table.columns] for line in log])
        write_facts(book, store.facts)
    return tuple(results)


def _synonyms(group: Group) -> exports.Synonyms:
    return exports.Synonyms(tuple((line.heading, line.known) for line in group[ColumnMapping]))


def _log_line(done: Outcome, export: Export, today: dt.date) -> Import:
    return Import(
        number=str(done.number),
        when=moment(today),
        file=export.file,
        kind=exports.kind_title(export.kind),
        first=export.first,
        last=export.last,
        rows=export.rows,
        rejected=len(export.rejected),
        sha256=export.sha256,
        who=who(),
        result=done.message,
    )
