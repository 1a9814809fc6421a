"""Facts by import: which imports they come from, the facts of some, the facts without some."""

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from wg_excel.domain.facts import Entry, Facts, Figure, Lesson

Fact = TypeVar("Fact", Lesson, Entry, Figure)


def size(facts: Facts) -> int:
    """Count all facts."""
    return len(facts.lessons) + len(facts.entries) + len(facts.figures)


def sources(facts: Facts) -> set[int]:
    """Return the numbers of the imports that the facts come from."""
    return {fact.source for facts_of_kind in _kinds(facts) for fact in facts_of_kind}


def of_sources(facts: Facts, wanted: Collection[int]) -> Facts:
    """Return the facts of some imports."""
    return _filtered(facts, lambda source: source in wanted) if wanted else Facts()


def without(facts: Facts, unwanted: Collection[int]) -> Facts:
    """Return the facts but those of some imports."""
    return _filtered(facts, lambda source: source not in unwanted) if unwanted else facts


def is_within(part: Facts, whole: Facts) -> bool:
    """Tell whether the whole has every fact of the part."""
    return all(set(some) <= set(every) for some, every in zip(_kinds(part), _kinds(whole), strict=True))


def stamped(facts: Facts, source: int) -> Facts:
    """Return the facts with the number of their import."""
    return Facts(
        _stamp(Lesson, facts.lessons, source),
        _stamp(Entry, facts.entries, source),
        _stamp(Figure, facts.figures, source),
    )


def joined(one: Facts, other: Facts) -> Facts:
    """Return the facts of both, those of the second last."""
    return Facts(one.lessons + other.lessons, one.entries + other.entries, one.figures + other.figures)


def _filtered(facts: Facts, keeps: Callable[[int], bool]) -> Facts:
    kept = frozenset(filter(keeps, sources(facts)))
    return Facts(
        tuple([lesson for lesson in facts.lessons if lesson.source in kept]),
        tuple([entry for entry in facts.entries if entry.source in kept]),
        tuple([figure for figure in facts.figures if figure.source in kept]),
    )


def _stamp(kind: type[Fact], facts: Iterable[Fact], source: int) -> tuple[Fact, ...]:
    # A list of lessons may have half a million rows: no call by name for each of them.
    make, last = tuple.__new__, (source,)
    return tuple([make(kind, fact[:-1] + last) for fact in facts])


def _kinds(facts: Facts) -> tuple[tuple[Lesson, ...], tuple[Entry, ...], tuple[Figure, ...]]:
    return facts.lessons, facts.entries, facts.figures
