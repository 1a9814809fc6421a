"""The answers of a form (.csv, .xlsx): a line an appeal; how columns may be headed is data (`forms.toml`)."""

import datetime as dt
import hashlib
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from wg_excel.domain.language.dates import find_day
from wg_excel.domain.language.texts import fold, squeeze
from wg_excel.exports.plain_text import read as read_text
from wg_excel.incoming.refusals import NoAnswers

HEADINGS_WITHIN = 5  # rows: a title may stand above the headings


class Answer(NamedTuple):
    """A line of answers by field; `line` is its number in the file, `key` the same whenever it is downloaded again."""

    line: int
    key: str
    day: dt.date | None
    values: dict[str, str]


Rows = Sequence[Sequence[str]]


def is_form(rows: Rows) -> bool:
    """Tell whether rows hold answers of a form: somebody asks something."""
    return _headings(rows) is not None


def read_form(rows: Rows) -> tuple[tuple[Answer, ...], tuple[int, ...]]:
    """Return the answers, and the numbers of the lines in which nobody asks anything; raise NoAnswers."""
    found = _headings(rows)
    answers, empty = [], []
    top, fields = found or (0, {})
    for line, row in enumerate(rows[top + 1 :], top + 2):
        values = {name: squeeze(row[place]) for name, place in fields.items()}
        if values.get("essence"):
            answers.append(Answer(line, _key(values), find_day(values.get("date", "")), values))
        elif any(map(str.strip, row)):
            empty.append(line)
    if not answers:
        raise NoAnswers
    return tuple(answers), tuple(empty)


def text_rows(data: bytes) -> Rows:
    """Return the rows of a text (.csv); raise Refusal."""
    return [list(map(str, row)) for grid in read_text(data) for row in grid.rows()]


def _headings(rows: Rows) -> tuple[int, dict[str, int]] | None:
    """Return the row of the headings and the columns by field; None where nobody asks anything."""
    for number, row in enumerate(rows[:HEADINGS_WITHIN]):
        fields: dict[str, int] = {}
        for place, heading in enumerate(row):
            if name := field_of(heading):
                fields.setdefault(name, place)
        if "essence" in fields and {"applicant", "address"} & fields.keys():
            return number, fields
    return None


def field_of(heading: str) -> str:
    """Return the field that a heading means, empty for none."""
    text = fold(heading)
    return next((name for name, patterns in _synonyms() if any(one.search(text) for one in patterns)), "")


@cache
def _synonyms() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    known = tomllib.loads((files("wg_excel.incoming") / "forms.toml").read_text(encoding="utf-8"))
    return tuple((name, tuple(map(re.compile, patterns))) for name, patterns in known.items())


def _key(values: dict[str, str]) -> str:
    told = "|".join(fold(values.get(name, "")) for name in ("date", "applicant", "address", "essence"))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
