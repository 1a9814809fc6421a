"""The monitoring of the journals: counts by teacher × class × subject, rolled up (B 5.2; 2-eljur-exports 2.4)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.imported.spellings import Waiting, match_spellings, waiting
from wg_excel.domain.monitoring.appearances import difference_words
from wg_excel.domain.monitoring.counts import NOTHING, Counts, total
from wg_excel.domain.monitoring.lacking import lacking_words
from wg_excel.domain.monitoring.report_counts import REPORTS, Report, read_reports
from wg_excel.domain.monitoring.tally import Tally, tally
from wg_excel.domain.periods import Period
from wg_excel.domain.school_classes import class_order, parallel
from wg_excel.domain.settings import Settings
from wg_excel.domain.staff.teachers import Teacher


@dataclass(frozen=True)
class Row:
    """The counts of one teacher with one class in one subject."""

    teacher: str
    school_class: str
    subject: str
    counts: Counts


@dataclass(frozen=True)
class Total:
    """The counts of a teacher, a class or a parallel: sums of its rows."""

    name: str
    counts: Counts


@dataclass(frozen=True)
class Monitoring:
    """The counts of a period up to `today`, judged by `settings`.

    `left_out` are periods of reports that the monitored period touches but does not contain; `known` the facts that
    the rows were counted from, `names` the teacher of each matched spelling; `followed` tells what became of the
    remarks in hand.
    """

    period: Period
    today: dt.date
    settings: Settings
    rows: tuple[Row, ...]
    waiting: tuple[Waiting, ...] = ()
    left_out: tuple[Period, ...] = ()
    known: Tally | None = field(default=None, compare=False, repr=False)
    followed: str = field(default="", compare=False)
    names: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def lacking(self) -> str:
        """Return what the exports do not tell and which report brings it; empty where all is known."""
        return lacking_words(self.school, has_rows=bool(self.rows), has_waiting=bool(self.waiting))

    @property
    def rounding(self) -> str:
        """Return the border of rounding and the act that sets it; empty where no final mark stands beside a mean."""
        if not self.school.finals:
            return ""
        act = f" ({self.settings.finals_act})" if self.settings.finals_act else ""
        return f"Граница округления итоговых – {self.settings.finals_border:g}{act}".replace(".", ",", 1)

    @property
    def told(self) -> str:
        """Return what the user reads after the press."""
        further = (f"{told}." for told in (self.difference, self.lacking) if told)
        return " ".join(filter(None, (f"Период {self.period}; строк: {len(self.rows)}.", self.followed, *further)))

    @cached_property
    def by_teacher(self) -> tuple[Total, ...]:
        """Return the sums by teacher in the order of the alphabet."""
        return _totals(self.rows, lambda row: row.teacher)

    @cached_property
    def by_class(self) -> tuple[Total, ...]:
        """Return the sums by class, 1А first."""
        return _totals(sorted(self.rows, key=lambda row: class_order(row.school_class)), lambda row: row.school_class)

    @cached_property
    def by_parallel(self) -> tuple[Total, ...]:
        """Return the sums by parallel: «5» for 5А and 5Б."""
        rows = sorted(self.rows, key=lambda row: class_order(row.school_class))
        return _totals(rows, lambda row: str(parallel(row.school_class) or ""))

    @cached_property
    def by_subject(self) -> tuple[Total, ...]:
        """Return the sums by subject in the order of the alphabet."""
        return _totals(sorted(self.rows, key=lambda row: row.subject), lambda row: row.subject)

    @cached_property
    def school(self) -> Counts:
        """Return the sums of the school."""
        return total(row.counts for row in self.rows)

    @cached_property
    def difference(self) -> str:
        """Return what the difference of exports tells of timeliness, and of which days; empty without such exports."""
        return difference_words(self.school, self.known.compared if self.known else ())

    @cached_property
    def working_teachers(self) -> tuple[int, int]:
        """Return how many of the teachers with lessons entered anything, and how many have lessons."""
        return working(self.rows)


def monitor(
    facts: Facts,
    teachers: Sequence[Teacher],
    calendar: SchoolCalendar,
    settings: Settings,
    period: Period,
    today: dt.date,
) -> Monitoring:
    """Count what the imported facts say about a period; lessons after `today` do not count."""
    matches = match_spellings(facts, teachers)
    names = {match.spelling: match.teacher.fio for match in matches if match.teacher}
    reports = read_reports(facts.figures, REPORTS, names)
    contained = [report for report in reports if period.covers(report.period)]
    known = tally(facts, names, contained, calendar, period, today, settings)
    left_out = _left_out(reports, period)
    return Monitoring(period, today, settings, _rows(known), waiting(facts, matches), left_out, known, names=names)


def working(rows: Iterable[Row]) -> tuple[int, int]:
    """Return how many of the teachers with lessons among rows entered anything there, and how many have lessons."""
    teaching = [line.counts for line in _totals(rows, lambda row: row.teacher) if line.counts.lessons]
    entered = (counts.topics or counts.homework or counts.entries or counts.marks for counts in teaching)
    return sum(map(bool, entered)), len(teaching)


def to_json(monitoring: Monitoring) -> dict[str, Any]:
    """Return the counts in the form of `monitor --json` (4-contract 4.2); a count that nothing gives is None."""
    return {
        "period": {"from": monitoring.period.first.isoformat(), "to": monitoring.period.last.isoformat()},
        "rows": [
            {"teacher": row.teacher, "class": row.school_class, "subject": row.subject, **row.counts._asdict()}
            for row in monitoring.rows
        ],
        "by_teacher": [{"teacher": line.name, **line.counts._asdict()} for line in monitoring.by_teacher],
        "by_class": [{"class": line.name, **line.counts._asdict()} for line in monitoring.by_class],
        "school": monitoring.school._asdict(),
    }


def _rows(known: Tally) -> tuple[Row, ...]:
    keys = sorted(known.keys(), key=lambda key: (key[0], class_order(key[1]), key[2]))
    rows = (Row(*key, known.counts(key)) for key in keys)
    return tuple(row for row in rows if row.counts != NOTHING)


def _left_out(reports: Iterable[Report], period: Period) -> tuple[Period, ...]:
    periods = {report.period for report in reports}
    return tuple(sorted(one for one in periods if one.touches(period) and not period.covers(one)))


def _totals(rows: Iterable[Row], name: Callable[[Row], str]) -> tuple[Total, ...]:
    parts: defaultdict[str, list[Counts]] = defaultdict(list)
    for row in rows:
        parts[name(row)].append(row.counts)
    return tuple(Total(name, total(counts)) for name, counts in parts.items())
