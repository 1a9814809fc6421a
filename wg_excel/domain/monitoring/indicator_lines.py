"""The sheet «Показатели»: every figure of the monitoring on a line of its own, for filters and pivot tables (2.4)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.monitoring.class_reports import ClassReports
from wg_excel.domain.monitoring.counts import FAULTS, NOTHING, Counts
from wg_excel.domain.monitoring.indicators import INDICATORS, OBSERVED, Indicator, Level
from wg_excel.domain.monitoring.monitoring import Monitoring, Row, working
from wg_excel.domain.monitoring.places import SCHOOL, Place, Scope, class_place, parallel_place, row_place
from wg_excel.domain.monitoring.shares import SHARES
from wg_excel.domain.periods import Period
from wg_excel.domain.schema import Kind, Record, column, table

WORKING = "Работающие учителя, %"
# How a share that should be small is judged in words.
LESS_IS_BETTER = {Level.MIDDLE: "выше нормы", Level.LOW: "много"}


@table(
    "Показатели",
    "tblIndicators",
    clause="B 5.2",
    generated=True,
    hint="Один показатель — одна строка: отберите «Разрез» и «Показатель» фильтром или постройте сводную таблицу.",
)
class IndicatorLine(Record):
    """One figure of a period; a part without a base is a plain count."""

    first: dt.date | None = column("Период с", Kind.DATE, width=12)
    last: dt.date | None = column("Период по", Kind.DATE, width=12)
    scope: str = column(
        "Разрез", width=14, hint="Разрезы повторяют одно и то же: выбирайте один. Подробно — по строкам"
    )
    teacher: str = column("Педагог", width=28)
    parallel: str = column("Параллель", width=10)
    school_class: str = column("Класс", width=8)
    subject: str = column("Предмет", width=16)
    indicator: str = column("Показатель", width=46)
    number: float | None = column("Число", Kind.NUMBER, width=10)
    base: float | None = column("База", Kind.NUMBER, width=10, hint="Из скольких; пусто — показатель считается штуками")
    percent: float | None = column("%", Kind.NUMBER, width=8)
    level: str = column("Оценка", width=14, hint="По порогам листа «Настройки»")
    before: float | None = column("Прошлый период, %", Kind.NUMBER, width=12)
    points: float | None = column("Изменение, п. п.", Kind.NUMBER, width=12)
    compared: str = column("Сравнивается с", width=22)


Cell = str | float | dt.date | None


def indicator_lines(monitoring: Monitoring, before: Monitoring | None = None) -> list[list[Cell]]:
    """Return the lines of a period in the order of the columns, from the school down to teacher, class and subject.

    `before` is the monitoring of the previous period; only sums are compared with it, for the rows are many.
    """
    days, lines = [monitoring.period.first, monitoring.period.last], sum_lines(monitoring, before)
    for row in monitoring.rows:
        place = row_place((row.teacher, row.school_class, row.subject))
        lines += [[*days, *place, *line] for line in _lines(row.counts, monitoring, NOTHING, "")]
    return lines


def sum_lines(monitoring: Monitoring, before: Monitoring | None = None) -> list[list[Cell]]:
    """Return the lines of the school, its parallels, classes, subjects and teachers, beside the period before."""
    days = [monitoring.period.first, monitoring.period.last]
    earlier = dict(_sums(before)) if before else {}
    teaching = _teaching(before) if before else {}
    note = f"{before.period}" if before else ""
    lines: list[list[Cell]] = []
    for place, counts in _sums(monitoring):
        found = _lines(counts, monitoring, earlier.get(place, NOTHING), note)
        lines += [[*days, *place, *line] for line in found]
    for place, numbers in _teaching(monitoring).items():
        lines.append([*days, *place, *_working(numbers, teaching.get(place), note)])
    return lines


def class_report_lines(
    reports: ClassReports, monitoring: Monitoring, before: tuple[ClassReports, Period] | None = None
) -> list[list[Cell]]:
    """Return what reports by class say of a period: final marks, quality, absence, logins; school first.

    `before` are the reports of the previous period, with its days.
    """
    days, lines = [monitoring.period.first, monitoring.period.last], list[list[Cell]]()
    note = f"{before[1]}" if before else ""
    for share in SHARES:
        for place, counts in reports.places(share.kind).items():
            if (known := share.of(counts)) is not None:
                now, then = share.percent(known), before[0].percent(share, place) if before else None
                level = _words(share.level(known, monitoring.settings), less_is_better=share.less_is_better)
                figure: list[Cell] = [share.title, round(known[0], 2), known[1], now, level]
                lines.append([*days, *place, *figure, *_moved(now, then, note)])
    return lines


def _words(level: Level, *, less_is_better: bool) -> str:
    return (LESS_IS_BETTER if less_is_better else {}).get(level, level.value)


def _sums(monitoring: Monitoring) -> Iterator[tuple[Place, Counts]]:
    yield SCHOOL, monitoring.school
    for line in monitoring.by_parallel:
        yield Place(Scope.PARALLEL, parallel=line.name), line.counts
    for line in monitoring.by_class:
        yield class_place(line.name), line.counts
    for line in monitoring.by_subject:
        yield Place(Scope.SUBJECT, subject=line.name), line.counts
    for line in monitoring.by_teacher:
        yield Place(Scope.TEACHER, teacher=line.name), line.counts


def _lines(counts: Counts, monitoring: Monitoring, before: Counts, note: str) -> Iterator[list[Cell]]:
    for indicator in (*INDICATORS, *OBSERVED):
        if (known := indicator.of(counts)) is not None:
            yield [indicator.title, *known, *_judged(indicator, counts, monitoring, before, note)]
    for name, words in FAULTS.items():
        if (number := getattr(counts, name)) is not None:
            yield [f"Оформление: {words}", number, None, None, *_UNJUDGED]


def _judged(indicator: Indicator, counts: Counts, monitoring: Monitoring, before: Counts, note: str) -> Iterator[Cell]:
    now, then = indicator.percent(counts), indicator.percent(before)
    level = indicator.level(counts, monitoring.settings)
    yield now
    yield _words(level, less_is_better=indicator.less_is_better)
    yield from _moved(now, then, note)


def _teaching(monitoring: Monitoring) -> dict[Place, tuple[int, int]]:
    """Return who works with the journals, and of how many, of the school and its parts but the single teacher."""
    parts: dict[Place, list[Row]] = {}
    for row in monitoring.rows:
        subject = Place(Scope.SUBJECT, subject=row.subject)
        for place in (SCHOOL, parallel_place(row.school_class), class_place(row.school_class), subject):
            parts.setdefault(place, []).append(row)
    counted = {place: working(rows) for place, rows in parts.items()}
    return {place: numbers for place, numbers in counted.items() if numbers[1]}


def _working(numbers: tuple[int, int], before: tuple[int, int] | None, note: str) -> list[Cell]:
    part, base = numbers
    now, then = _percent(part, base), _percent(*before) if before else None
    return [WORKING, part, base, now, "", *_moved(now, then, note)]


def _moved(now: float | None, then: float | None, note: str) -> tuple[Cell, Cell, Cell]:
    """Return the percentage of the period before, the change in percentage points, and which period it was."""
    if then is None:
        return None, None, ""
    return then, None if now is None else round(now - then, 1), note


def _percent(part: int, base: int | None) -> float | None:
    return 1000 * part // base / 10 if base else None


_UNJUDGED: tuple[Cell, ...] = ("", None, None, "")
