"""Rules of the composition: head, roles, orders, dates (A IV; B 3.1, 3.3, V)."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.dates import find_day, without_days
from wg_excel.domain.language.texts import listed, quoted
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.members.members import Member, composition, draft_of
from wg_excel.domain.rules.registry import rule

HEAD = "Руководитель"
NEEDED_ROLES = ("Ответственный за внедрение", "Администратор ЭлЖур", "Системный администратор", "Администратор сайта")
_SHEET = Place.of_table(Member.table)


class NoHead(Finding):
    """Nobody heads the group."""

    def __init__(self) -> None:
        super().__init__(
            "В составе группы сейчас нет руководителя. По положению группу возглавляет директор школы: "
            "выберите ему роль «Руководитель» на листе «Члены группы».",
            _SHEET,
        )


class SeveralHeads(Finding):
    """More than one person heads the group."""

    def __init__(self, heads: tuple[Member, ...]) -> None:
        names = listed(head.fio for head in heads)
        super().__init__(
            f"В группе несколько руководителей: {names}. Оставьте одного — директора школы, "
            "остальным выберите другую роль.",
            Place.of(heads[-1], "role"),
        )


_MEMBER = Member("Ч2", "Иванова Мария Петровна", "учитель", since=dt.date(2026, 9, 1), row=8)


@rule(
    "MEM-1",
    clause="A IV.1, B 3.1",
    about="У группы один руководитель",
    raised="Сегодня в составе никто или больше одного человека с ролью «Руководитель».",
    cleared="Роль «Руководитель» сегодня у одного человека.",
    examples=(NoHead(), SeveralHeads((_MEMBER, Member("Ч1", "Петров Пётр Петрович", row=6)))),
)
def exactly_one_head(group: Group, today: dt.date) -> Iterator[Finding]:
    """Exactly one current member heads the group."""
    heads = tuple({each.fio: each for each in composition(group[Member], today) if HEAD in each.roles}.values())
    if len(heads) > 1:
        yield SeveralHeads(heads)
    elif not _may_be_held(group, HEAD, today):
        yield NoHead()


def _may_be_held(group: Group, role: str, today: dt.date) -> bool:
    """Tell whether somebody holds a role, or may hold it: roles and dates that cannot be read accuse nobody."""
    return any(
        role in member.roles or member.faults & {"role", "second_role"}
        for member in group[Member]
        if member.may_belong(today)
    )


class RoleVacant(Finding):
    """Nobody current holds a role of the regulations."""

    def __init__(self, role: str) -> None:
        super().__init__(
            f"Роль «{role}» сейчас никто не исполняет. Назначьте её приказом и выберите на листе «Члены группы» "
            "(можно как вторую роль).",
            _SHEET,
            role,
        )


@rule(
    "MEM-2",
    clause="A IV.3, B 5.1–5.4",
    about="Все роли регламента распределены",
    raised=f"Сегодня ни у кого в составе нет роли: {listed(NEEDED_ROLES)}.",
    cleared="Роль есть у члена группы, состоящего в ней сегодня (основная или вторая).",
    examples=(RoleVacant("Администратор сайта"),),
)
def every_role_is_held(group: Group, today: dt.date) -> Iterator[Finding]:
    """Every role of the regulations is held by someone current."""
    if composition(group[Member], today):
        yield from (RoleVacant(role) for role in NEEDED_ROLES if not _may_be_held(group, role, today))


class MemberFinding(Finding):
    """Something about one membership: the sentence begins with the member."""

    def __init__(self, member: Member, column: str, text: str) -> None:
        super().__init__(f"{member.fio}: {text}", Place.of(member, column), f"{member.code} {member.fio}".strip())


class OrderUnnamed(MemberFinding):
    """Inclusion or exclusion names no order."""

    def __init__(self, member: Member, column: str) -> None:
        what = {"inclusion_order": "о включении в группу", "exclusion_order": "об исключении из группы"}[column]
        super().__init__(member, column, f"не указан приказ {what}. Впишите его номер и дату: № 154-од от 30.04.2026.")


class OrderIncomplete(MemberFinding):
    """An order lacks its number or its date."""

    def __init__(self, member: Member, column: str, missing: str) -> None:
        title = Member.table.column(column).title
        super().__init__(
            member, column, f"в «{title}» не указан{missing}. Впишите номер и дату приказа: № 154-од от 30.04.2026."
        )


class OrderStillDraft(MemberFinding):
    """The order has been drafted, and its number is not known yet."""

    def __init__(self, member: Member, column: str, document: str) -> None:
        title = Member.table.column(column).title
        super().__init__(
            member,
            column,
            f"в «{title}» ещё проект приказа. Впишите номер и дату подписанного приказа на лист «Документы», "
            f"№ {document}, и нажмите «Проверить».",
        )


class OrderLater(MemberFinding):
    """Somebody belongs to the group before the order that includes him."""

    severity_by_default = Severity.WARNING

    def __init__(self, member: Member, ordered: dt.date) -> None:
        super().__init__(
            member,
            "inclusion_order",
            f"приказ о включении от {short_date(ordered)} позже, чем «В составе с» ({short_date(member.since)}). "
            "Исправьте одну из дат.",
        )


class ExclusionUndated(MemberFinding):
    """An order of exclusion stands without the last day."""

    def __init__(self, member: Member) -> None:
        super().__init__(member, "until", "есть приказ об исключении, но не заполнено «В составе по». Впишите дату.")


@rule(
    "MEM-3",
    clause="B 3.3",
    about="Состав и его изменения утверждены приказом",
    raised="При включении или исключении не указан приказ, его номер или дата; есть приказ об исключении без даты; "
    "приказ о включении позже дня включения.",
    cleared="Приказ записан с номером и датой. Смена роли — новая строка со своим приказом.",
    examples=(
        OrderUnnamed(_MEMBER, "exclusion_order"),
        OrderIncomplete(_MEMBER, "inclusion_order", "а дата приказа"),
        OrderIncomplete(_MEMBER, "inclusion_order", " номер приказа"),
        OrderStillDraft(_MEMBER, "inclusion_order", "11"),
        OrderLater(_MEMBER, dt.date(2026, 9, 15)),
        ExclusionUndated(_MEMBER),
    ),
)
def every_change_names_its_order(group: Group, today: dt.date) -> Iterator[Finding]:
    """Inclusion and exclusion name an order with its number and date."""
    for member in group[Member]:
        yield from _order(member, "inclusion_order", needed=True)
        yield from _order(member, "exclusion_order", needed=member.until is not None)
        ordered = find_day(member.inclusion_order)
        if ordered and member.since and ordered > member.since:
            yield OrderLater(member, ordered)
        if member.exclusion_order and not member.until and "until" not in member.faults:
            yield ExclusionUndated(member)


def _order(member: Member, column: str, *, needed: bool) -> Iterator[Finding]:
    text = getattr(member, column)
    if column in member.faults:
        return
    if not text:
        if needed:
            yield OrderUnnamed(member, column)
    elif document := draft_of(text):
        yield OrderStillDraft(member, column, document)
    elif not find_day(text):
        yield OrderIncomplete(member, column, "а дата приказа")
    elif not re.search(r"\d|б/н", without_days(text)):
        yield OrderIncomplete(member, column, " номер приказа")


class LeftBeforeJoining(MemberFinding):
    """A membership ends before it begins."""

    def __init__(self, member: Member) -> None:
        super().__init__(
            member,
            "until",
            f"«В составе по» ({short_date(member.until)}) раньше, чем «В составе с» ({short_date(member.since)}). "
            "Исправьте одну из дат.",
        )


class MembershipsOverlap(MemberFinding):
    """Two memberships of one person share a day."""

    def __init__(self, member: Member, before: Member) -> None:
        super().__init__(
            member,
            "since",
            f"сроки в строках {before.row} и {member.row} пересекаются. Закончите первый раньше второго; "
            "две роли одного времени впишите в одну строку.",
        )


@rule(
    "MEM-4",
    clause="B 3.3",
    about="Сроки пребывания в составе возможны",
    raised="«В составе по» раньше, чем «В составе с», или две строки одного человека пересекаются по датам.",
    cleared="Даты исправлены.",
    examples=(
        LeftBeforeJoining(Member("Ч2", _MEMBER.fio, since=dt.date(2026, 9, 1), until=dt.date(2026, 8, 1))),
        MembershipsOverlap(_MEMBER, Member("Ч1", row=6)),
    ),
)
def memberships_do_not_overlap(group: Group, today: dt.date) -> Iterator[Finding]:
    """A membership ends after its start, and no two of one person share a day."""
    by_person: defaultdict[str, list[Member]] = defaultdict(list)
    for member in group[Member]:
        if member.since and member.until and member.until < member.since:
            yield LeftBeforeJoining(member)
        elif member.since and "until" not in member.faults:
            by_person[group.index.find("tblMembers", member.fio)].append(member)
    for memberships in by_person.values():
        for before, member in pairwise(sorted(memberships, key=lambda each: each.since or dt.date.min)):
            if member.since and (before.until is None or before.until >= member.since):
                yield MembershipsOverlap(member, before)


class HeadIsNotDirector(MemberFinding):
    """The head of the group is another person than the director in «Настройки»."""

    severity_by_default = Severity.WARNING

    def __init__(self, head: Member, director: str) -> None:
        super().__init__(
            head,
            "fio",
            f"роль «Руководитель», но директор школы в «Настройках» — {quoted(director)}. "
            "По положению группу возглавляет директор: исправьте роль или «Настройки».",
        )


@rule(
    "MEM-5",
    clause="A IV.1, B 3.1",
    about="Группу возглавляет директор",
    raised="Руководитель группы и директор из «Настроек» — разные люди.",
    cleared="Имена совпадают.",
    examples=(HeadIsNotDirector(_MEMBER, "Петров Пётр Петрович"),),
)
def the_director_heads_the_group(group: Group, today: dt.date) -> Iterator[Finding]:
    """The current head is the school's director."""
    director = group.settings.director
    heads = {each.fio: each for each in composition(group[Member], today) if HEAD in each.roles}
    if director and len(heads) == 1:
        fio, head = next(iter(heads.items()))
        if fio not in group.index.candidates("tblMembers", director):
            yield HeadIsNotDirector(head, director)
