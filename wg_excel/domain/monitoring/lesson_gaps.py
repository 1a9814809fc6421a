"""«Чего не хватает»: lessons held without topic, homework or marks, one page a teacher for handing over (B 5.2)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import shorten, wrap
from typing import NamedTuple

from wg_excel.domain.imported.facts import key_day
from wg_excel.domain.language.wording import counted, short_date
from wg_excel.domain.monitoring.lacking import nothing_missing
from wg_excel.domain.monitoring.lesson_counts import is_hour
from wg_excel.domain.monitoring.monitoring import Monitoring

SHEET = "Чего не хватает"
TOPIC, HOMEWORK, MARKS = "тема", "домашнее задание", "отметки или «н»"
HEADINGS = ("Класс", "Предмет", "Дата", "Урок", "Не записано", "Внесено, подпись")
PAGE_ROWS = 48  # of a printed page: its three rows of head and the lines below
HEAD_ROWS = 3
LINES = PAGE_ROWS - HEAD_ROWS
LONGEST_SUBJECT = 32  # characters that its cell shows in print
LONGEST_LINE = 100  # characters that a line across the page shows in print

Cell = str | int | dt.date | None


class LessonGap(NamedTuple):
    """One lesson and what is missing in it; `number` is None where the list of lessons has none."""

    teacher: str
    school_class: str
    subject: str
    day: dt.date
    number: int | None
    missing: str


def lesson_gaps(monitoring: Monitoring) -> tuple[LessonGap, ...]:
    """Return every gap by teacher and day: as many as the overdue lessons of the monitoring."""
    return tuple(sorted(_gaps(monitoring), key=lambda gap: (gap.teacher, gap.day, gap.number or 0, gap.school_class)))


def pages(monitoring: Monitoring, due: dt.date) -> list[list[Cell]]:
    """Return the rows of the sheet: every teacher begins on a new page of PAGE_ROWS rows."""
    rows: list[list[Cell]] = []
    for teacher, found in groupby(lesson_gaps(monitoring), key=lambda gap: gap.teacher):
        gaps = list(found)
        parts = [gaps[first : first + LINES] for first in range(0, len(gaps), LINES)]
        for number, part in enumerate(parts, 1):
            more = f" (лист {number} из {len(parts)})" if len(parts) > 1 else ""
            rows.extend(_page(f"{teacher}{more}", _words(monitoring, len(gaps), due), part))
    words = nothing_missing(monitoring.school, monitoring.today, monitoring.lacking)
    return rows or [_row(SHEET), *map(_row, wrap(words, LONGEST_LINE))]


def _gaps(monitoring: Monitoring) -> Iterator[LessonGap]:
    known = monitoring.known
    if known is None:
        return
    for key in {*known.lists, *known.unmarked}:
        for one in known.unfilled(key):
            lacks = ((TOPIC, one.no_topic), (HOMEWORK, one.no_homework), (MARKS, one.no_marks))
            missing = ", ".join(word for word, is_missing in lacks if is_missing)
            number = one.number if is_hour(one.number) else None
            yield LessonGap(*key, key_day(one.day), number, missing)


def _page(title: str, words: str, gaps: Sequence[LessonGap]) -> Iterator[list[Cell]]:
    yield _row(title)
    yield _row(words)
    yield list(HEADINGS)
    for gap in gaps:
        subject = shorten(gap.subject, LONGEST_SUBJECT, placeholder=" …")
        yield [gap.school_class, subject, gap.day, gap.number, gap.missing, None]
    for _ in range(LINES - len(gaps)):
        yield _row(None)


def _row(text: str | None) -> list[Cell]:
    return [text, *[None] * (len(HEADINGS) - 1)]


def _words(monitoring: Monitoring, number: int, due: dt.date) -> str:
    lessons = counted(number, "урока", "уроков", "уроков")
    return (
        f"На {short_date(monitoring.today)} не хватает записей у {lessons} (период {monitoring.period}). "
        f"Внесите их до {short_date(due)}."
    )
