"""Which item of an agenda an assignment came from, wherever the item stands on it by now (B 3.2)."""

from wg_excel.domain.group import Group
from wg_excel.domain.meetings.decisions import names_executor, names_term, points, says
from wg_excel.domain.meetings.meetings import AgendaItem
from wg_excel.domain.work.assignments import Assignment


def tasks_of(group: Group, item: AgendaItem) -> list[Assignment]:
    """Return the assignments that came from an item, in the order of their sheet."""
    given = group.index.assignments(item.meeting)
    return [
        task
        for task in group[Assignment]
        if (_source(group, task, item) if task in given else _links(group, item, task))
    ]


def _source(group: Group, task: Assignment, item: AgendaItem) -> bool:
    """Tell whether a task of the item's meeting came from the item: its number may be that of another item now."""
    agenda = group.index.agenda(item.meeting)
    numbered = [one for one in agenda if task.item is not None and one.number == task.item]
    stated = [one for one in agenda if any(_is_word_of(text, task) for text in points(one.decided))]
    linked = [one for one in agenda if _links(group, one, task)]
    sure = [one for one in numbered if one in linked or any(says(text, task) for text in points(one.decided))]
    return item in (sure or stated or linked or numbered)[:1]


def _is_word_of(decision: str, task: Assignment) -> bool:
    return says(decision, task) and names_executor(decision, task) and names_term(decision, task)


def _links(group: Group, item: AgendaItem, task: Assignment) -> bool:
    return bool(item.assignment) and task.number == group.index.find("tblAssignments", item.assignment)
