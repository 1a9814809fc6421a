"""Rules of assignments: executor and term, overdue, who left (B 3.2)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.completion import contradiction, contradicts_itself


class AssignmentFinding(Finding):
    """Something about one assignment: the sentence begins with its number."""

    def __init__(self, task: Assignment, column: str, text: str) -> None:
        number = task.number or str(task.row)
        super().__init__(f"Поручение № {number}: {text}", Place.of(task, column), number)


class AssignmentIncomplete(AssignmentFinding):
    """A decision's assignment has no executor or no term."""

    def __init__(self, task: Assignment, column: str) -> None:
        what = {"executor": "исполнитель", "due": "срок"}[column]
        super().__init__(task, column, f"не указан {what}. Впишите, кто и к какому дню его выполнит.")


_TASK = Assignment("5", "3", 2, executor="Иванова М. П.", due=dt.date(2026, 10, 20), status="В работе", row=9)


@rule(
    "ASG-1",
    clause="B 3.2",
    about="У поручения есть исполнитель и срок",
    raised="Не заполнены «Исполнитель» или «Срок».",
    cleared="Ячейка заполнена.",
    examples=(AssignmentIncomplete(_TASK, "executor"),),
)
def assignment_has_executor_and_term(group: Group, today: dt.date) -> Iterator[Finding]:
    """Every assignment has its executor and its term."""
    for task in group[Assignment]:
        for column in ("executor", "due"):
            if not getattr(task, column) and column not in task.faults:
                yield AssignmentIncomplete(task, column)


class AssignmentOverdue(AssignmentFinding):
    """An open assignment is past its term."""

    def __init__(self, task: Assignment) -> None:
        super().__init__(
            task,
            "due",
            f"срок истёк {short_date(task.due)} (исполнитель: {task.executor or 'не указан'}). "
            "Отметьте выполнение с датой или перенесите срок решением группы.",
        )


@rule(
    "ASG-2",
    clause="B 3.2",
    about="Поручение не просрочено",
    raised="Поручение выдано или в работе, а срок прошёл.",
    cleared="Поручение выполнено или снято либо срок перенесён.",
    examples=(AssignmentOverdue(_TASK),),
)
def no_assignment_is_overdue(group: Group, today: dt.date) -> Iterator[Finding]:
    """No open assignment is past its term."""
    for task in group[Assignment]:
        if task.is_open and task.due and task.due < today:
            yield AssignmentOverdue(task)


class ExecutorLeft(AssignmentFinding):
    """The executor of an open assignment left the group."""

    def __init__(self, task: Assignment, fio: str) -> None:
        super().__init__(
            task, "executor", f"исполнитель «{fio}» сейчас не состоит в группе. Передайте поручение другому."
        )


@rule(
    "ASG-3",
    clause="B 3.2, 3.3",
    about="Исполнитель открытого поручения состоит в группе",
    raised="Поручение открыто, а исполнитель сегодня не состоит в группе.",
    cleared="Поручение передано члену группы, выполнено или снято.",
    examples=(ExecutorLeft(_TASK, "Иванова Мария Петровна"),),
)
def executor_still_belongs_to_the_group(group: Group, today: dt.date) -> Iterator[Finding]:
    """The executor of an open assignment belongs to the group today."""
    for task in group[Assignment]:
        fio = group.index.find("tblMembers", task.executor) if task.is_open and task.executor else ""
        if fio and not group.index.was_member(fio, today, today) and not _joins_later(group, fio, today):
            yield ExecutorLeft(task, fio)


def _joins_later(group: Group, fio: str, today: dt.date) -> bool:
    return any(member.since and member.since > today for member in group.index.memberships(fio))


class CompletionIncomplete(AssignmentFinding):
    """A done assignment has no date or no report, or an open one has a date."""

    severity_by_default = Severity.WARNING

    def __init__(self, task: Assignment) -> None:
        super().__init__(task, *contradiction(task))


@rule(
    "ASG-4",
    clause="B 3.2",
    about="Статус поручения и дата выполнения согласованы",
    raised="«Выполнено» без даты выполнения или дата у невыполненного поручения.",
    cleared="Статус и дата согласованы.",
    examples=(
        CompletionIncomplete(Assignment("5", status="Выполнено")),
        CompletionIncomplete(Assignment("5", status="В работе", done=dt.date(2026, 10, 20))),
    ),
)
def completion_has_its_date(group: Group, today: dt.date) -> Iterator[Finding]:
    """A done assignment has its date, and only a done one."""
    for task in group[Assignment]:
        if contradicts_itself(task):
            yield CompletionIncomplete(task)


class ItemUnknown(AssignmentFinding):
    """An assignment names an agenda item that its meeting does not have."""

    def __init__(self, task: Assignment) -> None:
        super().__init__(
            task,
            "item",
            f"вопроса {task.item} в повестке заседания № {task.meeting} нет. Исправьте номер вопроса или заседания.",
        )


@rule(
    "ASG-5",
    clause="B 3.2",
    about="Вопрос, по которому дано поручение, есть в повестке",
    raised="В повестке названного заседания нет вопроса с таким номером.",
    cleared="Номер исправлен или вопрос внесён в «Повестку».",
    examples=(ItemUnknown(_TASK),),
)
def item_of_the_assignment_exists(group: Group, today: dt.date) -> Iterator[Finding]:
    """The agenda item that an assignment names is on its meeting's agenda."""
    for task in group[Assignment]:
        if task.item is None or not group.index.meeting(task.meeting):
            continue
        numbers = {item.number for item in group.index.agenda(task.meeting)}
        if task.item not in numbers and None not in numbers:
            yield ItemUnknown(task)


class BeforeMeeting(AssignmentFinding):
    """The term or the completion of an assignment precedes the meeting that gave it."""

    def __init__(self, task: Assignment, column: str, day: dt.date, meeting: dt.date | None) -> None:
        what = {"due": "срок", "done": "дата выполнения"}[column]
        held = f"заседания № {task.meeting} ({short_date(meeting)})"
        super().__init__(task, column, f"{what} {short_date(day)} раньше {held}. Исправьте одну из дат.")


@rule(
    "ASG-6",
    clause="B 3.2",
    about="Поручение выполняется после своего заседания",
    raised="Срок или дата выполнения раньше дня заседания, на котором поручение дано.",
    cleared="Дата или номер заседания исправлены.",
    examples=(BeforeMeeting(_TASK, "due", dt.date(2026, 10, 1), dt.date(2026, 10, 15)),),
)
def assignment_follows_its_meeting(group: Group, today: dt.date) -> Iterator[Finding]:
    """The term and the completion of an assignment do not precede its meeting."""
    for task in group[Assignment]:
        meeting = group.index.meeting(task.meeting)
        for column in ("due", "done"):
            day = getattr(task, column)
            if meeting and meeting.date and day and day < meeting.date:
                yield BeforeMeeting(task, column, day, meeting.date)
