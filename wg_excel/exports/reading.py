"""One file: its bytes → readings, one a file, one a member of an archive, one a kind where sheets differ."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from wg_excel.domain.imported.facts import Entry, Export, Figure, Lesson
from wg_excel.domain.periods import Period
from wg_excel.exports import archives, counts, finals, journal, lessons, log, pupil_marks, spreadsheets
from wg_excel.exports.abreast import abreast
from wg_excel.exports.balance import Balance
from wg_excel.exports.cells import day
from wg_excel.exports.grid import Grid
from wg_excel.exports.grids import grids
from wg_excel.exports.headings import shown_headings
from wg_excel.exports.kinds import Kind, Vocabulary, vocabulary
from wg_excel.exports.lines import MADE
from wg_excel.exports.made import made_of
from wg_excel.exports.parts import Begun, Job, Part, Portion, Reading, Status, shown_name
from wg_excel.exports.pupil_names import pupils_of, without_likely_names, without_pupils
from wg_excel.exports.recogniser import recognise_grid
from wg_excel.exports.refusals import (
    FileMissing,
    FileNotReadable,
    NoRows,
    NoValues,
    Refusal,
    TooBig,
    TooMany,
    TooManyNames,
    Unrecognised,
    WrongKind,
)
from wg_excel.exports.school_line import school_in
from wg_excel.exports.shapes import Table, Taken, Task
from wg_excel.exports.spans import key_date, names_unknown_term
from wg_excel.exports.stacked import apart
from wg_excel.exports.turned import turned
from wg_excel.exports.widening import widened

LARGEST = 1 << 28  # bytes of a file that is opened
MOST_NAMES = 5_000  # of teachers: a school has two hundred, and each is compared with each
MOST_FACTS = 700_000  # of one file: more could not be read and kept within ten seconds and a gigabyte
NO_PERIOD = (
    "Период в отчёте не указан: впишите над таблицей строку «Период: 01.09.2026 – 23.10.2026» и загрузите снова."
)
USUAL_TERM = "Дат четверти в отчёте нет, взяты обычные: впишите четверти на лист «Календарь» и загрузите снова."

TEACHERS = [kind._fields.index("teacher") for kind in (Lesson, Entry, Figure)]

Shape = Callable[[Table, Task], Iterator[Taken]]
SHAPES: dict[str, Shape] = {
    "lessons": lessons.read,
    "counts": counts.read,
    "log": log.read,
    "finals": finals.read,
    "journal": journal.read,
    "pupil_marks": pupil_marks.read,
}


class Source(NamedTuple):
    """A file's name and bytes, and the day that an archive packed it with."""

    name: str
    data: bytes
    packed: dt.date | None = None


def prepare() -> None:
    """Load what every file needs, so that the first one need not wait for it."""
    import python_calamine  # noqa: F401 - only its loading matters here

    vocabulary()


_ahead: dict[str, tuple[bytes, Iterator[Grid]]] = {}


def look_ahead(path: str) -> None:
    """Open a file before the job for it comes: what takes longest of a big workbook needs no job.

    What is wrong with the file is left for the job to find.
    """
    with suppress(Refusal, MemoryError):
        data = _bytes(Path(path))
        if not archives.is_archive(data):
            sheets = grids(data)
            _ahead[path] = data, chain(list(islice(sheets, 1)), sheets)


def read_file(job: Job) -> Iterator[Part]:
    """Read a file in this process; every failure of the file is a refused reading, also that it holds too much."""
    name, room, teachers = job.name, MOST_FACTS, set[object]()
    for part in _read_file(job):
        if isinstance(part, Begun):
            name = part.name
        elif isinstance(part, Portion):
            room -= len(part.rows)
            teachers.update(map(itemgetter(TEACHERS[part.place]), part.rows))
            if room < 0 or len(teachers) > MOST_NAMES:
                yield _refused(name, TooMany(MOST_FACTS) if room < 0 else TooManyNames(MOST_NAMES))
                return
        yield part


def _read_file(job: Job) -> Iterator[Part]:
    name = job.name
    try:
        words = vocabulary(job.extra)
        asked = words.kind(job.kind) if job.kind else None
        data, opened = _ahead.pop(job.path, None) or (_bytes(Path(job.path)), None)
    except Refusal as refusal:
        yield Begun(name)
        yield _refused(name, refusal)
        return
    if not archives.is_archive(data):
        yield Begun(name)
        yield from _read_bytes(Source(name, data), job, words, asked, opened)
        return
    yield from _members(name, data, job, words, asked)


def _members(name: str, data: bytes, job: Job, words: Vocabulary, asked: Kind | None) -> Iterator[Part]:
    try:
        for member in archives.members(data, job.skip):
            full = f"{name}/{shown_name(member.name)}"
            yield Begun(full)
            try:
                read = member.read()
            except Refusal as refusal:
                yield _refused(full, refusal)
            else:
                yield from _read_bytes(Source(full, read, member.packed), job, words, asked)
    except Refusal as refusal:
        yield Begun(name)
        yield _refused(name, refusal)


def _bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():  # a folder, or a device that never ends
            raise FileNotReadable
        if path.stat().st_size > LARGEST:
            raise TooBig
        return path.read_bytes()
    except FileNotFoundError:
        raise FileMissing from None
    except OSError:
        raise FileNotReadable from None
    except MemoryError:
        raise TooBig from None


def _refused(name: str, refusal: Refusal) -> Reading:
    status: Status = "unknown" if refusal.status == "unknown" else "refused"
    return Reading(without_likely_names(name), status, None, refusal.message, refusal.headings)


def _read_bytes(
    source: Source, job: Job, words: Vocabulary, asked: Kind | None, opened: Iterator[Grid] | None = None
) -> Iterator[Part]:
    refused: Refusal = TooBig()
    try:
        yield from _File(source, job, words, asked).read(opened or grids(source.data))
    except Refusal as refusal:
        refused = _without_frames(refusal)
    except MemoryError:
        pass  # only below is what filled the memory let go
    else:
        return
    yield _refused(source.name, refused)


def _without_frames(refusal: Refusal) -> Refusal:
    """Let go of what was being read when a file was refused: a traceback keeps whole sheets in memory."""
    refusal.__context__ = None
    return refusal.with_traceback(None)


class _File:
    """One file that is no archive, while it is read."""

    def __init__(self, source: Source, job: Job, words: Vocabulary, asked: Kind | None) -> None:
        self._name, self._data, self._packed = source
        self._bare_name = _bare_name(source.name)
        self._job, self._words, self._asked = job, words, asked
        self._balances: dict[str, Balance] = {}
        self._spans: dict[str, list[Period]] = {}
        self._firsts: dict[str, str] = {}
        self._unknown: list[tuple[str, Refusal]] = []
        self._pupils: set[str] = set()
        self._before: Table | None = None

    def read(self, sheets: Iterator[Grid]) -> Iterator[Part]:
        """Give the facts as they are found, then a reading a kind; raise a Refusal when no sheet gives one."""
        for grid in sheets:
            yield from self._sheet(grid)
        if not self._spans:
            raise self._best_refusal()
        for kind in self._spans:
            yield self._reading(self._words.kinds[kind])

    def _sheet(self, grid: Grid) -> Iterator[Portion]:
        for each in abreast(grid):
            yield from self._one(each)

    def _one(self, grid: Grid) -> Iterator[Portion]:
        table = self._recognised(grid)
        if table is None:
            return
        self._before = table
        for part in apart(table.with_names((grid.sheet, self._bare_name), self._job.calendar), self._words):
            yield from self._table(widened(part, self._words, self._job.calendar))

    def _recognised(self, grid: Grid) -> Table | None:
        """Return a sheet with its kind, stood up where it lies on its side; None for one of no kind, which is noted."""
        try:
            return recognise_grid(grid, self._words, self._asked, file=self._bare_name, before=self._before)
        except (Unrecognised, WrongKind) as refusal:
            if stood := turned(grid):
                with suppress(Refusal):
                    return recognise_grid(stood, self._words, self._asked, file=self._bare_name)
            self._unknown.append((grid.sheet, _without_frames(refusal)))
            return None

    def _table(self, table: Table) -> Iterator[Portion]:
        kind, sheet = table.kind, table.grid.sheet
        self._pupils |= pupils_of(table)
        balance = self._balances.setdefault(kind.id, Balance())
        balance.school = balance.school or school_in(table.lines, self._words)
        balance.made = balance.made or key_date(day(table.lines.get(MADE)))
        for note in table.notes:
            balance.warn(note)
        spans = self._spans.setdefault(kind.id, [])
        self._firsts.setdefault(kind.id, sheet)
        if names_unknown_term(table.texts, self._job.calendar):
            balance.warn(USUAL_TERM)
        for taken in SHAPES[kind.shape](table, Task(self._words, self._job.calendar, balance)):
            spans += [taken.span] if taken.span else []
            facts = enumerate((taken.lessons, taken.entries, taken.figures))
            yield from (Portion(kind.id, place, rows if self._job.with_facts else ()) for place, rows in facts if rows)

    def _best_refusal(self) -> Refusal:
        if not self._unknown:
            return Unrecognised()
        return max((refusal for _, refusal in self._unknown), key=lambda refusal: len(refusal.headings))

    def _reading(self, kind: Kind) -> Reading:
        balance, spans = self._balances[kind.id], self._spans[kind.id]
        name = self._name if len(self._spans) == 1 else f"{self._name}/{self._firsts[kind.id]}"
        name = without_pupils(name, self._pupils)
        if not balance.taken:
            return _refused(name, self._why_nothing(kind, balance))
        if not spans:
            balance.warn(NO_PERIOD)
        if skipped := shown_headings(sheet for sheet, _ in self._unknown):
            balance.warn(f"Листы без отчёта пропущены: {', '.join(f'«{sheet}»' for sheet in skipped[:10])}.")
        made = made_of(balance.made, self._data, self._packed, self._job.calendar.today)
        export = Export(
            file=name,
            kind=kind.id,
            title=kind.title,
            sha256=hashlib.sha256(self._data).hexdigest(),
            first=min((span.first for span in spans), default=None),
            last=max((span.last for span in spans), default=None),
            rows=balance.rows,
            totals=balance.totals,
            blank=balance.blank,
            other=balance.other,
            rejected=tuple(balance.rejected),
            warnings=balance.sentences(),
            rejected_rows=balance.rejected_rows,
            made=made.day if made else None,
            made_known=made.known if made else "",
            school=balance.school,
        )
        return Reading(name, "known", export, _summary(kind, export, balance))

    def _why_nothing(self, kind: Kind, balance: Balance) -> Refusal:
        if not balance.rows and spreadsheets.has_formulas(self._data):
            return NoValues()
        return NoRows(kind.title, balance.rows, balance.rejected[0].reason if balance.rejected else "")


def _bare_name(name: str) -> str:
    """Return a file's name without its ending; of a member of an archive its folders there too: «5А/Алгебра.xls»."""
    return str(PurePosixPath(name.partition("/")[2] or name).with_suffix("")).replace("/", " ")


def _summary(kind: Kind, export: Export, balance: Balance) -> str:
    span = f", {Period(export.first, export.last)}" if export.first and export.last else ""
    rejected = f", отклонено: {balance.rejected_rows}" if balance.rejected_rows else ""
    made = f", данные на {export.made:%d.%m.%Y} ({export.made_known})" if export.made else ""
    return f"{kind.title}{span}, строк: {export.rows}{rejected}{made}."
