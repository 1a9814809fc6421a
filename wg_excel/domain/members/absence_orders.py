"""Draft order on who stands in for an absent member (B 3.3, 4.2): no change of the composition, and none is marked."""

import datetime as dt

from wg_excel.domain.group import Group
from wg_excel.domain.language.declension import Case, decline
from wg_excel.domain.language.names import initials, short_first
from wg_excel.domain.language.posts import decline_post, lowered
from wg_excel.domain.language.wording import long_date, short_date
from wg_excel.domain.members.composition_orders import ACQUAINT, CONTROL, KIND, SECRETARY, OrderDraft, Point, acquaint
from wg_excel.domain.members.members import Member
from wg_excel.domain.members.roles import role
from wg_excel.domain.work.documents import Document


def absent_member(group: Group, name: str, day: dt.date) -> Member | None:
    """Return the member of a name who is or will be away and has a deputy; None where no order is wanting."""
    find = group.index.find
    fio = find("tblMembers", name)
    rows = (one for one in group[Member] if one.fio == fio and one.absent_since and one.deputy)
    rows = (one for one in rows if find("tblMembers", one.deputy) != fio)
    away = (one for one in rows if one.may_belong(day) and (not one.absent_until or one.absent_until >= day))
    signed = {one.title for one in group[Document] if one.kind == KIND and one.document_number}
    return next((one for one in away if line_title(one) not in signed), None)


def absence_order(group: Group, member: Member, day: dt.date) -> OrderDraft:
    """Draft the order: the deputy carries the member's duties from the first day of the absence to the last."""
    roles = _roles(member)
    deputy = group.index.find("tblMembers", member.deputy) or member.deputy
    absent = decline(member.fio, Case.GENITIVE, group.name_forms)
    other = decline(deputy, Case.ACCUSATIVE, group.name_forms)
    post = next((one.post for one in group[Member] if one.fio == deputy and one.is_current(day)), "")
    whom = f"{other}, {decline_post(lowered(post.strip()), Case.ACCUSATIVE)}" if post.strip() else other
    since = f"с {long_date(member.absent_since)} " if member.absent_since else ""
    until = f"по {long_date(member.absent_until)}" if member.absent_until else "на период отсутствия"
    return OrderDraft(
        group.settings.school,
        group.settings.place,
        _title(member),
        f"В связи с временным отсутствием {absent} п р и к а з ы в а ю:",
        (
            Point(f"Возложить {since}{until} исполнение обязанностей {roles} на {whom}."),
            Point(ACQUAINT) if SECRETARY in member.roles else acquaint(group, day),
            Point(CONTROL),
        ),
        (),
        short_first(group.settings.director),
        (initials(deputy), initials(member.fio)),
        day,
    )


def line_title(member: Member) -> str:
    """Return the order's name in «Документы»: of whose absence it is, and since when."""
    return f"{_title(member)} ({initials(member.fio)}, с {short_date(member.absent_since)})"


def drafted_number(group: Group, title: str) -> str:
    """Return the number in «Документы» of the order on the same absence; empty for a new one."""
    return next((one.number for one in group[Document] if one.kind == KIND and one.title == title), "")


def _title(member: Member) -> str:
    return f"О временном исполнении обязанностей {_roles(member)}"


def _roles(member: Member) -> str:
    return " и ".join(role(name).genitive for name in member.roles)
