"""The log of changes («Доступ к журналу»): what was entered for which lesson, when and how many times."""

import re
from collections import Counter
from collections.abc import Iterator

from wg_excel.exports import cells
from wg_excel.exports.cells import Cache, Value
from wg_excel.exports.kinds import Vocabulary
from wg_excel.exports.parts import FactRow
from wg_excel.exports.phrases import fold
from wg_excel.exports.shapes import Table, Taken, Task
from wg_excel.exports.spans import span_of_days
from wg_excel.exports.tables import TableReader

CHANGED = "changed"


def read(table: Table, task: Task) -> Iterator[Taken]:
    """Give the entries of a log, equal ones counted together; a change of what stood there is no entry."""
    reader = TableReader(task.vocabulary, table.kind, table.heading, table.lines, task.balance)
    days, people, actions = Cache(cells.day), Cache(cells.people), Cache(Actions(task.vocabulary).read)
    classes, subjects = Cache(cells.school_class), Cache(cells.subject)
    met: Counter[FactRow] = Counter()
    span_days: set[int] = set()
    for segment in reader.segments(table.grid, "lesson_day", days.__getitem__, days.__getitem__):
        at = segment.columns
        for number, row in zip(segment.numbers, segment.rows, strict=True):
            what, entered = actions[row[at["action"]]], days[row[at["when"]]]
            school_class = classes[
                row[at["school_class"]] if "school_class" in at else segment.lines.get("school_class")
            ]
            subject, _group = subjects[row[at["subject"]] if "subject" in at else segment.lines.get("subject")]
            day = days[row[at["lesson_day"]]]
            if reason := _lack(table, what, entered, school_class, subject):
                task.balance.reject(number, reason)
                continue
            task.balance.taken += 1
            span_days.add(entered)
            if what != CHANGED and school_class:
                for teacher in people[row[at["user"]]]:
                    met[day, school_class[0], subject, teacher, what, entered] += 1
    yield Taken(
        entries=[(*key, times, 0) for key, times in met.items()],
        span=table.span(task.calendar) or span_of_days(span_days),
    )


def _lack(table: Table, what: str, entered: int, school_class: tuple[str, str] | None, subject: str) -> str:
    if not what:
        return "действие не понято"
    if not entered:
        return "дата и время действия не поняты"
    if school_class is None:
        return table.lacks("school_class")
    return "" if subject else table.lacks("subject")


class Actions:
    """Tells what an action enters, by the words of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._patterns: dict[str, re.Pattern[str]] = {
            name: vocabulary.pattern("actions", name) for name in (CHANGED, "homework", "topic", "mark", "absence")
        }

    def read(self, value: Value) -> str:
        """Return `changed`, `homework`, `topic`, `mark`, `absence`, or "" for an unknown action."""
        written = fold(cells.text(value))
        return next((name for name, found in self._patterns.items() if found.search(written)), "")
