"""What reports by class say: absence, quality, final marks, movement, logins (2-eljur-exports 2.2, 2.4)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.monitoring.report_counts import Report, read_reports, standing
from wg_excel.domain.periods import Period
from wg_excel.domain.school_classes import class_order

KINDS = frozenset({"absence", "quality", "finals", "movement", "logins"})


@dataclass(frozen=True)
class Share:
    """A percentage of weighted sums of one kind of report; the keys of `part` and `base` are names of figures."""

    id: str
    title: str
    kind: str
    part: Mapping[str, float]
    base: Mapping[str, float]


SHARES = (
    Share("absent_bad", "Пропуски без уважительной причины, %", "absence", {"lesson_bad": 1}, {"lesson_all": 1}),
    Share("quality", "Качество, %", "quality", {"n5": 1, "n4": 1}, {"n": 1}),
    Share("passed", "Успеваемость, %", "quality", {"n5": 1, "n4": 1, "n3": 1}, {"n": 1}),
    Share("learning", "СОУ, %", "quality", {"n5": 1, "n4": 0.64, "n3": 0.36, "n2": 0.16, "na": 0.07}, {"n": 1}),
    Share("not_certified", "Не аттестованы, %", "quality", {"na": 1}, {"n": 1}),
    Share("finals_set", "Итоговые выставлены, %", "finals", {"set": 1}, {"expected": 1, "exempt": -1}),
    Share("finals_na", "Итоговые «н/а», %", "finals", {"na": 1}, {"expected": 1, "exempt": -1}),
    Share("students_in", "Входили учащиеся, %", "logins", {"students_in": 1}, {"students": 1}),
    Share("parents_in", "Входили родители, %", "logins", {"parents_in": 1}, {"parents": 1}),
    Share("staff_in", "Входили сотрудники, %", "logins", {"staff_in": 1}, {"staff": 1}),
)


@dataclass(frozen=True)
class ClassReports:
    """Counts of a period by kind of report and class; a class without a name is the school as a whole."""

    counts: Mapping[tuple[str, str], Counter[str]] = field(default_factory=dict)

    def classes(self, kind: str) -> tuple[str, ...]:
        """Return the classes that the kind of report names, in their order."""
        return tuple(sorted((name for of, name in self.counts if of == kind and name), key=class_order))

    def school(self, kind: str) -> Counter[str]:
        """Return the sums of the classes, else what a report says of the whole school; empty without a report."""
        named = [self.counts[kind, name] for name in self.classes(kind)]
        return _added(named) if named else self.counts.get((kind, ""), Counter())

    def sums(self, share: Share, school_class: str = "") -> tuple[float, float] | None:
        """Return part and base of a percentage, of a class or of the school; None without data or with a base of 0."""
        counts = self.counts.get((share.kind, school_class), Counter()) if school_class else self.school(share.kind)
        base = _weighted(counts, share.base)
        known = share.part.keys() & counts.keys() and base > 0
        return (_weighted(counts, share.part), base) if known else None

    def percent(self, share: Share, school_class: str = "") -> float | None:
        """Return a percentage of a class or of the school to one decimal, None without data."""
        known = self.sums(share, school_class)
        return round(100 * known[0] / known[1], 1) if known else None


def class_reports(facts: Facts, period: Period) -> ClassReports:
    """Sum the reports that lie within a period; of reports about the same whose periods touch the longest counts."""
    everybody = {figure.teacher: figure.teacher for figure in facts.figures}
    known = read_reports(facts.figures, KINDS, everybody)
    counted = standing(report for report in known if period.covers(report.period))
    found: defaultdict[tuple[str, str], list[Report]] = defaultdict(list)
    for (_, school_class, _), reports in counted.items():
        for report in reports:
            found[report.kind, school_class].append(report)
    return ClassReports({place: _sums(reports) for place, reports in found.items()})


def _sums(reports: Iterable[Report]) -> Counter[str]:
    """Add up reports of one class; where some speak of all subjects, those by subject tell the same again."""
    listed = list(reports)
    whole = [report for report in listed if not report.key[2]]
    return _added(report.values for report in whole or listed)


def _added(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    """Add counts up; a sum of 0 stays, as it is known."""
    sums: Counter[str] = Counter()
    for known in counts:
        sums.update(known)
    return sums


def _weighted(counts: Mapping[str, int], weights: Mapping[str, float]) -> float:
    return sum(counts.get(name, 0) * weight for name, weight in weights.items())
