"""Lists of lessons (Темы и ДЗ): a row a lesson, column by column, each distinct value worked out once."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from wg_excel.domain.imported.facts import Homework, day_key
from wg_excel.exports import cells
from wg_excel.exports.cells import Cache, Value
from wg_excel.exports.kinds import Vocabulary
from wg_excel.exports.parts import FactRow
from wg_excel.exports.shapes import Table, Taken, Task
from wg_excel.exports.spans import day_reader, span_of_days, year_of
from wg_excel.exports.tables import Segment, TableReader
from wg_excel.exports.topics import TopicColumn, homework_reader

_AGAIN = 100
NOBODY = ("",)
_CAPITAL = re.compile("[А-ЯЁ]")
_DIGIT = re.compile("[0-9§]").search


def read(table: Table, task: Task) -> Iterator[Taken]:
    """Give the lessons of a list, one row a lesson and teacher, by portions; then the days that they cover."""
    reader = TableReader(task.vocabulary, table.kind, table.heading, table.lines, task.balance)
    said = table.span(task.calendar)
    days_read = day_reader(year_of(table.lines.texts, said, task.calendar))
    columns, numbers = _Columns(task.vocabulary, days_read), _Numbers()
    days = [day_key(said.first), day_key(said.last)] if said else []
    for segment in reader.segments(table.grid, "day", columns.day.__getitem__, columns.plain_day.__getitem__):
        lessons = list(columns.lessons(segment, table, task))
        if lessons:
            found: list[Any] = [lesson[0] for lesson in lessons]
            days += [min(found), max(found)]
            yield Taken(lessons=lessons if "number" in table.heading.columns else numbers.given(lessons))
    yield Taken(span=span_of_days(days))


class _Numbers:
    """Tells two lessons of a day apart where the list has no lesson numbers: the second gets 101, the third 102."""

    def __init__(self) -> None:
        self._met: Counter[FactRow] = Counter()

    def given(self, lessons: Iterable[FactRow]) -> list[FactRow]:
        """Return the lessons with their numbers."""
        numbered = []
        for lesson in lessons:
            key = (lesson[0], *lesson[2:6])
            times = self._met[key]
            self._met[key] += 1
            numbered.append((lesson[0], _AGAIN + times if times else 0, *lesson[2:]))
        return numbered


class _Columns:
    """The columns of a list of lessons, each with a cache of its distinct values."""

    def __init__(self, vocabulary: Vocabulary, day: Callable[[Value], int]) -> None:
        self.day = Cache(day)
        self.plain_day = Cache(
            lambda value: self.day[value] and not (isinstance(value, str) and any(map(str.isalpha, value)))
        )
        self._number = Cache(cells.lesson_number)
        self._class = Cache(cells.school_class)
        self._subject = Cache(cells.subject)
        self._group = Cache(cells.text)
        self._teacher = Cache(cells.people)
        self._substitute = Cache(_substitutes)
        self._topics = TopicColumn(vocabulary)
        self._homework = Cache(homework_reader(vocabulary))

    def lessons(self, segment: Segment, table: Table, task: Task) -> Iterable[FactRow]:
        """Give the lessons of a segment; rows without a class or a subject are rejected."""
        columns = segment.columns
        block = list(zip(*segment.rows, strict=False))
        many = len(segment.rows)

        def column(role: str) -> Sequence[Value]:
            return block[columns[role]] if role in columns else ("",) * many

        def values(role: str, cache: Cache[Any]) -> Sequence[Any]:
            if role in columns:
                return list(map(cache.__getitem__, block[columns[role]]))
            return [cache[segment.lines.get(role)]] * many

        def entered(role: str) -> Sequence[int]:
            place = columns.get(role, columns.get("entered", -1))
            return self._entered(block[place]) if place >= 0 else (0,) * many

        days, numbers = values("day", self.day), values("number", self._number)
        classes, subjects = values("school_class", self._class), values("subject", self._subject)
        groups, teachers = values("group", self._group), values("teacher", self._teacher)
        if "substitute" in columns:
            held = map(self._substitute.__getitem__, block[columns["substitute"]])
            teachers = [stood_in or names for stood_in, names in zip(held, teachers, strict=True)]
        topics, homeworks = self._topics.read(column("topic")), self._homeworks(column("homework"))
        whole = (days, numbers, classes, subjects, groups, teachers, topics, homeworks)
        whole_rows = zip(*whole, entered("topic_entered"), entered("homework_entered"), strict=True)
        if None in classes or not all(subject for subject, _ in subjects):
            return _careful(segment.numbers, whole_rows, table, task)
        task.balance.taken += many
        if nobody := sum(names == NOBODY for names in teachers):
            task.balance.unclear("Уроков без имени учителя, они не отнесены ни к кому", nobody)
        return [
            (day, number, school_class, subject, group or part or side, teacher, topic, work, homework, when, given, 0)
            for (
                day,
                number,
                (school_class, side),
                (subject, part),
                group,
                names,
                (topic, work),
                homework,
                when,
                given,
            ) in whole_rows
            for teacher in names
        ]

    # The next two answer the plain cases in place: half a million calls and cache entries would cost a second.

    def _homeworks(self, column: Sequence[Value]) -> list[int]:
        digit, given, closer = _DIGIT, int(Homework.GIVEN), self._homework
        return [given if isinstance(cell, str) and digit(cell) else closer[cell] for cell in column]

    def _entered(self, column: Sequence[Value]) -> list[int]:
        days = self.day
        return [
            cell.year * 10000 + cell.month * 100 + cell.day if isinstance(cell, dt.date) else days[cell]
            for cell in column
        ]


def _substitutes(cell: Value) -> tuple[str, ...]:
    """Return who held the lesson, none where the cell names nobody: «да», «замена»."""
    names = cells.people(cell)
    return names if all(len(_CAPITAL.findall(name)) > 1 for name in names) else ()


def _careful(numbers: Sequence[int], rows: Iterable[tuple[Any, ...]], table: Table, task: Task) -> Iterator[FactRow]:
    """Give the lessons among rows of which some lack a class or a subject; those are rejected."""
    for at, (day, number, school_class, (subject, part), group, names, topic, homework, when, given) in zip(
        numbers, rows, strict=True
    ):
        if school_class is None or not subject:
            task.balance.reject(at, table.lacks("subject" if school_class else "school_class"))
            continue
        task.balance.taken += 1
        side = group or part or school_class[1]
        for name in names:
            yield day, number, school_class[0], subject, side, name, *topic, homework, when, given, 0
