"""Statistics of the appeals of a period: by kind, category, theme, executor and month, with terms (A I.1; B 6.4)."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from wg_excel.domain.appeals.appeal_clock import SOLVED, Clock, Reading
from wg_excel.domain.appeals.appeal_journal import received_in
from wg_excel.domain.appeals.appeal_lines import StatisticsLine
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.figures import percent
from wg_excel.domain.group import Group
from wg_excel.domain.language.names import initials
from wg_excel.domain.periods import Period

WHOLE, NOT_TOLD = "Всего", "не указано"


class _Judged(NamedTuple):
    appeal: Appeal
    shown: Reading | None


def statistics(group: Group, period: Period, day: dt.date) -> tuple[StatisticsLine, ...]:
    """Return the lines of a period up to a day: the whole first; of a cut the most frequent values first."""
    clock = Clock(group, day)
    judged = [_Judged(one, clock.read(one)) for one in received_in(group, period, day)]
    return (_line(group, WHOLE, "", judged), *(line for cut in CUTS for line in _lines(group, cut, judged)))


def _lines(group: Group, cut: str, judged: Sequence[_Judged]) -> Iterator[StatisticsLine]:
    groups: dict[str, list[_Judged]] = {}
    for one in judged:
        groups.setdefault(CUTS[cut](group, one.appeal) or NOT_TOLD, []).append(one)
    if cut != "Месяц":
        groups = dict(sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0])))
    for value, ones in groups.items():
        yield _line(group, cut, value, ones)


def _line(group: Group, cut: str, value: str, judged: Sequence[_Judged]) -> StatisticsLine:
    appeals = [one.appeal for one in judged]
    shown = [one.shown for one in judged if one.shown]
    in_term = sum(bool(one.end) and not one.is_late for one in shown)
    late = sum(bool(one.end) and one.is_late for one in shown)
    overdue = sum(not one.end and one.is_late for one in shown)
    days = [days for one in appeals if (days := _days(group, one)) is not None]
    return StatisticsLine(
        cut,
        value,
        len(appeals),
        sum(one.status == SOLVED for one in appeals),
        sum(one.status == "Отклонено" for one in appeals),
        sum(one.is_open for one in appeals),
        in_term,
        late,
        overdue,
        percent(in_term, in_term + late + overdue),
        round(float(median(days)), 1) if days else None,
        sum(one.reopened for one in shown),
    )


def _days(group: Group, appeal: Appeal) -> int | None:
    """Return the working days from an appeal to its solution; None while there is none."""
    if appeal.status != SOLVED or not appeal.date or not appeal.solved or appeal.solved < appeal.date:
        return None
    return group.calendar.between(appeal.date, appeal.solved)


def _executor(group: Group, appeal: Appeal) -> str:
    name = group.index.find("tblMembers", appeal.executor) or appeal.executor
    return initials(name) if name else "не назначен"


def _month(_: Group, appeal: Appeal) -> str:
    return f"{appeal.date:%m.%Y}" if appeal.date else ""


CUTS: dict[str, Callable[[Group, Appeal], str]] = {
    "Вид помощи": lambda _, one: one.help_kind,
    "Категория": lambda _, one: one.category,
    "Тема": lambda _, one: one.theme,
    "Исполнитель": _executor,
    "Месяц": _month,
}
