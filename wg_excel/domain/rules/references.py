"""References between tables (FLD-REF): what a cell names must exist where it should."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.findings import Finding
from wg_excel.domain.group import Group
from wg_excel.domain.index import PEOPLE
from wg_excel.domain.language.texts import listed, nearest
from wg_excel.domain.records import RECORDS
from wg_excel.domain.rules.cells import Cell, CellFinding
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.schema import Column, Kind, Record, Table

TABLES = {record.table.name: record for record in RECORDS}


class NoSuchReference(CellFinding):
    """A cell names what its table does not hold."""

    def __init__(self, cell: Cell, shown: str, table: Table, similar: str) -> None:
        do = f"Возможно, это «{similar}»." if similar else "Впишите так, как на том листе, или добавьте туда строку."
        super().__init__(cell, f"«{shown}» нет на листе «{table.sheet}». {do}")


class AmbiguousName(CellFinding):
    """A short name fits several people."""

    def __init__(self, cell: Cell, shown: str, people: tuple[str, ...]) -> None:
        super().__init__(cell, f"«{shown}» — это может быть {listed(people)}. Впишите имя полностью.")


_REFERENCE = Column("executor", "Исполнитель", Kind.REFERENCE)
_APPEALS = Table("Обращения", "tblAppeals", (_REFERENCE,), key="number")
_MEMBERS = Table("Члены группы", "tblMembers", ())
_CELL = Cell(_APPEALS, _REFERENCE, 7, "2026-014")


@rule(
    "FLD-REF",
    about="Названное в ячейке есть на своём листе",
    raised="Член группы, педагог, заседание, обращение, поручение или импорт, названные в ячейке, не найдены. "
    "Имена находятся и в виде «Фамилия И. О.», если подходит один человек.",
    cleared="Ячейка исправлена или недостающая строка добавлена.",
    examples=(
        NoSuchReference(_CELL, "Петров П. П.", _MEMBERS, ""),
        AmbiguousName(_CELL, "Иванова О.", ("Иванова Ольга Сергеевна", "Иванова Оксана Петровна")),
    ),
)
def references_exist(group: Group, today: dt.date) -> Iterator[Finding]:
    """Every reference names a row of its table."""
    for record in RECORDS:
        for column in record.table.columns:
            if column.refers and _is_readable(group, column.refers):
                yield from _broken(group, record, column)


def _is_readable(group: Group, table: str) -> bool:
    """Tell whether the key's column of a table was found; without it nothing can be said."""
    target = TABLES[table]
    return not any(target.table.key in row.faults for row in group[target][:1])


def _broken(group: Group, record: type[Record], column: Column) -> Iterator[Finding]:
    for row in group[record]:
        text = getattr(row, column.name)
        if not text or column.name in row.faults:
            continue
        found = group.index.candidates(column.refers, text)
        if len(found) != 1:
            yield _failure(group, row, column, text, found)


def _failure(group: Group, row: Record, column: Column, text: str, found: tuple[str, ...]) -> Finding:
    cell = Cell(row.table, column, row.row, str(getattr(row, row.table.key)) if row.table.key else "")
    if found:
        return AmbiguousName(cell, text, found)
    # A number near to another is no hint; a name is.
    similar = nearest(text, group.index.keys(column.refers)) if column.refers in PEOPLE else ""
    return NoSuchReference(cell, text, TABLES[column.refers].table, similar)
