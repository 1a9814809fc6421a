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
    Briefed,
    Key,
    Slot,
    Span,
    by_slot,
    count_briefings,
    count_filled,
    count_lessons,
    first_days,
    last_of_terms,
    lessons_by_key,
)
from wg_excel.domain.monitoring.overdue import Unfilled, tells_of_marks, unfilled_lessons, unmarked_by_key
from wg_excel.domain.monitoring.report_counts import Report, count_reports, standing
from wg_excel.domain.monitoring.rounding import border_of
from wg_excel.domain.periods import Period, school_year
from wg_excel.domain.school_classes import is_first_grade
from wg_excel.domain.settings import NO, Settings

NO_SLOTS: frozenset[Slot] = frozenset()


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
    limit: Callable[[int, bool], int]
    appeared: Mapping[Key, list[Appearance]]
    settings: Settings

    def keys(self) -> set[Key]:
        """Return every teacher × class × subject that some import names."""
        return {*self.lists, *self.log, *self.reports}

    def counts(self, key: Key) -> Counts:
        """Return the counts of one teacher × class × subject."""
        slots = by_slot(self.lists.get(key, ()))
        inside = self._inside(slots)
        return total(
            (
                self._lessons(key, slots, inside),
                self._entries(key, inside),
                self._reports(key, inside),
                count_appeared(self._between(key, inside)),
                self._briefings(key, slots),
            )
        )

    @cached_property
    def border(self) -> int:
        """Return the school's border of rounding in hundredths."""
        return border_of(self.settings.finals_border)

    @cached_property
    def compared(self) -> tuple[tuple[int, int], ...]:
        """Return the pairs of days whose lists of lessons were compared, where an entry counts by it."""
        return tuple(sorted({(each.after, each.by) for each in chain.from_iterable(self._all_between())}))

    def unfilled(self, key: Key) -> Iterator[Unfilled]:
        """Yield the lessons of one teacher × class × subject that should be filled by now and are not."""
        slots = by_slot(self.lists.get(key, ()))
        spared, unmarked = last_of_terms(slots, self.ended), self.unmarked.get(key, NO_SLOTS)
        has_homework = not is_first_grade(key[1])
        return unfilled_lessons(self._inside(slots), spared, unmarked, self.today, has_homework=has_homework)

    def weeks(self, key: Key) -> dict[int, tuple[int, int]]:
        """Return for each week, by its Monday, how many topics and homeworks stand and how many should."""
        slots = by_slot(self.lists.get(key, ()))
        spared, has_homework = last_of_terms(slots, self.ended), not is_first_grade(key[1])
        return count_filled(self._inside(slots), spared, monday, has_homework=has_homework)

    @cached_property
    def unmarked(self) -> dict[Key, set[Slot]]:
        """Return the lessons without marks past their term, where the school wants a mark at each lesson."""
        if self.settings.every_lesson_marked == NO:
            return {}
        return unmarked_by_key(self.lists, self.reports, lambda day, control: self.limit(day, control) < self.today)

    @cached_property
    def first_days(self) -> dict[Briefed, int]:
        """Return when each class, and each group of it, began a subject that needs a safety briefing."""
        needed = (lessons for key, lessons in self.lists.items() if self.settings.needs_briefing(key[2]))
        return first_days(chain.from_iterable(needed))

    def _inside(self, slots: Mapping[Slot, Lesson]) -> dict[Slot, Lesson]:
        first, last = self.inside
        return {slot: lesson for slot, lesson in slots.items() if first <= slot[0] <= last}

    def _all_between(self) -> Iterator[list[Appearance]]:
        for key in self.appeared:
            yield self._between(key, self._inside(by_slot(self.lists.get(key, ()))))

    def _between(self, key: Key, inside: Mapping[Slot, Lesson]) -> list[Appearance]:
        found = self.appeared.get(key)
        return still_there(found, inside.values()) if found else []

    def _lessons(self, key: Key, slots: Mapping[Slot, Lesson], inside: Mapping[Slot, Lesson]) -> Counts:
        unmarked = self.unmarked.get(key, NO_SLOTS)
        if not inside:
            return self._pages_alone(key, len(unmarked))
        spared = last_of_terms(slots, self.ended)
        return count_lessons(inside, spared, unmarked, self.today, has_homework=not is_first_grade(key[1]))

    def _pages_alone(self, key: Key, overdue: int) -> Counts:
        """Count what pages tell of overdue lessons where no list of lessons does."""
        pages = [page for page in self.reports.get(key, ()) if tells_of_marks(page)]
        if not pages or self.settings.every_lesson_marked == NO:
            return NOTHING
        return Counts(overdue=overdue, lessons_judged=sum(page.values["lessons"] for page in pages))

    def _briefings(self, key: Key, slots: Mapping[Slot, Lesson]) -> Counts:
        if not slots or not self.settings.needs_briefing(key[2]):
            return NOTHING
        groups = {lesson.group for lesson in slots.values()}
        firsts = {day for place, day in self.first_days.items() if place[:2] == key[1:] and place[2] in groups}
        return count_briefings(slots, self.inside, firsts)

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
        return count_reports(reports, {day for day, _ in inside}, self.border) if reports else Counts()


def tally(
    facts: Facts,
    names: Mapping[str, str],
    reports: Iterable[Report],
    calendar: SchoolCalendar,
    period: Period,
    today: dt.date,
    settings: Settings | None = None,
) -> Tally:
    """Sort the facts for counting; `names` gives the matched teachers, `reports` those inside the period."""
    settings = settings or Settings()
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
        _limits(calendar, settings),
        appeared_by_key(facts.appeared, names, inside),
        settings,
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


def _limits(calendar: SchoolCalendar, settings: Settings) -> Callable[[int, bool], int]:
    """Return what gives the last day in time of the marks of a day, and of a control work."""

    @cache
    def limit(day: int, is_control: bool) -> int:  # noqa: FBT001 - one of two terms
        return day_key(calendar.after(key_day(day), settings.control_days if is_control else settings.mark_days))

    return limit
