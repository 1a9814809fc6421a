"""Members of the group («Члены группы»): roles, orders and dates (A IV; B 3.1–3.3, V)."""

import datetime as dt
import re
from collections.abc import Iterable

from wg_excel.domain import lists
from wg_excel.domain.schema import Kind, Record, column, table

# What an order's cell holds until the order is signed.
DRAFT = re.compile(r"проект,?\s*документ № (?P<number>\S+)", re.IGNORECASE)


@table(
    "Члены группы",
    "tblMembers",
    clause="B 3.3",
    key="fio",
    hint="Состав утверждается приказом. При выбытии заполните «В составе по» и приказ, строку не удаляйте.",
)
class Member(Record):
    """One membership: a person in a role between two dates, by an order."""

    code: str = column("Код", required=True, unique=True, width=8)
    fio: str = column("ФИО", Kind.FIO, required=True, width=32)
    post: str = column("Должность", required=True, width=30)
    role: str = column("Роль", required=True, choices=lists.ROLES, width=26)
    second_role: str = column("Вторая роль", choices=lists.ROLES, width=26)
    direction: str = column("Направление", choices=lists.DIRECTIONS, width=26)
    since: dt.date | None = column("В составе с", Kind.DATE, required=True, width=13)
    inclusion_order: str = column(
        "Приказ о включении", required=True, width=24, hint="№ и дата: № 154-од от 30.04.2026"
    )
    until: dt.date | None = column("В составе по", Kind.DATE, width=13)
    exclusion_order: str = column("Приказ об исключении", width=24)
    phone: str = column("Телефон", width=16)
    email: str = column("Эл. почта", width=24)
    absent_since: dt.date | None = column(
        "Отсутствует с", Kind.DATE, width=14, hint="Отпуск, болезнь: обращения предлагаются другому"
    )
    absent_until: dt.date | None = column("Отсутствует по", Kind.DATE, width=14, hint="Пусто — пока неизвестно")
    deputy: str = column("Замещающий", refers="tblMembers", width=28, hint="Кто помогает вместо отсутствующего")
    acquainted: dt.date | None = column(
        "Ознакомлен с положением", Kind.DATE, width=16, hint="Дата подписи в листе ознакомления"
    )
    former: str = column("Прежнее имя", width=28, hint="До смены фамилии: по нему узнаются старые записи; через ;")

    @property
    def roles(self) -> tuple[str, ...]:
        """Return the one or two roles that the person holds."""
        return tuple(role for role in (self.role, self.second_role) if role)

    @property
    def last_day(self) -> dt.date | None:
        """Return the last day in the group; none while there is no end, or one that precedes the beginning."""
        return self.until if self.until and (self.since is None or self.until >= self.since) else None

    @property
    def has_unreadable_dates(self) -> bool:
        """Tell whether the beginning or the end cannot be read or be true, so that nobody knows about some days."""
        return self.since is None or "until" in self.faults or self.last_day != self.until

    def is_current(self, day: dt.date) -> bool:
        """Tell whether the person belongs to the group on `day`; both end days count."""
        return self.since is not None and self.may_belong(day)

    def may_belong(self, day: dt.date) -> bool:
        """Tell whether the person belongs to the group on `day` for all that readable dates say."""
        return (self.since is None or self.since <= day) and (self.last_day is None or day <= self.last_day)

    def is_absent(self, day: dt.date) -> bool:
        """Tell whether a member is away on `day`; both end days count."""
        if self.absent_since is None:
            return False
        return self.absent_since <= day and (self.absent_until is None or day <= self.absent_until)


def draft_of(order: str) -> str:
    """Return the number in «Документы» of the draft that an order's cell names; empty for a signed order."""
    found = DRAFT.search(order)
    return found["number"] if found else ""


def composition(members: Iterable[Member], day: dt.date) -> tuple[Member, ...]:
    """Return who belongs to the group on `day`, in the order of the sheet (B 3.3)."""
    return tuple(member for member in members if member.is_current(day))
