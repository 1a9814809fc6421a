"""Terms of open assignments as calendars, one for each executor (iCalendar, RFC 5545; B 3.2)."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from wg_excel.domain.group import Group
from wg_excel.domain.work.assignments import Assignment

LONGEST = 75  # octets in a line (RFC 5545, 3.1)


def calendars(group: Group, today: dt.date) -> dict[str, str]:
    """Return the text of a calendar by executor's name, for those with open assignments that have a term."""
    tasks: defaultdict[str, list[Assignment]] = defaultdict(list)
    for task in group[Assignment]:
        if task.is_open and task.due and task.executor:
            tasks[group.index.find("tblMembers", task.executor) or task.executor].append(task)
    return {fio: _text(_calendar(group, own, today)) for fio, own in sorted(tasks.items())}


def _calendar(group: Group, tasks: Iterable[Assignment], today: dt.date) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//wg-excel//Поручения//RU", "METHOD:PUBLISH")
    for task in tasks:
        if task.due:
            yield from _event(group, task, task.due, today)
    yield "END:VCALENDAR"


def _event(group: Group, task: Assignment, due: dt.date, today: dt.date) -> Iterator[str]:
    """Yield an event of the whole last day, with a reminder before it; its UID stays the same in a new file."""
    given = f"Дано на заседании № {task.meeting}. " if task.meeting else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(group.settings.school, task.number)}"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'Срок поручения № {task.number}: {task.task}')}"
    yield f"DESCRIPTION:{_escaped(f'{given}Статус: {task.status}.')}"
    yield "TRANSP:TRANSPARENT"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(task.task)}")
    yield from (f"TRIGGER:-P{max(group.settings.warning_days, 1)}D", "END:VALARM", "END:VEVENT")


def _uid(school: str, number: str) -> str:
    return f"{hashlib.sha256(f'{school} {number}'.encode()).hexdigest()[:32]}@wg-excel"


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _folded(line: str) -> Iterator[str]:
    """Cut a line between letters so that no part is longer than 75 octets; the next part begins with a blank."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > LONGEST:
            yield part
            part = " "
        part += letter
    yield part
