"""Contents as JSON, exactly: every value comes back as what it was."""

import datetime as dt
import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

from wg_excel.care.content import Contents, Row, TableContent, Value
from wg_excel.care.failures import ArchiveNewer, NoArchive

FORMAT, VERSION = "wg-excel", 1
NOT_OURS = (KeyError, TypeError, ValueError, OverflowError)
DAY = "date"  # the name under which a day stands, so that a text of the same look stays a text


def document(contents: Contents) -> bytes:
    """Return the whole contents as one JSON document, a row a line."""
    head = json.dumps({"format": FORMAT, "version": VERSION}, ensure_ascii=False)
    tables = ",\n".join(table_text(table) for table in contents.tables)
    return f'{head[:-1]}, "tables": [\n{tables}\n]}}\n'.encode()


def table_text(table: TableContent) -> str:
    """Return one table as a JSON object, a row a line."""
    head = json.dumps({"name": table.name, "sheet": table.sheet, "titles": table.titles}, ensure_ascii=False)
    rows = ",\n".join(json.dumps([_plain(value) for value in row], ensure_ascii=False) for row in table.rows)
    return f'{head[:-1]}, "rows": [\n{rows}\n]}}'


def read_document(text: bytes, name: str) -> Contents:
    """Read a document; raise NoArchive or ArchiveNewer with the name of the file."""
    found = parsed(text, name)
    check_version(found, name)
    try:
        return Contents(tuple(map(_table, found["tables"])))
    except NOT_OURS as problem:
        raise NoArchive(name) from problem


def read_table(text: bytes, name: str) -> TableContent:
    """Read one table; raise NoArchive with the name of the file."""
    try:
        return _table(parsed(text, name))
    except NOT_OURS as problem:
        raise NoArchive(name) from problem


def parsed(text: bytes, name: str) -> dict[str, Any]:
    """Return the object that a JSON text holds; raise NoArchive with the name of the file."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise NoArchive(name) from problem
    if not isinstance(found, dict):
        raise NoArchive(name)
    return found


def check_version(head: Mapping[str, Any], name: str) -> None:
    """Raise NoArchive for what is not ours, ArchiveNewer for what a later program wrote."""
    version = head.get("version")
    if head.get("format") != FORMAT or type(version) is not int:
        raise NoArchive(name)
    if version > VERSION:
        raise ArchiveNewer(name)


def _plain(value: Value) -> object:
    return {DAY: value.isoformat()} if isinstance(value, dt.datetime) else value


def _table(found: Mapping[str, Any]) -> TableContent:
    titles = tuple(map(str, found["titles"]))
    rows = tuple(_rows(found["rows"], len(titles)))
    return TableContent(str(found["name"]), str(found["sheet"]), titles, rows)


def _rows(found: list[list[object]], width: int) -> Iterator[Row]:
    for row in found:
        if len(row) != width:
            raise ValueError(row)
        yield tuple(map(_value, row))


def _value(found: object) -> Value:
    if isinstance(found, dict):
        return dt.datetime.fromisoformat(found[DAY]).replace(tzinfo=None)
    if isinstance(found, bool | str) or found is None:
        return found
    if isinstance(found, int | float) and math.isfinite(found):
        return float(found)
    raise TypeError(found)
