"""Who has signed what: members the regulation, everyone with access the responsibility for it (A II.3)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wg_excel.domain.group import Group
from wg_excel.domain.language.names import fold
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.members.access import Access
from wg_excel.domain.members.composition import composition_on

MOST_NAMED = 8


@dataclass(frozen=True)
class Signature:
    """A line of the list: who, as what, and the day of the signature, none while it is wanting."""

    fio: str
    remark: str
    signed: dt.date | None

    @property
    def day(self) -> str:
        """Return the day as the list shows it; blank where the person is to write it."""
        return short_date(self.signed) if self.signed else ""


@dataclass(frozen=True)
class Acquaintance:
    """The two lists of signatures on a day."""

    organisation: str
    group_name: str
    day: dt.date
    regulation: tuple[Signature, ...]
    access: tuple[Signature, ...]

    @property
    def unsigned(self) -> tuple[str, ...]:
        """Return who has not signed the regulation."""
        return tuple(one.fio for one in self.regulation if not one.signed)

    @property
    def irresponsible(self) -> tuple[str, ...]:
        """Return who has access and has not signed the responsibility for it."""
        return tuple(one.fio for one in self.access if not one.signed)

    def __str__(self) -> str:
        return f"Положение: {_missing(self.unsigned)} Данные доступа: {_missing(self.irresponsible)}"


def acquaintance(group: Group, day: dt.date) -> Acquaintance:
    """Return who has signed by a day and who has not; access that was revoked asks for nothing."""
    members = composition_on(group, day).members
    regulation = tuple(Signature(one.fio, one.post, _by(one.acquainted, day)) for one in members)
    return Acquaintance(
        group.settings.school, group.settings.group_name, day, regulation, tuple(_holders(group[Access], day))
    )


def _holders(issues: Iterable[Access], day: dt.date) -> Iterator[Signature]:
    """Yield each person with access once: unsigned when the responsibility for any issue is."""
    people: dict[str, list[Access]] = {}
    for one in issues:
        issued = one.date is None or one.date <= day
        if one.fio and issued and not (one.revoked and one.revoked <= day):
            people.setdefault(fold(one.fio), []).append(one)
    for held in people.values():
        days = [_by(one.signed, day) for one in held]
        signed = None if None in days else max(filter(None, days))
        yield Signature(held[-1].fio, held[-1].category, signed)


def _by(signed: dt.date | None, day: dt.date) -> dt.date | None:
    return signed if signed and signed <= day else None


def _missing(names: tuple[str, ...]) -> str:
    if not names:
        return "подписали все."
    more = f" и ещё {len(names) - MOST_NAMED}" if len(names) > MOST_NAMED else ""
    return f"не подписали {len(names)} — {', '.join(names[:MOST_NAMED])}{more}."
