"""Seats of a class in the days of an absence report: its lessons by the list × its pupils (2-eljur-exports 2.4).

Pages of the journal know both by themselves; a report of absence knows only what was missed.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from wg_excel.domain.imported.facts import Facts, day_key, key_day
from wg_excel.domain.monitoring.lesson_counts import Span, is_hour
from wg_excel.domain.monitoring.report_counts import PAGE, Report, touch

ABSENCE = "absence"
# How far from the report's first and last day the list may begin and end: a break may lie there.
SLACK = dt.timedelta(days=14)
# A lesson of a class: its day, its number, and its subject where the number tells no hour.
Hour = tuple[int, int, str]
# A report's kind and the name of its figure.
Source = tuple[str, str]
# Which figure of which report names the number of a class's pupils, the surest first.
PUPILS: tuple[Source, ...] = (("quality", "n"), ("movement", "end"), ("movement", "begin"), (PAGE, "pupils"))


def seats_of_classes(
    facts: Facts, reports: Mapping[tuple[str, str], Iterable[Report]], today: dt.date
) -> dict[str, int]:
    """Return the seats of each class in the days of its absence reports, where lessons and pupils are known."""
    spans = {name: {report.span for report in own} for (kind, name), own in reports.items() if kind == ABSENCE and name}
    if not spans:
        return {}
    days, pupils = _days(facts, spans), _pupils(facts, spans)
    seats = {name: _seats(own, days.get(name, set()), pupils.get(name, {}), today) for name, own in spans.items()}
    return {name: number for name, number in seats.items() if number}


def _days(facts: Facts, classes: Iterable[str]) -> dict[str, set[Hour]]:
    """Return the lessons of classes by their places; the groups of a class in one hour are one lesson of a pupil."""
    found: defaultdict[str, set[Hour]] = defaultdict(set)
    wanted = frozenset(classes)
    for lesson in facts.lessons:
        if lesson.school_class in wanted:
            subject = "" if is_hour(lesson.number) else lesson.subject
            found[lesson.school_class].add((lesson.day, lesson.number, subject))
    return found


def _pupils(facts: Facts, classes: Iterable[str]) -> dict[str, dict[Source, dict[Span, int]]]:
    found: defaultdict[str, defaultdict[Source, dict[Span, int]]] = defaultdict(lambda: defaultdict(dict))
    wanted = frozenset(classes)
    for figure in facts.figures:
        source = (figure.kind, figure.name)
        is_whole = not figure.group and (figure.kind == PAGE or not figure.subject)
        if source in PUPILS and figure.school_class in wanted and is_whole:
            span = (figure.first, figure.last)
            known = found[figure.school_class][source]
            known[span] = max(known.get(span, 0), round(figure.value))
    return {name: dict(sources) for name, sources in found.items()}


def _seats(
    spans: Iterable[Span],
    lessons: set[Hour],
    pupils: Mapping[Source, Mapping[Span, int]],
    today: dt.date,
) -> int | None:
    """Return the seats of a class over all spans; None where lessons or pupils of one are not known."""
    seats = 0
    for span in spans:
        first, last = span[0], min(span[1], day_key(today))
        days = [day for day, _, _ in lessons if first <= day <= last]
        number = _number(span, pupils)
        if not days or number is None or not _reaches(days, first, last):
            return None
        seats += len(days) * number
    return seats


def _number(span: Span, pupils: Mapping[Source, Mapping[Span, int]]) -> int | None:
    """Return the number of pupils by the surest report that touches the days."""
    known = (number for source in PUPILS for of, number in pupils.get(source, {}).items() if touch(of, span))
    return next((number for number in known if number), None)


def _reaches(days: Iterable[int], first: int, last: int) -> bool:
    """Tell whether a list has the lessons of all the days, not only of some weeks."""
    listed = sorted(days)
    return key_day(listed[0]) - key_day(first) <= SLACK and key_day(last) - key_day(listed[-1]) <= SLACK
