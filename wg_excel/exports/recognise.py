"""Which kind a sheet is: every kind is tried, the one with the most known columns wins, a tie is refused."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from wg_excel.exports import cells, finals
from wg_excel.exports.cells import Value, is_blank, number
from wg_excel.exports.grids import Grid, Row
from wg_excel.exports.headings import Heading, LineReader, find_heading, nearest_heading, shown_headings
from wg_excel.exports.kinds import Kind, Vocabulary
from wg_excel.exports.pages import PageHeading, find_page
from wg_excel.exports.refusals import Ambiguous, Refusal, Unrecognised, WrongKind
from wg_excel.exports.shapes import Table

PAGE_BONUS = 6
_SHARE = 0.5
PAGE_KEYS = {"journal": "pupil", "pupil_marks": "subject"}


class Fit(NamedTuple):
    """How well a kind fits a sheet: its headings and a score to compare kinds by."""

    kind: Kind
    heading: Heading
    score: float


def recognise_grid(grid: Grid, vocabulary: Vocabulary, asked: Kind | None = None) -> Table:
    """Return a sheet with its kind; raise Unrecognised, Ambiguous, or WrongKind when a kind was asked for."""
    reader = LineReader(vocabulary)
    kinds = [asked] if asked else list(vocabulary.kinds.values())
    fits = sorted(_fits(grid, kinds, vocabulary, reader), key=lambda fit: fit.score, reverse=True)
    if not fits:
        raise _nothing(grid, vocabulary, asked)
    best = fits[0]
    equal = [fit for fit in fits if fit.score >= best.score - 0.01]
    if len(equal) > 1:
        raise Ambiguous([fit.kind.title for fit in equal], shown_headings(best.heading.texts))
    above = reader.read(grid.head[: best.heading.row])
    return Table(grid, best.kind, best.heading, above)


def _fits(grid: Grid, kinds: Iterable[Kind], vocabulary: Vocabulary, reader: LineReader) -> Iterable[Fit]:
    for kind in kinds:
        if kind.shape in PAGE_KEYS:
            heading = _page_heading(grid, kind, reader)
            bonus = float(PAGE_BONUS + len(kind.lines))
        elif kind.shape == "finals":
            heading = finals.find(grid, kind, vocabulary)
            bonus = 0.0 if heading and not _is_page(grid, vocabulary) else -1.0
            heading = heading if bonus >= 0 else None
        else:
            heading = find_heading(grid.head, kind)
            bonus = 0.0
            if heading and not _plausible(kind, heading, grid.head[heading.below :]):
                heading = None
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


def _plausible(kind: Kind, heading: Heading, below: Sequence[Row]) -> bool:
    """Tell whether the values below fit the headings: days are days, counts are numbers, topics are not."""
    columns = heading.columns
    if kind.shape == "counts":
        keys = {"teacher", "school_class", "subject", "day", "pupil"} & set(columns)
        counted = [columns[role] for role in kind.own if role in columns]
        good = [place for place in counted if _share(below, place, number) >= _SHARE]
        return bool(keys) and bool(good)
    day = {"lessons": "day", "log": "lesson_day"}.get(kind.shape)
    return day is None or _share(below, columns[day], lambda value: cells.day(value) or None) >= _SHARE


def _share(below: Sequence[Row], place: int, read: Callable[[Value], object]) -> float:
    """Return which share of a column's filled cells can be read; 1 for an empty column."""
    values = [row[place] for row in below if place < len(row) and not is_blank(row[place])]
    return sum(1 for value in values if read(value) is not None) / len(values) if values else 1.0


def _nothing(grid: Grid, vocabulary: Vocabulary, asked: Kind | None) -> Refusal:
    kinds = [asked] if asked else list(vocabulary.kinds.values())
    near = [(heading, kind) for kind in kinds if (heading := nearest_heading(grid.head, kind))]
    heading, kind = max(near, key=lambda pair: pair[0].score, default=(None, None))
    if heading is None or kind is None:
        return WrongKind(asked.title, (), ()) if asked else Unrecognised()
    missing = tuple(kind.heading(role) for role in kind.missing(heading.columns))
    texts = shown_headings(heading.texts)
    return WrongKind(kind.title, missing, texts) if asked else Unrecognised(texts, kind.title, missing)
