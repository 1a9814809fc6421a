"""Which kind a sheet is: every kind is tried, the one with the most known columns wins, a tie is refused."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from wg_excel.exports import cells, finals
from wg_excel.exports.by_name import FILE, told_by, told_by_sheet
from wg_excel.exports.cells import is_blank, number
from wg_excel.exports.grid import Grid, Row
from wg_excel.exports.headings import Heading, Written, find_heading, nearest_heading, possible_headings, shown_headings
from wg_excel.exports.kinds import Kind, Vocabulary
from wg_excel.exports.lines import LineReader, Lines, line_reader
from wg_excel.exports.naming import LOOKS_LIKE_NAME, namer
from wg_excel.exports.pages import PageHeading, find_page
from wg_excel.exports.phrases import fold
from wg_excel.exports.refusals import Ambiguous, Refusal, SeveralPeriods, Unrecognised, WrongKind
from wg_excel.exports.sections import lone_day, told_above
from wg_excel.exports.shapes import Table
from wg_excel.exports.spans import period_said
from wg_excel.exports.widening import SHAPES

MOST_IN_LINE = 4  # cells of a row above a table that tells what the table is about
PAGE_BONUS = 6
KEYS = frozenset(("teacher", "school_class", "subject", "day", "pupil"))
PAGE_KEYS = {"journal": "pupil", "pupil_marks": "subject"}


class Fit(NamedTuple):
    """How well a kind fits a sheet: its headings and a score to compare kinds by."""

    kind: Kind
    heading: Heading
    score: float


def recognise_grid(
    grid: Grid, vocabulary: Vocabulary, asked: Kind | None = None, *, file: str = "", before: Table | None = None
) -> Table:
    """Return a sheet with its kind; raise Unrecognised, Ambiguous, or WrongKind when a kind was asked for.

    A sheet with the very headings of the one `before` is of its kind: a workbook often has a sheet a class. What
    neither a column nor a line says, the name of the sheet may, then that of the `file`.
    """
    kind, heading = (before.kind, before.heading) if before and _alike(grid, before) else _best(grid, vocabulary, asked)
    lines = line_reader(vocabulary).read(grid.head[: heading.row])
    lines = lines.with_titled() if kind.is_of_teachers else lines
    told = told_by_sheet(grid.sheet, kind, vocabulary).over(told_by(file, FILE, vocabulary, kind))
    heading = _with_class(heading, lines, grid.head[heading.below :])
    told = told.of(kind, {*lines.values, *heading.columns})
    return Table(grid, kind, heading, lines._replace(values={**told.values, **lines.values}), told)


def _alike(grid: Grid, before: Table) -> bool:
    """Tell whether the headings stand where the sheet before has the same ones."""
    rows = slice(before.heading.row, before.heading.below)
    return list(map(list, grid.head[rows])) == list(map(list, before.grid.head[rows]))


def _best(grid: Grid, vocabulary: Vocabulary, asked: Kind | None) -> tuple[Kind, Heading]:
    reader, written = line_reader(vocabulary), possible_headings(grid.head)
    kinds = [asked] if asked else list(vocabulary.kinds.values())
    fits = _ranked(_fits(grid, written, kinds, vocabulary, reader))
    if not fits and (told := _told_once(grid, vocabulary, reader)):
        tables = [kind for kind in kinds if kind.shape in SHAPES]
        fits = _ranked(_fits(grid, written, tables, vocabulary, reader, told))
    if not fits:
        raise _nothing(written, vocabulary, asked)
    best = fits[0]
    equal = [fit for fit in fits if fit.score >= best.score - 0.01]
    if len(equal) > 1:
        raise Ambiguous([fit.kind.title for fit in equal], shown_headings(best.heading.texts))
    if best.kind.shape == "counts" and _has_periods_across(best.heading, best.kind):
        raise SeveralPeriods(best.kind.title)
    return best.kind, best.heading


def _ranked(fits: Iterable[Fit]) -> list[Fit]:
    return sorted(fits, key=lambda fit: fit.score, reverse=True)


def _has_periods_across(heading: Heading, kind: Kind) -> bool:
    """Tell whether a column stands there once more for another month or term: «Сентябрь Уроков», «Октябрь Уроков»."""
    texts = list(map(fold, heading.texts))
    said = [period_said(folded) for folded in texts]
    bare = [folded.replace(period, "").split() for folded, period in zip(texts, said, strict=True)]
    taken = [place for role, place in heading.columns.items() if role in kind.own and said[place]]
    return any(
        said[other] not in {"", said[place]} and bare[other] == bare[place]
        for place in taken
        for other in range(len(texts))
    )


def _told_once(grid: Grid, vocabulary: Vocabulary, reader: LineReader) -> set[str]:
    """Return the teacher and the day, where a line, a section, the sheet's name or a cell beside others tells them."""
    short = [row for row in grid.head if len({value for value in row if not is_blank(value)}) <= MOST_IN_LINE]
    said = reader.read(short).values
    sheet = {"teacher"} if LOOKS_LIKE_NAME.fullmatch(grid.sheet.strip()) else set()
    day = {"day"} if lone_day(fold(said.get("period", ""))) else set()
    texts = (value for row in grid.head for value in row if isinstance(value, str))
    beside = (
        {"teacher"}
        if any(len(found) > 1 and "teacher" in found for found in map(namer(vocabulary).parts, texts))
        else set()
    )
    return ({*told_above(short, vocabulary), *said} & {"teacher", "day"}) | sheet | beside | day


def _fits(
    grid: Grid,
    written: list[Written],
    kinds: Iterable[Kind],
    vocabulary: Vocabulary,
    reader: LineReader,
    told: Collection[str] = (),
) -> Iterable[Fit]:
    for kind in kinds:
        if kind.shape in PAGE_KEYS:
            heading = _page_heading(grid, kind, reader)
            bonus = float(PAGE_BONUS + len(kind.lines))
        elif kind.shape == "finals":
            heading = None if _is_page(grid, vocabulary) else finals.find(grid, kind, vocabulary)
            bonus = 0.0
        else:
            heading = find_heading(written, kind, told)
            bonus = 0.0
            if heading and kind.shape == "counts":
                heading = _counting(kind, heading, grid.head[heading.below :], told)
        if heading:
            yield Fit(kind, heading, heading.fit + bonus)


def _is_page(grid: Grid, vocabulary: Vocabulary) -> bool:
    kinds = [kind for kind in vocabulary.kinds.values() if kind.shape == "journal"]
    return any(_first_page(grid, kind) for kind in kinds)


def _first_page(grid: Grid, kind: Kind) -> PageHeading | None:
    key = PAGE_KEYS[kind.shape]
    pages = (find_page(grid.head, at, kind, key) for at in range(min(len(grid.head), 30)))
    return next((page for page in pages if page), None)


def _page_heading(grid: Grid, kind: Kind, reader: LineReader) -> Heading | None:
    page = _first_page(grid, kind)
    if page is None:
        return None
    above = reader.read(grid.head[: page.row])
    if any(key not in above.values for key in kind.lines):
        return None
    texts = tuple(cells.text(value) for value in grid.head[page.row])
    return Heading(
        page.row, page.below - page.row, {**page.columns, kind.needs[0]: page.name}, texts, len(page.columns)
    )


def _counting(kind: Kind, heading: Heading, below: Sequence[Row], told: Collection[str]) -> Heading | None:
    """Return the headings of a report of counts without columns of words; None when too little is left."""
    words = {role for role, at in heading.columns.items() if role in kind.own and _is_of_words(below, at)}
    columns = {role: at for role, at in heading.columns.items() if role not in words}
    counts = not kind.missing({*columns, *told}) and _has_numbers(kind, heading._replace(columns=columns), below, told)
    return heading._replace(columns=columns) if counts else None


def _is_of_words(below: Sequence[Row], at: int) -> bool:
    """Tell a column of texts, such as topics, from one of counts, in which a dash may stand for none."""
    found = [row[at] for row in below if at < len(row) and not is_blank(row[at])]
    return 2 * sum(number(value) is None and any(map(str.isalnum, cells.text(value))) for value in found) > len(found)


def _has_numbers(kind: Kind, heading: Heading, below: Sequence[Row], told: Collection[str]) -> bool:
    """Tell whether a report of counts names whom it counts and has a column of numbers, or no row at all."""
    if not KEYS & {*heading.columns, *told}:
        return False
    counted = [heading.columns[role] for role in kind.own if role in heading.columns]
    return not below or any(number(row[place]) is not None for row in below for place in counted if place < len(row))


def _with_class(heading: Heading, lines: Lines, below: Sequence[Row]) -> Heading:
    """Take the column «Группа» for the class where nothing else names one and its cells read as classes."""
    place = heading.columns.get("group")
    if place is None or "school_class" in heading.columns or lines.get("school_class"):
        return heading
    found = [cells.school_class(row[place]) for row in below if place < len(row) and not is_blank(row[place])]
    if not any(one and not one[0].isdigit() for one in found):
        return heading
    columns = {role: at for role, at in heading.columns.items() if role != "group"}
    return heading._replace(columns={**columns, "school_class": place})


def _nothing(written: list[Written], vocabulary: Vocabulary, asked: Kind | None) -> Refusal:
    kinds = [asked] if asked else list(vocabulary.kinds.values())
    near = [(heading, kind) for kind in kinds if (heading := nearest_heading(written, kind))]
    heading, kind = max(near, key=lambda pair: pair[0].score, default=(None, None))
    if heading is None or kind is None:
        return WrongKind(asked.title, (), ()) if asked else Unrecognised()
    missing = tuple(kind.heading(role) for role in kind.missing(heading.columns))
    texts = shown_headings(heading.texts)
    if not asked and not heading.columns.keys() & {*kind.own}:  # a class and a name are no report's own
        return Unrecognised(texts)
    return WrongKind(kind.title, missing, texts) if asked else Unrecognised(texts, kind.title, missing)
