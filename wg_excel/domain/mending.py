"""Mend one cell where its slip has one reading only; anything doubtful is left to the secretary."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from wg_excel.domain.columns import Reader, reader
from wg_excel.domain.language.dates import names_weekday
from wg_excel.domain.language.texts import fold, is_surely_cyrillic, mixed_words, repaired, squeeze, tidied
from wg_excel.domain.privacy.personal_data import personal_data
from wg_excel.domain.privacy.secrets import tells_secret
from wg_excel.domain.rules.cells import (
    CellFinding,
    DayTypedAsText,
    ListSpelling,
    LookAlikeLetters,
    NumberTypedAsText,
    StrayBlanks,
    TimeTypedAsText,
)
from wg_excel.domain.schema import Column, Kind

Value = str | float | dt.date | dt.time

_TWO_DIGIT_YEARS = range(2000, 2050)
_GROUPED = re.compile(r"\+?(?:\d+|\d{1,3}(?: \d{3})+)(?:[.,](?:\d{1,2}|\d{4,}))?")
_ADDRESS = re.compile(r"@|://|www\.", re.IGNORECASE)


class Mended(NamedTuple):
    """What a cell should hold, and why, in Russian."""

    value: Value
    why: str


Mend = Callable[[str], Mended | None]


def mender(column: Column, lists: Mapping[str, tuple[str, ...]], spellings: Mapping[str, str]) -> Mend:
    """Return the function that mends a text in a cell of the column; None where nothing is to mend for sure.

    `spellings` are the known names by their folded form (`fold`). A text that tells a secret or holds personal data
    beyond need is never touched: the history would repeat it.
    """
    return partial(_mended, column, reader(column, lists), lists, spellings)


def _mended(
    column: Column, read: Reader, lists: Mapping[str, tuple[str, ...]], spellings: Mapping[str, str], text: str
) -> Mended | None:
    value, slips = read(text)
    failures = {_failure(slip) for slip in slips}
    if not failures and fold(text) not in spellings:
        return None
    found = _typed(text, value, failures) or _worded(column, text, lists, failures, spellings)
    if found is None or found.value == text or _is_private(column, text):
        return None
    return found


def _failure(slip: object) -> object:
    return slip.func if isinstance(slip, partial) else slip


def _is_private(column: Column, text: str) -> bool:
    return tells_secret(text) or (column.kind is Kind.LONG_TEXT and bool(personal_data(text)))


def _typed(text: str, value: object, failures: set[object]) -> Mended | None:
    """Return the day, number or time that was typed as text."""
    if DayTypedAsText in failures and isinstance(value, dt.date) and _is_one_day(squeeze(text), value):
        return Mended(value, "дата введена текстом")
    if NumberTypedAsText in failures and isinstance(value, int | float) and _GROUPED.fullmatch(squeeze(text)):
        return Mended(value, "число введено текстом")
    if TimeTypedAsText in failures and isinstance(value, dt.time) and "-" not in text:
        return Mended(value, "время введено текстом")
    return None


def _is_one_day(text: str, day: dt.date) -> bool:
    """Tell whether a date has one reading: no time of day or weekday beside it, no American order, no century open."""
    if ":" in text or text[:1].isalpha() or names_weekday(text):
        return False
    if "/" in text and not re.match(r"\d{4}/", text) and day.day != day.month and day.day <= 12:
        return False
    return bool(re.search(r"\d{4}", text)) or day.year in _TWO_DIGIT_YEARS


def _worded(
    column: Column,
    text: str,
    lists: Mapping[str, tuple[str, ...]],
    failures: set[object],
    spellings: Mapping[str, str],
) -> Mended | None:
    """Return the text of a list, of a known name, or the same text without stray signs and Latin look-alikes."""
    if column.kind is Kind.CHOICE:
        return _choice(column, text, lists) if failures & {ListSpelling, StrayBlanks} else None
    if not column.is_text:
        return None
    known = spellings.get(fold(text), "")
    if known:
        return Mended(known, _WHY_KNOWN if _signs(text) != _signs(known) else _why(failures))
    made = _tidied(column, text, failures)
    # What begins so would become a formula.
    return Mended(made, _why(failures)) if made and not made.startswith(("=", "+", "-", "@")) else None


def _choice(column: Column, text: str, lists: Mapping[str, tuple[str, ...]]) -> Mended | None:
    assert column.choices is not None
    values = column.choices.values if column.choices.fixed else lists.get(column.choices.name) or column.choices.values
    alike = [value for value in values if fold(value) == fold(text)]
    return Mended(alike[0], "записано не так, как в списке") if len(alike) == 1 else None


def _tidied(column: Column, text: str, failures: set[object]) -> str:
    long = column.kind is Kind.LONG_TEXT
    made = tidied(text, inside=not long) if StrayBlanks in failures else text
    if LookAlikeLetters in failures and not _ADDRESS.search(text):
        words = mixed_words(made, classes=not long and "ласс" in column.title)
        made = repaired(made, tuple(filter(is_surely_cyrillic, words)))
    # A long text without letters might turn into a number or a date.
    return made if not long or any(map(str.isalpha, made)) else text


def _signs(text: str) -> str:
    return squeeze(text).casefold()


def _why(failures: set[object]) -> str:
    return ", ".join(why for failure, why in _WHY.items() if failure in failures) or _WHY_KNOWN


_WHY_KNOWN = "имя записано не так, как на своём листе"
_WHY: Mapping[type[CellFinding], str] = {
    StrayBlanks: "лишние пробелы или невидимые знаки",
    LookAlikeLetters: "латинские буквы в русском слове",
}
