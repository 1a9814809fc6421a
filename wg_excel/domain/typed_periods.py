"""A period as people type it into a cell: `2026-Q4`, «4 квартал 2026», «сентябрь 2026», «01.09.2026–30.11.2026»."""

import datetime as dt
import re

from wg_excel.domain.language.dates import NotADay, read_day
from wg_excel.domain.periods import BadPeriod, Period, month, parse_period, quarter, school_year

_YEAR = r"(?P<year>\d{4})(?:\s*г(?:од[ау]?|\.)?)?"
_QUARTER = re.compile(rf"(?P<number>[1-4]|I{{1,3}}|IV)\s*(?:-?й\s*)?кв(?:артал)?\.?\s*{_YEAR}", re.IGNORECASE)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_MONTH = re.compile(rf"(?P<month>[а-я]{{3,8}})\s*{_YEAR}", re.IGNORECASE)
_WHOLE_YEAR = re.compile(_YEAR, re.IGNORECASE)
_SCHOOL_YEAR = re.compile(rf"(?P<first>\d{{4}})\s*[/–-]\s*{_YEAR}(?:\s*уч\w*\.?\s*год\w*)?", re.IGNORECASE)
# A hyphen alone stands between two days only where days are written with points.
_BETWEEN = re.compile(r"\s*(?:\.\.|–|—|\s-\s|\bпо\b|(?<=\.\d{4})-(?=\d{1,2}\.))\s*")


class NotAPeriod(BadPeriod):
    """What was typed is no period; the message tells the forms that people type."""

    def __init__(self, text: str) -> None:
        super(BadPeriod, self).__init__(
            f"Период «{text}» не понят: напишите, например, 2026-Q4, сентябрь 2026 или 01.09.2026–30.11.2026."
        )


def typed_period(text: str) -> Period:
    """Read a period; raise NotAPeriod."""
    try:
        return _worded(" ".join(text.split())) or _days(text) or parse_period(text)
    except (BadPeriod, NotADay):
        raise NotAPeriod(text) from None


def _worded(text: str) -> Period | None:
    if found := _QUARTER.fullmatch(text):
        number = _ROMAN.get(found["number"].upper()) or int(found["number"])
        return quarter(int(found["year"]), number)
    if found := _SCHOOL_YEAR.fullmatch(text):
        year = school_year(dt.date(int(found["first"]), 9, 1))
        return year if year.last.year == int(found["year"]) else None
    if found := _WHOLE_YEAR.fullmatch(text):
        return Period(dt.date(int(found["year"]), 1, 1), dt.date(int(found["year"]), 12, 31))
    if found := _MONTH.fullmatch(text):
        first = read_day(f"1 {found['month']} {found['year']}")
        return month(first.year, first.month)
    return None


def _days(text: str) -> Period | None:
    parts = _BETWEEN.split(re.sub(r"^\s*с\s+", "", text.strip()))
    if len(parts) != 2:
        return None
    first, last = map(read_day, parts)
    return Period(first, last) if first <= last else None
