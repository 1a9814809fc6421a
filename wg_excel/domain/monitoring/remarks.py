"""What stands out in a monitoring: remarks, the lowest teachers, movement (2-eljur-exports 2.4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.indicators import INDICATORS, Indicator, Level
from wg_excel.domain.monitoring.monitoring import Monitoring, Row, Total


@dataclass(frozen=True)
class Remark:
    """One indicator of one row that is low; `text` is a Russian sentence without its full stop."""

    row: Row
    indicator: Indicator
    text: str


@dataclass(frozen=True)
class Change:
    """Movement of one indicator since another period, in percentage points; None where either has no data."""

    indicator: Indicator
    name: str
    now: float | None
    before: float | None

    @property
    def points(self) -> float | None:
        """Return the difference to one decimal: above 0 is more than before."""
        return None if self.now is None or self.before is None else round(self.now - self.before, 1)


def remarks(monitoring: Monitoring) -> tuple[Remark, ...]:
    """Return every remark in the order of the rows."""
    return tuple(
        Remark(row, indicator, indicator.sentence(row.counts))
        for row in monitoring.rows
        for indicator in INDICATORS
        if indicator.level(row.counts, monitoring.settings) is Level.LOW
    )


def lowest(monitoring: Monitoring, number: int) -> tuple[Total, ...]:
    """Return the teachers with the lowest scores, the lowest first; whoever has nothing to mend is left out."""
    scored = [(score, line) for line in monitoring.by_teacher if (score := score_of(line.counts)) is not None]
    below = [(score, line) for score, line in scored if score < 100]
    return tuple(line for _, line in sorted(below, key=lambda pair: (pair[0], pair[1].name))[:number])


def score_of(counts: Counts) -> float | None:
    """Return the mean of the known percentages, each at most 100; what should be small counts as its rest."""
    known = [
        100 - value if indicator.less_is_better else min(value, 100)
        for indicator in INDICATORS
        if (value := indicator.percent(counts)) is not None
    ]
    return sum(known) / len(known) if known else None


def compare(now: Monitoring, before: Monitoring) -> dict[str, tuple[Change, ...]]:
    """Return the movement of the `school`, of each `teacher` and `class` of either period."""
    return {
        "school": tuple(_changes("", now.school, before.school)),
        "teacher": _of_all(now.by_teacher, before.by_teacher),
        "class": _of_all(now.by_class, before.by_class),
    }


def _of_all(now: tuple[Total, ...], before: tuple[Total, ...]) -> tuple[Change, ...]:
    here = {line.name: line.counts for line in now}
    there = {line.name: line.counts for line in before}
    names = dict.fromkeys((*here, *there))
    return tuple(
        change for name in names for change in _changes(name, here.get(name, Counts()), there.get(name, Counts()))
    )


def _changes(name: str, now: Counts, before: Counts) -> Iterator[Change]:
    for indicator in INDICATORS:
        yield Change(indicator, name, indicator.percent(now), indicator.percent(before))
