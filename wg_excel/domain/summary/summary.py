"""«Сводка», the director's page, as values (1-domain 1.6)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from wg_excel.domain.appeals.appeal_figures import appeal_figures
from wg_excel.domain.figures import Figure, State, on
from wg_excel.domain.findings import Finding, FindingLine, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.monitoring.monitoring import Monitoring
from wg_excel.domain.monitoring.monitoring_figures import monitoring_figures
from wg_excel.domain.monitoring.weekly import Weekly, weekly
from wg_excel.domain.periods import Period, school_year
from wg_excel.domain.summary.summary_changes import Memory
from wg_excel.domain.work.duties import DutyFigure, current_quarter, duty_figures
from wg_excel.domain.work.work_figures import latest_imports, work_figures


@dataclass(frozen=True)
class Summary:
    """Every figure of the page on one day: the duties first, then the work, then the monitoring.

    `imports` are the latest lines of the log of imports, the newest first; `weeks` the filling week by week;
    `memory` the page as built before and now, for what has changed.
    """

    day: dt.date
    school: str
    year: Period
    quarter: Period
    figures: tuple[Figure, ...]
    imports: tuple[Import, ...] = ()
    weeks: Weekly = field(default_factory=Weekly)
    memory: Memory = field(default_factory=Memory)

    def starting(self, name: str) -> tuple[Figure, ...]:
        """Return the figures whose id is `name` or begins with `name` and a dot."""
        return tuple(one for one in self.figures if one.id == name or one.id.startswith(f"{name}."))

    def figure(self, name: str) -> Figure | None:
        """Return the figure with this id."""
        return self._by_id.get(name)

    @property
    def data_day(self) -> dt.date | None:
        """Return the day of the newest data among the latest imports."""
        return max((day for one in self.imports if (day := one.data_day)), default=None)

    @property
    def told(self) -> str:
        """Return what the user reads after the page is built."""
        return f"Страница «Сводка» построена на {self.day:%d.%m.%Y}. {self.memory.told}"

    @property
    def duty_figures(self) -> tuple[DutyFigure, ...]:
        """Return the duties in the order of the page."""
        return tuple(one for one in self.figures if isinstance(one, DutyFigure))

    def duties(self, state: State) -> int:
        """Return how many duties are in a state."""
        return sum(1 for one in self.starting("duty") if one.state is state)

    @cached_property
    def _by_id(self) -> dict[str, Figure]:
        return {one.id: one for one in self.figures}


def summarise(
    group: Group,
    findings: Iterable[Finding],
    monitoring: Monitoring,
    day: dt.date,
    *,
    terms: tuple[Monitoring, Monitoring] | None = None,
    memory: Memory | None = None,
) -> Summary:
    """Return the summary of the school year up to a day.

    `findings` are those of the check, `monitoring` the one of the year so far; `terms` are the current school term
    and the one before it, for the movement; `memory` is what the build before kept.
    """
    found = tuple(findings)
    year = school_year(day)
    so_far = Period(year.first, day)
    figures = (
        *duty_figures(group, found, day),
        *_entries(found, day),
        *appeal_figures(group, so_far, day),
        *work_figures(group, so_far, day),
        *monitoring_figures(monitoring, terms),
    )
    quarter = current_quarter(group, day)
    kept = (memory or Memory()).built(figures, day)
    return Summary(day, group.settings.school, year, quarter, figures, latest_imports(group), weekly(monitoring), kept)


def to_json(summary: Summary) -> dict[str, Any]:
    """Return every figure with its id, value, base and period (4-contract 4.2)."""
    return {
        "day": summary.day.isoformat(),
        "school": summary.school,
        "figures": [figure.to_json() for figure in summary.figures],
        "changed_since": before.isoformat() if (before := summary.memory.before.day) else None,
        "changes": [change._asdict() for change in summary.memory.changes],
    }


def _entries(findings: tuple[Finding, ...], day: dt.date) -> Iterable[Figure]:
    sheet = FindingLine.table.sheet
    for severity, title in ((Severity.ERROR, "Ошибок в записях"), (Severity.WARNING, "Предупреждений")):
        number = sum(finding.weight is severity and not finding.accepted for finding in findings)
        yield Figure(f"entries.{severity.code}s", title, number, sheet, on(day))
    yield Figure("entries.accepted", "Принято замечаний", sum(bool(each.accepted) for each in findings), sheet, on(day))
