"""What an import does to the facts that stand in the workbook: adds, replaces or changes nothing.

Each lesson counts once, whatever exports name it; the later export wins (2-eljur-exports 2.2, traps).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from wg_excel.domain.fact_sets import is_within, joined, of_sources, size, sources, stamped, without
from wg_excel.domain.facts import Entry, Export, Facts, Figure, Lesson, day_key
from wg_excel.domain.imports import Import
from wg_excel.domain.merge_message import Moved, loaded, nothing_to_count, unchanged
from wg_excel.domain.scopes import Scope, Span, scopes

Fact = TypeVar("Fact", Entry, Figure)
# The first fields of a fact say what it is about, the rest what is known of it; the figures of a report go together.
ENTRY_KEY, FIGURE_KEY = 6, 7


@dataclass(frozen=True)
class Merged:
    """The facts after an import, its number in the log and what moved, in Russian for the log and the user."""

    facts: Facts
    status: Literal["imported", "replaced", "unchanged"]
    number: int
    message: str


def merge(stored: Facts, export: Export, imports: Sequence[Import]) -> Merged:
    """Add an export to the facts; `imports` is the log so far.

    The same bytes again change nothing. An export that covers an earlier one (period, kinds, classes, subjects,
    teachers) takes its place, with the status `replaced` when the period is the same. Any other adds.
    """
    if twin := _standing_twin(stored, export, imports):
        return Merged(stored, "unchanged", twin, unchanged(twin))
    number = 1 + max((0, *sources(stored), *map(_number, imports)))
    new = stamped(export.facts, number)
    if not size(new):
        return Merged(stored, "imported", number, nothing_to_count())
    if not size(stored):
        return Merged(new, "imported", number, loaded(new))
    scope, met = _met(stored, new, _spans(export, number, imports))
    covered = tuple(other for other in met if scope.covers(other))
    partly = tuple(other for other in met if not scope.covers(other))
    kept = without(stored, {other.source for other in covered})
    rest = _not_in(new, kept) if partly else kept
    gone = of_sources(stored, {other.source for other in covered})
    moved = Moved(new, gone, scope, covered, partly, size(kept) - size(rest))
    is_same = any(other.span == scope.span for other in covered)
    return Merged(joined(rest, new), "replaced" if is_same else "imported", number, str(moved))


def _standing_twin(stored: Facts, export: Export, imports: Iterable[Import]) -> int:
    """Return the number of an import of the same bytes that still stands, else 0.

    Sheets of one file have the same bytes, so what was read is compared too.
    """
    for line in imports:
        if line.sha256 == export.sha256:
            number = _number(line)
            before, now = of_sources(stored, {number}), stamped(export.facts, number)
            stands = is_within(before, now) if size(before) else not size(now) and line.rows == export.rows
            if stands:
                return number
    return 0


def _number(line: Import) -> int:
    return int(line.number) if line.number.isdigit() else 0


def _spans(export: Export, number: int, imports: Iterable[Import]) -> dict[int, Span]:
    """Return the periods of the imports by number, where they are known."""
    periods = [*((_number(line), line.first, line.last) for line in imports), (number, export.first, export.last)]
    return {number: (day_key(first), day_key(last)) for number, first, last in periods if first and last}


def _met(stored: Facts, new: Facts, spans: Mapping[int, Span]) -> tuple[Scope, list[Scope]]:
    """Return what the new import speaks for and the earlier ones that speak for some of the same."""
    (scope,) = scopes(new, spans)
    return scope, [other for other in scopes(stored, spans) if other.meets(scope)]


def _not_in(new: Facts, stored: Facts) -> Facts:
    """Return the stored facts that the new ones do not tell anew."""
    return Facts(
        _other_lessons(new.lessons, stored.lessons),
        _others(new.entries, stored.entries, ENTRY_KEY),
        _others(new.figures, stored.figures, FIGURE_KEY),
    )


def _others(new: Iterable[Fact], stored: tuple[Fact, ...], key: int) -> tuple[Fact, ...]:
    told = {fact[:key] for fact in new}
    return tuple(fact for fact in stored if fact[:key] not in told) if told else stored


def _other_lessons(new: Sequence[Lesson], stored: tuple[Lesson, ...]) -> tuple[Lesson, ...]:
    """Return the stored lessons whose place in the timetable the new ones do not name.

    A place is day, number, class, subject and group. A lesson of a teacher who is not in the new export at all
    stays: a list made for one teacher does not speak for the other group's teacher.
    """
    places, teachers = {lesson[:5] for lesson in new}, {lesson.teacher for lesson in new}
    rest = tuple([lesson for lesson in stored if lesson[:5] not in places or lesson.teacher not in teachers])
    return _not_on_open_days(new, rest, teachers)


def _not_on_open_days(
    new: Iterable[Lesson], stored: tuple[Lesson, ...], teachers: Collection[str]
) -> tuple[Lesson, ...]:
    """Drop the stored lessons that stand anew without a number, or stood without one: there the day is the place."""
    days = {_day_place(lesson) for lesson in new if not lesson.number}
    open_days = days | {_day_place(lesson) for lesson in stored if not lesson.number}
    if not open_days:
        return stored
    days |= open_days & {_day_place(lesson) for lesson in new}
    return tuple(lesson for lesson in stored if _day_place(lesson) not in days or lesson.teacher not in teachers)


def _day_place(lesson: Lesson) -> tuple[int, str, str, str]:
    return lesson.day, lesson.school_class, lesson.subject, lesson.group
