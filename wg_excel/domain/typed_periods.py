"""A period as people type it into a cell: `2026-Q4`, `2026-11`, «4 квартал 2026», «01.09.2026–30.11.2026»."""

import re

from wg_excel.domain.language.dates import NotADay, read_day
from wg_excel.domain.periods import BadPeriod, Period, parse_period, quarter

_QUARTER = re.compile(
    r"(?P<number>[1-4]|I{1,3}|IV)\s*(?:-?й\s*)?кв(?:артал)?\.?\s*(?P<year>\d{4})(?:\s*г(?:ода|\.)?)?", re.IGNORECASE
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


def typed_period(text: str) -> Period:
    """Read a period; raise BadPeriod."""
    if found := _QUARTER.fullmatch(text.strip()):
        number = _ROMAN.get(found["number"].upper()) or int(found["number"])
        return quarter(int(found["year"]), number)
    parts = re.split(r"\s*(?:\.\.|–|—|\s-\s|\bпо\b)\s*", re.sub(r"^\s*с\s+", "", text.strip()))
    if len(parts) == 2:
        try:
            first, last = map(read_day, parts)
        except NotADay:
            raise BadPeriod(text) from None
        if first <= last:
            return Period(first, last)
    return parse_period(text)
