"""Lessons already held that still lack their topic, homework or marks past the term for it (2-eljur-exports 2.4).

Lists of lessons tell of topics and homework, pages of the journal of marks; a lesson that lacks several counts once.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from wg_excel.domain.imported.facts import EXEMPT, UNMARKED, Lesson, Work, unmarked_of
from wg_excel.domain.monitoring.lesson_counts import Key, Slot, Span, by_slot
from wg_excel.domain.monitoring.report_counts import PAGE, Report
from wg_excel.domain.school_classes import is_first_grade

UNLISTED = 1000  # so much is added to the place of a lesson that the list does not have, for each page of its own
# A class and its subject, whoever teaches it.
Journal = tuple[str, str]
# Tells of a day and of a control work whether the term for its marks is over.
IsLate = Callable[[int, bool], bool]


class Unfilled(NamedTuple):
    """A lesson already held that lacks its topic, its homework or its marks; `number` as in the list, else a place."""

    day: int
    number: int
    no_topic: bool
    no_homework: bool
    no_marks: bool


class Held(NamedTuple):
    """A lesson that was held: by whom with which class in which subject, its place, its group."""

    key: Key
    slot: Slot
    group: str = ""
    is_control: bool = False


def tells_of_marks(report: Report) -> bool:
    """Tell a page that names its lessons without marks; one imported by an earlier version only counts them."""
    if report.kind != PAGE or is_first_grade(report.key[1]):
        return False
    named = sum(name.startswith(UNMARKED) for name in report.values)
    return report.values.get("lessons_without_marks") == named


def unmarked_by_key(
    lists: Mapping[Key, Iterable[Lesson]], reports: Mapping[Key, Iterable[Report]], is_late: IsLate
) -> dict[Key, set[Slot]]:
    """Return the lessons of pages that still lack marks, for whoever taught them.

    A lesson has its place in the list of the page's teacher, else of the one who stood in for that teacher, else one
    of its own.
    """
    pages = {key: own for key, found in reports.items() if (own := [*map(_bare, filter(tells_of_marks, found))])}
    days: defaultdict[Journal, set[int]] = defaultdict(set)
    owners: defaultdict[Span, set[Key]] = defaultdict(set)  # of the pages of a term
    for key, own in pages.items():
        days[key[1:]].update(day for _, bare in own for day, _ in bare)
        for page, _ in own:
            owners[page.span].add(key)
    taught = _taught(lists, days)
    unmarked: defaultdict[Key, set[Slot]] = defaultdict(set)
    for key, own in pages.items():
        for nth, (page, bare) in enumerate(own, 1):
            for day, place in bare:
                held = _of_page(page, taught.get((key[1:], day), ()), owners[page.span])
                one = held[place - 1] if place <= len(held) else Held(key, (day, UNLISTED * nth + place))
                if is_late(day, one.is_control):
                    unmarked[one.key].add(one.slot)
    return unmarked


def _bare(page: Report) -> tuple[Report, list[tuple[int, int]]]:
    """Return a page with its lessons without marks: the day of each and its place in that day."""
    return page, [unmarked_of(name) for name in page.values if name.startswith(UNMARKED)]


def _taught(
    lists: Mapping[Key, Iterable[Lesson]], days: Mapping[Journal, Collection[int]]
) -> dict[tuple[Journal, int], list[Held]]:
    """Return who taught the lessons of some days of journals, by journal and day."""
    taught: defaultdict[tuple[Journal, int], list[Held]] = defaultdict(list)
    for key, lessons in lists.items():
        if wanted := days.get(key[1:]):
            for slot, lesson in sorted(pair for pair in by_slot(lessons).items() if pair[0][0] in wanted):
                held = Held(key, slot, lesson.group, is_control=bool(lesson.work & Work.CONTROL))
                taught[key[1:], slot[0]].append(held)
    return taught


def _of_page(page: Report, of_day: Iterable[Held], owners: Collection[Key]) -> list[Held]:
    """Return a day's lessons of a page: its teacher's, else those of the one teacher without a page in that term."""
    own = [held for held in of_day if held.key == page.key]
    if own:
        return [held for held in own if held.group == page.group] or own
    others = [held for held in of_day if held.key not in owners]
    return others if len({held.key for held in others}) == 1 else []


def unfilled_lessons(
    lessons: Mapping[Slot, Lesson],
    spared: Collection[Slot],
    unmarked: Collection[Slot],
    today: int,
    *,
    has_homework: bool,
) -> Iterator[Unfilled]:
    """Yield what `count_lessons` counts as overdue, in the order of the timetable."""
    for slot in sorted({*lessons, *unmarked}):
        lesson, no_marks = lessons.get(slot), slot in unmarked
        no_topic = no_homework = False
        if lesson and slot[0] < today:
            needs = has_homework and not lesson.work & EXEMPT and slot not in spared
            no_topic, no_homework = not lesson.topic, needs and not lesson.homework
        if no_topic or no_homework or no_marks:
            yield Unfilled(slot[0], lesson.number if lesson else slot[1], no_topic, no_homework, no_marks)
