"""Counts of the monitoring: what is added up before any percentage (2-eljur-exports 2.4, 4-contract 4.2)."""

from collections.abc import Iterable
from typing import NamedTuple


class Counts(NamedTuple):
    """Counts of one teacher × class × subject or of a sum of them; None is a count that no import gives.

    `overdue` are held lessons that still lack their topic, homework or marks past the term, of the `lessons_judged`.
    `lessons_checked` are the lessons of the pages and reports that `lessons_without_marks` was taken from.
    `pupils` are pupils of journal pages (a pupil counts in every subject); `finals` are final marks beside a mean,
    `finals_off` those that are not the rounded mean. `lessons_low` are lessons with one or two marks of the
    `lessons_paged`; `seats` are pupils × lessons of the pages, `pupils_seen` their pupils (1 класс too), `present` the
    seats that no absence stands for; FAULTS names the faults of form. `appeared` are entries that a list shows and an
    earlier one did not, with those surely in time and surely late.
    """

    lessons: int | None = None
    topics: int | None = None
    homework_due: int | None = None
    homework: int | None = None
    overdue: int | None = None
    lessons_judged: int | None = None
    entries: int | None = None
    entries_in_time: int | None = None
    marks: int | None = None
    marks_required: int | None = None
    lessons_checked: int | None = None
    lessons_without_marks: int | None = None
    pupils: int | None = None
    pupils_without_marks: int | None = None
    pupils_one_mark: int | None = None
    finals: int | None = None
    finals_off: int | None = None
    lessons_paged: int | None = None
    lessons_low: int | None = None
    seats: int | None = None
    present: int | None = None
    pupils_seen: int | None = None
    pupils_often_away: int | None = None
    mark_and_absence: int | None = None
    two_after_absence: int | None = None
    two_at_edge: int | None = None
    two_not_mended: int | None = None
    briefings_due: int | None = None
    briefings_missing: int | None = None
    appeared: int | None = None
    appeared_in_time: int | None = None
    appeared_late: int | None = None


# Faults of form (Оформление): names of the counts, with what each says in Russian.
FAULTS = {
    "mark_and_absence": "отметка и «н» в одной клетке",
    "two_after_absence": "«2» сразу после пропуска",
    "two_at_edge": "«2» на первом или последнем уроке",
    "two_not_mended": "«2» не исправлена за три урока",
    "briefings_missing": "нет инструктажа на первом уроке",
}


def faults(counts: Counts) -> int | None:
    """Return all faults of form together, None where nothing tells of any."""
    return _known_sum(tuple(getattr(counts, name) for name in FAULTS))


def fault_words(counts: Counts) -> str:
    """Return the faults of form with their numbers as a sentence, empty without any."""
    met = [f"{words} – {number}" for name, words in FAULTS.items() if (number := getattr(counts, name))]
    return f"Оформление: {'; '.join(met)}." if met else ""


NOTHING = Counts()


def total(parts: Iterable[Counts]) -> Counts:
    """Return the sums of the parts, each over those that know the count."""
    rows = tuple(parts)
    return Counts(*map(_known_sum, zip(*rows, strict=True))) if rows else NOTHING


def _known_sum(values: tuple[int | None, ...]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
