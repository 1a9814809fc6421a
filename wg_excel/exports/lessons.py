"""Lists of lessons (Темы и ДЗ): a row a lesson, column by column, each distinct value worked out once."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from wg_excel.domain.facts import Homework, Work
from wg_excel.domain.periods import Period
from wg_excel.exports import cells
from wg_excel.exports.cells import Cache, Value
from wg_excel.exports.kinds import Vocabulary
from wg_excel.exports.phrases import fold
from wg_excel.exports.shapes import FactRow, Table, Taken, Task
from wg_excel.exports.spans import key_date
from wg_excel.exports.tables import Segment, TableReader

SHORTEST_TOPIC = 3
_AGAIN = 100


def read(table: Table, task: Task) -> Taken:
    """Return the lessons of a list, one row a lesson and teacher."""
    reader = TableReader(task.vocabulary, table.kind, table.heading, table.lines, task.balance)
    columns = _Columns(task.vocabulary)
    lessons: list[FactRow] = []
    for segment in reader.segments(table.grid, "day", columns.day.__getitem__, sure=True):
        lessons += columns.lessons(segment, task)
    if "number" not in table.heading.columns:
        lessons = _numbered(lessons)
    return Taken(lessons=lessons, span=_span(table, task, lessons))


def _span(table: Table, task: Task, lessons: Sequence[FactRow]) -> Period | None:
    said = table.span(task.calendar)
    days = [int(lesson[0]) for lesson in lessons]
    if not days:
        return said
    first, last = key_date(min(days)), key_date(max(days))
    assert first is not None
    assert last is not None
    return Period(min(first, said.first), max(last, said.last)) if said else Period(first, last)


def _numbered(lessons: Sequence[FactRow]) -> list[FactRow]:
    """Tell two lessons of a day apart where the list has no lesson numbers: the second gets 101, the third 102."""
    met: Counter[FactRow] = Counter()
    numbered = []
    for lesson in lessons:
        key = (lesson[0], *lesson[2:6])
        times = met[key]
        met[key] += 1
        numbered.append((lesson[0], _AGAIN + times if times else 0, *lesson[2:]))
    return numbered


class _Columns:
    """The columns of a list of lessons, each with a cache of its distinct values."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.day = Cache(cells.day)
        self._number = Cache(cells.lesson_number)
        self._class = Cache(cells.school_class)
        self._subject = Cache(cells.subject)
        self._group = Cache(cells.text)
        self._teacher = Cache(cells.people)
        self._topic = Cache(topic_reader(vocabulary))
        self._homework = Cache(homework_reader(vocabulary))

    def lessons(self, segment: Segment, task: Task) -> Iterator[FactRow]:
        """Give the lessons of a segment; rows without a class or a subject are rejected."""
        columns = segment.columns
        block = list(zip(*segment.rows, strict=False))
        blank = ("",) * len(segment.rows)

        def values(role: str, cache: Cache[Any], line: str = "") -> Sequence[Any]:
            if role in columns:
                return list(map(cache.__getitem__, block[columns[role]]))
            return [cache[segment.lines.get(line)]] * len(blank) if line else [cache[""]] * len(blank)

        entered = values("entered", self.day)
        for number, day, lesson, school_class, subject, group, teachers, topic, homework, when, given in zip(
            segment.numbers,
            values("day", self.day),
            values("number", self._number),
            values("school_class", self._class, "school_class"),
            values("subject", self._subject, "subject"),
            values("group", self._group, "group"),
            values("teacher", self._teacher, "teacher"),
            values("topic", self._topic),
            values("homework", self._homework),
            values("topic_entered", self.day) if "topic_entered" in columns else entered,
            values("homework_entered", self.day) if "homework_entered" in columns else entered,
            strict=True,
        ):
            if school_class is None or not subject[0]:
                task.balance.reject(number, "не указан предмет" if school_class else "не указан или не понят класс")
                continue
            task.balance.taken += 1
            part = group or subject[1] or school_class[1]
            for teacher in teachers:
                yield (
                    day, lesson, school_class[0], subject[0], part, teacher, topic[0], topic[1], homework, when, given, 0,
                )  # fmt: skip


def topic_reader(vocabulary: Vocabulary) -> Callable[[Value], tuple[int, int]]:
    """Return what tells of a topic's cell: 1 with a topic, and the kind of lesson that it names (Work)."""
    control = vocabulary.pattern("work", "control")
    other = vocabulary.pattern("work", "no_homework")
    only_alike = vocabulary.pattern("work", "except")
    whether = _quick(vocabulary)

    def read_topic(value: Value) -> tuple[int, int]:
        written = value.strip() if isinstance(value, str) else cells.text(value)
        if len(written) < SHORTEST_TOPIC:
            return 0, int(Work.ORDINARY)
        if not whether(written.lower()):
            return 1, int(Work.ORDINARY)
        folded = only_alike.sub(" ", fold(written))
        if control.search(folded):
            return 1, int(Work.CONTROL)
        return 1, int(Work.NO_HOMEWORK if other.search(folded) else Work.ORDINARY)

    return read_topic


def _quick(vocabulary: Vocabulary) -> Callable[[str], bool]:
    """Return what rules out most topics at once: none of the words' beginnings stands in them."""
    import re

    phrases = (*vocabulary.raw["work"]["control"], *vocabulary.raw["work"]["no_homework"])
    stems = {re.split(r"[\[* ]", phrase)[0] for phrase in phrases}
    alike = {stem[:4].replace("е", "[её]").replace("о", "[oо]").replace("а", "[aа]").replace("с", "[cс]") for stem in stems}
    search = re.compile("|".join(sorted(alike))).search
    return lambda written: search(written) is not None


def homework_reader(vocabulary: Vocabulary) -> Callable[[Value], int]:
    """Return what tells the state of a homework cell (Homework)."""
    empty = vocabulary.symbols("homework", "empty")
    not_set = vocabulary.pattern("homework", "not_set")

    def read_homework(value: Value) -> int:
        folded = fold(value) if isinstance(value, str) else cells.text(value)
        if folded in empty or not folded.strip(" -–—−/._"):
            return int(Homework.NONE)
        if len(folded) <= 30 and (found := not_set.match(folded)) and not folded[found.end() :].strip(" .!-–—"):
            return int(Homework.NOT_SET)
        return int(Homework.GIVEN)

    return read_homework
