"""One file: its bytes → readings, one a file, one a member of an archive, one a kind where sheets differ."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from wg_excel.domain.facts import Entry, Export, Facts, Figure, Lesson
from wg_excel.domain.periods import Period
from wg_excel.exports import archives, counts, finals, journal, lessons, log, pupil_marks, spreadsheets
from wg_excel.exports.balance import Balance
from wg_excel.exports.grids import Grid, grids
from wg_excel.exports.kinds import Kind, Vocabulary, vocabulary
from wg_excel.exports.recogniser import recognise_grid
from wg_excel.exports.refusals import (
    FileMissing,
    FileNotReadable,
    NoRows,
    NoValues,
    Refusal,
    TooBig,
    Unrecognised,
    WrongKind,
)
from wg_excel.exports.shapes import FactRow, Table, Taken, Task
from wg_excel.exports.spans import Calendar
from wg_excel.exports.synonyms import Synonyms

Status = Literal["known", "unknown", "refused"]
SHAPES = {
    "lessons": lessons.read,
    "counts": counts.read,
    "log": log.read,
    "finals": finals.read,
    "journal": journal.read,
    "pupil_marks": pupil_marks.read,
}


class Reading(NamedTuple):
    """What became of a file: an export with its facts, or a Russian sentence why not.

    `headings` are the columns found in a file that is not recognised, for the sheet «Соответствие столбцов».
    """

    file: str
    status: Status
    export: Export | None = None
    message: str = ""
    headings: tuple[str, ...] = ()


class Job(NamedTuple):
    """What is to be read and how; `skip` members of an archive were read before."""

    path: str
    kind: str
    calendar: Calendar
    extra: Synonyms | None = None
    with_facts: bool = True
    skip: int = 0


class Result(NamedTuple):
    """A reading with its facts still as plain rows, as it goes from the child process to its parent."""

    reading: Reading
    facts: tuple[list[FactRow], list[FactRow], list[FactRow]] = ([], [], [])


class Begun(NamedTuple):
    """Notice that a file or a member is about to be read, so that a crash can be told of it."""

    name: str
    size: int


def read_file(job: Job) -> Iterator[Begun | Result]:
    """Read a file in this process; every failure of the file is a refused reading."""
    name = Path(job.path).name
    try:
        words = vocabulary(job.extra)
        asked = words.kind(job.kind) if job.kind else None
        data = _bytes(Path(job.path))
    except Refusal as refusal:
        yield Begun(name, 0)
        yield _refused(name, refusal)
        return
    if not archives.is_archive(data):
        yield Begun(name, len(data))
        yield from _read_bytes(name, data, job, words, asked)
        return
    yield from _members(name, data, job, words, asked)


def _members(name: str, data: bytes, job: Job, words: Vocabulary, asked: Kind | None) -> Iterator[Begun | Result]:
    try:
        for place, member in enumerate(archives.members(data)):
            if place < job.skip:
                continue
            full = f"{name}/{member.name}"
            yield Begun(full, 0 if isinstance(member.data, Refusal) else len(member.data))
            if isinstance(member.data, Refusal):
                yield _refused(full, member.data)
            else:
                yield from _read_bytes(full, member.data, job, words, asked)
    except Refusal as refusal:
        yield Begun(name, len(data))
        yield _refused(name, refusal)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise FileMissing from None
    except OSError:
        raise FileNotReadable from None


def _refused(name: str, refusal: Refusal) -> Result:
    status: Status = "unknown" if refusal.status == "unknown" else "refused"
    return Result(Reading(name, status, None, refusal.message, refusal.headings))


def _read_bytes(name: str, data: bytes, job: Job, words: Vocabulary, asked: Kind | None) -> Iterator[Result]:
    try:
        yield from _File(name, data, job, words, asked).read()
    except Refusal as refusal:
        yield _refused(name, refusal)
    except MemoryError:
        yield _refused(name, TooBig())


class _File:
    """One file that is no archive, while it is read."""

    def __init__(self, name: str, data: bytes, job: Job, words: Vocabulary, asked: Kind | None) -> None:
        self._name, self._data, self._job, self._words, self._asked = name, data, job, words, asked
        self._balances: dict[str, Balance] = {}
        self._taken: dict[str, list[Taken]] = {}
        self._firsts: dict[str, str] = {}
        self._unknown: list[tuple[str, Refusal]] = []

    def read(self) -> Iterator[Result]:
        """Give a result a kind; raise a Refusal when no sheet gives one."""
        for grid in grids(self._data):
            self._sheet(grid)
        if not self._taken:
            raise self._best_refusal()
        for kind in self._taken:
            yield self._result(self._words.kinds[kind])

    def _sheet(self, grid: Grid) -> None:
        try:
            table = recognise_grid(grid, self._words, self._asked)
        except (Unrecognised, WrongKind) as refusal:
            self._unknown.append((grid.sheet, refusal))
            return
        self._take(table)

    def _take(self, table: Table) -> None:
        kind = table.kind
        balance = self._balances.setdefault(kind.id, Balance())
        self._firsts.setdefault(kind.id, table.grid.sheet)
        taken = SHAPES[kind.shape](table, Task(self._words, self._job.calendar, balance))
        self._taken.setdefault(kind.id, []).append(taken)

    def _best_refusal(self) -> Refusal:
        if not self._unknown:
            return Unrecognised()
        return max((refusal for _, refusal in self._unknown), key=lambda refusal: len(refusal.headings))

    def _result(self, kind: Kind) -> Result:
        balance, taken = self._balances[kind.id], self._taken[kind.id]
        if not balance.taken:
            if not balance.rows and spreadsheets.has_formulas(self._data):
                raise NoValues
            raise NoRows(kind.title, balance.rows, balance.rejected[0].reason if balance.rejected else "")
        if skipped := [sheet for sheet, _ in self._unknown if sheet]:
            balance.warn(f"Листы без отчёта пропущены: {', '.join(f'«{sheet}»' for sheet in skipped[:10])}.")
        spans = [part.span for part in taken if part.span]
        export = Export(
            file=self._name if len(self._taken) == 1 else f"{self._name}/{self._firsts[kind.id]}",
            kind=kind.id,
            sha256=hashlib.sha256(self._data).hexdigest(),
            first=min((span.first for span in spans), default=None),
            last=max((span.last for span in spans), default=None),
            rows=balance.rows,
            totals=balance.totals,
            blank=balance.blank,
            other=balance.other,
            rejected=tuple(balance.rejected),
            warnings=balance.sentences(),
        )
        facts = _facts(taken) if self._job.with_facts else ([], [], [])
        return Result(Reading(export.file, "known", export, _summary(kind, export, balance)), facts)


def _facts(taken: list[Taken]) -> tuple[list[FactRow], list[FactRow], list[FactRow]]:
    if len(taken) == 1:
        return list(taken[0].lessons), list(taken[0].entries), list(taken[0].figures)
    lists = ([part.lessons for part in taken], [part.entries for part in taken], [part.figures for part in taken])
    return tuple([row for rows in many for row in rows] for many in lists)  # type: ignore[return-value]


def _summary(kind: Kind, export: Export, balance: Balance) -> str:
    span = f", {Period(export.first, export.last)}" if export.first and export.last else ""
    rejected = f", отклонено: {balance.rejected_rows}" if balance.rejected_rows else ""
    return f"{kind.title}{span}, строк: {export.rows}{rejected}."


def with_facts(result: Result) -> Reading:
    """Return the reading of a result with its facts as the domain has them."""
    reading, (lesson_rows, entry_rows, figure_rows) = result
    if reading.export is None:
        return reading
    facts = Facts(
        tuple(map(Lesson._make, lesson_rows)),
        tuple(map(Entry._make, entry_rows)),
        tuple(map(Figure._make, figure_rows)),
    )
    values = {**vars(reading.export), "facts": facts}
    return reading._replace(export=Export(**values))
