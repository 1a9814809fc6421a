"""Periods that a report names: dates, months, terms and school years, and the year of a day without one."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import lru_cache

from wg_excel.domain.periods import Period, month, school_year
from wg_excel.exports.cells import Value, day, month_of
from wg_excel.exports.phrases import fold
from wg_excel.exports.terms import Calendar, dated

REMEMBERED_SPANS = 100  # a page asks several times for the period of the same lines
DATE = r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2} [а-я]{3,8} \d{4}"
_RANGE = re.compile(rf"({DATE})(?:\s?г(?:ода|\.)?)?\s?(?:-|–|—|−|по|до|\.\.\.?|…)\s?(?:по )?({DATE})")
_SCHOOL_YEAR = re.compile(r"(20\d\d)\s?[/–—-]\s?(20\d\d|\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_TERM = re.compile(r"(?<![а-яa-z0-9])(iv|iii|ii|i|[1-4])\s?(?:-?(?:я|ая|й|ую|ой))?\s?(четв|трим|полуг|п/г)")
_WORD_TERM = re.compile(r"(перв|втор|трет|четвер)[а-я]*\s(четв|трим|полуг)")
_MONTH = re.compile(r"(?<![а-я])(январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*")
_DAY_MONTH = re.compile(r"(\d{1,2})[./](\d{1,2})\.?(?:$|[\s,(])")
_DAY_WORD = re.compile(r"(\d{1,2}) ([а-я]{3,8})(?![а-я])")
_LONE_MONTH = re.compile(r"(?:месяц\s?:?\s?)?([а-я]{3,8})\.?(?:\s(20\d\d))?(?:\s?г(?:ода|\.)?)?")
_REST_OF_WORD = re.compile(r"[а-я]*")
_SORTS = {"четв": "четверт", "трим": "триместр", "полуг": "полугоди", "п/г": "полугоди"}
_NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "перв": 1, "втор": 2, "трет": 3, "четвер": 4}


def year_of(texts: Sequence[str], span: Period | None, calendar: Calendar) -> Period:
    """Return the school year that lines name, else that of the period, else the present one."""
    return year_in(texts) or school_year(span.first if span else calendar.today)


def year_in(texts: Iterable[str]) -> Period | None:
    """Return the school year that a line names: «2026/2027», «2026-27 учебный год»."""
    for written in texts:
        for found in _SCHOOL_YEAR.finditer(written):
            first, last = int(found[1]), int(found[2]) % 100
            if last == (first + 1) % 100:
                return school_year(dt.date(first, 9, 1))
    return None


def span_in(texts: Sequence[str], calendar: Calendar) -> Period | None:
    """Return the period that lines above a table name: dates first, then a term, then a month, then one day."""
    return _span_in(tuple(texts), calendar)


@lru_cache(maxsize=REMEMBERED_SPANS)
def _span_in(texts: tuple[str, ...], calendar: Calendar) -> Period | None:
    folded = [fold(written) for written in texts]
    year = year_in(folded) or _lone_year(folded, calendar)
    for look in (_dates, _term, _months, _one_day):
        for written in folded:
            if found := look(written, year, calendar):
                return found
    return None


def lone_month(folded: str) -> tuple[int, int]:
    """Return the month and the year (0 where it is not said) that a folded text is: «сентябрь 2026 г.»."""
    found = _LONE_MONTH.fullmatch(folded)
    month_ = month_of(found[1]) if found else 0
    return (month_, int(found[2] or 0)) if found and month_ else (0, 0)


def period_said(folded: str) -> str:
    """Return the words of a folded heading that name a month or a term, "" where none does."""
    found = _MONTH.search(folded) or _TERM.search(folded) or _WORD_TERM.search(folded)
    return f"{found[0]}{_REST_OF_WORD.match(folded, found.end())[0]}" if found else ""  # type: ignore[index]


def names_unknown_term(texts: Sequence[str], calendar: Calendar) -> bool:
    """Tell whether the lines name a term, no dates, and the school's calendar does not know the term."""
    folded = [fold(written) for written in texts]
    year = year_in(folded) or school_year(calendar.today)
    if any(_dates(written, year, calendar) for written in folded):
        return False
    found = next(filter(None, (_TERM.search(written) or _WORD_TERM.search(written) for written in folded)), None)
    return bool(found and not calendar.own_term(_NUMERALS.get(found[1]) or int(found[1]), _SORTS[found[2]], year))


def _dates(written: str, _year: Period, _calendar: Calendar) -> Period | None:
    for found in _RANGE.finditer(written):
        first, last = key_date(day(found[1])), key_date(day(found[2]))
        if first and last and first <= last:
            return Period(first, last)
    return None


def _term(written: str, year: Period, calendar: Calendar) -> Period | None:
    found = _TERM.search(written) or _WORD_TERM.search(written)
    if not found:
        return None
    numeral = _NUMERALS.get(found[1]) or int(found[1])
    return calendar.term(numeral, _SORTS[found[2]], year)


def _months(written: str, year: Period, _calendar: Calendar) -> Period | None:
    if len(written) > 80 or re.search(r"\d [а-я]+ \d{4}", written):
        return None
    numbers = [month_of(found[0]) for found in _MONTH.finditer(written)]
    if not numbers:
        return None
    spans = [month(dated(year, number, 1).year, number) for number in (numbers[0], numbers[-1])]
    return Period(spans[0].first, spans[1].last) if spans[0].first <= spans[1].last else spans[0]


def _one_day(written: str, _year: Period, _calendar: Calendar) -> Period | None:
    found = key_date(day(written)) if len(written) < 80 else None
    return Period(found, found) if found else None


def _lone_year(folded: Iterable[str], calendar: Calendar) -> Period:
    for written in folded:
        found = _YEAR.search(written)
        months = _MONTH.search(written)
        if found and months:
            return school_year(dt.date(int(found[1]), month_of(months[0]), 1))
    return school_year(calendar.today)


def day_reader(year: Period) -> Callable[[Value], int]:
    """Return what reads a cell's day as `cells.day` does, and «01.09» or «1 сентября» within a school year."""

    def read_day(value: Value) -> int:
        found = day(value)
        if found or not isinstance(value, str):
            return found
        written = fold(value)
        if (match := _DAY_MONTH.match(written)) or (match := _DAY_WORD.match(written)):
            with suppress(ValueError):
                return day(dated(year, int(match[2]) if match[2].isdigit() else month_of(match[2]), int(match[1])))
        return 0

    return read_day


def span_of_days(days: Iterable[int]) -> Period | None:
    """Return the period of days such as 20260901; None when there is none but 0."""
    known = [day_ for day_ in days if day_]
    first, last = (key_date(edge(known)) for edge in (min, max)) if known else (None, None)
    return Period(first, last) if first and last else None


def key_date(key: int) -> dt.date | None:
    """Return the date of a day such as 20260901; None for 0."""
    return dt.date(key // 10000, key // 100 % 100, key % 100) if key else None
