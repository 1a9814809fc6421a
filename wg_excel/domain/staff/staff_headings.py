"""Read a list of staff under whatever headings it has: which rows, which columns, names in one cell or in three."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from wg_excel.domain.language.names import fold
from wg_excel.domain.schema import Table

SEARCHED_ROWS = 25
NAME = "fio"
PARTS = ("family", "first", "patronymic")
STATE = "state"
HAS_LEFT = re.compile(r"(?<!не )\b(?:уволен|уволена|выбыл|выбыла|выбывш\w+|исключ[её]н|исключена)\b")
Rows = Sequence[Sequence[object]]


class ListedSheet(NamedTuple):
    """A sheet of a list: its name, its headings as the table's own, the rows below, and the file's row of the first.

    `left` is the number of rows that say of themselves that the person has left, `nameless` of those that tell
    something of nobody: they are blank among `rows`.
    """

    name: str
    titles: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    first_row: int
    fit: int
    left: int = 0
    nameless: int = 0


def read_sheet(table: Table, name: str, rows: Rows) -> ListedSheet | None:
    """Return what a sheet lists; None where no row of headings names people."""
    known = _known(table.name)
    best: tuple[int, int] | None = None
    for place, row in enumerate(rows[:SEARCHED_ROWS]):
        found = {known[_plain(cell)] for cell in row if _plain(cell) in known}
        if (NAME in found or {"family", "first"} <= found) and (best is None or len(found) > best[0]):
            best = (len(found), place)
    if best is None:
        return None
    fit, place = best
    columns = _columns(known, rows[place])
    titles = _titles(table, columns, len(rows[place]))
    body: list[tuple[object, ...]] = []
    left = nameless = 0
    for row in rows[place + 1 :]:
        name_there, gone = _name(columns, row), _has_left(columns, row)
        left += gone
        nameless += not name_there and _tells(titles, row)
        # A row that is not taken becomes blank, so that the others keep their numbers.
        kept = name_there and not gone
        body.append((*_padded(row, len(titles) - 1), name_there) if kept else (None,) * len(titles))
    return ListedSheet(name, titles, tuple(body), place + 2, fit, left, nameless)


def _tells(titles: Sequence[str], row: Sequence[object]) -> bool:
    return any(title and value not in {None, ""} for title, value in zip(titles, row, strict=False))


def is_named_for(table: Table, sheet: str) -> bool:
    """Tell whether a sheet's name says that it lists what the table holds."""
    return _plain(sheet) in {_plain(name) for name in (*_data()["sheets"].get(table.name, ()), table.sheet)}


def _columns(known: Mapping[str, str], heads: Sequence[object]) -> dict[str, int]:
    """Return the place of each column, the first of several."""
    columns: dict[str, int] = {}
    for place, head in enumerate(heads):
        if name := known.get(_plain(head)):
            columns.setdefault(name, place)
    return columns


def _titles(table: Table, columns: Mapping[str, int], width: int) -> tuple[str, ...]:
    """Return the table's own headings over the columns, the name in a column of its own at the end."""
    own = {column.name: column.title for column in table.columns}
    titles = [""] * width
    for name, place in columns.items():
        if name in own and name != NAME:
            titles[place] = own[name]
    return (*titles, own[NAME])


def _name(columns: Mapping[str, int], row: Sequence[object]) -> object:
    if NAME in columns:
        return row[columns[NAME]] if columns[NAME] < len(row) else None
    parts = (row[columns[part]] for part in PARTS if part in columns and columns[part] < len(row))
    return " ".join(str(part).strip() for part in parts if part) or None


def _padded(row: Sequence[object], width: int) -> Iterable[object]:
    return (*row[:width], *[None] * (width - len(row)))


def _has_left(columns: Mapping[str, int], row: Sequence[object]) -> bool:
    place = columns.get(STATE)
    return place is not None and place < len(row) and bool(HAS_LEFT.search(str(row[place] or "").lower()))


@cache
def _known(table: str) -> dict[str, str]:
    from wg_excel.domain.records import RECORDS

    record = next(each for each in RECORDS if each.table.name == table)
    own = {_plain(column.title): column.name for column in record.table.columns}
    spelt = {**_data()["parts"], **_data()[table]}
    return {_plain(word): name for name, words in spelt.items() for word in words} | own


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("wg_excel.domain.staff") / "staff_headings.toml").read_text(encoding="utf-8"))


def _plain(value: object) -> str:
    return re.sub(r"[\s.*:№]+", "", fold(str(value or "")))
