"""Rules of readiness: the eight conditions are assessed each school year (A III)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.texts import fold, quoted
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.periods import Period, school_year
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.work.readiness import CONDITIONS, Readiness


class ConditionUnassessed(Finding):
    """A condition was not assessed this school year."""

    severity_by_default = Severity.WARNING

    def __init__(self, condition: str, year: Period, row: Readiness | None) -> None:
        column = "date" if row and row.score else "score"
        known = f"оценка от {short_date(row.date)} устарела" if row and row.date and row.score else "оценки нет"
        if row and row.score and not row.date:
            known = "у оценки нет даты"
        super().__init__(
            f"Условие {quoted(condition)}: {known}. Оцените его в {year.first.year}/{year.last.year} учебном году "
            "и впишите дату на лист «Готовность».",
            Place.of(row, column) if row else Place.of_table(Readiness.table),
            condition,
        )


_YEAR = school_year(dt.date(2026, 9, 1))


@rule(
    "RDY-1",
    clause="A III",
    about="Условия внедрения оценены в этом учебном году",
    raised="У одного из восьми условий нет оценки с датой этого учебного года.",
    cleared="Оценка и дата вписаны.",
    examples=(
        ConditionUnassessed(CONDITIONS[4], _YEAR, None),
        ConditionUnassessed(CONDITIONS[4], _YEAR, Readiness(CONDITIONS[4], "2", row=9)),
        ConditionUnassessed(CONDITIONS[4], _YEAR, Readiness(CONDITIONS[4], "2", dt.date(2026, 5, 20), row=9)),
    ),
)
def every_condition_is_assessed(group: Group, today: dt.date) -> Iterator[Finding]:
    """Each of the eight conditions was assessed in the current school year."""
    year = school_year(today)
    for condition, row in zip(CONDITIONS, _rows(group), strict=True):
        fault = row is not None and row.faults & {"score", "date"}
        assessed = row is not None and row.score and row.date and row.date >= year.first
        if not fault and not assessed:
            yield ConditionUnassessed(condition, year, row)


def _rows(group: Group) -> tuple[Readiness | None, ...]:
    """Return the row of each condition; a condition worded anew is taken by its place among the eight."""
    rows = group[Readiness]
    by_text = {fold(row.condition): row for row in rows}
    known = {fold(condition) for condition in CONDITIONS}
    places = rows if len(rows) == len(CONDITIONS) else (None,) * len(CONDITIONS)
    return tuple(
        by_text.get(fold(condition)) or (row if row and fold(row.condition) not in known else None)
        for condition, row in zip(CONDITIONS, places, strict=True)
    )


class MeasuresMissing(Finding):
    """A condition is not met, and nothing is planned about it."""

    severity_by_default = Severity.WARNING

    def __init__(self, row: Readiness) -> None:
        super().__init__(
            f"Условие {quoted(row.condition)} оценено на {row.score}, но меры не записаны. "
            "Впишите в «Меры», что и когда сделать.",
            Place.of(row, "measures"),
            row.condition,
        )


@rule(
    "RDY-2",
    clause="A III",
    about="Для невыполненного условия намечены меры",
    raised="Оценка условия 0 или 1, а «Меры» пусты.",
    cleared="Меры записаны или оценка повышена.",
    examples=(MeasuresMissing(Readiness(CONDITIONS[4], "1", row=9)),),
)
def unmet_condition_has_measures(group: Group, today: dt.date) -> Iterator[Finding]:
    """A condition assessed as unmet or met in part has its measures."""
    for row in group[Readiness]:
        if row.score in {"0", "1"} and not row.measures and "measures" not in row.faults:
            yield MeasuresMissing(row)
