"""A notation for facts in tests: one line a lesson, an entry of the log or a report.

A lesson is `day number class subject teacher topic homework [control|exempt]`: `-` is an empty cell, `+` a filled one
of unknown time, a day the time of entering; homework `не` is «не задано». Days are `MM-DD` of the school year 2026/27.
"""

import datetime as dt

from wg_excel.domain.imported.facts import Entry, Facts, Figure, Homework, Lesson, Work
from wg_excel.domain.staff.teachers import Teacher

WORKS = {"": Work.ORDINARY, "control": Work.CONTROL, "exempt": Work.NO_HOMEWORK}
HOMEWORK = {"-": Homework.NONE, "не": Homework.NOT_SET}


def day(text: str) -> int:
    """Read a day of the notation as the number of facts."""
    month, number = map(int, text.split("-"))
    return (2026 if month > 7 else 2027) * 10000 + month * 100 + number


def date(text: str) -> dt.date:
    """Read a day of the notation."""
    key = day(text)
    return dt.date(key // 10000, key // 100 % 100, key % 100)


def lessons(text: str, source: int = 1, group: str = "") -> tuple[Lesson, ...]:
    """Read lessons, one a line."""
    return tuple(_lesson(line.split(), source, group) for line in text.strip().splitlines())


def entries(text: str, source: int = 2) -> tuple[Entry, ...]:
    """Read entries of the log: `day class subject teacher what entered [times]`."""
    found = []
    for line in text.strip().splitlines():
        lesson_day, school_class, subject, teacher, what, entered, *times = line.split()
        number = int(times[0]) if times else 1
        found.append(Entry(day(lesson_day), school_class, subject, teacher, what, day(entered), number, source))
    return tuple(found)


def figures(text: str, source: int = 3) -> tuple[Figure, ...]:
    """Read reports: `kind first last class subject teacher name=value …`."""
    found = []
    for line in text.strip().splitlines():
        kind, first, last, school_class, subject, teacher, *values = line.split()
        for name, value in (pair.split("=") for pair in values):
            place = (day(first), day(last), kind, school_class, subject, "", teacher)
            found.append(Figure(*place, name, float(value), source))
    return tuple(found)


def facts(list_: str = "", log: str = "", reports: str = "") -> Facts:
    """Read lessons, log and reports together."""
    return Facts(lessons(list_), entries(log), figures(reports))


def teachers(*names: str) -> tuple[Teacher, ...]:
    """Return teachers by their names."""
    return tuple(Teacher(name) for name in names)


def _lesson(cells: list[str], source: int, group: str) -> Lesson:
    lesson_day, number, school_class, subject, teacher, topic, homework, *work = cells
    given = HOMEWORK.get(homework, Homework.GIVEN)
    return Lesson(
        day(lesson_day),
        int(number),
        school_class,
        subject,
        group,
        teacher,
        int(topic != "-"),
        WORKS[work[0] if work else ""],
        given,
        _entered(topic),
        _entered(homework),
        source,
    )


def _entered(cell: str) -> int:
    return day(cell) if cell[0].isdigit() else 0
