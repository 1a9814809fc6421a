"""Cells with marks: «5», «5/4», «5н», «н», «оп», a date that was «5/4»; every distinct cell is worked out once."""

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from wg_excel.exports.cells import Cache, Value, is_blank, text
from wg_excel.exports.kinds import Vocabulary
from wg_excel.exports.phrases import LATIN, fold

# «5(2)», «5 (вес 2)», «5^2», «5×2», and a weight as a small figure: «5²», «5₂».
_WEIGHT = re.compile(r"\(\s*(?:вес|коэф[а-я]*)?\.?\s*[xх×*:]?\s*\d+\s*\)|[\^*×xх]\s*\d+$|[²³¹⁰⁴-⁹₀-₉]")
PASSING = 3  # a mark below it is to be mended
_TOKEN = re.compile(r"\d+|[а-яa-z]+(?:/[а-яa-z]+)?|\.+")


class Marks(NamedTuple):
    """What a cell holds: how many marks, their sum, an absence; what was doubtful; how many marks are below 3.

    `absent` is «н», `away` any sign that the pupil missed the lesson.
    """

    many: int = 0
    total: int = 0
    absent: bool = False
    known: bool = True
    was_date: bool = False
    low: int = 0
    away: bool = False


NOTHING = Marks()


class MarkReader:
    """Reads cells of marks by the signs of the vocabulary; `letter` gives equal letters for cells that say the same."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._values = vocabulary.raw["marks"]["values"]
        self._absent = vocabulary.symbols("marks", "absent")
        self._missed = vocabulary.symbols("marks", "missed")
        self._other = vocabulary.symbols("marks", "other")
        self.not_certified = vocabulary.pattern("marks", "not_certified")
        self.exempt = vocabulary.pattern("marks", "exempt")
        self.cache = Cache(self.read)
        self.letter = Cache(lambda value: self._letters.setdefault(self.cache[value], chr(len(self._letters))))
        self._letters: dict[Marks, str] = {}

    def said(self, letter: str) -> Marks:
        """Return what a letter stands for."""
        return list(self._letters)[ord(letter)]

    def read(self, value: Value) -> Marks:
        """Return what a cell holds."""
        if is_blank(value):
            return NOTHING
        if isinstance(value, dt.date):
            return self._of(value.day, value.month)._replace(was_date=True)
        if isinstance(value, float) and not value.is_integer():
            return self._of(*map(int, f"{value:.1f}".split(".")))._replace(was_date=True)
        return self._read_text(fold(text(value)).translate(LATIN))

    def _of(self, *found: int) -> Marks:
        marks = [mark for mark in found if str(mark) in self._values and len(str(mark)) == 1]
        return Marks(len(marks), sum(marks), known=len(marks) == len(found), low=sum(mark < PASSING for mark in marks))

    def _read_text(self, written: str) -> Marks:
        if written in self._other:
            return NOTHING._replace(away=written in self._missed)
        tokens = _TOKEN.findall(_WEIGHT.sub("", written))
        marks = self._of(*(int(token) for token in tokens if token.isdigit()))
        signs = [token for token in tokens if not token.isdigit() and token.strip(".")]
        absent = any(sign in self._absent for sign in signs)
        known = marks.known and bool(tokens) and all(sign in self._absent or sign in self._other for sign in signs)
        if not known:
            return Marks(known=False)
        away = absent or any(sign in self._missed for sign in signs)
        return marks._replace(absent=absent, known=known, away=away)


@cache
def mark_reader(vocabulary: Vocabulary) -> MarkReader:
    """Return the reader of a vocabulary: pages hold the same few signs, each is worked out once."""
    return MarkReader(vocabulary)
