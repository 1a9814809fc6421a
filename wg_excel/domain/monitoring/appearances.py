"""Entries between two lists of lessons without times of entering: what the later shows and the earlier did not (2.4).

Two lists of different days bound the day of an entry. Only what the bounds prove is said: in time where the later list
was made by the day of the lesson, late where the earlier one was made after it; of the rest nothing is known.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wg_excel.domain.imported.facts import Appearance, Lesson, key_day
from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.lesson_counts import Key, Span

TOPIC, HOMEWORK = "topic", "homework"
# The first fields of a lesson say which it is: day, number, class, subject, group, teacher.
PLACE = 6
PAIRS_SHOWN = 3
# A list of lessons and the day on which it was made, as a number.
Dated = tuple[int, Sequence[Lesson]]


def appearances(new: Sequence[Lesson], earlier: Iterable[Dated], day: int) -> Iterator[Appearance]:
    """Yield what a list of a day shows beyond the latest earlier list of the same teacher and class.

    A list that tells when something was entered needs no comparison. A lesson that the earlier list did not have
    counts only where it lay ahead: a list may leave out what it has no topic for.
    """
    before = sorted((dated for dated in earlier if 0 < dated[0] < day), key=lambda dated: dated[0])
    if not before or any(lesson.topic_day or lesson.homework_day for lesson in new):
        return
    seen = {lesson[:PLACE]: (of, lesson) for of, lessons in before for lesson in lessons}
    journals = {lesson[2:PLACE]: of for of, lessons in before for lesson in lessons}
    once = {lesson[:PLACE]: lesson for lesson in new}  # of two rows about one lesson the later counts
    for place, lesson in once.items():
        after, old = seen.get(place) or (journals.get(place[2:], 0), None)
        if not after or (old is None and lesson.day < after):
            continue
        if lesson.topic and not (old and old.topic):
            yield _between(lesson, TOPIC, after, day)
        if lesson.homework and not (old and old.homework):
            yield _between(lesson, HOMEWORK, after, day)


def _between(lesson: Lesson, what: str, after: int, by: int) -> Appearance:
    day, number, school_class, subject, group, teacher, *_ = lesson
    return Appearance(day, number, school_class, subject, group, teacher, what, after, by)


def united(*parts: Iterable[Appearance]) -> tuple[Appearance, ...]:
    """Return every appearance once, of two about the same entry the later."""
    return tuple({each[: PLACE + 1]: each for part in parts for each in part}.values())


def appeared_by_key(
    appeared: Iterable[Appearance], names: Mapping[str, str], span: Span
) -> dict[Key, list[Appearance]]:
    """Sort the appearances of a span of days by teacher × class × subject."""
    found: dict[Key, list[Appearance]] = {}
    first, last = span
    for each in appeared:
        if first <= each.day <= last and (teacher := names.get(each.teacher)):
            found.setdefault((teacher, each.school_class, each.subject), []).append(each)
    return found


def still_there(found: Iterable[Appearance], lessons: Iterable[Lesson]) -> list[Appearance]:
    """Return the appearances whose cell is filled in the lessons and whose time no list tells."""
    filled = {
        (lesson.day, lesson.number, what)
        for lesson in lessons
        for what, cell, entered in (
            (TOPIC, lesson.topic, lesson.topic_day),
            (HOMEWORK, lesson.homework, lesson.homework_day),
        )
        if cell and not entered
    }
    return [each for each in found if (each.day, each.number, each.what) in filled]


def difference_words(counts: Counts, compared: Sequence[Span]) -> str:
    """Return what the difference of exports proves, and between which days, as a sentence without its full stop."""
    if not counts.appeared:
        return ""
    surely = (counts.appeared_in_time or 0, counts.appeared_late or 0)
    rest = counts.appeared - sum(surely)
    days = "; ".join(f"{key_day(after):%d.%m.%Y} и {key_day(by):%d.%m.%Y}" for after, by in compared[:PAIRS_SHOWN])
    more = f" (и ещё {len(compared) - PAIRS_SHOWN} сравнений)" if len(compared) > PAIRS_SHOWN else ""
    return (
        f"Где время внесения не указано, своевременность видна только по разности выгрузок от {days}{more}: "
        f"между ними появилось записей – {counts.appeared}: точно в срок – {surely[0]}, точно позже срока – {surely[1]}"
        + (f", неизвестно – {rest}" if rest else "")
    )


def count_appeared(found: Sequence[Appearance]) -> Counts:
    """Count appearances, those surely in time and those surely late; nothing appeared is no data."""
    if not found:
        return Counts()
    return Counts(
        appeared=len(found),
        appeared_in_time=sum(each.by <= each.day for each in found),
        appeared_late=sum(each.after > each.day for each in found),
    )
