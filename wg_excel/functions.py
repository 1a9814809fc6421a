"""Functions for cells, optional: in Excel for Windows by xlwings' user-defined functions, in Python as they stand.

A day may be a date, a date and time, or Excel's number of a day; an empty argument gives an empty text, and what cannot
be understood a sentence that says so, since a formula that shows a traceback helps nobody.
"""

import datetime as dt
import functools
from collections.abc import Callable, Iterable
from typing import ParamSpec, TypeVar, cast

import xlwings as xw

from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.failures import Failure
from wg_excel.domain.language.dates import day_of_serial
from wg_excel.domain.language.declension import Case, decline
from wg_excel.domain.language.names import initials
from wg_excel.domain.periods import quarter_name, quarter_of

LONGEST = 1000  # working days
CASES = {"род": Case.GENITIVE, "дат": Case.DATIVE, "вин": Case.ACCUSATIVE, "тво": Case.INSTRUMENTAL}

P = ParamSpec("P")
R = TypeVar("R")
Day = dt.date | float | str | None
Days = Day | Iterable[Day] | Iterable[Iterable[Day]]


class NoDay(Failure):
    """An argument is no day."""

    def __init__(self, value: object) -> None:
        super().__init__(f"«{value}» — не дата: введите её как 01.09.2026.")


class NoNumber(Failure):
    """An argument is no number of days."""

    def __init__(self, value: object) -> None:
        super().__init__(f"«{value}» — не число дней: введите целое число от 0 до {LONGEST}.")


class NoCase(Failure):
    """An argument names no case that a document needs."""

    def __init__(self, value: object) -> None:
        super().__init__(f"«{value}» — не падеж: напишите род, дат, вин или твор.")


def cell_function(function: Callable[P, R]) -> Callable[P, R | str]:
    """Make a function one of Excel's: a failure becomes its sentence, and a type hint converts nothing."""

    @functools.wraps(function)
    def called(*args: P.args, **named: P.kwargs) -> R | str:
        try:
            return function(*args, **named)
        except Failure as problem:
            return str(problem)

    called.__annotations__ = {}  # xlwings would convert arguments by them
    return cast("Callable[P, R | str]", xw.func(called))


@cell_function
def wg_due(day: Day, working_days: float, days_off: Days = None) -> dt.datetime | str:
    """Return the last day of a term of working days after a day (B 6.4); `days_off` are the school's own."""
    if _is_empty(day):
        return ""
    if not isinstance(working_days, int | float) or not 0 <= working_days <= LONGEST or working_days % 1:
        raise NoNumber(working_days)
    return dt.datetime.combine(_calendar(days_off).after(_day(day), int(working_days)), dt.time())


@cell_function
def wg_days_overdue(due: Day, today: Day = None, days_off: Days = None) -> int | str:
    """Return how many working days a term is overdue, 0 while it lasts; `today` is the computer's day where empty."""
    if _is_empty(due):
        return ""
    now = dt.datetime.now().astimezone().date() if _is_empty(today) else _day(today)
    return _calendar(days_off).between(_day(due), now)


@cell_function
def wg_quarter(day: Day) -> str:
    """Return the calendar quarter of a day: `2026-Q4`."""
    return "" if _is_empty(day) else quarter_name(quarter_of(_day(day)))


@cell_function
def wg_short_name(fio: str | None) -> str:
    """Return «Фамилия И. О.» of a name in full."""
    return initials(str(fio)) if fio else ""


@cell_function
def wg_decline(fio: str | None, case: str = "род") -> str:
    """Return a name in a case: «род», «дат», «вин» or «твор», also spelt out."""
    chosen = CASES.get(str(case).strip().casefold()[:3])
    if chosen is None:
        raise NoCase(case)
    return decline(str(fio), chosen) if fio else ""


def _calendar(days_off: Days) -> SchoolCalendar:
    """Return the public calendar without the school's own days off: one, a column or a block of them."""
    return SchoolCalendar(off=frozenset(map(_day, _flat(days_off))))


def _flat(days: object) -> Iterable[Day]:
    if isinstance(days, list | tuple | set | frozenset):
        return [day for part in days for day in _flat(part)]
    return [] if _is_empty(days) else [cast("Day", days)]


def _is_empty(value: object) -> bool:
    return value is None or value == ""


def _day(value: Day) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise NoDay(value)
    try:
        return day_of_serial(value)
    except (Failure, ValueError, OverflowError) as problem:
        raise NoDay(value) from problem
