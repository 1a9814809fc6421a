"""Invent the log of changes of one journal page: who entered which mark when, and how much of it in time."""

import datetime as dt
from pathlib import Path
from random import Random
from typing import NamedTuple

from tools.demo_journal import JOURNAL, JournalPage
from tools.demo_lessons import HOLIDAY

# Marks of the last week are entered at once: no count hangs on whether the break has working days.
LAST_WEEK = dt.date(2026, 10, 20)
DELAYS = (0, 0, 0, 0, 0, 0, 1, 1, 3, 9)
HEADS = ("Класс", "Предмет", "Дата и время", "Пользователь", "Дата урока", "Период", "Действие")


class Logged(NamedTuple):
    """A mark entered: when, for the lesson of which day, and whether within the limit."""

    entered: dt.datetime
    day: dt.date
    in_time: bool


def mark_log(page: JournalPage, random: Random) -> list[Logged]:
    """Return an entry for every mark on the page, in the order of time."""
    return sorted(
        _logged(day, random, control=control)
        for line in page.cells
        for cell, day, control in zip(line, page.days, page.control, strict=True)
        for part in cell.split("/")
        if part.isdigit()
    )


def _logged(day: dt.date, random: Random, *, control: bool) -> Logged:
    delay = 0 if day >= LAST_WEEK else random.choice(DELAYS)
    entered = dt.datetime.combine(day, dt.time(random.randint(9, 20), random.randint(0, 59)))
    entered += dt.timedelta(days=delay)
    return Logged(entered, day, entered.date() <= _limit(day, 7 if control else 1))


def _limit(day: dt.date, working_days: int) -> dt.date:
    while working_days:
        day += dt.timedelta(days=1)
        working_days -= day.weekday() < 5 and day != HOLIDAY
    return day


def write_log(path: Path, page: JournalPage, log: list[Logged], titles: tuple[str, ...]) -> int:
    """Write the log as HTML named .xls in windows-1251; return its data rows."""
    lines = [_line(page.teacher, each) for each in log]
    body = "\n".join(_row(line) for line in (*((title,) for title in titles), HEADS, *lines))
    text = f'<html><head><meta charset="windows-1251"></head><body><table>\n{body}\n</table></body></html>'
    path.write_bytes(text.encode("cp1251"))
    return len(log)


def _line(teacher: str, each: Logged) -> tuple[str, ...]:
    when, lesson = f"{each.entered:%d.%m.%Y %H:%M}", f"{each.day:%d.%m.%Y}"
    return (*JOURNAL, when, teacher, lesson, "I четверть", "Выставлена отметка")


def _row(cells: tuple[str, ...]) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
