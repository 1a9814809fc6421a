"""Figures of the monitoring for «Сводка»: school, classes, the lowest teachers and their movement (B 5.2)."""

from collections.abc import Iterator, Sequence

from wg_excel.domain.figures import Figure, State, Unit, percent
from wg_excel.domain.imported.name_decisions import NameDecision
from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.indicators import INDICATORS, Indicator, Level
from wg_excel.domain.monitoring.monitoring import Monitoring, Total
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.monitoring.remarks import lowest, score_of

SHEET, NAMES_SHEET = MonitoringLine.table.sheet, NameDecision.table.sheet
LOWEST_SHOWN = 10
STATES = {Level.GOOD: State.KEPT, Level.MIDDLE: State.RISK, Level.LOW: State.BROKEN, Level.NO_DATA: State.NONE}


def monitoring_figures(
    monitoring: Monitoring, terms: tuple[Monitoring, Monitoring] | None = None
) -> tuple[Figure, ...]:
    """Return the figures of a period; `terms` are the current school term and the one before it, for the movement."""
    waiting = sum(each.rows for each in monitoring.waiting)
    return (
        Figure("monitoring.teachers", "Педагогов в мониторинге", len(monitoring.by_teacher), SHEET, monitoring.period),
        Figure("monitoring.unmatched", "Имён ждут решения", len(monitoring.waiting), NAMES_SHEET, monitoring.period),
        Figure("monitoring.unmatched_rows", "Строк выгрузок ждут решения", waiting, NAMES_SHEET, monitoring.period),
        *_indicators("monitoring.school", "", monitoring, monitoring.school),
        *_observed(monitoring),
        *_movement(terms),
        *_of_totals("monitoring.class", monitoring, monitoring.by_class),
        *_of_totals("monitoring.lowest", monitoring, lowest(monitoring, LOWEST_SHOWN)),
        *_scores(monitoring, terms),
    )


def _of_totals(name: str, monitoring: Monitoring, totals: Sequence[Total]) -> Iterator[Figure]:
    for line in totals:
        yield from _indicators(f"{name}.{line.name}", f"{line.name}: ", monitoring, line.counts)


def _indicators(name: str, before: str, monitoring: Monitoring, counts: Counts) -> Iterator[Figure]:
    for indicator in INDICATORS:
        known = indicator.of(counts)
        yield Figure(
            f"{name}.{indicator.id}",
            before + indicator.title.removesuffix(", %"),
            indicator.percent(counts),
            SHEET,
            monitoring.period,
            known[1] if known else None,
            Unit.PERCENT,
            STATES[indicator.level(counts, monitoring.settings)],
        )


def _observed(monitoring: Monitoring) -> Iterator[Figure]:
    """Yield who works with the journals at all, and what the difference of exports tells, where there is one."""
    working, teaching = monitoring.working_teachers
    yield Figure(
        "monitoring.working",
        "Работающие учителя",
        percent(working, teaching),
        SHEET,
        monitoring.period,
        teaching,
        Unit.PERCENT,
        note="внесли хотя бы одну запись",
    )
    school = monitoring.school
    if monitoring.difference:
        yield Figure(
            "monitoring.appeared",
            "Записей между выгрузками",
            school.appeared,
            SHEET,
            monitoring.period,
            note=f"{monitoring.difference}.",
        )


def _movement(terms: tuple[Monitoring, Monitoring] | None) -> Iterator[Figure]:
    """Yield how each indicator of the school moved from term to term, in percentage points."""
    for indicator in INDICATORS if terms else ():
        assert terms is not None
        now, before = (indicator.percent(each.school) for each in terms)
        yield Figure(
            f"monitoring.movement.{indicator.id}",
            f"{indicator.title.removesuffix(', %')}: изменение к прошлому учебному периоду, п. п.",
            _difference(now, before),
            SHEET,
            terms[0].period,
            note=f"сравнивается с {terms[1].period}",
            state=_direction(indicator, now, before),
        )


def _direction(indicator: Indicator, now: float | None, before: float | None) -> State:
    if now is None or before is None or now == before:
        return State.NONE
    return State.KEPT if (now > before) != indicator.less_is_better else State.RISK


def _scores(monitoring: Monitoring, terms: tuple[Monitoring, Monitoring] | None) -> Iterator[Figure]:
    """Yield the score of each of the lowest teachers, with its change from term to term in the note."""
    changes = _score_changes(terms)
    for line in lowest(monitoring, LOWEST_SHOWN):
        score = score_of(line.counts)
        change = changes.get(line.name)
        yield Figure(
            f"monitoring.score.{line.name}",
            line.name,
            None if score is None else round(score, 1),
            SHEET,
            monitoring.period,
            line.counts.lessons,
            Unit.PERCENT,
            note="" if change is None else f"{change:+.1f}".replace(".", ","),
        )


def _score_changes(terms: tuple[Monitoring, Monitoring] | None) -> dict[str, float]:
    if terms is None:
        return {}
    now, before = ({line.name: score_of(line.counts) for line in each.by_teacher} for each in terms)
    changes = {name: _difference(score, before.get(name)) for name, score in now.items()}
    return {name: change for name, change in changes.items() if change is not None}


def _difference(now: float | None, before: float | None) -> float | None:
    return None if now is None or before is None else round(now - before, 1)
