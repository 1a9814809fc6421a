"""Look-ups over a group's records, each made once: people by any usual spelling, meetings, agenda, attendance."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar, cast

from wg_excel.domain.language.names import PersonName, folded_name, may_be
from wg_excel.domain.language.texts import folded_key
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.members.members import Member, composition
from wg_excel.domain.schema import Record
from wg_excel.domain.work.assignments import Assignment

R = TypeVar("R", bound=Record)
PEOPLE = frozenset({"tblMembers", "tblTeachers"})


class Index:
    """Look-ups over records by class; a reference is found however its key is spelt.

    Numbers are found with or without «№», people as «Фамилия Имя Отчество», in another order, or as «Фамилия И. О.»
    where this fits one person only, or by a name that the person had before.
    """

    def __init__(self, records: Mapping[type[Record], tuple[Record, ...]]) -> None:
        self._records = records
        self._tables = {record.table.name: rows for record, rows in records.items() if record.table.key}
        self._keys: dict[str, dict[str, str]] = {}
        self._found: dict[tuple[str, str], tuple[str, ...]] = {}

    def candidates(self, table: str, text: str) -> tuple[str, ...]:
        """Return the keys of a table that a reference may mean: none, one, or several namesakes."""
        if (table, text) not in self._found:
            self._found[table, text] = self._search(table, text)
        return self._found[table, text]

    def find(self, table: str, text: str) -> str:
        """Return the key that a reference means, as its own table writes it; empty for none or several."""
        found = self.candidates(table, text)
        return found[0] if len(found) == 1 else ""

    def keys(self, table: str) -> tuple[str, ...]:
        """Return every key of a table."""
        return tuple(dict.fromkeys(self._keys_of(table).values()))

    def memberships(self, name: str) -> tuple[Member, ...]:
        """Return the rows of «Члены группы» of a person."""
        return self._memberships.get(self.find("tblMembers", name), ())

    def was_member(self, name: str, first: dt.date, last: dt.date) -> bool:
        """Tell whether a person belonged to the group on some day from `first` to `last`.

        Dates of membership that cannot be read accuse nobody: they count as if the person had belonged.
        """
        return any(
            (member.since or first) <= last and (member.last_day is None or member.last_day >= first)
            for member in self.memberships(name)
        )

    def composition(self, day: dt.date) -> tuple[str, ...]:
        """Return who belonged to the group on a day, each once, as «Члены группы» writes the names."""
        if day not in self._compositions:
            self._compositions[day] = tuple(dict.fromkeys(one.fio for one in composition(self._of(Member), day)))
        return self._compositions[day]

    def doubtful(self, day: dt.date) -> frozenset[str]:
        """Return who may have belonged to the group on a day, or not: dates of theirs cannot be read."""
        return frozenset(one.fio for one in self._unread if one.may_belong(day))

    def meeting(self, number: str) -> Meeting | None:
        """Return a meeting by its number."""
        return self._meetings.get(self.find("tblMeetings", number)) if number else None

    def agenda(self, meeting: str) -> tuple[AgendaItem, ...]:
        """Return the agenda of a meeting by its number."""
        return self._agenda.get(self.find("tblMeetings", meeting), ())

    def attendance(self, meeting: str) -> tuple[Attendance, ...]:
        """Return the attendance of a meeting by its number."""
        return self._attendance.get(self.find("tblMeetings", meeting), ())

    def items_of_appeal(self, number: str) -> tuple[AgendaItem, ...]:
        """Return the agenda items that an appeal was taken to."""
        return self._items_of_appeals.get(number, ())

    def assignments(self, meeting: str) -> tuple[Assignment, ...]:
        """Return the assignments given at a meeting."""
        return self._assignments.get(self.find("tblMeetings", meeting), ())

    @cached_property
    def held(self) -> tuple[Meeting, ...]:
        """Return the held meetings with a readable date, in the order of the sheet."""
        return tuple(meeting for meeting in self._of(Meeting) if meeting.is_held and meeting.date)

    @cached_property
    def _unread(self) -> tuple[Member, ...]:
        return tuple(member for member in self._of(Member) if member.fio and member.has_unreadable_dates)

    @cached_property
    def _memberships(self) -> dict[str, tuple[Member, ...]]:
        return _grouped((self.find("tblMembers", member.fio), member) for member in self._of(Member))

    @cached_property
    def _meetings(self) -> dict[str, Meeting]:
        return {meeting.number: meeting for meeting in reversed(self._of(Meeting))}

    @cached_property
    def _agenda(self) -> dict[str, tuple[AgendaItem, ...]]:
        return _grouped((self.find("tblMeetings", item.meeting), item) for item in self._of(AgendaItem))

    @cached_property
    def _attendance(self) -> dict[str, tuple[Attendance, ...]]:
        return _grouped((self.find("tblMeetings", line.meeting), line) for line in self._of(Attendance))

    @cached_property
    def _items_of_appeals(self) -> dict[str, tuple[AgendaItem, ...]]:
        taken = (item for item in self._of(AgendaItem) if item.appeal)
        return _grouped((self.find("tblAppeals", item.appeal), item) for item in taken)

    @cached_property
    def _assignments(self) -> dict[str, tuple[Assignment, ...]]:
        given = (task for task in self._of(Assignment) if task.meeting)
        return _grouped((self.find("tblMeetings", task.meeting), task) for task in given)

    @cached_property
    def _compositions(self) -> dict[dt.date, tuple[str, ...]]:
        return {}

    @cached_property
    def _families(self) -> dict[str, dict[str, list[tuple[PersonName, str]]]]:
        """Return, by table and family name, the people there with their names in parts."""
        families: dict[str, dict[str, list[tuple[PersonName, str]]]] = {}
        for table in PEOPLE:
            families[table] = defaultdict(list)
            for spelling, key in self._keys_of(table).items():
                if name := folded_name(key if spelling == folded_key(key) else spelling):
                    families[table][name.family].append((name, key))
        return families

    def _of(self, record: type[R]) -> tuple[R, ...]:
        return cast("tuple[R, ...]", self._records.get(record, ()))

    def _keys_of(self, table: str) -> dict[str, str]:
        """Return the keys of a table by their folded spelling, computed when it is first asked for."""
        if table not in self._keys:
            archived = _keys(self._tables.get("tblAppealArchive", ())) if table == "tblAppeals" else {}
            self._keys[table] = archived | _keys(self._tables.get(table, ()))  # a reference outlives the move
        return self._keys[table]

    def _search(self, table: str, text: str) -> tuple[str, ...]:
        if exact := self._keys_of(table).get(folded_key(text)):
            return (exact,)
        wanted = folded_name(text) if table in PEOPLE else None
        if not wanted:
            return ()
        return tuple(key for name, key in self._families[table].get(wanted.family, ()) if may_be(wanted, name))


def _keys(records: Sequence[Record]) -> dict[str, str]:
    keys: dict[str, str] = {}
    for record in records:
        if key := str(getattr(record, record.table.key)):
            keys.setdefault(folded_key(key), key)
    for record in records:
        key = str(getattr(record, record.table.key))
        for former in _former_names(key, getattr(record, "former", "")):
            keys.setdefault(folded_key(former), key)
    return keys


def _former_names(fio: str, cell: str) -> Iterator[str]:
    """Yield a person's former names in full; a family name alone stands before the present first name."""
    _, _, first_names = fio.partition(" ")
    for name in filter(None, map(str.strip, cell.split(";"))):
        yield name if " " in name else f"{name} {first_names}"


K = TypeVar("K")
V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    grouped: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        grouped[key].append(value)
    return {key: tuple(values) for key, values in grouped.items()}
