"""Seals of protocols: what was sealed, its SHA-256, and what has changed since (B 6.3).

A seal covers the meeting's rows in «Заседания», «Явка» and «Повестка» and the text of its protocol's sheet.
Assignments are not sealed: their states and terms go on living after the meeting.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.schema import Record

# In the order in which the digests of a row stand in «Состав отпечатка»: new columns go to the end and into LATER.
COLUMNS: Mapping[type[Record], tuple[str, ...]] = {
    Meeting: (
        "date",
        "start",
        "end",
        "place",
        "kind",
        "form",
        "chair",
        "secretary",
        "invited",
        "status",
        "protocol_date",
    ),
    Attendance: ("presence", "reason", "letter"),
    AgendaItem: (
        "question",
        "speaker",
        "heard",
        "discussed",
        "decided",
        "votes_for",
        "votes_against",
        "abstained",
        "appeal",
    ),
}
# Columns that earlier workbooks lacked: as long as they are blank, a seal made without them holds.
LATER = frozenset({"letter"})
SHEET = "Протокол"
SHORT = 8  # letters of a digest that only tells whether a cell changed


@dataclass(frozen=True)
class Seal:
    """A protocol's fingerprint (SHA-256 in hexadecimal) and the digests of its parts, as text for a cell."""

    fingerprint: str
    parts: str


@dataclass(frozen=True)
class Change:
    """What changed after the sealing: a cell (`record` and `column`), a row added, or a part that is gone or other.

    `part` names it: «Явка: Иванова Мария Петровна», «Повестка: 2», «Протокол».
    """

    part: str
    record: Record | None = None
    column: str = ""

    @property
    def is_added(self) -> bool:
        """Tell whether the row was added."""
        return self.record is not None and not self.column


def seal_of(group: Group, meeting: Meeting) -> Seal:
    """Return the seal of a meeting as its rows and its protocol's sheet stand."""
    rows = {part: _values(record) for part, record in _rows(group, meeting)}
    text = group.protocols.get(meeting.number, ())
    whole = json.dumps([meeting.number, rows, text], ensure_ascii=False, sort_keys=True)
    parts = {part: " ".join(map(_short, values)) for part, values in rows.items()}
    parts[SHEET] = _short("\n".join(text))
    return Seal(_digest(whole), "; ".join(f"{part}={digests}" for part, digests in parts.items()))


def changes(group: Group, meeting: Meeting) -> tuple[Change, ...]:
    """Return what changed since a sealed meeting was sealed; nothing where its fingerprint still fits."""
    now = seal_of(group, meeting)
    if now.fingerprint == meeting.fingerprint:
        return ()
    before = _parts(meeting.sealed_parts)
    is_whole = Meeting.table.sheet in before
    found = tuple(_differences(group, meeting, before, _parts(now.parts))) if is_whole else ()
    return found or (Change("", meeting, "fingerprint"),)


def newest_sealed(group: Group) -> Meeting | None:
    """Return the latest meeting whose protocol is sealed."""
    sealed = [meeting for meeting in group[Meeting] if meeting.sealed]
    return max(sealed, key=lambda meeting: (meeting.date or dt.date.min, meeting.row), default=None)


def _differences(group: Group, meeting: Meeting, before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Change]:
    rows = dict(_rows(group, meeting))
    for part in dict.fromkeys((*before, *now)):
        record = rows.get(part)
        if before.get(part) == now.get(part):
            continue
        if record is None or part not in before:
            yield Change(part, record)
            continue
        digests = zip_longest(COLUMNS[type(record)], before[part].split(), now[part].split())
        yield from (Change(part, record, name) for name, was, became in digests if was != became)


def _rows(group: Group, meeting: Meeting) -> Iterator[tuple[str, Record]]:
    """Yield the sealed rows by the names of their parts."""
    yield Meeting.table.sheet, meeting
    for line in group.index.attendance(meeting.number):
        yield _part(line, group.index.find("tblMembers", line.member) or line.member), line
    for item in group.index.agenda(meeting.number):
        yield _part(item, str(item.number)), item


def _part(record: Record, key: str) -> str:
    return f"{record.table.sheet}: {key}".replace(";", ",").replace("=", "-")


def _values(record: Record) -> list[str]:
    values = {name: getattr(record, name) for name in COLUMNS[type(record)]}
    return ["" if value is None else str(value) for name, value in values.items() if name not in LATER or value]


def _parts(text: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.split("; ") if part)
    return {name: digests for name, _, digests in pairs}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _short(text: str) -> str:
    return _digest(text)[:SHORT]
