"""Values of «Настройки» as their cells hold them: read by what each setting may be; what is wrong keeps its default."""

import datetime as dt
import math
from collections.abc import Callable, Mapping
from dataclasses import replace

from wg_excel.domain.appeals.terms import Term, read_term
from wg_excel.domain.columns import time_of_value
from wg_excel.domain.findings import Finding, Place
from wg_excel.domain.meetings.protocol_checks import checks
from wg_excel.domain.schema import Kind
from wg_excel.domain.settings import NO, PERCENT, YES, Setting, SettingLine, Settings, Within, declared

HAIR = 1e-6
EXAMPLES = {
    Kind.TIME: "нужно время вида 8:30",
    Kind.TERM: "нужны рабочие дни или часы, например 5, «3 р. д.» или «8 ч»",
}
NOUNS = {Kind.INTEGER: "целое число", Kind.NUMBER: "число"}


class WrongSetting(Finding):
    """A setting's value cannot be read or is impossible; the default stays in force."""

    rule = "SET-2"
    clause = "A IV.1.3"

    def __init__(self, declared: Setting, row: int, value: object, default: object) -> None:
        stands = f"; пока действует {_shown(default)}" if default not in (None, "") else ""
        super().__init__(
            f"Настройка «{declared.title}»: «{_shown(value)}» не подходит, {_wanted(declared)}{stands}.",
            Place.in_table(SettingLine.table, row, "value"),
            declared.title,
        )


def read_settings(values: Mapping[str, tuple[int, object]]) -> tuple[Settings, tuple[Finding, ...]]:
    """Read the settings from `{title: (sheet row, cell value)}`; what is blank or wrong keeps its default."""
    read: dict[str, object] = {}
    findings: list[Finding] = []
    for name, known, default in declared():
        row, value = values.get(known.title, (0, None))
        if value is None or value == "":
            continue
        try:
            read[name] = _read(known, value)
        except (ValueError, TypeError):
            findings.append(WrongSetting(known, row, value, default))
    off = frozenset(each.id for each in checks() if read.pop(each.id, YES) == NO)
    settings = replace(Settings(checks_off=off), **read)  # type: ignore[arg-type]  # names come from the class itself
    return settings, tuple(findings)


def _read(known: Setting, value: object) -> object:
    """Return a value as the setting holds it; raise ValueError or TypeError."""
    if known.choices:
        return _chosen(str(value), known.choices)
    read = _READERS[known.kind](value)
    if known.within and not _is_within(read, known.within):
        raise ValueError(value)
    return read


def _chosen(written: str, choices: tuple[str, ...]) -> str:
    """Return the word that is meant, whatever its letters' case."""
    wanted = " ".join(written.split()).casefold()
    return choices[[choice.casefold() for choice in choices].index(wanted)]


def _is_within(value: object, within: Within) -> bool:
    """Tell a possible number; a share such as 0.95 is no percentage: Excel makes it of a typed «95%»."""
    if not isinstance(value, int | float) or not within.least - HAIR <= value <= within.greatest + HAIR:
        return False
    if within == PERCENT and 0 < value < 1:
        return False
    steps = (value - within.least) / within.step if within.step else 0
    return abs(steps - round(steps)) < HAIR


def _wanted(declared: Setting) -> str:
    if declared.choices:
        return f"выберите: {' или '.join(declared.choices)}"
    if declared.kind is Kind.DATE:
        return "нужна дата вида 22.11.2026"
    if declared.kind in EXAMPLES:
        return EXAMPLES[declared.kind]
    within = declared.within
    bounds = f" от {_shown(within.least)} до {_shown(within.greatest)}" if within else ""
    step = f" через {_shown(within.step)}" if within and within.step else ""
    example = ", например 95, а не 0,95" if within == PERCENT else ""
    return f"нужно {NOUNS[declared.kind]}{bounds}{step}{example}"


def _shown(value: object) -> str:
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, Term):
        return str(value)
    return f"{value:g}".replace(".", ",") if isinstance(value, int | float) else str(value)


def _day(value: object) -> dt.date:
    if isinstance(value, dt.date):
        return value
    return dt.datetime.strptime(str(value).strip(), "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no zone


def _time(value: object) -> dt.time:
    made = time_of_value(value)
    if made is None:
        raise ValueError(value)
    return made


def _number(value: object) -> float:
    number = float("".join(str(value).split()).rstrip("%").replace(",", "."))
    if not math.isfinite(number):
        raise ValueError(value)
    return number


def _whole(value: object) -> int:
    number = _number(value)
    if not number.is_integer():
        raise ValueError(value)
    return int(number)


_READERS: dict[Kind, Callable[[object], object]] = {
    Kind.TEXT: lambda value: str(value).strip(),
    Kind.FIO: lambda value: " ".join(str(value).split()),
    Kind.DATE: _day,
    Kind.INTEGER: _whole,
    Kind.NUMBER: _number,
    Kind.TIME: _time,
    Kind.TERM: read_term,
}
