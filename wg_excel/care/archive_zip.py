"""A zip archive of contents: each table as exact JSON and as CSV for people; the same contents give the same bytes."""

import io
import json
import zipfile
from collections.abc import Iterator

from wg_excel.care import archive_json
from wg_excel.care.archive_csv import csv_bytes
from wg_excel.care.content import Contents, TableContent
from wg_excel.care.failures import NoArchive

HEAD = "archive.json"
MOMENT = (2026, 9, 1, 0, 0, 0)  # of every part, so that the bytes depend on the contents alone
LARGEST = 1 << 30  # bytes of one part unpacked; more is no archive of ours


def zip_bytes(contents: Contents) -> bytes:
    """Return the archive's bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in _parts(contents):
            archive.writestr(_entry(name), part)
    return buffer.getvalue()


def read_zip(packed: bytes, name: str) -> Contents:
    """Read an archive from its JSON; raise NoArchive or ArchiveNewer with the name of the file."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            head = archive_json.parsed(_part(archive, HEAD), name)
            archive_json.check_version(head, name)
            return Contents(tuple(archive_json.read_table(_part(archive, part), name) for part in head["tables"]))
    except (zipfile.BadZipFile, KeyError, TypeError, NotImplementedError, RuntimeError, EOFError) as problem:
        raise NoArchive(name) from problem


def _parts(contents: Contents) -> Iterator[tuple[str, bytes]]:
    names = [f"json/{number:02} {_safe(table)}.json" for number, table in enumerate(contents.tables, 1)]
    head = {"format": archive_json.FORMAT, "version": archive_json.VERSION, "tables": names}
    yield HEAD, json.dumps(head, ensure_ascii=False, indent=1).encode()
    for name, table in zip(names, contents.tables, strict=True):
        yield name, archive_json.table_text(table).encode()
        yield name.replace("json", "csv"), csv_bytes(table)


def _safe(table: TableContent) -> str:
    """Return the table's label as a name that every system unpacks within the folder."""
    return "".join(letter if letter.isalnum() or letter in " -_()," else "_" for letter in table.label)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > LARGEST:
        raise zipfile.BadZipFile(name)
    return archive.read(name)
