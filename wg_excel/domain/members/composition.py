"""The composition of the group on a day: who holds which role, which are vacant, who is away (A IV; B 3.3, V)."""

import datetime as dt
from dataclasses import dataclass

from wg_excel.domain import lists
from wg_excel.domain.group import Group
from wg_excel.domain.language.names import initials
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.members.members import Member, composition, draft_of
from wg_excel.domain.members.roles import Duty, roles

ORDINARY = "Член группы"


@dataclass(frozen=True)
class Place:
    """A role of the regulations on a day: its duties and who holds it, nobody when it is vacant."""

    role: str
    duties: tuple[Duty, ...]
    holders: tuple[Member, ...]

    @property
    def is_vacant(self) -> bool:
        """Tell whether nobody holds the role; plain membership is none to be held."""
        return not self.holders and self.role != ORDINARY


@dataclass(frozen=True)
class Composition:
    """Who belongs to the group on a day, the head first, and every role held or vacant."""

    day: dt.date
    members: tuple[Member, ...]
    places: tuple[Place, ...]
    deputies: tuple[tuple[Member, str], ...] = ()

    @property
    def vacant(self) -> tuple[str, ...]:
        """Return the roles that nobody holds."""
        return tuple(place.role for place in self.places if place.is_vacant)

    def remark(self, member: Member) -> str:
        """Return «отсутствует до 05.12.2026; замещает Белова А. И.», empty for a member who is there."""
        parts = [absence(member)] if member.is_absent(self.day) else []
        parts += [f"замещает {initials(away.fio)}" for away, deputy in self.deputies if deputy == member.fio]
        return "; ".join(parts)


def composition_on(group: Group, day: dt.date) -> Composition:
    """Return the composition on a day, each person once, in the order of the roles and then of the sheet."""
    once = {member.fio: member for member in composition(group[Member], day)}
    order = {role: place for place, role in enumerate(lists.ROLES.values)}
    members = tuple(sorted(once.values(), key=lambda one: order.get(one.role, len(order))))
    places = tuple(
        Place(role.name, role.duties, tuple(one for one in members if role.name in one.roles))
        for role in roles(group.settings.school)
    )
    deputies = tuple(
        (one, group.index.find("tblMembers", one.deputy) or one.deputy)
        for one in members
        if one.deputy and one.is_absent(day)
    )
    return Composition(day, members, places, deputies)


def absence(member: Member) -> str:
    """Return since when, till when and with whom in the place a member is away."""
    until = f" по {short_date(member.absent_until)}" if member.absent_until else ""
    deputy = f", замещает {initials(member.deputy)}" if member.deputy else ""
    return f"отсутствует с {short_date(member.absent_since)}{until}{deputy}"


def memberships(group: Group, fio: str) -> tuple[Member, ...]:
    """Return the rows of a person from the first to the last: inclusion, changes of role, exclusion, return."""
    rows = group.index.memberships(fio)
    return tuple(sorted(rows, key=lambda one: one.since or dt.date.max))


def membership_line(member: Member) -> str:
    """Return one membership in words: «с 12.01.2026 по 31.08.2026 – член группы (приказ № …; окончание – …)»."""
    until = f" по {short_date(member.until)}" if member.until else ""
    held = " и ".join(_lower_first(role) for role in member.roles) or "роль не указана"
    orders = [_order(member.inclusion_order)]
    orders += [f"окончание – {_order(member.exclusion_order)}"] if member.until else []
    return f"с {short_date(member.since)}{until} – {held} ({'; '.join(orders)})"


def _order(text: str) -> str:
    if document := draft_of(text):
        return f"проект приказа, документ №\N{NO-BREAK SPACE}{document}"
    return f"приказ {text}" if text else "приказа нет"


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
