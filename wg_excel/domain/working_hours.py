"""The school's working time: the hours of each working day (Labour Code of Russia, art. 91; the school's own rules)."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

MINUTE = dt.timedelta(minutes=1)


@dataclass(frozen=True)
class WorkingHours:
    """The working time between two times of every working day; `is_working` tells those days."""

    is_working: Callable[[dt.date], bool]
    first: dt.time
    last: dt.time

    def after(self, moment: dt.datetime, minutes: int) -> dt.datetime:
        """Return the moment by which so many minutes of working time have passed; 0 gives the moment itself."""
        left = minutes * MINUTE
        while left:
            begin, end = self._of(moment.date())
            begin = max(begin, moment)
            if self.is_working(moment.date()) and begin < end:
                if end - begin >= left:
                    return begin + left
                left -= end - begin
            moment = start_of(moment.date() + dt.timedelta(days=1))
        return moment

    def between(self, first: dt.datetime, last: dt.datetime) -> int:
        """Count the whole minutes of working time from a moment to another; 0 when that is not later."""
        total, day = dt.timedelta(), first.date()
        while day <= last.date():
            if self.is_working(day):
                begin, end = self._of(day)
                total += max(min(end, last) - max(begin, first), dt.timedelta())
            day += dt.timedelta(days=1)
        return total // MINUTE

    def _of(self, day: dt.date) -> tuple[dt.datetime, dt.datetime]:
        return dt.datetime.combine(day, self.first), dt.datetime.combine(day, self.last)


def start_of(day: dt.date) -> dt.datetime:
    """Return the beginning of a day."""
    return dt.datetime.combine(day, dt.time())


def end_of(day: dt.date) -> dt.datetime:
    """Return the end of a day, that is the beginning of the next."""
    return start_of(day + dt.timedelta(days=1))
