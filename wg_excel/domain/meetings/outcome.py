"""What a held meeting's decisions change: assignments, appeals, documents, each linked both ways (B 2.2, 3.2).

Carried once: the item remembers by a digest each decision that became an assignment, so that one which was deleted
does not come back; an appeal is changed only while it waits for its meeting; a document gets only the term it lacks.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.failures import Failure
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.agenda_proposals import TAKEN, TO_CHANGE, root
from wg_excel.domain.meetings.decisions import points, says
from wg_excel.domain.meetings.meetings import AgendaItem, Meeting
from wg_excel.domain.meetings.orders import Order, read_order
from wg_excel.domain.meetings.task_sources import tasks_of
from wg_excel.domain.numbering import next_number
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.documents import Document

MARK = 8  # letters of a digest
NOTHING = (
    "Переносить нечего: у проведённых заседаний нет новых решений, где названы исполнитель и срок. Пишите их на листе "
    "«Повестка» так: «Ивановой М. П. подготовить справку до 01.12.2026»."
)


class NotHeldYet(Failure):
    """Only decisions of a held meeting are carried out."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            f"Заседание № {meeting.number} отменено: его решения не переносятся. Если оно всё же прошло, поставьте ему "
            "на листе «Заседания» статус «Проведено» и повторите."
            if meeting.status == "Отменено"
            else f"Решения заседания № {meeting.number} переносить рано: поставьте ему на листе «Заседания» статус "
            "«Проведено», когда оно пройдёт, и повторите."
        )


@dataclass(frozen=True)
class Outcome:
    """The rows to add and the rows as they are to be; `incomplete` are decisions without an executor or a term."""

    assignments: tuple[Assignment, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    documents: tuple[Document, ...] = ()
    incomplete: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """Return what was done, then each decision that lacks something, on lines of their own."""
        if not (self.assignments or self.items or self.appeals or self.documents or self.incomplete):
            return NOTHING
        return "\n".join((f"{self._done}.", *(f"{text[:1].upper()}{text[1:]}" for text in self.incomplete)))

    def __str__(self) -> str:
        """Return what was done as a sentence, then what could not be done."""
        return "; ".join((self._done, *self.incomplete))

    @property
    def _done(self) -> str:
        done = f"Поручений создано: {len(self.assignments)}, обращений обновлено: {len(self.appeals)}, документов: "
        return f"{done}{len(self.documents)}"


def outcome(group: Group, meetings: Iterable[Meeting]) -> Outcome:
    """Return what the decisions of held meetings change."""
    made = _Outcome(group)
    for meeting in meetings:
        if meeting.is_held and meeting.date:
            for item in group.index.agenda(meeting.number):
                made.take(meeting, meeting.date, item)
    return Outcome(
        tuple(made.assignments), tuple(made.items), tuple(made.appeals), tuple(made.documents), tuple(made.incomplete)
    )


def passed(item: AgendaItem) -> bool:
    """Tell whether a decision was taken; where no votes are recorded it was."""
    return bool(item.decided) and (item.votes_for is None or item.votes_for > (item.votes_against or 0))


class _Outcome:
    """Gathers the outcome, item by item, so that new assignments are numbered one after another."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.assignments: list[Assignment] = []
        self.items: list[AgendaItem] = []
        self.appeals: list[Appeal] = []
        self.documents: list[Document] = []
        self.incomplete: list[str] = []

    def take(self, meeting: Meeting, day: dt.date, item: AgendaItem) -> None:
        if not passed(item) or "decided" in item.faults:
            return
        tasks = tasks_of(self.group, item)
        if not item.assignment or tasks or item.carried:
            tasks += list(self._new_tasks(day, item, tasks))
        if tasks:
            carried = "; ".join(dict.fromkeys((*_marks(item.carried), *map(_mark, self._charging(day, item)))))
            linked = replace(item, assignment=item.assignment or tasks[0].number, carried=carried)
            self.items += [linked] if linked != item else []
        self.appeals += _appeal(self.group, meeting, item, tasks)
        self.documents += _document(self.group, day, item, tasks)

    def _charging(self, day: dt.date, item: AgendaItem) -> Iterator[str]:
        """Yield the decisions that name who is to do what by when."""
        for decision in points(item.decided):
            order = self._order(decision, day)
            if order.executors and order.due:
                yield decision

    def _order(self, decision: str, day: dt.date) -> Order:
        return read_order(decision, self.group.index.composition(day), day, self.group.name_forms)

    def _new_tasks(self, day: dt.date, item: AgendaItem, known: Sequence[Assignment]) -> Iterator[Assignment]:
        for decision in points(item.decided):
            order = self._order(decision, day)
            if _mark(decision) in _marks(item.carried) or any(says(decision, task) for task in known):
                self.incomplete += _other_terms(item, order, [task for task in known if says(decision, task)])
            elif order.due and order.due < day:
                self.incomplete.append(_too_early(item, decision))
            elif order.executors and order.due:
                yield from self._assigned(day, item, order, order.due, known)
            elif order.executors or order.due:
                self.incomplete.append(_incomplete(item, decision, order))

    def _assigned(
        self, day: dt.date, item: AgendaItem, order: Order, due: dt.date, known: Sequence[Assignment]
    ) -> Iterator[Assignment]:
        for executor in order.executors:
            if any((self._person(task.executor), task.due) == (executor, due) for task in known):
                continue
            taken = [*(task.number for task in self.group[Assignment]), *(task.number for task in self.assignments)]
            task = Assignment(
                next_number(taken, day), item.meeting, item.number, order.task, executor, due, status="Выдано"
            )
            self.assignments.append(task)
            yield task

    def _person(self, name: str) -> str:
        return self.group.index.find("tblMembers", name) or name


def _mark(decision: str) -> str:
    """Return the digest by which a carried decision is known again."""
    return hashlib.sha256(decision.encode()).hexdigest()[:MARK]


def _marks(carried: str) -> tuple[str, ...]:
    return tuple(mark for mark in carried.split("; ") if mark)


def _other_terms(item: AgendaItem, order: Order, tasks: Iterable[Assignment]) -> Iterator[str]:
    """Yield the open tasks whose term is not that of their decision: one of them was changed after the meeting."""
    for task in tasks:
        if task.is_open and task.due and order.due and task.due != order.due and task.executor in order.executors:
            yield (
                f"заседание № {item.meeting}, вопрос {item.number}: в решении срок {short_date(order.due)}, в "
                f"поручении № {task.number} – {short_date(task.due)}; исправьте тот, который неверен"
            )


def _too_early(item: AgendaItem, decision: str) -> str:
    return f"заседание № {item.meeting}, вопрос {item.number}: срок раньше дня заседания, исправьте – «{decision}»"


def _incomplete(item: AgendaItem, decision: str, order: Order) -> str:
    missing = "срок" if order.executors else "исполнителя из состава группы"
    return f"заседание № {item.meeting}, вопрос {item.number}: допишите {missing} — «{decision}»"


def _appeal(group: Group, meeting: Meeting, item: AgendaItem, tasks: Sequence[Assignment]) -> Iterator[Appeal]:
    """Give an appeal its decision: solved, or in work as long as an assignment of it is open."""
    number = group.index.find("tblAppeals", item.appeal) if item.appeal else ""
    appeal = next((each for each in group[Appeal] if number and each.number == number), None)
    if appeal is None or appeal.status != TAKEN:
        return
    said = f"Решение заседания № {meeting.number} от {short_date(meeting.date)}: {' '.join(points(item.decided))}"
    decided = replace(appeal, measures=f"{appeal.measures}\n{said}".strip(), meeting=appeal.meeting or meeting.number)
    waiting = [task for task in tasks if task.is_open]
    if not waiting:
        yield replace(decided, status="Решено", solved=meeting.date)
        return
    due = appeal.due or max((task.due for task in waiting if task.due), default=None)
    yield replace(decided, status="В работе", executor=appeal.executor or waiting[0].executor, due=due)


def _document(group: Group, day: dt.date, item: AgendaItem, tasks: Sequence[Assignment]) -> Iterator[Document]:
    """Give a document the term of its decision."""
    found = re.fullmatch(r"Документ № (?P<number>.+)", root(item.basis))
    if not found:
        return
    terms = [order.due for text in points(item.decided) if (order := read_order(text, (), day)).due]
    due = max((*(term for term in terms if term), *(task.due for task in tasks if task.due)), default=None)
    for document in group[Document]:
        if document.number == found["number"] and document.analysis == TO_CHANGE and due and not document.due:
            yield replace(document, due=due, proposal=document.proposal or " ".join(points(item.decided)))
