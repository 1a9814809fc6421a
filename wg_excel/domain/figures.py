"""A figure of «Сводка» as a value: what, how much, of what, for which period, from which sheet (1-domain 1.6)."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any

from wg_excel.domain.findings import Severity
from wg_excel.domain.periods import Period

NO_DATA = "нет данных"


class State(Enum):
    """How a duty or an indicator stands; the sign tells it without colour."""

    KEPT = ("●", "выполняется")
    RISK = ("▲", "под угрозой")
    BROKEN = ("■", "нарушено")
    NONE = ("", "")

    @property
    def sign(self) -> str:
        """Return the sign before the words."""
        return self.value[0]

    @property
    def words(self) -> str:
        """Return the state in words with its sign."""
        return f"{self.value[0]} {self.value[1]}".strip()


STATE_OF = {Severity.ERROR: State.BROKEN, Severity.WARNING: State.RISK, Severity.INFO: State.KEPT}


class Unit(StrEnum):
    """What a value counts; the value stands after it."""

    COUNT = ""
    PERCENT = " %"
    DAYS = " раб. дн."


@dataclass(frozen=True)
class Figure:
    """One figure; `value` is None where nothing is known, which is not 0.

    `base` is what a percentage or a median is taken of; `sheet` where the rows behind it stand.
    """

    id: str
    title: str
    value: float | int | str | None
    sheet: str
    period: Period
    base: int | None = None
    unit: Unit = Unit.COUNT
    state: State = State.NONE
    note: str = ""

    @property
    def text(self) -> str:
        """Return the value as a person reads it: «87,5 %», «нет данных»."""
        if self.value is None:
            return NO_DATA
        value = f"{self.value:g}".replace(".", ",") if isinstance(self.value, float) else str(self.value)
        return f"{value}{self.unit}"

    def to_json(self) -> dict[str, Any]:
        """Return the figure in the form of `summary --json` (4-contract 4.2)."""
        return {
            "id": self.id,
            "title": self.title,
            "value": self.value,
            "base": self.base,
            "unit": self.unit.strip(),
            "period": {"from": self.period.first.isoformat(), "to": self.period.last.isoformat()},
            "sheet": self.sheet,
            "state": self.state.name.lower(),
            "note": self.note,
        }


def on(day: dt.date) -> Period:
    """Return the period of a figure that holds on one day."""
    return Period(day, day)


def percent(part: int, base: int) -> float | None:
    """Return a percentage cut to tenths, so that 100 means all; None of nothing."""
    return part * 1000 // base / 10 if base else None
