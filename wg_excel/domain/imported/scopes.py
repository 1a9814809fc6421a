"""What an import speaks for: its period, kinds of facts, classes, subjects and teachers."""

from dataclasses import dataclass

from wg_excel.domain.imported.facts import Facts
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
    def kinds(self) -> set[str]:
        """Return the kinds of facts that the import brought."""
        return {kind for kind, _, _ in self.parts}

    @property
    def classes(self) -> set[str]:
        """Return the classes that the import names."""
        return {school_class for _, school_class, _ in self.parts if school_class}

    def classes_beyond(self, other: "Scope") -> list[str]:
        """Return the classes that this import has and the other has not, in their order."""
        return sorted(self.classes - other.classes, key=class_order)


def scope_of(source: int, facts: Facts, stated: Span | None = None) -> Scope:
    """Return the scope of one import; `stated` is the period that the export names.

    A fact outside the stated period widens it: the line above a table may be wrong. There must be a fact.
    """
    days = {
        *{lesson.day for lesson in facts.lessons},
        *{entry.day for entry in facts.entries},
        *{day for figure in facts.figures for day in (figure.first, figure.last)},
        *(stated or ()),
    }
    parts = {
        *{("lessons", lesson.school_class, lesson.subject) for lesson in facts.lessons},
        *{("changes", entry.school_class, entry.subject) for entry in facts.entries},
        *{(figure.kind, figure.school_class, figure.subject) for figure in facts.figures},
    }
    teachers = {
        *{lesson.teacher for lesson in facts.lessons},
        *{entry.teacher for entry in facts.entries},
        *{figure.teacher for figure in facts.figures},
    }
    return Scope(source, (min(days), max(days)), frozenset(parts), frozenset(teachers))
