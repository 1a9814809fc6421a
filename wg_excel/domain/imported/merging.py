"""What an import does to the facts that stand in the workbook: adds, replaces or changes nothing.

Each lesson counts once, whatever exports name it; the later export wins (2-eljur-exports 2.2, traps).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from wg_excel.domain.imported.fact_sets import by_source, is_within, joined, size, stamped
from wg_excel.domain.imported.facts import Entry, Export, Facts, Figure, Lesson, day_key
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.imported.merge_message import Moved, nothing_to_count, unchanged
from wg_excel.domain.imported.scopes import Scope, Span, scope_of
from wg_excel.domain.monitoring.appearances import appearances, united

Fact = TypeVar("Fact", Entry, Figure)
# The first fields of a fact say what it is about, the rest what is known of it; the figures of a report go together.
ENTRY_KEY, FIGURE_KEY = 6, 7


@dataclass(frozen=True)
class Outcome:
    """What became of an export: its number in the log and what moved, in Russian for the log and the user.

    `covers` are the numbers of the imports whose place it takes.
    """

    status: Literal["imported", "replaced", "unchanged"]
    number: int
    message: str
    covers: tuple[int, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True)
class Merged(Outcome):
    """What became of one export, and all facts after it."""

    facts: Facts


class FactStore:
    """The facts of a workbook by import; takes one export after another.

    An archive may bring hundreds of exports: each looks only at the earlier imports that speak for the same. `day`
    is the day of importing as a number, which counts as that of an export whose own is not known; 0 where neither is:
    then nothing is learnt from how lists differ.
    """

    def __init__(self, stored: Facts, imports: Sequence[Import], day: int = 0) -> None:
        self._day, self._appeared = day, stored.appeared
        self._days = {_number(line): day_key(line.data_day) for line in imports if line.data_day}
        self._facts = by_source(stored)
        self._spans = {_number(line): span for line in imports if (span := _span(line))}
        self._scopes = {source: self._scope(source, facts) for source, facts in self._facts.items()}
        self._known: list[tuple[str, int, int]] = [(line.sha256, line.rows or 0, _number(line)) for line in imports]
        self._last = max((0, *self._facts, *map(_number, imports)))
        self._latest = {kind: scope for scope in self._scopes.values() for kind in scope.kinds}

    @property
    def facts(self) -> Facts:
        """Return all facts that stand, those of the latest import last."""
        return replace(joined(self._facts.values()), appeared=self._appeared)

    def take(self, export: Export) -> Outcome:
        """Add an export.

        The same bytes again change nothing. An export that covers an earlier one (period, kinds, classes, subjects,
        teachers) takes its place, with the status `replaced` when the period is the same. Any other adds.
        """
        if twin := self._standing_twin(export):
            return Outcome("unchanged", twin, unchanged(twin))
        self._last = number = self._last + 1
        self._known.append((export.sha256, export.rows, number))
        new = stamped(export.facts, number)
        if not size(new):
            return Outcome("imported", number, nothing_to_count())
        if span := _span(export):
            self._spans[number] = span
        self._days[number] = day_key(export.made) if export.made else self._day
        scope = self._scope(number, new)
        moved = self._make_room(scope, new)
        self._facts[number], self._scopes[number] = new, scope
        is_same = any(other.span == scope.span for other in moved.covered)
        covers = tuple(other.source for other in moved.covered)
        return Outcome("replaced" if is_same else "imported", number, str(moved), covers=covers)

    def _standing_twin(self, export: Export) -> int:
        """Return the number of an import of the same bytes that still stands, else 0.

        Sheets of one file have the same bytes, so what was read is compared too.
        """
        for number in (number for sha256, _, number in self._known if sha256 == export.sha256):
            before = self._facts.get(number, Facts())
            if is_within(before, stamped(export.facts, number)) if size(before) else not size(export.facts):
                return number
        return 0

    def _make_room(self, scope: Scope, new: Facts) -> Moved:
        """Take out what the new import covers or tells anew."""
        met = [other for other in self._scopes.values() if other.meets(scope)]
        self._compare(new, met)
        covered = [other for other in met if scope.covers(other)]
        partly = [other for other in met if not scope.covers(other)]
        old = joined(self._facts[other.source] for other in covered)
        again = sum(self._keep(other.source, _not_in(new, self._facts[other.source])) for other in partly)
        for other in covered:
            self._keep(other.source, Facts())
        latest = filter(None, map(self._latest.get, scope.kinds))
        apart = sorted({other for other in latest if other not in met}, key=lambda other: other.source)
        newer = [other for other in covered if self._days.get(other.source, 0) > self._days[scope.source]]
        return Moved(new, old, scope, covered, partly, again, apart, newer if self._days[scope.source] else ())

    def _compare(self, new: Facts, met: Iterable[Scope]) -> None:
        """Remember which entries of a list of lessons the lists of earlier days did not have."""
        before = [(self._days.get(other.source, 0), self._facts[other.source].lessons) for other in met]
        if found := list(appearances(new.lessons, before, self._days[self._last])):
            self._appeared = united(self._appeared, found)

    def _keep(self, source: int, facts: Facts) -> int:
        """Leave only some facts of an import; return how many went."""
        gone = size(self._facts[source]) - size(facts)
        if size(facts):
            self._facts[source], self._scopes[source] = facts, self._scope(source, facts)
        else:
            del self._facts[source], self._scopes[source]
        return gone

    def _scope(self, source: int, facts: Facts) -> Scope:
        return scope_of(source, facts, self._spans.get(source))


def merge(stored: Facts, export: Export, imports: Sequence[Import]) -> Merged:
    """Add one export to the facts of a workbook; `imports` is its log. For several take a FactStore."""
    store = FactStore(stored, imports)
    done = store.take(export)
    facts = stored if done.status == "unchanged" else store.facts
    return Merged(done.status, done.number, done.message, facts, covers=done.covers)


def _number(line: Import) -> int:
    return int(line.number) if line.number.isdigit() else 0


def _span(stated: Import | Export) -> Span | None:
    return (day_key(stated.first), day_key(stated.last)) if stated.first and stated.last else None


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
