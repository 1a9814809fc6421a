"""Remarks of the monitoring that somebody deals with («Замечания в работе»): B 5.2, 4.1.

A remark is known by its teacher, class, subject and indicator and by the lessons that it is about, never by a row of
«Мониторинг», which is built anew each time.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from wg_excel.domain import lists
from wg_excel.domain.language.texts import lowered
from wg_excel.domain.monitoring.indicators import INDICATORS, Indicator
from wg_excel.domain.periods import Period
from wg_excel.domain.schema import Kind, Record, column, table

IN_HAND, MENDED, DROPPED = lists.REMARK_STATES.values


@table(
    "Замечания в работе",
    "tblRemarks",
    clause="B 5.2",
    key="number",
    hint="Замечания мониторинга, ставшие делом. Исправленное отметит новый импорт; не согласны — поставьте «Снято».",
)
class TakenRemark(Record):
    """One remark that became a deed, how it stood then and how it stands now."""

    number: str = column("№", required=True, unique=True, width=7)
    date: dt.date | None = column("Взято", Kind.DATE, required=True, width=12)
    teacher: str = column("Педагог", required=True, width=28)
    school_class: str = column("Класс", width=9)
    subject: str = column("Предмет", width=16)
    indicator: str = column("Показатель", required=True, width=18)
    first: dt.date | None = column("Период с", Kind.DATE, width=12, hidden=True)
    last: dt.date | None = column("Период по", Kind.DATE, width=12, hidden=True)
    was: str = column("Было", Kind.LONG_TEXT, width=28)
    now: str = column("Сейчас", Kind.LONG_TEXT, width=34, hint="Заполняют «Импорт выгрузок» и «Мониторинг»")
    status: str = column("Состояние", required=True, choices=lists.REMARK_STATES, width=14)
    checked: dt.date | None = column("Проверено", Kind.DATE, width=12)
    request: str = column("Запрос", refers="tblRequests", width=10)
    appeal: str = column("Обращение", refers="tblAppeals", width=12)
    assignment: str = column("Поручение", refers="tblAssignments", width=12)
    meeting: str = column("Заседание", refers="tblMeetings", width=12)
    item: int | None = column("Вопрос №", Kind.INTEGER, width=10)
    decision: str = column(
        "Решение", Kind.LONG_TEXT, width=30, hint="Почему снято, например: не согласны, урок отменён приказом"
    )

    @property
    def is_open(self) -> bool:
        """Tell whether the remark is still to be mended."""
        return self.status == IN_HAND

    @property
    def period(self) -> Period | None:
        """Return the days whose lessons the remark is about."""
        return Period(self.first, self.last) if self.first and self.last and self.first <= self.last else None

    @property
    def of(self) -> Indicator | None:
        """Return the indicator that the remark is about."""
        return next((one for one in INDICATORS if short(one) == self.indicator), None)

    @property
    def deed(self) -> str:
        """Return how a sentence names what the remark became: «запрос № 5»."""
        if self.request:
            return f"запрос № {self.request}"
        if self.appeal:
            return f"обращение № {self.appeal}"
        if self.assignment:
            return f"поручение № {self.assignment}"
        return f"вопрос {self.item} заседания № {self.meeting}" if self.meeting else ""

    @property
    def head(self) -> str:
        """Return how the remark is dealt with: its deed, «устранено», «снято (урок отменён)»."""
        if self.is_open:
            return self.deed
        why = f" ({self.decision.strip()})" if self.status == DROPPED and self.decision.strip() else ""
        return f"{self.status.lower()}{why}"

    @property
    def about(self) -> str:
        """Return whose journal and which indicator it is: «5А, Математика – темы»."""
        where = ", ".join(filter(None, (self.school_class, self.subject)))
        return f"{where} – {lowered(self.indicator)}"


Where = tuple[str, str, str]


def by_place(remarks: Iterable[TakenRemark]) -> dict[Where, list[TakenRemark]]:
    """Return the remarks by teacher, class and subject."""
    found: defaultdict[Where, list[TakenRemark]] = defaultdict(list)
    for remark in remarks:
        found[remark.teacher, remark.school_class, remark.subject].append(remark)
    return dict(found)


def measures(remarks: Iterable[TakenRemark], period: Period) -> str:
    """Return what was done about the remarks of one place: «Запрос № 5: темы, ДЗ; исправлено: своевременность»."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    for remark in remarks:
        if remark.period is None or remark.period.touches(period):
            told[remark.head].append(lowered(remark.indicator))
    text = "; ".join(f"{head}: {', '.join(names)}" for head, names in told.items())
    return text[:1].upper() + text[1:]


def short(indicator: Indicator) -> str:
    """Return an indicator's title without its unit: «Темы»."""
    return indicator.title.removesuffix(", %")
