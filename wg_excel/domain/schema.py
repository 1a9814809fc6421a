"""Declare the tables of the master workbook as typed records.

A record class is the only source for a table: its columns drive the sheet, the drop-downs, the validation
and the reference page. A column is one line; see `wg_excel/domain/appeals/appeals.py` for an example.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any, ClassVar, Self, TypeVar, dataclass_transform

from wg_excel.domain.lists import ClosedList


class Kind(Enum):
    """What a cell of a column holds."""

    TEXT = "текст"
    LONG_TEXT = "длинный текст"
    FIO = "фамилия, имя, отчество"
    DATE = "дата"
    TIME = "время"
    MOMENT = "дата и время"
    INTEGER = "целое число"
    NUMBER = "число"
    TERM = "срок в рабочих днях или часах"
    CHOICE = "значение из списка"
    REFERENCE = "ссылка на таблицу"
    LINK = "ссылка"


# What a cell may hold at most: letters of a text, and the greatest number that anybody counts to.
LONGEST_TEXT: Mapping[Kind, int] = {Kind.TEXT: 255, Kind.FIO: 120, Kind.LONG_TEXT: 4000, Kind.TERM: 20}
GREATEST_NUMBER = 1_000_000


@dataclass(frozen=True)
class Column:
    """One column: its heading, what it holds and how the sheet shows it (width in characters)."""

    name: str
    title: str
    kind: Kind
    required: bool = False
    unique: bool = False
    choices: ClosedList | None = None
    refers: str = ""
    width: int = 14
    hint: str = ""
    hidden: bool = False

    @property
    def is_text(self) -> bool:
        """Tell whether a blank cell reads as an empty string."""
        return self.kind not in {Kind.DATE, Kind.TIME, Kind.MOMENT, Kind.INTEGER, Kind.NUMBER}


@dataclass(frozen=True)
class Table:
    """A table of the workbook: its sheet, its name there, its columns and its place in the regulations."""

    sheet: str
    name: str
    columns: tuple[Column, ...]
    clause: str = ""
    hint: str = ""
    key: str = ""
    generated: bool = False

    def column(self, name: str) -> Column:
        """Return the column with the English name `name`."""
        return next(column for column in self.columns if column.name == name)

    @property
    def titles(self) -> tuple[str, ...]:
        """Return the headings from left to right."""
        return tuple(column.title for column in self.columns)


@dataclass(frozen=True)
class Record:
    """A row of a table; `row` is its row in the sheet, `faults` the columns whose cell could not be read."""

    table: ClassVar[Table]

    row: int = field(default=0, kw_only=True)
    faults: frozenset[str] = field(default=frozenset(), kw_only=True, compare=False)

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Self:
        """Make a record of values by their names; others stay the columns' defaults.

        The constructor of a frozen class takes five times as long, and a long table calls it for each row.
        """
        made = cls.__new__(cls)
        vars(made).update(values)
        return made


def column(
    title: str,
    kind: Kind = Kind.TEXT,
    *,
    required: bool = False,
    unique: bool = False,
    choices: ClosedList | None = None,
    refers: str = "",
    width: int = 14,
    hint: str = "",
    hidden: bool = False,
) -> Any:  # noqa: ANN401 - a field specifier, as dataclasses.field
    """Declare a column of a record class; `refers` names the table whose key the cell repeats.

    A hidden column is for the program alone.
    """
    kind = Kind.CHOICE if choices else Kind.REFERENCE if refers else kind
    declared = Column("", title, kind, required, unique, choices, refers, width, hint, hidden)
    default = "" if declared.is_text else None
    return field(default=default, metadata={"column": declared})


R = TypeVar("R", bound=Record)


# `column` is no field specifier for type checkers: what it returns is the default itself.
@dataclass_transform(frozen_default=True, kw_only_default=False, field_specifiers=(field,))
def table(
    sheet: str, name: str, *, clause: str = "", hint: str = "", key: str = "", generated: bool = False
) -> Callable[[type[R]], type[R]]:
    """Make a record class the declaration of the table `name` on the sheet `sheet`."""

    def declare(cls: type[R]) -> type[R]:
        made = dataclass(frozen=True)(cls)
        declared = (part for part in fields(made) if "column" in part.metadata)
        columns = tuple(_named(part.name, part.metadata) for part in declared)
        made.table = Table(sheet, name, columns, clause, hint, key, generated)
        return made

    return declare


def _named(name: str, metadata: Mapping[str, Any]) -> Column:
    declared: Column = metadata["column"]
    return Column(**{**vars(declared), "name": name})
