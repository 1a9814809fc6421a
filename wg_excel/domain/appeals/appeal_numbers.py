"""The next number of an appeal: the year and a count, never given twice (B 6.4)."""

import datetime as dt
import re
from collections.abc import Iterable

_NUMBER = re.compile(r"(?:№\s*)?(?P<year>\d{4})\s*[-–—/]\s*(?P<count>\d+)")


def next_number(given: Iterable[str], day: dt.date) -> str:
    """Return the number after the highest ever given in the year of `day`: 2026-061.

    `given` are the numbers of the journal and of the states' history: the history keeps those of deleted rows.
    Other forms («№ 2026/61») count; what is no number of that year does not.
    """
    return f"{day.year}-{max((count_of(number, day.year) for number in given), default=0) + 1:03}"


def count_of(number: str, year: int) -> int:
    """Return the count in a number of a year, 0 for any other text."""
    found = _NUMBER.fullmatch(number.strip())
    return int(found["count"]) if found and int(found["year"]) == year else 0


def are_in_order(numbers: Iterable[str], year: int) -> bool:
    """Tell whether the numbers of a year stand in their order, up or down: then the highest stands at an end."""
    counts = [count for number in numbers if (count := count_of(number, year))]
    return counts in (sorted(counts), sorted(counts, reverse=True))
