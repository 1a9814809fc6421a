"""Count a lesson list: topics and homework of one teacher with one class in one subject (2-eljur-exports 2.4).

These loops run over every lesson of a school year: they keep to tuples and whole numbers.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence

from wg_excel.domain.imported.facts import EXEMPT, Lesson, Work
from wg_excel.domain.monitoring.counts import Counts

# Whom a count concerns: teacher as in «Педагоги», class, subject.
Key = tuple[str, str, str]
# A place in the timetable: day as a number, number of the lesson (below 0 where an export gives none).
Slot = tuple[int, int]
# Days as numbers, both counted.
Span = tuple[int, int]
# A class, its subject, the group, the month such as 202609.
Briefed = tuple[str, str, str, int]
# Months whose first lesson begins with a safety briefing: September and January.
BRIEFED = (9, 1)
MOST_LESSONS = 20  # of a day; a greater number of a lesson only tells the second of a day from the first


def lessons_by_key(lessons: Iterable[Lesson], names: Mapping[str, str], span: Span) -> dict[Key, list[Lesson]]:
    """Sort the lessons of a span of days by teacher × class × subject; `names` gives the matched teachers."""
    found: defaultdict[Key, list[Lesson]] = defaultdict(list)
    first, last = span
    for lesson in lessons:
        if first <= lesson.day <= last and (teacher := names.get(lesson.teacher)):
            found[teacher, lesson.school_class, lesson.subject].append(lesson)
    return found


def is_hour(number: int) -> bool:
    """Tell whether a lesson's number is its place among the hours of a day."""
    return 0 < number <= MOST_LESSONS


def by_slot(lessons: Iterable[Lesson]) -> dict[Slot, Lesson]:
    """Return one teacher's lessons by their place in the timetable; of two rows for one place the later stands."""
    return {(lesson.day, lesson.number or -place): lesson for place, lesson in enumerate(lessons, 1)}


def last_of_terms(slots: Collection[Slot], ended: Sequence[Span]) -> set[Slot]:
    """Return the last lesson of each term that has ended."""
    inside = ([slot for slot in slots if first <= slot[0] <= last] for first, last in ended)
    return {max(found) for found in inside if found}


def count_lessons(
    lessons: Mapping[Slot, Lesson],
    spared: Collection[Slot],
    unmarked: Collection[Slot],
    today: int,
    *,
    has_homework: bool,
) -> Counts:
    """Count lessons, topics and homework of one teacher with one class in one subject.

    A lesson in `spared` needs no homework, nor does any in a class that `has_homework` excludes. Overdue is a lesson
    before `today` that lacks its topic or homework, and any of those that lack marks (`unmarked`).
    """
    topics = homework_due = homework = overdue = 0
    for slot, lesson in lessons.items():
        needs = has_homework and not lesson.work & EXEMPT and slot not in spared
        given = needs and lesson.homework > 0
        topics += lesson.topic
        homework_due += needs
        homework += given
        overdue += (slot[0] < today and not (lesson.topic and given == needs)) or slot in unmarked
    unlisted = sum(slot not in lessons for slot in unmarked)
    return Counts(
        lessons=len(lessons),
        topics=topics,
        homework_due=homework_due,
        homework=homework,
        overdue=overdue + unlisted,
        lessons_judged=len(lessons) + unlisted,
    )


def count_filled(
    lessons: Mapping[Slot, Lesson], spared: Collection[Slot], week: Callable[[int], int], *, has_homework: bool
) -> dict[int, tuple[int, int]]:
    """Return for each week how many topics and homeworks stand and how many should; `week` gives the week of a day."""
    found: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
    for slot, lesson in lessons.items():
        needs = has_homework and not lesson.work & EXEMPT and slot not in spared
        numbers = found[week(slot[0])]
        numbers[0] += lesson.topic + (needs and lesson.homework > 0)
        numbers[1] += 1 + needs
    return {of: (done, due) for of, (done, due) in found.items()}


def first_days(lessons: Iterable[Lesson]) -> dict[Briefed, int]:
    """Return the first days of September and January on which each class, and each group of it, had a subject."""
    found: dict[Briefed, int] = {}
    for lesson in lessons:
        if (month := lesson.day // 100 % 100) in BRIEFED:
            place = (lesson.school_class, lesson.subject, lesson.group, lesson.day // 10000 * 100 + month)
            found[place] = min(lesson.day, found.get(place, lesson.day))
    return found


def count_briefings(lessons: Mapping[Slot, Lesson], inside: Span, firsts: Container[int]) -> Counts:
    """Count the first lessons of September and January with a topic, and those whose topic names no safety briefing.

    `lessons` are one teacher's of a class and a subject that needs one; only days `inside` count, and of those the
    `firsts` on which the class began: who stands in later need not brief it again.
    """
    begun: dict[int, Slot] = {}
    for slot, lesson in sorted(lessons.items()):
        if slot[0] in firsts and inside[0] <= slot[0] <= inside[1] and lesson.topic:
            begun.setdefault(slot[0], slot)
    topics = [lessons[slot] for slot in begun.values()]
    if not topics:
        return Counts()
    return Counts(briefings_due=len(topics), briefings_missing=sum(not each.work & Work.BRIEFING for each in topics))
