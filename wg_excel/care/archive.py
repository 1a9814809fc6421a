"""Archives of a workbook's tables: .zip (CSV and JSON), .xlsx or .json; each comes back without loss."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from wg_excel.care.archive_json import document, read_document
from wg_excel.care.archive_xlsx import read_xlsx, xlsx_bytes
from wg_excel.care.archive_zip import read_zip, zip_bytes
from wg_excel.care.content import Contents
from wg_excel.care.failures import ArchiveKindUnknown


class Kind(NamedTuple):
    """A kind of archive: contents to bytes, and bytes with the file's name back to contents."""

    write: Callable[[Contents], bytes]
    read: Callable[[bytes, str], Contents]


KINDS = {
    ".zip": Kind(zip_bytes, read_zip),
    ".xlsx": Kind(xlsx_bytes, read_xlsx),
    ".json": Kind(document, read_document),
}


def kind_of(path: Path) -> Kind:
    """Return the kind of archive that a file's name tells; raise ArchiveKindUnknown."""
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise ArchiveKindUnknown(path.name, KINDS)
    return kind


def archived(contents: Contents) -> Contents:
    """Return the contents as archives hold them: columns and tables in one order, no blank rows."""
    return contents.with_tables(table.ordered() for table in contents.tables if table.titles)
