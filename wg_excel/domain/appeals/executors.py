"""Who should help: proposed by the kind of help and the roles of the regulations, by load and absence (A IV; B V)."""

import datetime as dt
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.group import Group
from wg_excel.domain.language.names import initials
from wg_excel.domain.language.wording import counted
from wg_excel.domain.members.members import Member, composition

# The roles that give each kind of help, the nearest first.
ROLES: dict[str, tuple[str, ...]] = {
    "Техническая": ("Системный администратор", "Администратор ЭлЖур", "Администратор сайта"),  # A IV.3.1; B 5.2, 5.4
    "Методическая": ("Ответственный за внедрение", "Администратор ЭлЖур", "Член группы"),  # B 5.1–5.3
    "Консультационная": ("Администратор ЭлЖур", "Системный администратор", "Член группы"),  # B 5.2, 5.3; A IV.3.3
}


# What the load of a candidate counts: every open appeal, or those at the ends of a long journal.
OPEN, OPEN_LATELY = "открытых обращений", "недавних открытых обращений"


@dataclass(frozen=True)
class Candidate:
    """A member who may help: the role that says so, the open appeals already there, and whether absent today."""

    fio: str
    role: str
    load: int
    is_absent: bool = False
    of: str = OPEN

    def __str__(self) -> str:
        load = f"{self.of}: {self.load}" if self.load else f"{self.of} нет"
        return f"{initials(self.fio)} ({self.role}; {load}{'; отсутствует' if self.is_absent else ''})"


@dataclass(frozen=True)
class Proposed:
    """The candidates of the nearest role that somebody present holds, the least busy first; those absent stand last."""

    candidates: tuple[Candidate, ...] = ()

    @property
    def chosen(self) -> str:
        """Return the one who fits; empty where nobody or several do: then a person decides."""
        fitting = [candidate for candidate in self.candidates if not candidate.is_absent]
        return fitting[0].fio if len(fitting) == 1 else ""

    def __str__(self) -> str:
        if not self.candidates:
            return "В составе нет никого, чья роль — такая помощь: укажите исполнителя сами."
        names = "; ".join(map(str, self.candidates))
        if self.chosen or all(one.is_absent for one in self.candidates):
            return f"Подходит {names}." if self.chosen else f"Все, кто подходит, отсутствуют: {names}."
        number = counted(sum(not one.is_absent for one in self.candidates), "человек", "человека", "человек")
        return f"Подходят {number}, выберите исполнителя: {names}."


def propose(group: Group, help_kind: str, day: dt.date, of: str = OPEN) -> Proposed:
    """Return who should help with an appeal of a kind on a day; the deputy of somebody absent stands in.

    `of` says which open appeals the group holds.
    """
    found = _found(group, help_kind, day)
    return Proposed(tuple(replace(one, of=of) for one in found))


def _found(group: Group, help_kind: str, day: dt.date) -> tuple[Candidate, ...]:
    members = composition(group[Member], day)
    loads = _loads(group)
    away: dict[str, Candidate] = {}
    for role in ROLES.get(help_kind, ()):
        holders = [member for member in members if role in member.roles]
        for one in holders:
            if one.is_absent(day):
                away.setdefault(one.fio, Candidate(one.fio, role, loads[one.fio], is_absent=True))
        fitting = {one.fio: Candidate(one.fio, role, loads[one.fio]) for one in holders if not one.is_absent(day)}
        fitting = fitting or _deputies(group, members, holders, day)
        if fitting:
            present = sorted(fitting.values(), key=lambda one: (one.load, one.fio))
            return (*present, *away.values())
    return tuple(away.values())


def _deputies(
    group: Group, members: Collection[Member], absent: Collection[Member], day: dt.date
) -> dict[str, Candidate]:
    """Return the members who stand in for those absent and are there themselves."""
    there = {member.fio for member in members if not member.is_absent(day)}
    named = ((group.index.find("tblMembers", one.deputy), one) for one in absent if one.deputy)
    loads = _loads(group)
    return {fio: Candidate(fio, f"замещает: {initials(one.fio)}", loads[fio]) for fio, one in named if fio in there}


def _loads(group: Group) -> Counter[str]:
    executors = (appeal.executor for appeal in group[Appeal] if appeal.is_open and appeal.executor)
    return Counter(group.index.find("tblMembers", executor) for executor in executors)
