"""The duties of the regulations, as «Сводка» shows them: kept, at risk or broken (1-domain 1.6).

A duty is one entry of DUTIES: the rules whose findings decide its state, and a function that says how it stands.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wg_excel.domain.access import Access
from wg_excel.domain.appeals import Appeal
from wg_excel.domain.assignments import Assignment
from wg_excel.domain.documents import Document
from wg_excel.domain.extractions import Extraction
from wg_excel.domain.figures import STATE_OF, Figure, State, on
from wg_excel.domain.findings import Finding
from wg_excel.domain.group import Group
from wg_excel.domain.periods import Period, quarter_of
from wg_excel.domain.plan import Activity
from wg_excel.domain.quarters import quarters_due
from wg_excel.domain.readiness import CONDITIONS, Readiness
from wg_excel.domain.requests import Request
from wg_excel.domain.terms import term_of
from wg_excel.domain.wording import counted, short_date


class Fact(NamedTuple):
    """How a duty stands: its number, what the number is of, and the words beside it."""

    value: int
    base: int | None
    words: str


Teller = Callable[[Group, Period, dt.date], Fact]


@dataclass(frozen=True)
class Duty:
    """One duty: where it is asked for, the sheet that keeps it, the rules that guard it."""

    id: str
    title: str
    clause: str
    sheet: str
    rules: tuple[str, ...]
    tell: Teller
    of_quarter: bool = False


def duty_figures(group: Group, findings: Iterable[Finding], day: dt.date) -> tuple[Figure, ...]:
    """Return every duty with its state on a day; the quarter is the current one of B 6.1."""
    found = tuple(findings)
    quarter = current_quarter(group, day)
    return tuple(_figure(duty, group, found, quarter, day) for duty in DUTIES)


def current_quarter(group: Group, day: dt.date) -> Period:
    """Return the quarter in which the day lies, as the school counts them."""
    days = [quarter.days for quarter in quarters_due(group, day)]
    return days[-1] if days and day in days[-1] else quarter_of(day)


def _figure(duty: Duty, group: Group, findings: Sequence[Finding], quarter: Period, day: dt.date) -> Figure:
    own = [finding for finding in findings if finding.rule in duty.rules]
    fact = duty.tell(group, quarter, day)
    return Figure(
        f"duty.{duty.id}",
        duty.title,
        fact.value,
        duty.sheet,
        quarter if duty.of_quarter else on(day),
        fact.base,
        state=_state(own),
        note=f"{fact.words} · замечаний: {len(own)}" if own else fact.words,
    )


def _state(findings: Iterable[Finding]) -> State:
    heaviest = min((finding.weight for finding in findings), key=lambda weight: weight.order, default=None)
    return STATE_OF[heaviest] if heaviest else State.KEPT


def _meeting(group: Group, quarter: Period, day: dt.date) -> Fact:
    held = [meeting for meeting in group.index.held if meeting.date and meeting.date in quarter and meeting.date <= day]
    if not held:
        return Fact(0, None, f"не проведено, срок — до {short_date(quarter.last)}")
    return Fact(len(held), None, "; ".join(f"№ {meeting.number} — {short_date(meeting.date)}" for meeting in held))


def _protocol(group: Group, _quarter: Period, _day: dt.date) -> Fact:
    held = group.index.held
    without = [meeting.number for meeting in held if not meeting.protocol_date]
    missing = f", нет у № {', '.join(without)}" if without else ""
    return Fact(len(held) - len(without), len(held), f"{len(held) - len(without)} из {len(held)}{missing}")


def _attendance(group: Group, _quarter: Period, _day: dt.date) -> Fact:
    held = group.index.held
    full = [
        meeting for meeting in held if group.index.attendance(meeting.number) and group.index.agenda(meeting.number)
    ]
    return Fact(len(full), len(held), f"явка и повестка — {len(full)} из {counted(len(held), *MEETINGS)}")


def _help(group: Group, quarter: Period, day: dt.date) -> Fact:
    number = sum(1 for appeal in group[Appeal] if appeal.date and appeal.date in quarter and appeal.date <= day)
    return Fact(number, None, f"записано за квартал: {number}")


def _composition(group: Group, _quarter: Period, day: dt.date) -> Fact:
    number = len(group.index.composition(day))
    return Fact(number, None, f"в составе {counted(number, 'человек', 'человека', 'человек')}")


def _appeals(group: Group, _quarter: Period, day: dt.date) -> Fact:
    waiting = [appeal for appeal in group[Appeal] if appeal.is_open and appeal.status]
    late = [appeal for appeal in waiting if (due := term_of(group, appeal)) and due < day]
    return _overdue(len(late), len(waiting))


def _assignments(group: Group, _quarter: Period, day: dt.date) -> Fact:
    waiting = [task for task in group[Assignment] if task.is_open]
    return _overdue(sum(1 for task in waiting if task.due and task.due < day), len(waiting))


def _plan(group: Group, _quarter: Period, day: dt.date) -> Fact:
    waiting = [activity for activity in group[Activity] if activity.is_open]
    return _overdue(sum(1 for activity in waiting if activity.due and activity.due < day), len(waiting))


def _requests(group: Group, _quarter: Period, day: dt.date) -> Fact:
    waiting = [request for request in group[Request] if not request.answered and request.status != "Получен ответ"]
    return _overdue(sum(1 for request in waiting if request.due and request.due < day), len(waiting))


def _extractions(group: Group, _quarter: Period, day: dt.date) -> Fact:
    waiting = [extraction for extraction in group[Extraction] if not extraction.done]
    return _overdue(sum(1 for extraction in waiting if extraction.due and extraction.due < day), len(waiting))


def _documents(group: Group, _quarter: Period, _day: dt.date) -> Fact:
    documents = group[Document]
    change = sum(1 for document in documents if document.analysis == "Требует изменений")
    publish = sum(1 for document in documents if document.publication == "Не опубликован")
    return Fact(change + publish, len(documents), f"изменить: {change}, опубликовать: {publish}")


def _access(group: Group, _quarter: Period, _day: dt.date) -> Fact:
    given = [access for access in group[Access] if not access.revoked]
    unsigned = sum(1 for access in given if not access.signed)
    return Fact(unsigned, len(given), f"без подписи: {unsigned} из {len(given)}")


def _readiness(group: Group, _quarter: Period, _day: dt.date) -> Fact:
    assessed = sum(1 for condition in group[Readiness] if condition.score)
    return Fact(assessed, len(CONDITIONS), f"оценено условий: {assessed} из {len(CONDITIONS)}")


def _overdue(late: int, waiting: int) -> Fact:
    return Fact(late, waiting, f"просрочено: {late}, открыто: {waiting}")


MEETINGS = ("заседания", "заседаний", "заседаний")
DUTIES = (
    Duty("meeting", "Заседание в каждом квартале", "B 6.1", "Заседания", ("MTG-1",), _meeting, of_quarter=True),
    Duty("protocol", "Протокол после каждого заседания", "B 6.3", "Заседания", ("MTG-2",), _protocol),
    Duty(
        "attendance",
        "Явка, решения и голоса записаны",
        "B 4.2",
        "Явка",
        ("MTG-3", "MTG-4", "MTG-5", "MTG-6", "MTG-7", "MTG-8"),
        _attendance,
    ),
    Duty("help", "Помощь записана в журнал", "B 6.4", "Обращения", ("APP-1", "APP-2", "APP-3"), _help, of_quarter=True),
    Duty(
        "composition",
        "Состав утверждён приказом",
        "B 3.3",
        "Члены группы",
        ("MEM-1", "MEM-2", "MEM-3", "MEM-4"),
        _composition,
    ),
    Duty("appeals", "Обращения решаются в срок", "A IV.2.1", "Обращения", ("APP-4", "APP-5"), _appeals),
    Duty("assignments", "Поручения исполняются", "B 3.2", "Поручения", ("ASG-1", "ASG-2", "ASG-3"), _assignments),
    Duty("plan", "План исполняется", "B 4.2", "План", ("PLN-1", "PLN-2"), _plan),
    Duty("requests", "Педагоги отвечают на запросы", "B 4.1", "Запросы педагогам", ("REQ-1",), _requests),
    Duty("extractions", "Данные извлекаются по запросу", "A IV.3.4", "Выгрузки", ("EXT-1",), _extractions),
    Duty("documents", "Документы приведены в порядок", "B 2.1", "Документы", ("DOC-1", "DOC-2", "DOC-3"), _documents),
    Duty("access", "Доступы выданы под подпись", "A II.3", "Доступы", ("ACC-1", "APP-6"), _access),
    Duty("readiness", "Условия внедрения оценены", "A III", "Готовность", ("RDY-1",), _readiness),
)
