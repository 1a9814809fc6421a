"""Count entries and those made in time: what lesson lists and the log of changes know (2-eljur-exports 2.4)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from wg_excel.domain.imported.facts import Entry, Lesson, Work
from wg_excel.domain.monitoring.lesson_counts import Key, Span

# What was entered for the lessons of a day: the day, then topic, homework or mark.
What = tuple[int, str]
MARK = "mark"


class Timed(NamedTuple):
    """How many entries have a known time, and how many of them were made in time."""

    entries: int
    in_time: int


def log_by_key(entries: Iterable[Entry], names: Mapping[str, str], span: Span) -> dict[Key, dict[What, list[int]]]:
    """Sort the log of a span of days by teacher × class × subject, then by day and kind: the days of entering."""
    found: defaultdict[Key, defaultdict[What, list[int]]] = defaultdict(lambda: defaultdict(list))
    first, last = span
    for entry in entries:
        if first <= entry.day <= last and (teacher := names.get(entry.teacher)):
            days = found[teacher, entry.school_class, entry.subject][entry.day, entry.what]
            days.extend([entry.entered] * entry.times)
    return dict(found)


def count_list(lessons: Iterable[Lesson]) -> Timed:
    """Count the topics and homework of a lesson list that say when they were entered: the same day is in time."""
    entries = in_time = 0
    for lesson in lessons:
        if lesson.topic and lesson.topic_day:
            entries += 1
            in_time += lesson.topic_day <= lesson.day
        if lesson.homework and lesson.homework_day:
            entries += 1
            in_time += lesson.homework_day <= lesson.day
    return Timed(entries, in_time)


def count_log(log: Mapping[What, list[int]], lessons: Collection[Lesson], limit: Callable[[int, bool], int]) -> Timed:
    """Count what the log knows beyond the lesson list of the same teacher, class and subject.

    An entry that both know counts once; a topic or homework that the list shows empty is none. `limit` gives the
    last day in time of the marks of a day, and of a control work.
    """
    listed, filled, days = _listed(lessons)
    controls = {lesson.day for lesson in lessons if lesson.work & Work.CONTROL}
    entries = in_time = 0
    for (day, what), entered in log.items():
        if what == MARK:
            extra = entered
            last = limit(day, day in controls)
        else:
            extra = _beyond(entered, listed[day, what], filled[day, what] if day in days else len(entered))
            last = day
        entries += len(extra)
        in_time += sum(1 for done in extra if done <= last)
    return Timed(entries, in_time)


def _listed(lessons: Iterable[Lesson]) -> tuple[dict[What, list[int]], Counter[What], set[int]]:
    """Return the known days of entering, the number of filled cells and the days of the list."""
    listed: defaultdict[What, list[int]] = defaultdict(list)
    filled: Counter[What] = Counter()
    days = set()
    for lesson in lessons:
        days.add(lesson.day)
        for what, cell, entered in (
            ("topic", lesson.topic, lesson.topic_day),
            ("homework", lesson.homework, lesson.homework_day),
        ):
            filled[lesson.day, what] += bool(cell)
            if cell and entered:
                listed[lesson.day, what].append(entered)
    return listed, filled, days


def _beyond(entered: list[int], listed: list[int], filled: int) -> list[int]:
    """Return the log's entries that the list does not know, the earliest first, at most one for each filled cell."""
    unknown = sorted((Counter(entered) - Counter(listed)).elements())
    return unknown[: max(0, min(len(entered), filled) - len(listed))]
