"""Draft orders on the composition and on each change of it (B 3.3)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wg_excel.domain.failures import Failure
from wg_excel.domain.group import Group
from wg_excel.domain.language.declension import Case, decline
from wg_excel.domain.language.names import initials, short_first
from wg_excel.domain.language.posts import decline_post, lowered
from wg_excel.domain.language.wording import long_date, short_date
from wg_excel.domain.meetings.protocol import declined_initials
from wg_excel.domain.members.composition import composition_on, memberships
from wg_excel.domain.members.members import Member, draft_of
from wg_excel.domain.members.roles import role
from wg_excel.domain.work.documents import Document

KIND = "Приказ"
WHOLE = "О составе"
SECRETARY = "Секретарь"
LONGEST_GAP = 4  # days from one role to the next: a week-end with a day off
BASIS = (
    "В соответствии с положением о рабочей группе, по которому её состав и изменения в нём утверждаются приказом, "
    "п р и к а з ы в а ю:"
)
ACQUAINT = "Ознакомить с настоящим приказом указанных в нём лиц под подпись."
CONTROL = "Контроль за исполнением настоящего приказа оставляю за собой."
GUIDED = "Членам рабочей группы руководствоваться в работе положением о рабочей группе и регламентом её деятельности."


class NobodyListed(Failure):
    """There is nobody whom an order could approve."""

    def __init__(self) -> None:
        super().__init__("На листе «Члены группы» никого нет: впишите состав, тогда проект приказа будет составлен.")


@dataclass(frozen=True)
class Listed:
    """One line of the composition that an order approves."""

    fio: str
    post: str
    role: str


@dataclass(frozen=True)
class Point:
    """A point of an order with the points below it."""

    text: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class OrderDraft:
    """A draft order: its title, numbered points, those listed in its annex and those who get to know it."""

    organisation: str
    place: str
    title: str
    basis: str
    points: tuple[Point, ...]
    annex: tuple[Listed, ...]
    director: str
    acquainted: tuple[str, ...]
    day: dt.date
    cells: tuple[tuple[int, str], ...] = ()


def draft_order(group: Group, day: dt.date) -> OrderDraft:
    """Draft the order on what waits for one; where nothing waits, or nobody has one yet, on the whole composition.

    `cells` of the draft are the row and column of every member's cell that the order is to fill. Raise NobodyListed.
    """
    if not group[Member]:
        raise NobodyListed
    waiting = tuple(_waiting(group))
    whole = not waiting or not any(map(_is_approved, group[Member]))
    subject = WHOLE if whole else "О внесении изменений в состав"
    annex = tuple(_listed(group, waiting, day)) if whole else ()
    points = _whole(group) if whole else _changes(group, waiting)
    people = [one.fio for one in annex] or [member.fio for member, _ in waiting]
    return OrderDraft(
        group.settings.school,
        group.settings.place,
        f"{subject} {group.settings.group_name}",
        BASIS,
        (*points, acquaint(group, day), Point(CONTROL)),
        annex,
        short_first(group.settings.director),
        tuple(map(initials, dict.fromkeys(people))),
        day,
        tuple((member.row, name) for member, name in waiting),
    )


def draft_mark(number: str) -> str:
    """Return what a member's cell holds until the order's number is known."""
    return f"проект, документ № {number}"


def drafted_as(group: Group, draft: OrderDraft) -> str:
    """Return the number in «Документы» of an order drafted before and not yet signed; empty for a new one."""
    rows = {member.row: member for member in group[Member]}
    numbers = {draft_of(getattr(rows[row], name)) for row, name in draft.cells} - {""}
    open_orders = (one for one in group[Document] if one.kind == KIND and not one.document_number)
    return next((one.number for one in open_orders if one.number in numbers), "")


def _is_approved(member: Member) -> bool:
    return bool(member.inclusion_order) and not draft_of(member.inclusion_order)


def _waiting(group: Group) -> Iterator[tuple[Member, str]]:
    """Yield each membership whose beginning or end no order approves yet, with the column of that order."""
    for member in group[Member]:
        for name, day in (("inclusion_order", member.since), ("exclusion_order", member.until)):
            text = getattr(member, name)
            if day and name not in member.faults and (not text or draft_of(text)):
                yield member, name


def _whole(group: Group) -> tuple[Point, ...]:
    return Point(f"Утвердить состав {group.settings.group_name} (приложение)."), Point(GUIDED)


def _listed(group: Group, waiting: Sequence[tuple[Member, str]], day: dt.date) -> Iterator[Listed]:
    """Yield the composition on a day; that of a group which is still to begin on its first day."""
    begins = min((member.since for member, _ in waiting if member.since), default=day)
    for one in composition_on(group, max(day, begins)).members:
        yield Listed(one.fio, one.post, " и ".join(map(_lower_first, one.roles)))


def _changes(group: Group, waiting: Sequence[tuple[Member, str]]) -> tuple[Point, ...]:
    settings = group.settings
    number = f" № {settings.order_number.lstrip('№ ')}" if settings.order_number else ""
    approved = f", утверждённый приказом от {short_date(settings.order_date)}{number}," if settings.order_date else ""
    parts = tuple(dict.fromkeys(_points(group, waiting)))
    return (Point(f"Внести в состав {settings.group_name}{approved} следующие изменения:", parts),)


def _points(group: Group, waiting: Sequence[tuple[Member, str]]) -> Iterator[str]:
    ended = [member for member, name in waiting if name == "exclusion_order"]
    begun = [member for member, name in waiting if name == "inclusion_order"]
    changed = {
        member.row: before
        for member in begun
        for before in ended
        if _person(group, before) == _person(group, member) and _follows(before, member)
    }
    replaced = {before.row for before in changed.values()}
    for member, name in waiting:
        if name == "exclusion_order":
            yield from () if member.row in replaced else (_excluded(group, member),)
        elif member.row in changed:
            yield _role_changed(group, changed[member.row], member)
        else:
            yield _included(group, member)


def _follows(before: Member, member: Member) -> bool:
    """Tell whether one membership goes over into the other, the role being another."""
    if not before.until or not member.since or before.roles == member.roles:
        return False
    return 0 < (member.since - before.until).days <= LONGEST_GAP


def _person(group: Group, member: Member) -> str:
    return group.index.find("tblMembers", member.fio) or member.fio


def _included(group: Group, member: Member) -> str:
    again = any(one.since and member.since and one.since < member.since for one in memberships(group, member.fio))
    return (
        f"Включить {'вновь ' if again else ''}в состав рабочей группы с {_day(member.since)} {_whom(group, member)}, "
        f"в качестве {_roles(member)}."
    )


def _excluded(group: Group, member: Member) -> str:
    first_without = member.until + dt.timedelta(days=1) if member.until else None
    return f"Вывести из состава рабочей группы с {_day(first_without)} {_whom(group, member)}."


def _role_changed(group: Group, before: Member, member: Member) -> str:
    return (
        f"Возложить с {_day(member.since)} на {_whom(group, member)}, обязанности {_roles(member)} "
        f"вместо обязанностей {_roles(before)}."
    )


def acquaint(group: Group, day: dt.date) -> Point:
    """Return the point by which those named in an order get to know it."""
    secretary = next((one for one in composition_on(group, day).members if SECRETARY in one.roles), None)
    if secretary is None:
        return Point(ACQUAINT)
    whom = declined_initials(secretary.fio, Case.DATIVE, group.name_forms)
    return Point(f"Секретарю рабочей группы {whom} ознакомить с настоящим приказом указанных в нём лиц под подпись.")


def _whom(group: Group, member: Member) -> str:
    post = lowered(member.post.strip())
    return decline(member.fio, Case.ACCUSATIVE, group.name_forms) + (
        f", {decline_post(post, Case.ACCUSATIVE)}" if post else ""
    )


def _roles(member: Member) -> str:
    return " и ".join(role(name).genitive for name in member.roles)


def _day(day: dt.date | None) -> str:
    return long_date(day) if day else "«___» ____________ 20__ г."


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
