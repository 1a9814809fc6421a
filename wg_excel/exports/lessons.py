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
from wg_excel.exports.phrases import fold
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
    days_read = day_reader(year_of(table.texts, said, task.calendar))
    columns, numbers = _Columns(task.vocabulary, days_read), _Numbers()
    days = [day_key(said.first), day_key(said.last)] if said else []
    for segment in reader.segments(table.grid, "day", columns.day.__getitem__, columns.plain_day.__getitem__):
        held = columns.held(segment, task)
        lessons = list(columns.lessons(held, table, task)) if held.rows else []
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
        not_held, no = (vocabulary.pattern("lessons", name) for name in ("not_held", "no"))
        self._not_held = Cache(
            lambda value: bool(not_held.match(told := fold(cells.text(value))) or no.fullmatch(told))
        )
        self._topics = TopicColumn(vocabulary)
        self._homework = Cache(homework_reader(vocabulary))

    def held(self, segment: Segment, task: Task) -> Segment:
        """Return a segment without the lessons whose status says that they were not held; those are rejected."""
        if (place := segment.columns.get("status", -1)) < 0:
            return segment
        kept = [pair for pair in zip(segment.numbers, segment.rows, strict=True) if not self._not_held[pair[1][place]]]
        numbers = {number for number, _ in kept}
        for number in segment.numbers:
            if number not in numbers:
                task.balance.reject(number, "урок отменён или не проведён")
        return segment._replace(numbers=[number for number, _ in kept], rows=[row for _, row in kept])

    def lessons(self, segment: Segment, table: Table, task: Task) -> Iterable[FactRow]:
        """Give the lessons of a segment; rows without a class or a subject are rejected."""
        block = _Block(segment)
        classes, subjects = block.read("school_class", self._class), block.read("subject", self._subject)
        teachers = self._teachers(block)
        rows = zip(
            block.read("day", self.day),
            block.read("number", self._number),
            classes,
            subjects,
            block.read("group", self._group),
            teachers,
            self._topics.read(block.cells("topic")),
            self._homeworks(block.cells("homework")),
            self._entered(block, "topic_entered"),
            self._entered(block, "homework_entered"),
            strict=True,
        )
        if None in classes or not all(subject for subject, _ in subjects):
            return _careful(segment.numbers, rows, table, task)
        task.balance.taken += len(teachers)
        if nobody := sum(names == NOBODY for names in teachers):
            task.balance.unclear("Уроков без имени учителя, они не отнесены ни к кому", nobody)
        return [
            (day, number, name, subject, group or part or side, teacher, topic, work, homework, when, given, 0)
            for day, number, (name, side), (subject, part), group, names, (topic, work), homework, when, given in rows
            for teacher in names
        ]

    def _teachers(self, block: "_Block") -> Sequence[tuple[str, ...]]:
        """Return who held each lesson: whoever stood in, else the teacher."""
        named = block.read("teacher", self._teacher)
        held = block.read("substitute", self._substitute) if block.has("substitute") else ()
        return [stood_in or names for stood_in, names in zip(held, named, strict=True)] if held else named

    # The next two answer the plain cases in place: half a million calls and cache entries would cost a second.

    def _homeworks(self, column: Sequence[Value]) -> list[int]:
        digit, given, closer = _DIGIT, int(Homework.GIVEN), self._homework
        return [given if isinstance(cell, str) and digit(cell) else closer[cell] for cell in column]

    def _entered(self, block: "_Block", role: str) -> Sequence[int]:
        days, place = self.day, role if block.has(role) else "entered"
        if not block.has(place):
            return (0,) * block.many
        return [
            cell.year * 10000 + cell.month * 100 + cell.day if isinstance(cell, dt.date) else days[cell]
            for cell in block.cells(place)
        ]


class _Block:
    """The rows of a segment column by column; a column that the table has not is told by its lines."""

    def __init__(self, segment: Segment) -> None:
        self._columns, self._lines = segment.columns, segment.lines
        self._block = list(zip(*segment.rows, strict=False))
        self.many = len(segment.rows)

    def has(self, role: str) -> bool:
        return role in self._columns

    def cells(self, role: str) -> Sequence[Value]:
        return self._block[self._columns[role]] if role in self._columns else ("",) * self.many

    def read(self, role: str, cache: Cache[Any]) -> Sequence[Any]:
        if role in self._columns:
            return list(map(cache.__getitem__, self._block[self._columns[role]]))
        return [cache[self._lines.get(role)]] * self.many


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
