"""Compare a list of people with the sheet: who is new, whose entries changed, who is no longer listed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic

from wg_excel.domain.findings import Finding
from wg_excel.domain.members import Member
from wg_excel.domain.names import fold
from wg_excel.domain.schema import R
from wg_excel.domain.teachers import Teacher

SHOWN = 5


@dataclass(frozen=True)
class Update:
    """One cell to change: the sheet's row, the column's English name, the old value and the new one."""

    row: int
    name: str
    old: object
    new: object


@dataclass(frozen=True)
class StaffChange(Generic[R]):
    """What a list changes; nobody is removed, `gone` are only named.

    `updates` stand by the person's name; `wrong` are cells of the list that were not taken.
    """

    added: tuple[R, ...] = ()
    updates: Mapping[str, tuple[Update, ...]] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    wrong: tuple[Finding, ...] = ()

    @property
    def new(self) -> tuple[str, ...]:
        """Return the names of the people added."""
        return tuple(person_name(record) for record in self.added)

    @property
    def changed(self) -> tuple[str, ...]:
        """Return the names of the people whose entries change."""
        return tuple(self.updates)

    def __str__(self) -> str:
        parts = (
            _counted("новых", self.new),
            _counted("изменено", self.changed),
            _counted("нет в списке (не удалены)", self.gone),
            _counted("не принято", [finding.message for finding in self.wrong]),
        )
        text = "; ".join(parts)
        return f"{text[0].upper()}{text[1:]}."


def compare(present: Sequence[R], listed: Sequence[R], wrong: Iterable[Finding] = ()) -> StaffChange[R]:
    """Compare the sheet's records with the list's; blank cells of the list change nothing."""
    known = {fold(person_name(record)): record for record in present}
    wanted = {fold(person_name(record)): record for record in listed if person_name(record)}
    changes = {
        person_name(known[key]): updates
        for key, record in wanted.items()
        if key in known and (updates := tuple(_updates(known[key], record)))
    }
    return StaffChange(
        tuple(record for key, record in wanted.items() if key not in known),
        changes,
        tuple(person_name(record) for key, record in known.items() if key not in wanted),
        tuple(wrong),
    )


def person_name(record: object) -> str:
    """Return the full name of a member or a teacher."""
    assert isinstance(record, Member | Teacher)
    return record.fio


def _updates(old: R, new: R) -> Iterable[Update]:
    for column in old.table.columns:
        before, after = getattr(old, column.name), getattr(new, column.name)
        if after not in ("", None) and after != before and column.name != "fio":
            yield Update(old.row, column.name, before, after)


def _counted(what: str, names: Sequence[str]) -> str:
    shown = f" ({', '.join(names[:SHOWN])}{' и другие' if len(names) > SHOWN else ''})" if names else ""
    return f"{what}: {len(names)}{shown}"
