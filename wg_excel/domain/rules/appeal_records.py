"""Rules of how appeals are kept in the journal: their numbers, what is told of the rejected (B 6.4)."""

import datetime as dt
import re
from collections.abc import Iterator

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.findings import Finding, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.rules.appeals import AppealFinding
from wg_excel.domain.rules.registry import rule

_YEAR = re.compile(r"(?:№\s*)?(?P<year>20\d\d)\s*[-–—/]\s*\d+")
REJECTED = "Отклонено"


class NumberOfOtherYear(AppealFinding):
    """An appeal's number has another year than its day."""

    severity_by_default = Severity.WARNING

    def __init__(self, appeal: Appeal, year: str) -> None:
        day = appeal.date.year if appeal.date else ""
        super().__init__(
            appeal, "number", f"в номере {year} год, а дата обращения — {day} года. Исправьте номер или дату."
        )


class RejectedWithoutReason(AppealFinding):
    """Nothing tells why an appeal was rejected."""

    severity_by_default = Severity.WARNING

    def __init__(self, appeal: Appeal) -> None:
        super().__init__(appeal, "measures", "отклонено, но причина не записана. Впишите её в «Принятые меры».")


_APPEAL = Appeal("2025-014", dt.date(2026, 1, 12), status=REJECTED, row=19)


@rule(
    "APP-11",
    clause="B 6.4",
    about="Год в номере обращения — год его даты",
    raised="Номер начинается с другого года, чем дата обращения.",
    cleared="Номер или дата исправлены.",
    examples=(NumberOfOtherYear(_APPEAL, "2025"),),
)
def number_has_the_year_of_the_day(group: Group, today: dt.date) -> Iterator[Finding]:
    """An appeal's number begins with the year of its day."""
    for appeal in group[Appeal]:
        found = _YEAR.fullmatch(appeal.number)
        if found and appeal.date and int(found["year"]) != appeal.date.year:
            yield NumberOfOtherYear(appeal, found["year"])


@rule(
    "APP-12",
    clause="B 6.4",
    about="У отклонённого обращения записана причина",
    raised="Статус «Отклонено», а «Принятые меры» и «Примечание» пусты.",
    cleared="Причина записана.",
    examples=(RejectedWithoutReason(_APPEAL),),
)
def rejected_appeal_tells_why(group: Group, today: dt.date) -> Iterator[Finding]:
    """A rejected appeal tells its reason."""
    for appeal in group[Appeal]:
        told = appeal.measures or appeal.note or appeal.faults & {"measures", "note"}
        if appeal.status == REJECTED and not told:
            yield RejectedWithoutReason(appeal)
