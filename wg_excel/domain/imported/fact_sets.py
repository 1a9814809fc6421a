"""Facts by import: apart by their import, together again, stamped with its number."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from typing import TypeVar

from wg_excel.domain.imported.facts import Entry, Facts, Figure, Lesson

Fact = TypeVar("Fact", Lesson, Entry, Figure)


def size(facts: Facts) -> int:
    """Count all facts."""
    return len(facts.lessons) + len(facts.entries) + len(facts.figures)


def by_source(facts: Facts) -> dict[int, Facts]:
    """Return the facts of each import by its number, the oldest import first."""
    lessons, entries, figures = _apart(facts.lessons), _apart(facts.entries), _apart(facts.figures)
    return {
        source: Facts(tuple(lessons.get(source, ())), tuple(entries.get(source, ())), tuple(figures.get(source, ())))
        for source in sorted({*lessons, *entries, *figures})
    }


def joined(parts: Iterable[Facts]) -> Facts:
    """Return all facts of the parts in their order."""
    every = tuple(parts)
    return Facts(
        tuple(chain.from_iterable(part.lessons for part in every)),
        tuple(chain.from_iterable(part.entries for part in every)),
        tuple(chain.from_iterable(part.figures for part in every)),
    )


def is_within(part: Facts, whole: Facts) -> bool:
    """Tell whether the whole has every fact of the part."""
    return (
        set(part.lessons) <= set(whole.lessons)
        and set(part.entries) <= set(whole.entries)
        and set(part.figures) <= set(whole.figures)
    )


def stamped(facts: Facts, source: int) -> Facts:
    """Return the facts with the number of their import."""
    return Facts(
        _stamp(Lesson, facts.lessons, source),
        _stamp(Entry, facts.entries, source),
        _stamp(Figure, facts.figures, source),
    )


def _apart(facts: Iterable[Fact]) -> dict[int, list[Fact]]:
    found: defaultdict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[fact.source].append(fact)
    return found


def _stamp(kind: type[Fact], facts: Iterable[Fact], source: int) -> tuple[Fact, ...]:
    # A list of lessons may have half a million rows: no call by name for each of them.
    make, last = tuple.__new__, (source,)
    return tuple([make(kind, fact[:-1] + last) for fact in facts])
