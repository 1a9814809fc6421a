"""Import exports into the workbook: read, weigh against the facts that stand there, write, log (2-eljur-exports)."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import xlwings as xw

from wg_excel import exports
from wg_excel.actions.own_kinds import own_kinds
from wg_excel.book.deciding import settle_names
from wg_excel.book.facts import read_facts, write_facts
from wg_excel.book.failures import WorkbookFailure
from wg_excel.book.history import moment
from wg_excel.book.rows import cells_of
from wg_excel.book.tables import append_rows, write_rows
from wg_excel.domain.group import Group
from wg_excel.domain.imported.column_mappings import ColumnMapping
from wg_excel.domain.imported.facts import Export, Facts, day_key
from wg_excel.domain.imported.imports import BY_IMPORT, Import
from wg_excel.domain.imported.merge_message import foreseen
from wg_excel.domain.imported.merging import FactStore, Outcome
from wg_excel.domain.imported.rejected_rows import MOST_LINES, RejectedLine, rejected_lines, standing_lines
from wg_excel.domain.imported.schools import another_school
from wg_excel.user import who

FOLDER = "Выгрузки"
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Imported:
    """What became of one file: imported, replaced, unchanged or refused, and the sentence that says so.

    `export` is what was read, but for its facts; `read_as` tells its kind, period and rows.
    """

    file: str
    status: str
    message: str
    export: Export | None = None
    read_as: str = ""


@dataclass(frozen=True)
class Weighed:
    """What files bring to a workbook; nothing of it is written yet."""

    results: tuple[Imported, ...]
    store: FactStore
    taken: tuple[tuple[Outcome, Export], ...]

    @property
    def preview(self) -> tuple[Imported, ...]:
        """Return the results as said before they are written: what each file is and what it would do."""
        return tuple(map(_foreseen, self.results))


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


def weigh_files(
    book: xw.Book, group: Group, files: Sequence[Path], *, kind: str, today: dt.date, progress: Progress | None = None
) -> Weighed:
    """Read files and tell what each brings beyond what stands; nothing is written."""
    extra = _synonyms(book, group)
    terms = group.calendar.terms_of(today)
    with exports.begun(files, kind=kind, today=today, terms=terms, extra=extra, progress=progress) as readings:
        store = FactStore(read_facts(book), group[Import], day_key(today))
        found = [_weigh(store, reading, group.settings.school) for reading in readings]
    taken = tuple((done, result.export) for result, done in found if done and result.export)
    return Weighed(tuple(result for result, _ in found), store, taken)


def _weigh(store: FactStore, reading: exports.Reading, school: str) -> tuple[Imported, Outcome | None]:
    """Add what was read to the facts that stand; the outcome is None where there is nothing to write.

    An export of another school than the workbook's is taken with a warning: only the user can know.
    """
    if reading.export is None:
        return Imported(reading.file, "refused", reading.message), None
    done = store.take(reading.export)
    warnings = (*filter(None, [another_school(reading.export.school, school)]), *reading.export.warnings)
    export = replace(reading.export, facts=Facts(), warnings=warnings)  # the store has them: two would be too many
    result = Imported(reading.file, done.status, done.message, export, reading.message)
    return result, None if done.status == "unchanged" else done


def write_import(book: xw.Book, group: Group, weighed: Weighed, today: dt.date) -> None:
    """Write what was weighed: log, rejected rows and facts once, and only when something changed; then the names."""
    if weighed.taken:
        lines = [_log_line(done, one, today) for done, one in weighed.taken]
        append_rows(book, Import, list(map(cells_of, lines)))
        _write_rejected(book, group, weighed)
        write_facts(book, weighed.store.facts)
    settle_names(book, group, weighed.store.facts, today)


def _foreseen(result: Imported) -> Imported:
    return replace(result, message=f"{result.read_as} {foreseen(result.message)}".strip())


def _synonyms(book: xw.Book, group: Group) -> exports.Synonyms:
    mapped = tuple((line.heading, line.known) for line in group[ColumnMapping])
    return exports.Synonyms(mapped, own_kinds(Path(book.fullname).parent))


def _write_rejected(book: xw.Book, group: Group, weighed: Weighed) -> None:
    standing = group[RejectedLine]
    kept = standing_lines(standing, [number for done, _ in weighed.taken for number in done.covers])
    new = list[RejectedLine]()
    for done, export in weighed.taken:
        new += rejected_lines(done.number, export, MOST_LINES - len(new))
    if new or len(kept) < len(standing):
        write_rows(book, RejectedLine, list(map(cells_of, [*kept, *new])))


def _log_line(done: Outcome, export: Export, today: dt.date) -> Import:
    return Import(
        number=str(done.number),
        when=moment(today),
        file=export.file,
        kind=export.title,
        first=export.first,
        last=export.last,
        rows=export.rows,
        rejected=export.rejected_rows,
        sha256=export.sha256,
        who=who(),
        result=done.message,
        made=export.made or today,
        made_known=export.made_known or BY_IMPORT,
    )
