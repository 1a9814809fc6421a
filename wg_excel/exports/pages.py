"""Dates across: months over days, or whole dates, above the columns of marks; the year inferred."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from wg_excel.domain.periods import Period
from wg_excel.exports.cells import Value, day, is_blank, month_of, text
from wg_excel.exports.grid import Row
from wg_excel.exports.kinds import Kind
from wg_excel.exports.lines import Lines
from wg_excel.exports.phrases import REMEMBERED, fold
from wg_excel.exports.spans import key_date, lone_month, span_in, year_of
from wg_excel.exports.terms import Calendar, dated, names_term

FEWEST = 2
NAME_COLUMNS = 6
_DAY = re.compile(r"(?<![\d.])([12]\d|3[01]|0?[1-9])(?:\.0)?(?![\d])")
_DAY_MONTH = re.compile(r"(?<!\d)([12]\d|3[01]|0?[1-9])\s?[./-]\s?(1[0-2]|0?[1-9])(?!\d)\.?")
_DAY_WORD = re.compile(r"(?<!\d)([12]\d|3[01]|0?[1-9])\s+([а-я]{3,8})")


class PageHeading(NamedTuple):
    """Headings of a page: rows from `row` up to `below`, the column of names, the dates of columns, other columns."""

    row: int
    below: int
    name: int
    dates: dict[int, tuple[int, int, int]]
    columns: dict[str, int]


def find_page(rows: Sequence[Row], at: int, kind: Kind, key: str) -> PageHeading | None:
    """Return the headings that begin in row `at`: a column of names (role `key`) and days across, over 1 to 3 rows."""
    name = _named(rows[at], kind, key)
    if name is None:
        return None
    for depth in range(min(3, len(rows) - at)):
        row = rows[at + depth]
        if depth and not _is_under(row, rows[at], name):
            return None
        found = {place: _day_of(value) for place, value in enumerate(row) if place != name}
        days = {place: parts for place, parts in found.items() if parts is not None}
        texts = sum(1 for place, value in enumerate(row) if place not in days and place > name and not is_blank(value))
        if len(days) >= FEWEST and len(days) > texts / 2 and not _have_headings(days, rows[at : at + depth]):
            months = [rows[at + up] for up in range(depth)]
            dates = {place: _with_month(parts, months, place) for place, parts in days.items() if place > name}
            return PageHeading(at, at + depth + 1, name, dates, _others(rows[at : at + depth + 1], kind, dates))
    return None


def _have_headings(days: Iterable[int], above: Sequence[Row]) -> bool:
    """Tell numbers of a table from days: over most of them stands a heading of its own that names no month."""
    places = list(days)
    own = {
        fold(text(row[place]))
        for row in above
        for place in places
        if place < len(row) and isinstance(row[place], str) and not _month_in(row[place])
    }
    return 2 * len(own - {""}) > len(places)


def _month_in(value: Value) -> int:
    word = re.search(r"[а-я]{3,}", fold(text(value)))
    return month_of(word[0]) if word else 0


def _named(row: Row, kind: Kind, key: str) -> int | None:
    for place, value in enumerate(row[:NAME_COLUMNS]):
        if isinstance(value, str) and value and len(value) < 60:
            role, cover = kind.role(fold(value))
            if role == key and cover >= 0.6:
                return place
    return None


def _is_under(row: Row, top: Row, name: int) -> bool:
    """Tell a second row of headings: nothing stands below the names' heading but itself, merged."""
    return name < len(row) and (is_blank(row[name]) or fold(text(row[name])) == fold(text(top[name])))


def _day_of(value: Value) -> tuple[int, int, int] | None:
    """Return (year, month, day) with 0 for what the heading leaves open; None for no day."""
    if isinstance(value, dt.date):
        return value.year, value.month, value.day
    if isinstance(value, str):
        return _written_day(value) if 0 < len(value) <= 24 else None
    is_day = isinstance(value, int | float) and float(value).is_integer() and 1 <= value <= 31
    return (0, 0, int(value)) if is_day else None  # type: ignore[arg-type]


@lru_cache(maxsize=REMEMBERED)
def _written_day(written: str) -> tuple[int, int, int] | None:
    if whole := key_date(day(written)):
        return whole.year, whole.month, whole.day
    folded = fold(written)
    if found := _DAY_MONTH.search(folded):
        return 0, int(found[2]), int(found[1])
    if (found := _DAY_WORD.search(folded)) and month_of(found[2]):
        return 0, month_of(found[2]), int(found[1])
    found = _DAY.search(folded)
    return (
        (0, 0, int(found[1]))
        if found and not re.search(r"[а-я]{4}|кол-?во|%|\d{3}", folded) and not names_term(folded)
        else None
    )


def _with_month(parts: tuple[int, int, int], above: Sequence[Row], place: int) -> tuple[int, int, int]:
    _, month, day_ = parts
    if month:
        return parts
    for row in reversed(above):
        for left in range(place, -1, -1):
            value = row[left] if left < len(row) else ""
            if is_blank(value):
                continue
            if isinstance(value, dt.date):
                return value.year, value.month, day_
            if month := _month_in(value):
                named = re.search(r"20\d\d", text(value))
                return int(named[0]) if named else 0, month, day_
            break
    return parts


def _others(rows: Sequence[Row], kind: Kind, dates: dict[int, tuple[int, int, int]]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for row in rows:
        for place, value in enumerate(row):
            if place not in dates and isinstance(value, str) and value:
                role, cover = kind.role(fold(value))
                if role and cover >= 0.6:
                    columns.setdefault(role, place)
    return columns


def days_of(page: PageHeading, lines: Lines, calendar: Calendar) -> dict[int, int]:
    """Return the day (20260901) of every column; months go on where they are not written; 0 for an impossible date."""
    span = span_in([lines.get("period"), *lines.texts], calendar)
    year = year_of(lines.texts, span, calendar)
    days: dict[int, int] = {}
    alone = next(filter(None, (lone_month(fold(written))[0] for written in lines.texts)), 0)
    month, before = alone or (span.first.month if span else 9), 0
    for place, (written_year, written_month, day_) in sorted(page.dates.items()):
        if written_month:
            month = written_month
        elif day_ < before:
            month = month % 12 + 1
        before = day_
        days[place] = _key(written_year, month, day_, year)
    return days


def _key(written_year: int, month: int, day_: int, year: Period) -> int:
    try:
        return day(dt.date(written_year, month, day_) if written_year else dated(year, month, day_))
    except ValueError:
        return 0
