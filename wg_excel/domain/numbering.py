"""The next number in a school's own form: «7», «2026-04», «1/2027» in a new year."""

import datetime as dt
import re
from collections.abc import Iterable


def next_number(taken: Iterable[str], day: dt.date) -> str:
    """Return the number after the latest one taken, in its form; where no number has a figure, their count and one."""
    known = tuple(taken)
    latest = max(known, key=order, default="")
    number = following(latest, day) if re.search(r"\d", latest) else str(len(known) + 1)
    while number in known:
        number = following(number, day)
    return number


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
