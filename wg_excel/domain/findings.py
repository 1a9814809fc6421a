"""Findings: what a check, a parser or an import has to say to the secretary."""

import datetime as dt
from copy import copy
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar, Self

from wg_excel.domain import lists
from wg_excel.domain.schema import Kind, Record, Table, column, table


class Severity(Enum):
    """How much a finding weighs; the value is the word that the user sees."""

    ERROR = "Ошибка"
    WARNING = "Предупреждение"
    INFO = "Сведение"

    @property
    def order(self) -> int:
        """Return 0 for the heaviest."""
        return list(Severity).index(self)

    @property
    def code(self) -> str:
        """Return the word of the JSON contract: error, warning, info."""
        return self.name.lower()


@dataclass(frozen=True)
class Place:
    """Where a finding points: a table, a row of its sheet (0: none) and a column's heading.

    `clause` is what asks for the table; it is not part of where the place is.
    """

    sheet: str = ""
    table: str = ""
    row: int = 0
    column: str = ""
    clause: str = field(default="", compare=False)

    @classmethod
    def of(cls, record: Record, name: str) -> Self:
        """Return the place of the column with the English name `name` in a record's row."""
        return cls.in_table(record.table, record.row, name)

    @classmethod
    def in_table(cls, table: Table, row: int, name: str) -> Self:
        """Return the place of a column in a row of a table."""
        return cls(table.sheet, table.name, row, table.column(name).title, table.clause)

    @classmethod
    def of_table(cls, table: Table) -> Self:
        """Return the place of a whole table."""
        return cls(table.sheet, table.name, clause=table.clause)


@dataclass(frozen=True)
class Finding:
    """One thing to mend: which rule, how bad, where, what is wrong and what to do.

    A subclass a failure: it sets the class attributes and builds `message` in its constructor from typed
    arguments. `about` names the thing found (a quarter, a role, a number) and keeps the finding's identity
    when rows move. `number` and `since` hold while it stands (`wg_excel.domain.standing`); `accepted` is the reason
    for which a person accepted it.
    """

    rule: ClassVar[str] = ""
    severity_by_default: ClassVar[Severity] = Severity.ERROR
    clause: ClassVar[str] = ""

    message: str
    place: Place = field(default_factory=Place)
    about: str = ""
    severity: Severity | None = None
    number: int = 0
    since: dt.date | None = None
    accepted: str = ""

    @property
    def weight(self) -> Severity:
        """Return the severity in force: the school's own, else the rule's."""
        return self.severity or self.severity_by_default

    @property
    def basis(self) -> str:
        """Return the clause that asks for it: the rule's own, else that of the table; empty where none does."""
        return self.clause or self.place.clause

    def weighed(self, severity: Severity) -> Self:
        """Return the finding with the school's severity."""
        return self._changed(severity=severity)

    def standing(self, number: int, since: dt.date, accepted: str) -> Self:
        """Return the finding with its number, the day since when it stands, and the reason if it was accepted."""
        return self._changed(number=number, since=since, accepted=accepted)

    def _changed(self, **values: object) -> Self:
        made = copy(self)  # `replace` would call the subclass's constructor, which takes other arguments
        for name, value in values.items():
            object.__setattr__(made, name, value)
        return made


@table(
    "Замечания",
    "tblFindings",
    generated=True,
    hint="Заполняет кнопка «Проверить». Исправьте ячейку или впишите в «Принято», почему так и должно быть.",
)
class FindingLine(Record):
    """One line of «Замечания»; `link` leads to the cell."""

    severity: str = column("Важность", choices=lists.FINDING_STATES, width=20)
    sheet: str = column("Лист", width=20)
    sheet_row: int | None = column("Строка", Kind.INTEGER, width=9)
    heading: str = column("Столбец", width=20)
    message: str = column("Замечание", Kind.LONG_TEXT, width=90)
    clause: str = column("Пункт", width=12)
    rule: str = column("Правило", width=12)
    link: str = column("Ячейка", Kind.LINK, width=10)
    since: dt.date | None = column("Стоит с", Kind.DATE, width=12)
    number: int | None = column("№", Kind.INTEGER, width=7)
    accepted: str = column("Принято", width=34, hint="Почему замечание принято; останется, пока ячейка не изменится")
    mark: str = column("Отпечаток", width=20, hidden=True)
