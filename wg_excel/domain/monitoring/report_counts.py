"""Count what reports give for whole periods: journal pages and filling reports (2-eljur-exports 2.2, 2.4)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from wg_excel.domain.imported.facts import Figure, key_day
from wg_excel.domain.monitoring.counts import Counts, total
from wg_excel.domain.monitoring.lesson_counts import Key, Span
from wg_excel.domain.monitoring.rounding import USUAL, finals_off
from wg_excel.domain.periods import Period
from wg_excel.domain.school_classes import is_first_grade

PAGE, FILLING = "journal", "filling"
# Counts that a page gives as they are; its final marks count only beside a mean.
PAGE_COUNTS = (
    "marks",
    "marks_required",
    "pupils",
    "pupils_without_marks",
    "pupils_one_mark",
    "finals",
    "lessons_low",
    "mark_and_absence",
    "two_after_absence",
    "two_at_edge",
    "two_not_mended",
)
REPORTS = frozenset({PAGE, FILLING})


class Report(NamedTuple):
    """The figures of one page or of one line of a filling report, by their names."""

    span: Span
    kind: str
    key: Key
    group: str
    source: int
    values: Mapping[str, int]

    @property
    def period(self) -> Period:
        """Return the days of the report."""
        return Period(key_day(self.span[0]), key_day(self.span[1]))


def read_reports(figures: Iterable[Figure], kinds: Collection[str], names: Mapping[str, str]) -> list[Report]:
    """Put the figures of some kinds of report together; a teacher that `names` lacks is left out."""
    values: defaultdict[tuple[Span, str, Key, str, int], dict[str, int]] = defaultdict(dict)
    for figure in figures:
        # A report without a period cannot be set against the monitored one.
        if figure.kind in kinds and figure.first and (teacher := names.get(figure.teacher)) is not None:
            key = (teacher, figure.school_class, figure.subject)
            place = ((figure.first, figure.last), figure.kind, key, figure.group, figure.source)
            values[place][figure.name] = round(figure.value)
    return [Report(*place, known) for place, known in values.items()]


def standing(reports: Iterable[Report]) -> dict[Key, list[Report]]:
    """Return the reports that count, by teacher × class × subject.

    Of two reports of one kind whose periods touch only one counts: the longer, of equal ones the later import.
    """
    kept: defaultdict[Key, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: (report.span[0] - report.span[1], -report.source)):
        rivals = (other for other in kept[report.key] if (other.kind, other.group) == (report.kind, report.group))
        if not any(touch(report.span, other.span) for other in rivals):
            kept[report.key].append(report)
    return dict(kept)


def count_reports(reports: Sequence[Report], listed: Collection[int], border: int = USUAL) -> Counts:
    """Count the reports of one teacher × class × subject; `listed` are the days that a lesson list has.

    `border` rounds means to final marks.

    A filling report counts its lessons only where the list has none in its period, and its lessons without
    marks only where no page touches it.
    """
    pages = [report for report in reports if report.kind == PAGE]
    fillings = [report for report in reports if report.kind == FILLING]
    unlisted = [report for report in fillings if not any(report.span[0] <= day <= report.span[1] for day in listed)]
    unpaged = [report for report in fillings if not any(touch(report.span, page.span) for page in pages)]
    parts = [
        *(_of_page(page, border) for page in pages),
        *map(_lessons_of_filling, unlisted),
        *map(_without_marks, unpaged),
    ]
    return total(parts)


def touch(one: Span, other: Span) -> bool:
    """Tell whether two spans have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def _of_page(page: Report, border: int) -> Counts:
    return total((_marks_of_page(page, border), _attendance(page)))


def _attendance(page: Report) -> Counts:
    pupils, lessons, missed = (page.values.get(name) for name in ("pupils", "lessons", "missed"))
    if pupils is None or lessons is None or missed is None:
        return Counts()
    seats = pupils * lessons
    often = page.values.get("pupils_often_away")
    return Counts(seats=seats, present=seats - missed, pupils_seen=pupils, pupils_often_away=often)


def _marks_of_page(page: Report, border: int) -> Counts:
    if is_first_grade(page.key[1]):
        return Counts()
    known = {name: page.values.get(name) for name in PAGE_COUNTS}
    known["finals_off"] = finals_off(page.values, border)
    if known["finals_off"] is None:
        known["finals"] = None
    if known["lessons_low"] is not None:
        known["lessons_paged"] = page.values.get("lessons")
    return _without_marks(page)._replace(**known)


def _without_marks(report: Report) -> Counts:
    without = report.values.get("lessons_without_marks")
    if without is None or is_first_grade(report.key[1]):
        return Counts()
    return Counts(lessons_checked=report.values.get("lessons"), lessons_without_marks=without)


def _lessons_of_filling(report: Report) -> Counts:
    """Count a line of a filling report; it names no topic, so homework is taken to be due in every lesson."""
    lessons, topics, homework = (report.values.get(name) for name in ("lessons", "topics", "homework"))
    missing = report.values.get("homework_missing")
    if homework is None and lessons is not None and missing is not None:
        homework = lessons - missing
    if is_first_grade(report.key[1]):
        return Counts(lessons=lessons, topics=topics, homework_due=0, homework=0)
    return Counts(lessons=lessons, topics=topics, homework_due=None if homework is None else lessons, homework=homework)
