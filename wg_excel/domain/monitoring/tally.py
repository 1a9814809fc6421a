"""Bring lesson lists, the log and reports together into the counts of each teacher × class × subject."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.imported.facts import Appearance, Facts, Lesson, day_key, key_day
from wg_excel.domain.monitoring.appearances import appeared_by_key, count_appeared, still_there
from wg_excel.domain.monitoring.counts import NOTHING, Counts, total
from wg_excel.domain.monitoring.entry_counts import What, count_list, count_log, log_by_key
from wg_excel.domain.monitoring.lesson_counts import (
    Key,
    Slot,
    Span,
    Unfilled,
    by_slot,
    count_briefings,
    count_filled,
    count_lessons,
    last_of_terms,
    lessons_by_key,
    unfilled_lessons,
)
from wg_excel.domain.monitoring.report_counts import Report, count_reports, standing
from wg_excel.domain.periods import Period, school_year
from wg_excel.domain.school_classes import is_first_grade


@dataclass(frozen=True)
class Tally:
    """What the imports know of a period: lessons by slot, log and reports by teacher × class × subject.

    `lists` reach from the beginning of the school year to the day of judging, so that the last lesson of a term is
    found; `inside` are the days that count; `timed` are the imports that tell when something was entered.
    """

    lists: Mapping[Key, list[Lesson]]
    log: Mapping[Key, Mapping[What, list[int]]]
    reports: Mapping[Key, list[Report]]
    inside: Span
    today: int
    ended: tuple[Span, ...]
    timed: frozenset[int]
    limit: Callable[[int, int], int]
    appeared: Mapping[Key, list[Appearance]]
    briefed: Callable[[str], bool]

    def keys(self) -> set[Key]:
        """Return every teacher × class × subject that some import names."""
        return {*self.lists, *self.log, *self.reports}

    def counts(self, key: Key) -> Counts:
        """Return the counts of one teacher × class × subject."""
        slots = by_slot(self.lists.get(key, ()))
        first, last = self.inside
        inside = {slot: lesson for slot, lesson in slots.items() if first <= slot[0] <= last}
        return total(
            (
                self._lessons(key, slots, inside),
                self._entries(key, inside),
                self._reports(key, inside),
                count_appeared(self._between(key, inside)),
                count_briefings(slots, self.inside) if slots and self.briefed(key[2]) else NOTHING,
            )
        )

    @cached_property
    def compared(self) -> tuple[tuple[int, int], ...]:
        """Return the pairs of days whose lists of lessons were compared, where an entry counts by it."""
        return tuple(sorted({(each.after, each.by) for each in chain.from_iterable(self._all_between())}))

    def unfilled(self, key: Key) -> Iterator[Unfilled]:
        """Yield the lessons of one teacher × class × subject that should be filled by now and are not."""
        slots, (first, last) = by_slot(self.lists.get(key, ())), self.inside
        inside = {slot: lesson for slot, lesson in slots.items() if first <= slot[0] <= last}
        spared = last_of_terms(slots, self.ended)
        return unfilled_lessons(inside, spared, self.today, has_homework=not is_first_grade(key[1]))

    def weeks(self, key: Key) -> dict[int, tuple[int, int]]:
        """Return for each week, by its Monday, how many topics and homeworks stand and how many should."""
        slots, (first, last) = by_slot(self.lists.get(key, ())), self.inside
        inside = {slot: lesson for slot, lesson in slots.items() if first <= slot[0] <= last}
        return count_filled(inside, last_of_terms(slots, self.ended), monday, has_homework=not is_first_grade(key[1]))

    def _all_between(self) -> Iterator[list[Appearance]]:
        first, last = self.inside
        for key in self.appeared:
            slots = by_slot(self.lists.get(key, ()))
            yield self._between(key, {slot: each for slot, each in slots.items() if first <= slot[0] <= last})

    def _between(self, key: Key, inside: Mapping[Slot, Lesson]) -> list[Appearance]:
        found = self.appeared.get(key)
        return still_there(found, inside.values()) if found else []

    def _lessons(self, key: Key, slots: Mapping[Slot, Lesson], inside: Mapping[Slot, Lesson]) -> Counts:
        if not inside:
            return Counts()
        spared = last_of_terms(slots, self.ended)
        return count_lessons(inside, spared, self.today, has_homework=not is_first_grade(key[1]))

    def _entries(self, key: Key, inside: Mapping[Slot, Lesson]) -> Counts:
        log = self.log.get(key)
        if not log and not any(lesson.source in self.timed for lesson in inside.values()):
            return Counts()
        parts = [count_list(inside.values())]
        if log:
            parts.append(count_log(log, inside.values(), self.limit))
        entries, in_time = map(sum, zip(*parts, strict=True))
        return Counts(entries=entries, entries_in_time=in_time)

    def _reports(self, key: Key, inside: Mapping[Slot, Lesson]) -> Counts:
        reports = self.reports.get(key)
        return count_reports(reports, {day for day, _ in inside}) if reports else Counts()


def tally(
    facts: Facts,
    names: Mapping[str, str],
    reports: Iterable[Report],
    calendar: SchoolCalendar,
    period: Period,
    today: dt.date,
    briefed: Callable[[str], bool] = lambda _: False,
) -> Tally:
    """Sort the facts for counting; `names` gives the matched teachers, `reports` those inside the period.

    `briefed` tells of a subject whether its first lessons begin with a safety briefing.
    """
    inside = (day_key(period.first), day_key(min(period.last, today)))
    year = (day_key(school_year(period.first).first), day_key(today))
    return Tally(
        lessons_by_key(facts.lessons, names, year),
        log_by_key(facts.entries, names, inside),
        standing(reports),
        inside,
        day_key(today),
        _ended(calendar, period, today),
        frozenset(lesson.source for lesson in facts.lessons if lesson.topic_day or lesson.homework_day),
        _limits(calendar),
        appeared_by_key(facts.appeared, names, inside),
        briefed,
    )


@cache
def monday(day: int) -> int:
    """Return the Monday of a day's week, both as numbers."""
    date = key_day(day)
    return day_key(date - dt.timedelta(days=date.weekday()))


def _ended(calendar: SchoolCalendar, period: Period, today: dt.date) -> tuple[Span, ...]:
    """Return the terms of the period's school years that were over before today."""
    years = range(school_year(period.first).first.year, school_year(period.last).first.year + 1)
    terms = (term for year in years for term in calendar.terms_of(dt.date(year, 9, 1)))
    return tuple((day_key(term.first), day_key(term.last)) for term in terms if term.last < today)


def _limits(calendar: SchoolCalendar) -> Callable[[int, int], int]:
    @cache
    def limit(day: int, working_days: int) -> int:
        return day_key(calendar.after(key_day(day), working_days))

    return limit
