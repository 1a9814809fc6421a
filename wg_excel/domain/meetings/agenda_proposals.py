"""What waits for the group and so belongs on the next agenda (B 2.1, 2.2, 3.2, 5.2; A III).

A source is one function of SOURCES: it yields proposals in the order in which they should be discussed.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.themes import repeated_themes
from wg_excel.domain.figures import State
from wg_excel.domain.findings import Finding
from wg_excel.domain.group import Group
from wg_excel.domain.language.texts import listed, quoted
from wg_excel.domain.language.wording import agreed, counted, short_date
from wg_excel.domain.meetings.decisions import stems
from wg_excel.domain.meetings.meetings import AgendaItem, Meeting
from wg_excel.domain.members.members import Member
from wg_excel.domain.monitoring.indicator_themes import by_theme
from wg_excel.domain.monitoring.remarks import Remark
from wg_excel.domain.periods import Period
from wg_excel.domain.rules.readiness import every_condition_is_assessed
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.documents import Document
from wg_excel.domain.work.duties import current_quarter, duty_figures
from wg_excel.domain.work.readiness import CONDITIONS, SHORT_CONDITIONS

TAKEN, TO_CHANGE = "Вынесено на заседание", "Требует изменений"
CARRIED = re.compile(r"\s*\(перенесён с засе\w+ № (?P<numbers>[^)]+)\)\s*$")
CARRIED_BASIS = re.compile(r", заседание № .+$")
# What is proposed anew from its state on the day is not carried over.
RENEWED = frozenset({"Поручения", "Мониторинг", "Готовность", "Обязанности"})
# Duties of which other proposals speak already.
SPOKEN_OF = frozenset({"duty.meeting", "duty.assignments", "duty.documents", "duty.readiness"})


@dataclass(frozen=True)
class Proposal:
    """One item proposed; `basis` says where it comes from and tells it from the others.

    `alike` are words whose presence in an item's question shows that the item is there already; a proposal made
    `once` is not repeated for later meetings.
    """

    basis: str
    question: str
    speaker: str = ""
    appeal: str = ""
    alike: str = ""
    once: bool = False


@dataclass(frozen=True)
class Waiting:
    """What the proposals are made from: the group on a day, the check's findings, the monitoring's remarks."""

    group: Group
    day: dt.date
    findings: Sequence[Finding] = ()
    remarks: Sequence[Remark] = ()
    period: Period | None = None


def proposals(waiting: Waiting) -> tuple[Proposal, ...]:
    """Return what to discuss next, the open assignments first; what several sources name is proposed once."""
    found: list[Proposal] = []
    for source in SOURCES:
        for proposal in source(waiting):
            if not any(_repeats(proposal, earlier) for earlier in found):
                found.append(proposal)
    return tuple(found)


def root(basis: str) -> str:
    """Return where an item came from first: «Документ № 3» for «Документ № 3, заседание № 4, вопрос 2»."""
    return CARRIED_BASIS.sub("", basis)


def _repeats(proposal: Proposal, earlier: Proposal) -> bool:
    if proposal.appeal and proposal.appeal == earlier.appeal:
        return True
    if root(proposal.basis) == root(earlier.basis):
        return True
    return bool(earlier.alike) and stems(earlier.alike) <= stems(proposal.question)


def is_ahead(meeting: Meeting, day: dt.date) -> bool:
    """Tell whether a meeting is still to be held; a postponed one is when its date was set anew or taken out."""
    return meeting.status in {"Запланировано", "Перенесено"} and (meeting.date is None or meeting.date >= day)


def _assignments(waiting: Waiting) -> Iterator[Proposal]:
    tasks = [task for task in waiting.group[Assignment] if task.is_open]
    if not tasks:
        return
    late = ", ".join(task.number for task in tasks if task.due and task.due < waiting.day)
    word = agreed(len(tasks), "поручения", "поручений", "поручений") if len(tasks) == 1 else "поручений"
    question = f"Об исполнении {word} № {', '.join(task.number for task in tasks)}"
    overdue = f" (просрочено: № {late})" if late else ""
    yield Proposal("Поручения", question + overdue, _holder(waiting, "Секретарь"), alike="исполнение поручений")


def _carried_over(waiting: Waiting) -> Iterator[Proposal]:
    """Yield items without decision of the last held meeting and of those postponed or cancelled since."""
    held = [meeting for meeting in waiting.group.index.held if meeting.date and meeting.date <= waiting.day]
    last = max(held, key=lambda meeting: meeting.date or waiting.day, default=None)
    for meeting in waiting.group[Meeting]:
        if meeting is last or _fell_through(meeting, last, waiting.day):
            yield from _undecided(waiting.group, meeting)


def _fell_through(meeting: Meeting, last: Meeting | None, day: dt.date) -> bool:
    if meeting.status not in {"Перенесено", "Отменено"} or is_ahead(meeting, day):
        return False
    return last is None or meeting.date is None or last.date is None or meeting.date >= last.date


def _undecided(group: Group, meeting: Meeting) -> Iterator[Proposal]:
    items = group.index.agenda(meeting.number)
    if meeting.is_held and not any(item.decided for item in items):
        return  # its decisions are still to be written down
    for item in items:
        undecided = not item.decided and "decided" not in item.faults
        if undecided and item.number is not None and item.question and item.basis not in RENEWED:
            place = f"заседание № {meeting.number}, вопрос {item.number}"
            basis = f"{root(item.basis)}, {place}" if item.basis else f"З{place[1:]}"
            yield Proposal(basis, carried(item, meeting.number), item.speaker, item.appeal, once=True)


def carried(item: AgendaItem, number: str) -> str:
    """Return an item's question with the meetings it was carried over from: «О … (перенесён с заседания № 3)»."""
    before = CARRIED.search(item.question)
    numbers = [*(before["numbers"].split(", ") if before else ()), number]
    meetings = "заседания" if len(numbers) == 1 else "заседаний"
    return f"{CARRIED.sub('', item.question)} (перенесён с {meetings} № {', '.join(dict.fromkeys(numbers))})"


def _appeals(waiting: Waiting) -> Iterator[Proposal]:
    for appeal in waiting.group[Appeal]:
        if appeal.status == TAKEN and appeal.number and not _is_considered(waiting, appeal):
            yield of_appeal(appeal)


def of_appeal(appeal: Appeal) -> Proposal:
    """Return the item that considers an appeal (B 2.2)."""
    about = f": {appeal.theme[:1].lower()}{appeal.theme[1:]}" if appeal.theme else ""
    question = f"Об обращении № {appeal.number} от {short_date(appeal.date)}{about}"
    return Proposal(f"Обращение № {appeal.number}", question, appeal.executor, appeal.number)


def _is_considered(waiting: Waiting, appeal: Appeal) -> bool:
    return any(item.decided for item in waiting.group.index.items_of_appeal(appeal.number))


def _themes(waiting: Waiting) -> Iterator[Proposal]:
    quarter = current_quarter(waiting.group, waiting.day)
    remarked = by_theme(waiting.remarks, waiting.group.lists)
    for repeated in repeated_themes(waiting.group[Appeal], quarter, waiting.day):
        whole = repeated.with_remarks(remarked.get(repeated.theme, ()))
        yield Proposal(whole.basis, whole.question, once=True)


def _documents(waiting: Waiting) -> Iterator[Proposal]:
    for document in waiting.group[Document]:
        basis = f"Документ № {document.number}"
        if document.analysis == TO_CHANGE and document.title and not _is_in_hand(waiting, document, basis):
            question = f"О внесении изменений в документ {quoted(document.title)}"
            yield Proposal(basis, question, document.responsible)


def _is_in_hand(waiting: Waiting, document: Document, basis: str) -> bool:
    """Tell whether the group has decided on a document already and the term still runs."""
    decided = any(root(item.basis) == basis and item.decided for item in waiting.group[AgendaItem])
    return decided and document.due is not None and document.due >= waiting.day


def _monitoring(waiting: Waiting) -> Iterator[Proposal]:
    if waiting.remarks and waiting.period:
        remarks = counted(len(waiting.remarks), "замечание", "замечания", "замечаний")
        teachers = len({remark.row.teacher for remark in waiting.remarks})
        who = counted(teachers, "педагога", "педагогов", "педагогов")
        question = f"О результатах мониторинга журналов за {waiting.period}: {remarks} у {who}"
        yield Proposal("Мониторинг", question, _holder(waiting, "Администратор ЭлЖур"), alike="результаты мониторинга")


def _conditions(waiting: Waiting) -> Iterator[Proposal]:
    due = {finding.about for finding in every_condition_is_assessed(waiting.group, waiting.day)}
    short = [name.lower() for text, name in zip(CONDITIONS, SHORT_CONDITIONS, strict=True) if text in due]
    if short:
        question = f"Об оценке условий внедрения «ЭлЖур» (регламент, раздел III): {', '.join(short)}"
        speaker = _holder(waiting, "Ответственный за внедрение")
        yield Proposal("Готовность", question, speaker, alike="оценка условий внедрения")


def _duties(waiting: Waiting) -> Iterator[Proposal]:
    figures = duty_figures(waiting.group, waiting.findings, waiting.day)
    at_risk = [each.title for each in figures if each.state in {State.RISK, State.BROKEN} and each.id not in SPOKEN_OF]
    if at_risk:
        question = f"Об обязанностях группы, требующих внимания: {listed(at_risk, len(at_risk))}"
        yield Proposal("Обязанности", question, _holder(waiting, "Руководитель"), alike="обязанности группы")


def _holder(waiting: Waiting, role: str) -> str:
    """Return who holds a role on the day; empty where nobody does."""
    members = (member for member in waiting.group[Member] if member.is_current(waiting.day))
    return next((member.fio for member in members if role in member.roles), "")


SOURCES: tuple[Callable[[Waiting], Iterator[Proposal]], ...] = (
    _assignments,
    _carried_over,
    _appeals,
    _themes,
    _documents,
    _monitoring,
    _conditions,
    _duties,
)
