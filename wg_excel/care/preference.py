"""Whose version of a differing row a merge takes: A's, unless the user names tables or rows for B."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from wg_excel.care.content import TableContent
from wg_excel.care.failures import PreferenceNotRead, UnknownTable


class Chosen(NamedTuple):
    """A choice of B: for all tables, for one, or for one row of it by its key; blank parts mean every."""

    table: str = ""
    key: str = ""


@dataclass(frozen=True)
class Preference:
    """The user's choices of B."""

    chosen: tuple[Chosen, ...] = ()

    @classmethod
    def read(cls, texts: Iterable[str]) -> Self:
        """Read choices such as b, b:Обращения, b:Обращения:2026-015; raise PreferenceNotRead."""
        return cls(tuple(map(_chosen, texts)))

    def for_tables(self, tables: Sequence[TableContent]) -> Self:
        """Return the choices with the names of tables in place of what the user wrote; raise UnknownTable."""
        return type(self)(tuple(named for each in self.chosen for named in _named(each, tables)))

    def takes_b(self, table: str, key: str) -> bool:
        """Tell whether B's version of a row is taken."""
        return any(each.table in {"", table} and each.key in {"", key} for each in self.chosen)


def _chosen(text: str) -> Chosen:
    side, _, rest = text.partition(":")
    if side.strip().casefold() != "b":
        raise PreferenceNotRead(text)
    table, _, key = rest.partition(":")
    return Chosen(table.strip(), key.strip())


def _named(chosen: Chosen, tables: Sequence[TableContent]) -> list[Chosen]:
    if not chosen.table:
        return [chosen]
    wanted = chosen.table.casefold()
    found = [each for each in tables if wanted in {each.name.casefold(), each.sheet.casefold(), each.label.casefold()}]
    if not found:
        raise UnknownTable(chosen.table, (each.sheet for each in tables))
    return [Chosen(each.name, chosen.key) for each in found]
