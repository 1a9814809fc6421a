"""What reports by class say: absence, quality, final marks, movement, logins (2-eljur-exports 2.2, 2.4)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.monitoring.lesson_counts import Key
from wg_excel.domain.monitoring.monitoring import Monitoring
from wg_excel.domain.monitoring.places import (
    SCHOOL,
    Place,
    Scope,
    class_place,
    parallel_place,
    row_place,
)
from wg_excel.domain.monitoring.report_counts import Report, read_reports, standing
from wg_excel.domain.monitoring.seats import ABSENCE, seats_of_classes
from wg_excel.domain.monitoring.shares import KINDS, Share


@dataclass(frozen=True)
class ClassReports:
    """Counts of a period by kind of report and place; a place without a report is not there."""

    counts: Mapping[str, Mapping[Place, Counter[str]]] = field(default_factory=dict)

    def places(self, kind: str) -> Mapping[Place, Counter[str]]:
        """Return the counts of a kind of report: the school, parallels, classes, subjects, teachers, rows, in order."""
        return self.counts.get(kind, {})

    def sums(self, share: Share, place: Place = SCHOOL) -> tuple[float, float] | None:
        """Return part and base of a percentage; None without data or with a base of 0."""
        counts = self.places(share.kind).get(place)
        return share.of(counts) if counts is not None else None

    def percent(self, share: Share, place: Place = SCHOOL) -> float | None:
        """Return a percentage of a place to one decimal, None without data."""
        return share.percent(known) if (known := self.sums(share, place)) else None


def class_reports(facts: Facts, monitoring: Monitoring) -> ClassReports:
    """Sum the reports that lie within the monitored period; of reports about the same whose days touch the longest.

    Where a report names no teacher, what it says of a subject is told of the only teacher who has it in that class.
    """
    names = {figure.teacher: monitoring.names.get(figure.teacher, figure.teacher) for figure in facts.figures}
    known = read_reports(facts.figures, KINDS, names)
    counted = standing(report for report in known if monitoring.period.covers(report.period))
    found: defaultdict[tuple[str, str], list[Report]] = defaultdict(list)
    for (_, school_class, _), reports in counted.items():
        for report in reports:
            found[report.kind, school_class].append(report)
    classes = {place: _whole(reports) for place, reports in found.items()}
    for school_class, seats in seats_of_classes(facts, found, monitoring.today).items():
        missed = classes[ABSENCE, school_class]["lesson_all"]
        if missed <= seats:
            classes[ABSENCE, school_class].update(seats=seats, present=seats - missed)
    rows = _rows(found, _only_teachers(monitoring))
    kinds = {kind for kind, _ in classes}
    return ClassReports({kind: _places(kind, classes, rows.get(kind, {})) for kind in kinds})


def _whole(reports: Iterable[Report]) -> Counter[str]:
    """Add up reports of one class; where some speak of all subjects, those by subject tell the same again."""
    listed = list(reports)
    whole = [report for report in listed if not report.key[2]]
    return _added(report.values for report in whole or listed)


def _only_teachers(monitoring: Monitoring) -> dict[tuple[str, str], str]:
    """Return the teacher of each class and subject that has but one."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in monitoring.rows:
        if row.counts.lessons:
            found[row.school_class, row.subject].add(row.teacher)
    return {place: next(iter(teachers)) for place, teachers in found.items() if len(teachers) == 1}


def _rows(
    found: Mapping[tuple[str, str], Iterable[Report]], only: Mapping[tuple[str, str], str]
) -> dict[str, dict[Key, Counter[str]]]:
    """Return what reports say of single subjects, by kind, then by teacher × class × subject."""
    parts: defaultdict[str, defaultdict[Key, list[Mapping[str, int]]]] = defaultdict(lambda: defaultdict(list))
    for (kind, school_class), reports in found.items():
        for report in reports:
            teacher, _, subject = report.key
            if subject:
                key = teacher or only.get((school_class, subject), ""), school_class, subject
                parts[kind][key].append(report.values)
    return {kind: {key: _added(values) for key, values in rows.items()} for kind, rows in parts.items()}


def _places(
    kind: str, classes: Mapping[tuple[str, str], Counter[str]], rows: Mapping[Key, Counter[str]]
) -> dict[Place, Counter[str]]:
    """Return the counts of every place; a report on the whole school stands where no class is named."""
    sums: defaultdict[Place, list[Mapping[str, int]]] = defaultdict(list)
    named = {school_class: counts for (of, school_class), counts in classes.items() if of == kind and school_class}
    for school_class, counts in named.items():
        for place in (SCHOOL, parallel_place(school_class), class_place(school_class)):
            sums[place].append(counts)
    if not named:
        sums[SCHOOL].append(classes[kind, ""])
    for key, counts in rows.items():
        teacher, school_class, subject = key
        for place in (Place(Scope.SUBJECT, subject=subject), Place(Scope.TEACHER, teacher), row_place(key)):
            if place.scope is not Scope.TEACHER or teacher:
                sums[place].append(counts)
    return {place: _added(sums[place]) for place in sorted(sums, key=lambda place: place.order)}


def _added(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    """Add counts up; a sum of 0 stays, as it is known."""
    sums: Counter[str] = Counter()
    for known in counts:
        sums.update(known)
    return sums
