"""What a remark in hand became: the row that its line names, whether it is open, and how it looks when it is closed."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.deeds import Changed, joined
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import AgendaItem
from wg_excel.domain.monitoring.taken_remarks import TakenRemark
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.requests import ANSWERED, Request

Deed = Request | Appeal | Assignment | AgendaItem
AHEAD = frozenset({"Запланировано", "Перенесено"})


def deed_of(group: Group, remark: TakenRemark) -> Deed | None:
    """Return the row that a remark became; None where it is gone or was never named."""
    find = group.index.find
    if remark.request:
        number = find("tblRequests", remark.request)
        return next((one for one in group[Request] if number and one.number == number), None)
    if remark.appeal:
        number = find("tblAppeals", remark.appeal)
        return next((one for one in group[Appeal] if number and one.number == number), None)
    if remark.assignment:
        number = find("tblAssignments", remark.assignment)
        return next((one for one in group[Assignment] if number and one.number == number), None)
    return next((one for one in group.index.agenda(remark.meeting) if one.number == remark.item), None)


def is_dealt_with(group: Group, remark: TakenRemark) -> bool:
    """Tell whether what a remark became is open: an item is until its meeting, then while its assignment is."""
    deed = deed_of(group, remark)
    if isinstance(deed, Request):
        return not deed.is_answered
    if isinstance(deed, AgendaItem):
        return is_ahead(group, deed) or any(task.is_open for task in _assigned(group, deed))
    return deed is not None and deed.is_open


def is_ahead(group: Group, item: AgendaItem) -> bool:
    """Tell whether the meeting of an item is still to be held."""
    meeting = group.index.meeting(item.meeting)
    return meeting is not None and meeting.status in AHEAD


def _assigned(group: Group, item: AgendaItem) -> Iterator[Assignment]:
    """Yield the assignments that the decision on an item gave."""
    named = group.index.find("tblAssignments", item.assignment) if item.assignment else ""
    given = group.index.assignments(item.meeting)
    yield from (task for task in given if task.item is not None and task.item == item.number)
    yield from (task for task in group[Assignment] if named and task.number == named)


def closed(deed: Deed, told: str, day: dt.date) -> Changed:
    """Return a deed as it is when its remarks are mended; an item stays on the agenda, and says so."""
    if isinstance(deed, Request):
        answered = replace(deed, status=ANSWERED, answered=day, answer=joined(deed.answer, told))
        return Changed(answered, ("status", "answered", "answer"))
    if isinstance(deed, Appeal):
        solved = replace(deed, status="Решено", solved=day, measures=joined(deed.measures, told))
        return Changed(solved, ("status", "solved", "measures"))
    if isinstance(deed, Assignment):
        done = replace(deed, status="Выполнено", done=day, report=joined(deed.report, told))
        return Changed(done, ("status", "done", "report"))
    return Changed(replace(deed, heard=joined(deed.heard, told)), ("heard",))


def closing(deed: Deed) -> str:
    """Return the sentence that tells of the closing."""
    if isinstance(deed, Request):
        return f"Запрос № {deed.number} закрыт."
    if isinstance(deed, Appeal):
        return f"Обращение № {deed.number} решено."
    if isinstance(deed, Assignment):
        return f"Поручение № {deed.number} выполнено."
    return f"Вопрос {deed.number} заседания № {deed.meeting}: исправление записано в «Слушали»."
