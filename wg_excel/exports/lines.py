"""The «Ключ: значение» lines above a table, and what its titles name."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from wg_excel.exports.cells import day, is_blank, text
from wg_excel.exports.grid import Row
from wg_excel.exports.kinds import Vocabulary
from wg_excel.exports.naming import WHOLE_CLASS, namer
from wg_excel.exports.phrases import LATIN, fold
from wg_excel.exports.spans import DATE, key_date

LONGEST = 500  # characters of a row that may tell when the export was made
MOST_TEXTS = 40  # of a row
REMEMBERED = 200  # rows: the pages of a sheet say the same class, teacher and period
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


class _Told(NamedTuple):
    """What a row says: the values of keys, its texts, what its titles name."""

    values: dict[str, str]
    texts: list[str]
    titles: list[dict[str, str]]


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
        self._told = lru_cache(maxsize=REMEMBERED)(self._tell)
        self._made = re.compile(rf"(?:{words}){_BETWEEN}({DATE})(?!{_GOES_ON}){_TIME}")

    def read(self, rows: Iterable[Row]) -> Lines:
        """Return the lines of the rows above a table."""
        values: dict[str, str] = {}
        texts: list[str] = []
        titles: list[dict[str, str]] = []
        for row in rows:
            told = self._told(tuple(dict.fromkeys(filter(None, (text(value) for value in row if value)))))
            values |= told.values
            texts += told.texts
            titles += told.titles
        if "school_class" not in values:
            values |= next(filter(None, map(_class_in_title, texts)), {})
        for named in titles:
            values = {**{TITLED if key == "teacher" else key: value for key, value in named.items()}, **values}
        return Lines(values, tuple(texts))

    def _tell(self, written: tuple[str, ...]) -> _Told:
        """Return what the texts of a row say."""
        values: dict[str, str] = {}
        cells = self._without_made(list(written), values)
        for place, cell in enumerate(cells):
            values.update(self._pairs(cell, cells[place + 1] if place + 1 < len(cells) else ""))
        if len(cells) == 1 and WHOLE_CLASS.fullmatch(fold(cells[0]).translate(LATIN)):
            values["school_class"] = cells[0]
        values.update(self._cell_pairs(cells))
        if journal := values.pop("together", ""):
            values.update(self._namer.parts(journal))
        return _Told(values, cells[:MOST_TEXTS], list(self._named(cells)))

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
        found = self._made.search(_plain(joined)) if len(joined) < LONGEST else None
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
