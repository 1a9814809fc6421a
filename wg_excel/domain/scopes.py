"""What an import speaks for: its period, kinds of facts, classes, subjects and teachers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wg_excel.domain.facts import Facts
from wg_excel.domain.school_classes import class_order

# Days as numbers, both counted.
Span = tuple[int, int]
# Kind of facts, class, subject.
Part = tuple[str, str, str]


@dataclass(frozen=True)
class Scope:
    """What one import (`source`) speaks for."""

    source: int
    span: Span
    parts: frozenset[Part]
    teachers: frozenset[str]

    def covers(self, other: "Scope") -> bool:
        """Tell whether the other import has nothing that this one leaves out.

        A teacher may be missing here, replaced by another, but at least half must be the same: two lists
        of one class made for two teachers cover different lessons.
        """
        within = self.span[0] <= other.span[0] and other.span[1] <= self.span[1]
        shared = len(self.teachers & other.teachers)
        return within and other.parts <= self.parts and shared * 2 >= len(other.teachers)

    def meets(self, other: "Scope") -> bool:
        """Tell whether both speak for some class and subject on some day."""
        touch = self.span[0] <= other.span[1] and other.span[0] <= self.span[1]
        return touch and not self.parts.isdisjoint(other.parts)

    @property
    def classes(self) -> set[str]:
        """Return the classes that the import names."""
        return {school_class for _, school_class, _ in self.parts if school_class}

    def classes_beyond(self, other: "Scope") -> list[str]:
        """Return the classes that this import has and the other has not, in their order."""
        return sorted(self.classes - other.classes, key=class_order)


def scopes(facts: Facts, spans: Mapping[int, Span]) -> list[Scope]:
    """Return the scopes of all imports in the facts; `spans` are the periods that the exports state, by import.

    A fact outside the stated period widens it: the line above a table may be wrong.
    """
    parts: defaultdict[int, set[Part]] = defaultdict(set)
    teachers: defaultdict[int, set[str]] = defaultdict(set)
    days: defaultdict[int, set[int]] = defaultdict(set)
    for source, kind, school_class, subject in _parts(facts):
        parts[source].add((kind, school_class, subject))
    for source, teacher in _teachers(facts):
        teachers[source].add(teacher)
    for source, day in _days(facts):
        days[source].add(day)
    return [
        Scope(source, _span(days[source], spans.get(source)), frozenset(parts[source]), frozenset(teachers[source]))
        for source in sorted(parts)
    ]


def _parts(facts: Facts) -> set[tuple[int, str, str, str]]:
    return {
        *{(lesson.source, "lessons", lesson.school_class, lesson.subject) for lesson in facts.lessons},
        *{(entry.source, "changes", entry.school_class, entry.subject) for entry in facts.entries},
        *{(figure.source, figure.kind, figure.school_class, figure.subject) for figure in facts.figures},
    }


def _teachers(facts: Facts) -> Iterator[tuple[int, str]]:
    yield from {(lesson.source, lesson.teacher) for lesson in facts.lessons}
    yield from {(entry.source, entry.teacher) for entry in facts.entries}
    yield from {(figure.source, figure.teacher) for figure in facts.figures}


def _days(facts: Facts) -> Iterator[tuple[int, int]]:
    yield from {(lesson.source, lesson.day) for lesson in facts.lessons}
    yield from {(entry.source, entry.day) for entry in facts.entries}
    for figure in facts.figures:
        yield from ((figure.source, figure.first), (figure.source, figure.last))


def _span(days: Iterable[int], stated: Span | None) -> Span:
    known = {*days, *(stated or ())}
    return min(known), max(known)
