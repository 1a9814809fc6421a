"""How long help may take: in working days or in working hours, as a school writes it («3 р. д.», «8 ч»)."""

import re
from typing import NamedTuple

from wg_excel.domain.language.texts import squeeze
from wg_excel.domain.language.wording import counted

HOUR = 60  # minutes
MOST_DAYS, MOST_HOURS = 366, 999
_DAYS = r"(?:д|дн|день|дня|дней)"
_HOURS = r"(?:ч|час|часа|часов)"
_WORKING = r"(?:(?:р|раб|рабочи[йх])\.?\s?)?"
_IN_DAYS = re.compile(rf"(\d{{1,3}})\s?(?:{_WORKING}{_DAYS}\.?)?")
_IN_HOURS = re.compile(
    rf"(?:(?P<hours>\d{{1,3}}(?:[.,]\d{{1,2}})?)\s?{_WORKING}{_HOURS}\.?)?\s?(?:(?P<minutes>\d{{1,3}})\s?мин(?:ут[аы]?)?\.?)?"
)


class Term(NamedTuple):
    """Working days, or minutes of working time where a school counts in hours."""

    days: int = 0
    minutes: int = 0

    @property
    def in_hours(self) -> bool:
        """Tell whether the term is counted in working time."""
        return self.minutes > 0

    @property
    def in_cell(self) -> int | str:
        """Return the term as «Настройки» hold it: days as a plain number."""
        return f"{_hours(self.minutes)} ч" if self.in_hours else self.days

    def __str__(self) -> str:
        if not self.in_hours:
            return counted(self.days, "рабочий день", "рабочих дня", "рабочих дней")
        whole, rest = divmod(self.minutes, HOUR)
        return f"{_hours(self.minutes)} рабочего часа" if rest else hours(whole)


def read_term(value: object) -> Term:
    """Read a term: «5», «1 день», «3 р. д.», «8 ч», «4 часа», «1,5 ч», «2 ч 30 мин»; raise ValueError."""
    text = squeeze(f"{value:g}" if isinstance(value, float) else str(value)).casefold()
    if (found := _IN_DAYS.fullmatch(text)) and int(found[1]) <= MOST_DAYS:
        return Term(int(found[1]))
    in_hours = _IN_HOURS.fullmatch(text)
    told = [float((part or "0").replace(",", ".")) for part in in_hours.groups()] if in_hours else [0.0, 0.0]
    minutes = round(told[0] * HOUR + told[1])
    if not 0 < minutes <= MOST_HOURS * HOUR:
        raise ValueError(value)
    return Term(minutes=minutes)


def hours(number: int) -> str:
    """Return «1 рабочий час», «3 рабочих часа»."""
    return counted(number, "рабочий час", "рабочих часа", "рабочих часов")


def _hours(minutes: int) -> str:
    return f"{minutes / HOUR:.2f}".rstrip("0").rstrip(".").replace(".", ",")
