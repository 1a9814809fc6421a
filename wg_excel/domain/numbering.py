"""The next number in a school's own form: «7», «2026-04», «1/2027» and «1/27» in a new year."""

import datetime as dt
import re
from collections.abc import Iterable

_SHORT_YEAR = re.compile(r"(.*\d[/-])(\d\d)")  # «3/26»
_SHORT = re.compile(r"^(.*\d[/-])(\d\d)(\d\d)$")


def next_number(taken: Iterable[str], day: dt.date) -> str:
    """Return the number after the latest one taken, in its form; where no number has a figure, their count and one."""
    short = {number: _in_full(number, day) for number in taken}
    if any(full != number for number, full in short.items()):
        return _SHORT.sub(r"\g<1>\g<3>", next_number(short.values(), day))
    known = tuple(short)
    latest = max(known, key=order, default="")
    number = following(latest, day) if re.search(r"\d", latest) else str(len(known) + 1)
    while number in known:
        number = following(number, day)
    return number


def _in_full(number: str, day: dt.date) -> str:
    """Return a number with the year of the day or of the one before written out: «3/26» is «3/2026» in 2026."""
    found = _SHORT_YEAR.fullmatch(number)
    is_year = found is not None and int(found[2]) in {day.year % 100, (day.year - 1) % 100}
    return f"{found[1]}{day.year // 100}{found[2]}" if found and is_year else number


def order(number: str) -> tuple[list[int], list[int]]:
    """Return what a number is ordered by: its years, then its other figures."""
    found = [int(digits) for digits in re.findall(r"\d+", number)]
    return [one for one in found if _is_year(one)], [one for one in found if not _is_year(one)]


def following(number: str, day: dt.date) -> str:
    """Count a number on; the year in it becomes the day's, and counting begins anew with it."""
    figures = list(re.finditer(r"\d+", number))
    counted = max((each.start() for each in figures if not _is_year(int(each[0]))), default=None)
    if counted is None:
        return f"{number}-1"
    anew = any(_is_year(int(each[0])) and int(each[0]) < day.year for each in figures)

    def counted_on(found: re.Match[str]) -> str:
        if _is_year(int(found[0])):
            return str(max(int(found[0]), day.year))
        if found.start() != counted:
            return found[0]
        return str(1 if anew else int(found[0]) + 1).zfill(len(found[0]))

    return re.sub(r"\d+", counted_on, number)


def _is_year(number: int) -> bool:
    return 1990 < number < 2100
