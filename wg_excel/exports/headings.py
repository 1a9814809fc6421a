"""Where a table's headings stand, what they mean, and the «Ключ: значение» lines above them."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from wg_excel.exports.cells import Value, day, is_blank, text
from wg_excel.exports.grid import Row
from wg_excel.exports.kinds import Kind, Vocabulary
from wg_excel.exports.naming import LOOKS_LIKE_NAME, WHOLE_CLASS, namer
from wg_excel.exports.phrases import LATIN, fold
from wg_excel.exports.spans import DATE, key_date

FIRST_ROWS = 25
DEEPEST = 3
WIDEST = 500  # columns in which headings are sought
_WORD = re.compile(r"[^\W\d_]{3}")
_BROKEN = re.compile(r"\u00ad|(?<=[а-яё])-\s*\n\s*(?=[а-яё])")  # «Домаш-» above «нее задание»
LONGEST_LINE = 500  # characters of a row that may tell when the export was made


class Heading(NamedTuple):
    """Headings found: first row (from 0) and depth, the column of each role, the texts, and how well they fit."""

    row: int
    depth: int
    columns: Mapping[str, int]
    texts: tuple[str, ...]
    fit: float

    @property
    def below(self) -> int:
        """Return the first row below the headings."""
        return self.row + self.depth

    @property
    def score(self) -> tuple[int, float, int, int]:
        """Return what ranks headings: more columns, better fit, fewer rows, higher up."""
        return len(self.columns), round(self.fit, 2), -self.depth, -self.row


class Written(NamedTuple):
    """One to three rows that may be headings: where they stand and the text of each column, the same for every kind.

    `folded` are the texts that are not blank, ready to be looked up, with their columns.
    """

    row: int
    depth: int
    texts: tuple[str, ...]
    folded: tuple[tuple[int, str], ...]

    def heading(self, kind: Kind) -> Heading:
        """Return what the columns mean in a kind of report."""
        columns: dict[str, int] = {}
        covers: dict[str, float] = {}
        for place, folded in self.folded:
            role, cover = kind.role(folded)
            if role and role in columns and role in kind.again and kind.again[role] not in columns:
                role = kind.again[role]  # the same heading once more
            if role and cover > covers.get(role, 0.0):
                columns[role], covers[role] = place, cover
        return Heading(self.row, self.depth, columns, self.texts, sum(covers.values()))


def possible_headings(rows: Sequence[Row]) -> list[Written]:
    """Return what the first rows of a sheet say as headings, over one to three rows each."""
    texts = [_texts(row) for row in rows[: FIRST_ROWS + DEEPEST - 1]]
    found = []
    for first in range(min(FIRST_ROWS, len(rows))):
        for depth in range(1, DEEPEST + 1):
            if first + depth > len(rows) or (depth > 1 and not _may_be_heading(rows[first + depth - 1])):
                break
            if depth > 1 and _is_title(texts[first]):
                break
            found.append(_written(first, texts[first : first + depth]))
    return found


def read_heading(rows: Sequence[Row], first: int, depth: int, kind: Kind) -> Heading:
    """Return what the columns mean when the headings stand in `depth` rows from `first`."""
    return _written(first, [_texts(row) for row in rows[first : first + depth]]).heading(kind)


def _written(first: int, texts: list[list[str]]) -> Written:
    joined = _joined(texts)
    folded = tuple((place, fold(written)) for place, written in enumerate(joined) if written)
    return Written(first, len(texts), joined, folded)


def find_heading(written: Iterable[Written], kind: Kind, told: Collection[str] = ()) -> Heading | None:
    """Return the best heading of a kind; None when every one lacks something that the kind needs and nothing `told`."""
    found = [heading for heading in _headings(written, kind) if not kind.missing({*heading.columns, *told})]
    return max(found, key=lambda heading: heading.score, default=None)


def nearest_heading(written: Iterable[Written], kind: Kind) -> Heading | None:
    """Return the row that looks most like the kind's headings, satisfied or not: at least two known columns."""
    found = [heading for heading in _headings(written, kind) if sum(map(_is_word, _named(heading))) >= 2]
    return max(found, key=lambda heading: heading.score, default=None)


def _headings(written: Iterable[Written], kind: Kind) -> Iterable[Heading]:
    return (heading for each in written if len((heading := each.heading(kind)).columns) >= 2)


def _named(heading: Heading) -> Iterable[str]:
    return (heading.texts[place] for place in heading.columns.values())


def _is_word(written: str) -> bool:
    """Tell a word from the signs of marks and absences: «н», «УП», «5»."""
    return _WORD.search(written) is not None


def _may_be_heading(row: Row) -> bool:
    return all(is_blank(value) or isinstance(value, str) or _digit_heading(value) for value in row[:WIDEST])


def _is_title(texts: list[str]) -> bool:
    """Tell a text alone in its row, from the first column on: it is about the table, not above some columns of it."""
    return bool(texts) and bool(texts[0]) and len({*texts} - {""}) == 1


def _digit_heading(value: Value) -> bool:
    return isinstance(value, int | float) and value in {2, 3, 4, 5}


def _texts(row: Row) -> list[str]:
    return [
        text(_BROKEN.sub("", value) if isinstance(value, str) else value)
        if isinstance(value, str) or _digit_heading(value)
        else ""
        for value in row[:WIDEST]
    ]


def _joined(rows: list[list[str]]) -> tuple[str, ...]:
    """Join headings that stand above one another; an upper one also holds for the blanks right of it."""
    if len(rows) == 1:
        return tuple(rows[0])
    width = max(map(len, rows))
    padded = [row + [""] * (width - len(row)) for row in rows]
    for upper, lower in pairwise(padded):
        for place in range(1, width):
            if not upper[place] and lower[place] and upper[place - 1] and not _stands_alone(lower, place):
                upper[place] = upper[place - 1]
    return tuple(" ".join(dict.fromkeys(part for part in parts if part)) for parts in zip(*padded, strict=True))


def _stands_alone(lower: list[str], place: int) -> bool:
    """Tell whether the heading to the left has nothing below it, so that it cannot reach further right."""
    return not lower[place - 1]


def shown_headings(texts: Iterable[str]) -> tuple[str, ...]:
    """Return headings that may be shown: no long text, nothing that looks like a person's name."""
    kept = (written for written in texts if written and len(written) <= 60 and not LOOKS_LIKE_NAME.fullmatch(written))
    return tuple(dict.fromkeys(kept))


_SIGN = re.compile("[:：]|\\s[–—-]\\s")
_CLASS_IN_TITLE = re.compile(
    r"(?<!\d)((?:1[01]|[1-9])\s?[-–]?\s?[«\"]?[а-я][»\"]?)\s+класс"
    r"|класс[а-я]*\s+((?:1[01]|[1-9])\s?[-–]?\s?[«\"]?[а-я][»\"]?)(?![а-я])"
)


MADE = "made"
TITLED = "titled"
# What may stand between «сформирован» and the day; «сформирован за период с … по …» names no day of making.
_BETWEEN = r"(?:(?!период)[^0-9]){0,40}"
_GOES_ON = r"\d|(?:\s?г(?:ода|\.)?)?\s?(?:-|–|—|−|по|до|\.\.)\s?\d"
_TIME = r"(?:\s?г(?:ода|\.)?)?(?:,?\s(?:в )?\d\d?:\d\d(?::\d\d)?)?"


class Lines(NamedTuple):
    """What stands above a table: keys and their values, and every text, for the period.

    The key MADE has the day on which the export was made; the texts are without it, for it is no period.
    """

    values: Mapping[str, str]
    texts: tuple[str, ...]

    def get(self, key: str) -> str:
        """Return the value of a key, "" when no line has it."""
        return self.values.get(key, "")

    def with_titled(self) -> "Lines":
        """Return the lines of a report on teachers: a name that stands in a title without a key is the teacher's."""
        titled = self.get("teacher") or self.get(TITLED)
        return self._replace(values={**self.values, "teacher": titled}) if titled else self

    def over(self, below: "Lines") -> "Lines":
        """Return these lines with those of a later block, which outweigh them."""
        return Lines({**self.values, **below.values}, (*below.texts, *self.texts)[:60])


class LineReader:
    """Reads «Ключ: значение» lines by the keys of the vocabulary; one cell may hold several."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        keys = {fold(spelled): key for key, many in vocabulary.raw["lines"].items() for spelled in many}
        longest = sorted(keys, key=len, reverse=True)
        self._keys = keys
        self._namer = namer(vocabulary)
        self._pattern = re.compile(
            r"(?<![а-яёa-z])(" + "|".join(map(re.escape, longest)) + r")(?:\s*[:：]|\s+[–—-](?=\s))\s*", re.IGNORECASE
        )
        words = vocabulary.pattern("made", "words").pattern
        self._made = re.compile(rf"(?:{words}){_BETWEEN}({DATE})(?!{_GOES_ON}){_TIME}")

    def read(self, rows: Iterable[Row]) -> Lines:
        """Return the lines of the rows above a table."""
        values: dict[str, str] = {}
        texts: list[str] = []
        titles: list[dict[str, str]] = []
        for row in rows:
            cells = self._without_made(
                list(dict.fromkeys(filter(None, (text(value) for value in row if value)))), values
            )
            texts += cells[:40]
            for place, cell in enumerate(cells):
                values.update(self._pairs(cell, cells[place + 1] if place + 1 < len(cells) else ""))
            titles += self._named(cells)
            if len(cells) == 1 and WHOLE_CLASS.fullmatch(fold(cells[0]).translate(LATIN)):
                values["school_class"] = cells[0]
            values.update(self._cell_pairs(cells))
            if journal := values.pop("together", ""):
                values.update(self._namer.parts(journal))
        if "school_class" not in values:
            values |= next(filter(None, map(_class_in_title, texts)), {})
        for named in titles:
            values = {**{TITLED if key == "teacher" else key: value for key, value in named.items()}, **values}
        return Lines(values, tuple(texts))

    def made(self, written: str) -> dt.date | None:
        """Return the day of «Сформировано 22.11.2026», None for any other text."""
        found = self._made.search(_plain(written))
        return key_date(day(found[1])) if found else None

    def _named(self, cells: Sequence[str]) -> Iterable[dict[str, str]]:
        """Give what texts name before any key: «Физика. Учитель: …»; among others a text must name two things."""
        for cell in cells:
            key = self._pattern.search(_plain(cell))
            named = self._namer.pieces(cell[: key.start()].rstrip(" .,;") if key else cell)
            if len(named) > 1 or (named and len(cells) == 1):
                yield named

    def _cell_pairs(self, cells: Sequence[str]) -> Iterable[tuple[str, str]]:
        """Give «Класс» and «5А», «Предмет» and «Физика», where nothing but such pairs of cells stands in a row."""
        keys = [self._keys.get(fold(cell)) for cell in cells]
        if len(cells) % 2 == 0 and all(keys[::2]) and not any(keys[1::2]):
            yield from zip((key for key in keys[::2] if key), cells[1::2], strict=True)

    def _without_made(self, cells: list[str], values: dict[str, str]) -> list[str]:
        """Take the day on which the export was made out of a row's texts and into the values."""
        joined = " ".join(cells)
        found = self._made.search(_plain(joined)) if len(joined) < LONGEST_LINE else None
        if found is None:
            return cells
        values[MADE] = joined[slice(*found.span(1))]
        rest = (cell.replace(joined[slice(*found.span())], " ") for cell in cells)
        return [cell for cell in rest if cell.strip() and not cell.startswith(values[MADE])]

    def is_line(self, row: Row) -> bool:
        """Tell whether a row within a table begins with a key and a colon."""
        first = next((value for value in row if not is_blank(value)), "")
        return isinstance(first, str) and bool(_SIGN.search(first)) and self._pattern.match(_plain(first)) is not None

    def _pairs(self, cell: str, following: str) -> Iterable[tuple[str, str]]:
        if not _SIGN.search(cell):
            return
        plain = _plain(cell)
        found = list(self._pattern.finditer(plain))
        ends = [*(after.start() for after in found[1:]), len(cell)]
        for match, end in zip(found, ends, strict=False):
            value = cell[match.end() : end].strip(" ;,|.")
            yield self._keys[match[1]], value or following


@cache
def line_reader(vocabulary: Vocabulary) -> LineReader:
    """Return the reader of a vocabulary's keys, made once for all sheets."""
    return LineReader(vocabulary)


def _class_in_title(written: str) -> dict[str, str]:
    found = _CLASS_IN_TITLE.search(_plain(written).translate(LATIN))
    return {"school_class": written[slice(*found.span(found.lastindex or 0))]} if found else {}


def _plain(cell: str) -> str:
    """Fold letters one by one, so that places in the text stay the same."""
    return cell.lower().replace("ё", "е")
