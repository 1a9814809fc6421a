"""Counts of the monitoring: what is added up before any percentage (2-eljur-exports 2.4, 4-contract 4.2)."""

from collections.abc import Iterable
from typing import NamedTuple


class Counts(NamedTuple):
    """Counts of one teacher × class × subject or of a sum of them; None is a count that no import gives.

    `lessons_checked` are the lessons of the pages and reports that `lessons_without_marks` was taken from.
    `pupils` are pupils of journal pages (a pupil counts in every subject); `finals` are final marks beside a mean,
    `finals_off` those that are not the rounded mean.
    """

    lessons: int | None = None
    topics: int | None = None
    homework_due: int | None = None
    homework: int | None = None
    overdue: int | None = None
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


NOTHING = Counts()


def total(parts: Iterable[Counts]) -> Counts:
    """Return the sums of the parts, each over those that know the count."""
    rows = tuple(parts)
    return Counts(*map(_known_sum, zip(*rows, strict=True))) if rows else NOTHING


def _known_sum(values: tuple[int | None, ...]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
