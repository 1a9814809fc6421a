"""The school's calendar as reports need it: the day of the import and the terms, its own or the usual ones."""

import datetime as dt
import re
from typing import NamedTuple

from wg_excel.domain.periods import Period, school_year

# What most schools' terms are, where neither the file nor «Календарь» tells: (month, day) of the first and last day.
_USUAL = {
    "четверт": (((9, 1), (10, 31)), ((11, 1), (12, 31)), ((1, 1), (3, 31)), ((4, 1), (5, 31))),
    "триместр": (((9, 1), (11, 30)), ((12, 1), (2, 28)), ((3, 1), (5, 31))),
    "полугоди": (((9, 1), (12, 31)), ((1, 1), (5, 31))),
}

TRIMESTERS = 3
_NUMERAL = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_TERM = re.compile(
    r"^(?:(iv|iii|ii|i|[1-4])\s?(?:-?(?:я|ая|й))?\s?"
    r"(ч|чет|четв|четверт[а-я]*|тр|трим|триместр[а-я]*|п/?г|полугоди[а-я]*)?\.?"
    r"|(год|годовая|годов[а-я]*|за год)|(итог|итоговая|итогов[а-я]*)|(экзамен|экз)\.?)$"
)


class Calendar(NamedTuple):
    """The day of the import and the school's terms (четверти), in order; both settle what a report leaves open."""

    today: dt.date
    terms: tuple[Period, ...] = ()

    def term(self, number: int, sort: str = "четверт", year: Period | None = None) -> Period | None:
        """Return the first to fourth term of a school year: the school's own, else the usual one."""
        year = year or school_year(self.today)
        usual = _USUAL[sort]
        own = self.own_term(number, sort, year)
        return own or (_in_year(year, *usual[number - 1]) if number <= len(usual) else None)

    def lessons_of(self, year: Period) -> Period:
        """Return the days that yearly marks are about: a school year's terms, the breaks between them too."""
        own = [term for term in self.terms if year.covers(term)]
        first, last = self.term(1, year=year), own[-1] if len(own) >= TRIMESTERS else self.term(4, year=year)
        return Period(first.first, last.last) if first and last else year

    def own_term(self, number: int, sort: str, year: Period) -> Period | None:
        """Return a term as the school's calendar has it; None where it does not tell."""
        own = [term for term in self.terms if year.covers(term)]
        if (sort == "четверт" and len(own) >= number) or (sort == "триместр" and len(own) == TRIMESTERS >= number):
            return own[number - 1]
        if sort == "полугоди" and len(own) == 4 and number <= 2:
            return Period(own[2 * number - 2].first, own[2 * number - 1].last)
        return None


def _in_year(year: Period, first: tuple[int, int], last: tuple[int, int]) -> Period:
    return Period(dated(year, *first), dated(year, *last))


def dated(year: Period, month_: int, day_: int) -> dt.date:
    """Return the date of a month and day within a school year; raise ValueError for an impossible one."""
    return dt.date(year.first.year if month_ >= 9 else year.last.year, month_, day_)


def term_of(folded: str) -> str:
    """Return the term that a folded heading is: «1» to «4», «h1», «year», «final», «exam»; "" for another heading."""
    found = _TERM.match(folded)
    if not found:
        return ""
    if found[3]:
        return "year"
    if found[4]:
        return "final"
    if found[5]:
        return "exam"
    return f"{'h' if (found[2] or '').startswith('п') else ''}{_NUMERAL.get(found[1]) or found[1]}"


def names_term(folded: str) -> bool:
    """Tell a heading that says it is a term – «1 п/г», «II четверть» – from a bare number, which may be a day."""
    found = _TERM.match(folded)
    return found is not None and bool(found[2] or not found[1])
