"""Final marks: pupils down, terms or subjects across; only counts are kept."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from wg_excel.domain.imported.facts import day_key
from wg_excel.domain.periods import Period, school_year
from wg_excel.exports import cells
from wg_excel.exports.cells import is_blank, number, text
from wg_excel.exports.grid import Grid, Row
from wg_excel.exports.headings import DEEPEST, FIRST_ROWS, Heading, read_heading
from wg_excel.exports.kinds import Kind, Vocabulary
from wg_excel.exports.lines import Lines
from wg_excel.exports.marks import MarkReader, mark_reader
from wg_excel.exports.naming import LOOKS_LIKE_NAME
from wg_excel.exports.parts import FactRow
from wg_excel.exports.phrases import fold
from wg_excel.exports.shapes import Table, Taken, Task
from wg_excel.exports.spans import year_in, year_of
from wg_excel.exports.tables import TableReader
from wg_excel.exports.terms import Calendar, term_of

FEWEST_SUBJECTS = 2
NO_PUPIL = (("totals", "sum"), ("totals", "mean"), ("pupils", "not_a_pupil"))


class Across(NamedTuple):
    """A column of final marks: its subject ("" where a line above names it) and its term ("" where a line does)."""

    subject: str
    term: str


def find(grid: Grid, kind: Kind, vocabulary: Vocabulary) -> Heading | None:
    """Return the headings of a sheet of final marks; the columns across are told by their terms or their marks."""
    for first in range(min(FIRST_ROWS, len(grid.head))):
        found = list(_headings(grid.head, first, kind, vocabulary))
        if found:
            return max(found, key=lambda heading: (heading.fit, -heading.depth))
    return None


def _headings(rows: Sequence[Row], first: int, kind: Kind, vocabulary: Vocabulary) -> Iterator[Heading]:
    place = read_heading(rows, first, 1, kind).columns.get("pupil")
    for depth in range(1, min(DEEPEST, len(rows) - first - 1) + 1):
        if place is None or (depth > 1 and not _is_under(rows[first + depth - 1][place], rows[first][place])):
            return
        heading = read_heading(rows, first, depth, kind)
        found = across(heading, rows[first + depth :], vocabulary, kind)
        terms = sum(1 for column in found.values() if column.term)
        if "pupil" in heading.columns and (terms >= 2 or len(found) >= FEWEST_SUBJECTS):
            yield heading._replace(fit=2.0 + terms)


def _is_under(value: cells.Value, above: cells.Value) -> bool:
    return is_blank(value) or value == above


def across(heading: Heading, below: Sequence[Row], vocabulary: Vocabulary, kind: Kind) -> dict[int, Across]:
    """Return the columns that hold final marks: those of a term, or of a subject and no count that a report knows."""
    marks = mark_reader(vocabulary)
    found: dict[int, Across] = {}
    pupils = [row for row in below if not _is_no_pupil(row, heading.columns.get("pupil", -1), vocabulary)]
    known = set(heading.columns.values())
    for place, written in enumerate(map(partial(_without_label, vocabulary), heading.texts)):
        if not written or place in known:
            continue
        parts = [part for part in re.split(r"\s+", written) if part]
        if term := term_of(fold(written)):
            found[place] = Across("", term)
        elif not vocabulary.counts(fold(written)) and _is_marks(pupils, place, marks, kind):
            term = term_of(fold(parts[-1])) if len(parts) > 1 else ""
            found[place] = Across(cells.subject(" ".join(parts[:-1]) if term else written)[0], term)
    return found


def _without_label(vocabulary: Vocabulary, written: str) -> str:
    """Return a heading without «Предметы», which stands above the names of all of them."""
    label = vocabulary.pattern("columns", "subject").match(fold(written))
    return written[label.end() :].strip() if label else written


def _is_no_pupil(row: Row, place: int, vocabulary: Vocabulary) -> bool:
    """Tell a row below the pupils – «Успеваемость, %», «Средний балл» – by the words in the pupils' column."""
    name = text(row[place]) if place < len(row) else ""
    if LOOKS_LIKE_NAME.fullmatch(name):
        return False
    return any(vocabulary.pattern(*where).match(fold(name)) for where in NO_PUPIL)


def _is_marks(below: Sequence[Row], place: int, marks: MarkReader, kind: Kind) -> bool:
    values = [row[place] for row in below if place < len(row) and not is_blank(row[place])]
    good = sum(1 for value in values if _is_final(value, marks))
    return bool(values) and good * 10 >= len(values) * 8 and kind.id == "finals"


def _is_final(value: cells.Value, marks: MarkReader) -> bool:
    cell = marks.cache[value]
    return (cell.known and not cell.was_date) or bool(marks.exempt.match(fold(text(value))))


def read(table: Table, task: Task) -> Iterator[Taken]:
    """Give how many final marks are expected and set, by subject and term."""
    marks = mark_reader(task.vocabulary)
    columns = across(table.heading, table.grid.head[table.heading.below :], task.vocabulary, table.kind)
    reader = TableReader(task.vocabulary, table.kind, table.heading, table.lines, task.balance)
    keep: dict[int, Lines] = {}
    sums: dict[tuple[int, int], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for segment in reader.segments(table.grid, "pupil", lambda value: not is_blank(value)):
        keep[id(segment.lines)] = segment.lines
        for row in segment.rows:
            if _is_no_pupil(row, segment.columns["pupil"], task.vocabulary):
                task.balance.totals += 1
                continue
            task.balance.taken += 1
            for place in columns:
                _count(sums[id(segment.lines), place], row[place], marks)
    span = table.span(task.calendar)
    figures = [
        (*_days(columns[place], lines, span, task.calendar), *rest)
        for (key, place), found in sums.items()
        if _is_due(columns[place], found)
        for lines in [keep[key]]
        for rest in _figures(columns[place], lines, found)
    ]
    yield Taken(figures=figures, span=span or year_in(table.texts) or school_year(task.calendar.today))


def _count(found: dict[str, float], value: cells.Value, marks: MarkReader) -> None:
    """Count one pupil's cell: «н/а» and «осв» are set too, for the teacher has decided."""
    written = fold(text(value))
    mark = number(value)
    found["expected"] += 1
    if mark in {1, 2, 3, 4, 5}:
        found[f"n{mark:.0f}"] += 1
    elif marks.not_certified.match(written):
        found["na"] += 1
    elif marks.exempt.match(written):
        found["exempt"] += 1
    else:
        return
    found["set"] += 1


def _is_due(column: Across, found: dict[str, float]) -> bool:
    """Leave out a term that nobody has a mark for: it has not come yet."""
    return not column.term or found["set"] > 0


def _days(column: Across, lines: Lines, span: Period | None, calendar: Calendar) -> tuple[int, int]:
    year = year_of(lines.texts, span, calendar)
    term: Period | None = span
    if column.term in {"year", "final", "exam"}:
        term = calendar.lessons_of(year)
    elif column.term:
        half = column.term.startswith("h")
        term = calendar.term(int(column.term[-1]), "полугоди" if half else "четверт", year)
    return (day_key(term.first), day_key(term.last)) if term else (0, 0)


def _figures(column: Across, lines: Lines, found: dict[str, float]) -> Iterator[FactRow]:
    school_class, _ = cells.school_class(lines.get("school_class")) or ("", "")
    subject, group = cells.subject(lines.get("subject"))
    if column.subject:
        subject, group = column.subject, ""
    kind = "finals" if column.term not in {"year", "final", "exam"} else f"finals_{column.term}"
    for teacher in cells.people(lines.get("teacher")):
        for name in ("expected", "set", "na", "exempt", *(f"n{mark}" for mark in range(5, 0, -1))):
            yield (kind, school_class, subject, group, teacher, name, found[name], 0)
