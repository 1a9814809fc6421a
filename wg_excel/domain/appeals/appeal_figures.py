"""Figures of the appeals: how many, how fast, of which kind, by whom (A I.1, B 6.4)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from wg_excel.domain.appeals.appeal_clock import SOLVED, Clock, Reading
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.figures import Figure, Unit, percent
from wg_excel.domain.group import Group
from wg_excel.domain.language.names import initials
from wg_excel.domain.language.wording import counted
from wg_excel.domain.periods import Period, month

SHEET = Appeal.table.sheet
NOBODY = "не назначен"
MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")


def appeal_figures(group: Group, period: Period, day: dt.date) -> tuple[Figure, ...]:
    """Return the figures of the appeals of a period up to a day."""
    received = [appeal for appeal in group.appeals if appeal.date and appeal.date in period and appeal.date <= day]
    return (
        *_whole(group, received, period, day),
        *_by("help_kind", "Вид помощи", received, period, group.lists.get("lstHelpKinds", ())),
        *_by("category", "Категория", received, period, group.lists.get("lstCategories", ())),
        *_by("theme", "Тема", received, period),
        *_by_month(received, period, day),
        *_by_executor(group, received, period),
    )


def _whole(group: Group, received: Sequence[Appeal], period: Period, day: dt.date) -> Iterator[Figure]:
    solved = [appeal for appeal in received if appeal.status == SOLVED]
    shown_by_clock = _shown(group, received, day)
    judged = [(appeal, shown) for appeal, shown in shown_by_clock if shown.end or shown.is_late]
    in_term = sum(not shown.is_late for _, shown in judged)
    late = [shown.late for appeal, shown in judged if shown.is_late and appeal.status == SOLVED]
    reopened = sum(shown.reopened for _, shown in shown_by_clock)
    days = [group.calendar.between(one.date, one.solved) for one in solved if one.date and one.solved]
    waiting = sum(1 for appeal in received if appeal.is_open)
    yield Figure("appeals.received", "Поступило", len(received), SHEET, period)
    yield Figure("appeals.solved", "Решено", len(solved), SHEET, period, len(received))
    yield Figure("appeals.open", "В работе", waiting, SHEET, period, len(received))
    yield Figure(
        "appeals.in_term",
        "Решено в срок",
        percent(in_term, len(judged)),
        SHEET,
        period,
        len(judged),
        Unit.PERCENT,
        note="из решённых и просроченных",
    )
    longest = f"дольше всего — на {counted(max(late), 'рабочий день', 'рабочих дня', 'рабочих дней')}" if late else ""
    yield Figure("appeals.late", "Решено с опозданием", len(late), SHEET, period, len(solved), note=longest)
    yield Figure("appeals.reopened", "Открыто повторно", reopened, SHEET, period, len(received))
    middle = round(float(median(days)), 1) if days else None
    yield Figure("appeals.median_days", "Медиана решения", middle, SHEET, period, len(days), Unit.DAYS)


def _shown(group: Group, appeals: Iterable[Appeal], day: dt.date) -> list[tuple[Appeal, Reading]]:
    """Return what the clock shows; of the judged ones an open appeal before its term is neither in time nor late."""
    clock = Clock(group, day)
    shown = ((appeal, clock.read(appeal)) for appeal in appeals if appeal.is_open or appeal.status == SOLVED)
    return [(appeal, reading) for appeal, reading in shown if reading]


def _by(
    name: str, title: str, appeals: Sequence[Appeal], period: Period, values: Iterable[str] = ()
) -> Iterator[Figure]:
    """Yield the numbers by a column's values, those of the closed list first, the most frequent others after."""
    numbers = Counter(value for appeal in appeals if (value := getattr(appeal, name)))
    for value in dict.fromkeys((*values, *(value for value, _ in numbers.most_common()))):
        yield Figure(f"appeals.{name}.{value}", f"{title}: {value}", numbers[value], SHEET, period, len(appeals))


def _by_month(appeals: Sequence[Appeal], period: Period, day: dt.date) -> Iterator[Figure]:
    received = Counter((one.date.year, one.date.month) for one in appeals if one.date)
    solved = Counter((one.solved.year, one.solved.month) for one in appeals if one.solved and one.status == SOLVED)
    for year, number in _months(period.first, min(period.last, day)):
        days, label = month(year, number), f"{MONTHS[number - 1]} {year % 100:02}"
        key = f"{year}-{number:02}"
        yield Figure(f"appeals.month.{key}.received", label, received[year, number], SHEET, days)
        yield Figure(f"appeals.month.{key}.solved", label, solved[year, number], SHEET, days)


def _months(first: dt.date, last: dt.date) -> Iterator[tuple[int, int]]:
    for count in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield count // 12, count % 12 + 1


def _by_executor(group: Group, appeals: Sequence[Appeal], period: Period) -> Iterator[Figure]:
    names = Counter(_executor(group, appeal) for appeal in appeals)
    solved = Counter(_executor(group, appeal) for appeal in appeals if appeal.status == SOLVED)
    for name, number in sorted(names.items(), key=lambda pair: (-pair[1], pair[0])):
        yield Figure(f"appeals.executor.{name}", name, number, SHEET, period, len(appeals), note=f"{solved[name]}")


def _executor(group: Group, appeal: Appeal) -> str:
    if not appeal.executor:
        return NOBODY
    return initials(group.index.find("tblMembers", appeal.executor) or appeal.executor)
