"""What a list of people changes on «Педагоги» or «Члены группы»; nothing is written here (B 3.3)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from wg_excel.domain.findings import Finding
from wg_excel.domain.language.names import fold, parse_name
from wg_excel.domain.members.members import Member
from wg_excel.domain.numbering import next_number
from wg_excel.domain.staff.staff import Person, Renaming, StaffChange, Update
from wg_excel.domain.staff.staff_matching import in_order, likely_renamed, match, same

KEPT = frozenset({"fio", "code", "former", "export_name"})  # of the sheet, whatever the list says
CARRIED = ("post", "role", "second_role", "direction", "phone", "email")  # from one membership to the next


def compare(
    present: Sequence[Person],
    listed: Sequence[Person],
    day: dt.date,
    wrong: Iterable[Finding] = (),
    *,
    renamed: bool = False,
    left: bool = False,
) -> StaffChange:
    """Compare the sheet's records with the list's on a day; blank cells of the list change nothing.

    `renamed` takes likely changes of a family name for such; `left` gives those who are not in the list the day as
    their last one.
    """
    standing = _standing(present, day)
    found = match(present, standing, list(map(_readable, listed)))
    gone = [row for row in found.unknown(standing) if _is_there(row, day)]
    likely = likely_renamed(found.strangers, gone)
    names = tuple(Renaming(row.row, row.fio, in_order(one.fio)) for row, one in likely)
    updates: defaultdict[str, list[Update]] = defaultdict(list)
    again: list[Member] = []
    if renamed:
        for row, one in likely:
            found.pairs.append((row, one))
            found.strangers.remove(one)
            gone.remove(row)
            updates[row.fio] += _name_changes(row, in_order(one.fio))
    for row, one in found.pairs:
        updates[row.fio] += _changes(row, one, day, again)
    for row in gone if left else ():
        updates[row.fio].append(Update.of(row, "until", day))
    new = [replace(one, fio=in_order(one.fio)) for one in found.strangers]
    return StaffChange(
        added=tuple(_coded((*new, *again), present)),
        updates={name: tuple(each) for name, each in updates.items() if each},
        gone=tuple(dict.fromkeys(row.fio for row in gone)),
        wrong=tuple(wrong),
        again=tuple(one.fio for one in again),
        left=tuple(row.fio for row in gone) if left else (),
        renamed=names if renamed else (),
        likely=() if renamed else names,
        unclear=tuple(found.unclear),
    )


def _readable(one: Person) -> Person:
    """Return a listed person without the cells that could not be read: they are told, and not taken."""
    unread = (column for column in one.table.columns if column.name in one.faults - {"fio"})
    blank: dict[str, Any] = {column.name: "" if column.is_text else None for column in unread}
    return replace(one, **blank)


def _standing(present: Sequence[Person], day: dt.date) -> list[Person]:
    """Return the row that stands for each person: of a member's several the current one, else the last."""
    members = [one for one in present if isinstance(one, Member)]
    last = sorted(members, key=lambda one: (_is_there(one, day), one.since or dt.date.min))
    rows = {fold(in_order(one.fio)): one for one in last}
    return [one for one in present if not isinstance(one, Member) or rows[fold(in_order(one.fio))] is one]


def _is_there(one: Person, day: dt.date) -> bool:
    return one.until is None or one.until >= day


def _changes(row: Person, one: Person, day: dt.date, again: list[Member]) -> Iterator[Update]:
    """Yield what the list changes in a row; a change of role and a return are a row of their own (B 3.3)."""
    if isinstance(row, Member) and isinstance(one, Member):
        first = one.since or day
        if row.until and row.until < min(first, day):
            again.append(_next_row(row, one, first))
            return
        if _changes_role(row, one) and row.since and row.since < first:
            again.append(_next_row(row, one, first))
            yield Update.of(row, "until", first - dt.timedelta(days=1))
            return
    elif row.until and row.until < day and one.until is None:
        yield Update.of(row, "until", None)
    if _is_short(row.fio) and not _is_short(one.fio):
        yield Update.of(row, "fio", in_order(one.fio))
    for column in row.table.columns:
        before, after = getattr(row, column.name), getattr(one, column.name)
        if after not in {"", None} and column.name not in KEPT and not same(before, after):
            yield Update.of(row, column.name, after)


def _changes_role(row: Member, one: Member) -> bool:
    """Tell whether the list names another role; a row without one only gets it."""
    return bool(row.role) and any(
        new and new != old for old, new in ((row.role, one.role), (row.second_role, one.second_role))
    )


def _next_row(row: Member, one: Member, first: dt.date) -> Member:
    """Return the row of a new membership: what the list says, else what stood in the row before."""
    told = {name: getattr(one, name) or getattr(row, name) for name in CARRIED}
    if one.role and one.role != row.role:
        told["second_role"] = one.second_role
    return replace(one, **told, code="", fio=row.fio, since=first, acquainted=row.acquainted, former=row.former)


def _is_short(fio: str) -> bool:
    name = parse_name(fio)
    return name is None or name.is_short


def _name_changes(row: Person, name: str) -> Iterator[Update]:
    """Yield the new name, and the old one where old records and exports are known by it."""
    column = "former" if isinstance(row, Member) else "export_name"
    before = getattr(row, column)
    yield Update.of(row, "fio", name)
    yield Update.of(row, column, "; ".join(filter(None, (before, row.fio))))


def _coded(people: Iterable[Person], present: Sequence[Person]) -> Iterator[Person]:
    """Yield the people with the next codes where members have none."""
    taken = [one.code for one in present if isinstance(one, Member)]
    for one in people:
        if isinstance(one, Member) and not one.code:
            taken.append(next_number(taken, dt.date.min))
            yield replace(one, code=taken[-1])
        else:
            yield one
