"""The duty clock: each duty of the regulations is kept, at risk or broken, with its clause, row and next step.

A duty is one entry of DUTIES: the rules whose findings decide its state, and a function that says how it stands
(`wg_excel.domain.work.duty_facts`). «Сводка» shows them (1-domain 1.6).
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.figures import STATE_OF, Figure, State, on
from wg_excel.domain.findings import Finding, Place
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.members.access import Access
from wg_excel.domain.periods import Period, quarter_of
from wg_excel.domain.quarters import every_quarter, other_kind, quarters_due
from wg_excel.domain.schema import Record
from wg_excel.domain.work import duty_facts as facts
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.documents import Document
from wg_excel.domain.work.duty_facts import Fact, Teller
from wg_excel.domain.work.extractions import Extraction
from wg_excel.domain.work.plan import Activity
from wg_excel.domain.work.requests import Request

BADNESS = (State.NONE, State.KEPT, State.RISK, State.BROKEN)
NO_RECORDS = "записей пока нет"
LONGEST_NOTE = 46  # characters that a line of «Сводка» has room for


@dataclass(frozen=True)
class Duty:
    """One duty: where it is asked for, the sheet that keeps it, the rules that guard it.

    `of` are the records without which nothing can be said of it, good or bad.
    """

    id: str
    title: str
    clause: str
    sheet: str
    rules: tuple[str, ...]
    tell: Teller
    of_quarter: bool = False
    of: type[Record] | None = None


@dataclass(frozen=True)
class DutyFigure(Figure):
    """A duty as it stands: `days_left` are working days to its next term, `place` the row that shows it."""

    clause: str = ""
    days_left: int | None = None
    place: Place | None = None
    next_step: str = ""

    @property
    def state_words(self) -> str:
        """Return the state; at risk, how many working days are left."""
        if self.state is State.RISK and self.days_left is not None:
            return f"{self.state.sign} ещё {self.days_left} раб. дн."
        return self.state.words

    @property
    def evidence(self) -> str:
        """Return the sheet, with the row where one shows how the duty stands."""
        return f"{self.place.sheet}, строка {self.place.row}" if self.place and self.place.row else self.sheet

    def to_json(self) -> dict[str, Any]:
        """Return the figure with its clause, the working days left, the row and what comes next."""
        place = {"sheet": self.place.sheet, "row": self.place.row, "column": self.place.column} if self.place else None
        own = {"clause": self.clause, "days_left": self.days_left, "evidence": place, "next": self.next_step}
        return {**super().to_json(), **own}


def duty_figures(group: Group, findings: Iterable[Finding], day: dt.date) -> tuple[DutyFigure, ...]:
    """Return every duty with its state on a day; accepted findings do not break a duty."""
    found = tuple(finding for finding in findings if not finding.accepted)
    quarter = current_quarter(group, day)
    return tuple(_figure(duty, group, found, quarter, day) for duty in DUTIES)


def current_quarter(group: Group, day: dt.date) -> Period:
    """Return the quarter in which the day lies, as the school counts them."""
    days = [quarter.days for quarter in quarters_due(group, day)]
    return days[-1] if days and day in days[-1] else quarter_of(day)


def _figure(duty: Duty, group: Group, findings: Sequence[Finding], quarter: Period, day: dt.date) -> DutyFigure:
    own = [finding for finding in findings if finding.rule in duty.rules]
    fact = duty.tell(group, day)
    if duty.of and not group[duty.of] and not own:
        fact = fact._replace(words=NO_RECORDS, next="", due=None, state=State.NONE)
    left = group.calendar.between(day, fact.due) if fact.due and fact.due >= day else None
    return DutyFigure(
        f"duty.{duty.id}",
        _title(duty, group, day),
        fact.value,
        duty.sheet,
        quarter if duty.of_quarter else on(day),
        fact.base,
        state=_state(fact, own, left, group.settings.warning_days),
        note=_note(fact, own),
        clause=duty.clause,
        days_left=left,
        place=_evidence(fact, own),
        next_step=fact.next,
    )


def _title(duty: Duty, group: Group, day: dt.date) -> str:
    """Return the duty's title; the meeting is due by quarters or by terms, and both are shown."""
    kind = group.settings.quarters
    if duty.id == "meeting_otherwise":
        kind = other_kind(kind)
    elif duty.id != "meeting":
        return duty.title
    return f"Заседание {every_quarter(group, kind, day)}"


def _state(fact: Fact, findings: Iterable[Finding], left: int | None, warning_days: int) -> State:
    """Return the worst of what findings, calendar and the nearness of the term say."""
    if fact.state is State.NONE:
        return State.NONE
    states = [fact.state, *(STATE_OF[finding.weight] for finding in findings)]
    if left is not None and left <= warning_days:
        states.append(State.RISK)
    return max(states, key=BADNESS.index)


def _note(fact: Fact, findings: Sequence[Finding]) -> str:
    """Return the words of a line: what is, then the findings behind it or what comes next."""
    if findings:
        return f"{fact.words} · замечаний: {len(findings)}"
    note = f"{fact.words} → {fact.next}" if fact.next else fact.words
    return note if len(note) <= LONGEST_NOTE else fact.words


def _evidence(fact: Fact, findings: Iterable[Finding]) -> Place | None:
    """Return the row of the heaviest finding, else the one that the fact names."""
    placed = [finding for finding in findings if finding.place.row]
    heaviest = min(placed, key=lambda finding: finding.weight.order, default=None)
    return heaviest.place if heaviest else fact.place


DUTIES = (
    Duty("meeting", "Заседание", "B 6.1", "Заседания", ("MTG-1",), facts.meeting, of_quarter=True),
    Duty("meeting_otherwise", "Заседание", "B 6.1", "Заседания", (), facts.meeting_otherwise, of_quarter=True),
    Duty(
        "protocol",
        "Протокол после каждого заседания",
        "B 6.3",
        "Заседания",
        ("MTG-2", "MTG-11"),
        facts.protocol,
        of=Meeting,
    ),
    Duty(
        "attendance",
        "Явка, решения и голоса записаны",
        "B 4.2",
        "Явка",
        ("MTG-3", "MTG-4", "MTG-5", "MTG-6", "MTG-7", "MTG-8"),
        facts.attendance,
        of=Meeting,
    ),
    Duty(
        "help",
        "Помощь записана в журнал",
        "B 6.4",
        "Обращения",
        ("APP-1", "APP-2", "APP-3"),
        facts.help_recorded,
        of_quarter=True,
        of=Appeal,
    ),
    Duty(
        "composition",
        "Состав утверждён приказом",
        "B 3.3",
        "Члены группы",
        ("MEM-1", "MEM-2", "MEM-3", "MEM-4"),
        facts.composition,
    ),
    Duty("monitoring", "Журналы под наблюдением", "B 5.2", "Импорт", (), facts.monitoring, of_quarter=True),
    Duty(
        "appeals",
        "Обращения решаются в срок",
        "A IV.2.1",
        "Обращения",
        ("APP-4", "APP-5"),
        facts.appeals_in_term,
        of=Appeal,
    ),
    Duty(
        "assignments",
        "Поручения исполняются",
        "B 3.2",
        "Поручения",
        ("ASG-1", "ASG-2", "ASG-3", "ASG-6"),
        facts.assignments,
        of=Assignment,
    ),
    Duty("plan", "План исполняется", "B 4.2", "План", ("PLN-1", "PLN-2"), facts.plan, of=Activity),
    Duty(
        "requests", "Педагоги отвечают на запросы", "B 4.1", "Запросы педагогам", ("REQ-1",), facts.requests, of=Request
    ),
    Duty(
        "extractions",
        "Данные извлекаются по запросу",
        "A IV.3.4",
        "Выгрузки",
        ("EXT-1",),
        facts.extractions,
        of=Extraction,
    ),
    Duty(
        "documents",
        "Документы изучены и исправлены",
        "B 2.1",
        "Документы",
        ("DOC-1", "DOC-4"),
        facts.documents,
        of=Document,
    ),
    Duty("publication", "Документы на сайте", "B 5.4", "Документы", ("DOC-2", "DOC-3"), facts.publication, of=Document),
    Duty("access", "Доступы выданы под подпись", "A II.3", "Доступы", ("ACC-1", "APP-6"), facts.access, of=Access),
    Duty("readiness", "Условия внедрения оценены", "A III", "Готовность", ("RDY-1", "RDY-2"), facts.readiness),
)
