"""No password, code or login with its password stands in any text (APP-6, A II.3); messages never repeat it."""

import datetime as dt
from collections.abc import Iterator
from functools import cache

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.findings import Finding, FindingLine
from wg_excel.domain.group import Group
from wg_excel.domain.history import HistoryEntry
from wg_excel.domain.privacy.secrets import tells_secret
from wg_excel.domain.records import RECORDS
from wg_excel.domain.rules.cells import Cell, CellFinding
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.schema import Column, Kind, Record
from wg_excel.domain.settings import RuleWeight

TEXTS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.FIO, Kind.LINK})
NOT_SEARCHED = frozenset({FindingLine, HistoryEntry, RuleWeight})


class SecretTold(CellFinding):
    """A text gives away a secret."""

    def __init__(self, cell: Cell) -> None:
        super().__init__(
            cell,
            "в тексте есть пароль или код доступа. Удалите его из ячейки и смените: учётные данные не записывают "
            "и не передают.",
        )


def texts(record: type[Record], kinds: frozenset[Kind]) -> tuple[Column, ...]:
    """Return the columns of a table whose cells hold text of the given kinds."""
    return tuple(column for column in record.table.columns if column.kind in kinds)


def cell_of(row: Record, column: Column) -> Cell:
    """Return the cell of a record's row."""
    return Cell(row.table, column, row.row, str(getattr(row, row.table.key)) if row.table.key else "")


@rule(
    "APP-6",
    clause="A II.3",
    about="В книге нет паролей и кодов доступа",
    raised="В тексте любого листа записан пароль, код или логин с паролем. Само значение в замечании не повторяется.",
    cleared="Пароль удалён из ячейки.",
    examples=(SecretTold(Cell(Appeal.table, Appeal.table.column("essence"), 19, "2026-014")),),
)
def no_text_tells_a_secret(group: Group, today: dt.date) -> Iterator[Finding]:
    """No text of any table gives away a password or a code."""
    tells = cache(tells_secret)  # names, lists and standing phrases repeat
    for record in RECORDS:
        columns = texts(record, TEXTS) if record not in NOT_SEARCHED else ()
        for row in group[record]:
            for column in columns:
                if tells(getattr(row, column.name)):
                    yield SecretTold(cell_of(row, column))
