"""What a list of people changes on the sheet, said before it is written: new, changed, renamed, gone, unclear."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from wg_excel.domain.columns import shown_value
from wg_excel.domain.findings import Finding
from wg_excel.domain.members.members import Member
from wg_excel.domain.schema import Column
from wg_excel.domain.staff.teachers import Teacher

Person = Member | Teacher
SHOWN = 5


@dataclass(frozen=True)
class Update:
    """One cell to change: the sheet's row, the column, the old value and the new one."""

    row: int
    column: Column
    old: object
    new: object

    @classmethod
    def of(cls, record: Person, name: str, new: object) -> Self:
        """Return the change of a record's cell to a new value."""
        return cls(record.row, record.table.column(name), getattr(record, name), new)


@dataclass(frozen=True)
class Renaming:
    """A person of the sheet who stands in the list under another family name: the sheet's row, old and new name."""

    row: int
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


LEAVERS = "Кто выбыл, тому впишите последний день в его строке («В составе по» или «Работает по»)."


@dataclass(frozen=True)
class StaffChange:
    """What a list changes; nobody is removed.

    `updates` stand by the person's name. `added` are new rows: of new people, and of members whose role changes or
    who come back (`again`). `gone` are not in the list, `left` those of them who get a last day. `renamed` are
    changed, `likely` only offered. `wrong` are cells of the list that were not taken, `unclear` people. `declined`: the
    user said no.
    """

    added: tuple[Person, ...] = ()
    updates: Mapping[str, tuple[Update, ...]] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    wrong: tuple[Finding, ...] = ()
    again: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    renamed: tuple[Renaming, ...] = ()
    likely: tuple[Renaming, ...] = ()
    unclear: tuple[str, ...] = ()
    about: str = ""
    declined: bool = False

    @property
    def new(self) -> tuple[str, ...]:
        """Return the names of the people added."""
        return tuple(one.fio for one in self.added if one.fio not in self.again)

    @property
    def changed(self) -> tuple[str, ...]:
        """Return the names of the people whose entries change."""
        return tuple(dict.fromkeys((*(name for name in self.updates if name not in self.left), *self.again)))

    @property
    def is_empty(self) -> bool:
        """Tell whether the sheet stays as it is."""
        return not self.added and not self.updates

    @property
    def details(self) -> tuple[str, ...]:
        """Return a line for each changed cell and new membership, and for whatever is likely, not taken or gone."""
        cells = (_told(name, update) for name, updates in self.updates.items() for update in updates)
        likely = (f"Возможно, тот же человек с другой фамилией: {one}" for one in self.likely)
        again = map(_told_again, (one for one in self.added if isinstance(one, Member) and one.fio in self.again))
        gone = (f"Нет в списке: {', '.join(self.gone)}",) if len(self.gone) > SHOWN else ()
        return (*cells, *again, *likely, *self.unclear, *map(_refused, self.wrong), *gone)

    def __str__(self) -> str:
        parts = (
            _counted("новых", self.new),
            _counted("изменено", self.changed),
            *([_counted("сменили фамилию", [str(one) for one in self.renamed])] if self.renamed else []),
            *([_counted("отмечены выбывшими", self.left)] if self.left else []),
            _counted("нет в списке (не удалены)", [name for name in self.gone if name not in self.left]),
            f"не принято: {len(self.wrong) + len(self.unclear)}",
        )
        text = "; ".join(parts)
        here = [name for name in self.gone if name not in self.left]
        advice = LEAVERS if here else ""
        return " ".join(filter(None, (f"{text[0].upper()}{text[1:]}.", advice, self.about)))


def _told(name: str, update: Update) -> str:
    return f"{name}: {update.column.title} «{_shown(update.old)}» → «{_shown(update.new)}»"


def _told_again(one: Member) -> str:
    roles = " и ".join(one.roles) or "роль не указана"
    return f"{one.fio}: новая строка – {roles}, в составе с {_shown(one.since)}"


def _refused(finding: Finding) -> str:
    return f"Строка списка {finding.place.row}. {finding.message}"


def _shown(value: object) -> str:
    return f"{value:%d.%m.%Y}" if isinstance(value, dt.date) else shown_value(value)


def _counted(what: str, names: Sequence[str]) -> str:
    shown = f" ({', '.join(names[:SHOWN])}{' и другие' if len(names) > SHOWN else ''})" if names else ""
    return f"{what}: {len(names)}{shown}"


def first_lines(lines: Iterable[str], most: int) -> str:
    """Return lines one below the other, as many as a message takes (characters)."""
    shown: list[str] = []
    rest = list(lines)
    while rest and sum(map(len, shown)) + len(rest[0]) <= most:
        shown.append(rest.pop(0))
    return "\n".join([*shown, *([f"… и ещё строк: {len(rest)}"] if rest else [])])
