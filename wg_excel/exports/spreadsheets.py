"""Workbooks – .xls, .xlsx, .xlsm, .xlsb, .ods – through python-calamine, whose failures are translated here alone."""

import io
import re
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any

from wg_excel.exports.grid import Grid, Merge, Row, filled
from wg_excel.exports.refusals import (
    Bomb,
    Damaged,
    Entities,
    MacroSheet,
    NotATable,
    NothingInside,
    NoValues,
    OldFormat,
    OnlyErrors,
    Password,
    Refusal,
    TooBig,
)
from wg_excel.exports.zip_faults import ZIP_FAULTS

SWOLLEN = 1 << 30  # bytes of a whole package, unpacked
MOST_READ = 3 << 27  # bytes of its tables, unpacked: half a million lessons are 213 MB
SMALL = 4_000_000  # bytes; the sheets of such a file may all be open at a time
LARGEST_SHEET = 1 << 27  # cells
_ENTITY = re.compile(rb"<!(?:ENTITY|DOCTYPE)")
_ERROR_CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*t=["']e["']""")
_REPEATED = re.compile(rb"""(rows|columns)-repeated=["'](\d{1,12})["']""")
_TABLE = re.compile(r"(?:xl/worksheets/|xl/sharedstrings\.|content\.xml$)")
_ROOT = re.compile(rb"<(?:\w+:)?workbook[^>]*>")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")


def read(data: bytes) -> Iterator[Grid]:
    """Give the sheets that hold values, hidden ones too; raise a Refusal."""
    if data.startswith(b"PK"):
        _check_package(data)
    elif _is_encrypted(data):
        raise Password
    found = False
    for grid in _sheets(data):
        if not grid.is_empty:
            found = True
            yield grid
    if not found:
        raise _why_empty(data)


def _sheets(data: bytes) -> Iterator[Grid]:
    import python_calamine as calamine

    with _reading(data):
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == calamine.SheetTypeEnum.WorkSheet]

    def opened(name: str) -> Grid | None:
        return _sheet(book, name, data)

    if len(data) > SMALL:
        yield from filter(None, map(opened, names))
        return
    with ThreadPoolExecutor(1) as opener:  # which leaves the interpreter to the reader of the sheets before
        yield from filter(None, opener.map(opened, names))


def _sheet(book: Any, name: str, data: bytes) -> Grid | None:  # noqa: ANN401 - untyped library
    """Return a sheet; None for one without cells."""
    with _reading(data):
        try:
            sheet = book.get_sheet_by_name(name)
        except OSError:  # a chart sheet of .xlsb calls itself a worksheet
            return None
    if sheet.start is None:
        return None
    left = sheet.start[1]  # the reader gives all rows from the first, but columns from the first with a value
    merges = [
        Merge(first[0], first[1] - left, last[0], last[1] - left)
        for first, last in sheet.merged_cell_ranges or ()
        if first[1] >= left
    ]
    return Grid(name, filled(_rows(sheet, data), merges))


def _rows(sheet: Any, data: bytes) -> Iterator[Row]:  # noqa: ANN401 - untyped library
    with _reading(data):
        yield from sheet.iter_rows()


@contextmanager
def _reading(data: bytes) -> Iterator[None]:
    """Translate whatever the library raises; a panic of it is a BaseException and no Exception."""
    try:
        yield
    except (Refusal, MemoryError, KeyboardInterrupt, GeneratorExit, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - as said
        raise _translated(error, data) from None


def _translated(error: BaseException, data: bytes) -> Refusal:
    said = str(error).lower()
    if "password" in said or "encrypt" in said or (data.startswith(b"PK") and _is_encrypted_text(data)):
        return Password()
    if data.startswith(b"PK"):
        if any(_parts(data, r"xl/macrosheets/")):
            return MacroSheet()
        if _has_entities(data):
            return Entities()
        if _repeats_beyond_measure(data):
            return Bomb()
        if _is_beta(data):
            return OldFormat("пробной версии Excel 2007")
    return Damaged()


def _is_encrypted_text(data: bytes) -> bool:
    """Tell an encrypted OpenDocument by its manifest."""
    return any(b"encryption-data" in part for part in _parts(data, r"meta-inf/manifest\.xml"))


def _repeats_beyond_measure(data: bytes) -> bool:
    """Tell an OpenDocument whose few cells repeat to more than a sheet can hold."""
    most = {b"rows": 1, b"columns": 1}
    for part in _parts(data, r"content\.xml"):
        for found in _REPEATED.finditer(part):
            most[found[1]] = max(most[found[1]], int(found[2]))
    return most[b"rows"] * most[b"columns"] > LARGEST_SHEET


def _is_beta(data: bytes) -> bool:
    return any(
        found and b"spreadsheetml/2006/main" not in found[0] and b"purl.oclc.org" not in found[0]
        for found in map(_ROOT.search, _parts(data, r"xl/workbook\.xml"))
    )


def _check_package(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
    except ZIP_FAULTS:
        raise Damaged from None
    if sum(entry.file_size for entry in entries) > SWOLLEN:
        raise Bomb
    if sum(entry.file_size for entry in entries if _TABLE.match(_plain_name(entry))) > MOST_READ:
        raise TooBig
    names = [entry.filename for entry in entries]
    if any(name.startswith("word/") for name in names):
        raise NotATable("документ Word")
    if any(name.startswith("ppt/") for name in names):
        raise NotATable("презентация")
    if any(name.endswith(".iwa") for name in names):
        raise NotATable("документ Numbers")


def _is_encrypted(data: bytes) -> bool:
    """Tell whether an OLE file holds an encrypted package or a FILEPASS record (MS-XLS 2.4.117)."""
    if not _is_sound(data):
        return False
    if "EncryptedPackage".encode("utf-16-le") in data:
        return True
    start = max(data.find(b"\x09\x08\x10\x00\x00\x06\x05\x00"), data.find(b"\x09\x08\x08\x00\x00\x05\x05\x00"))
    for _ in range(12):
        if not 0 <= start <= len(data) - 4:
            return False
        record, size = (int.from_bytes(data[start + n : start + n + 2], "little") for n in (0, 2))
        if record == 0x2F:
            return True
        start += 4 + size
    return False


def _is_sound(data: bytes) -> bool:
    """Tell whether the header's numbers of sectors can be true for a file of this size (MS-CFB 2.2)."""
    sectors = len(data) >> (data[30] & 15)
    return all(int.from_bytes(data[at : at + 4], "little") <= sectors for at in (44, 64, 72))


def _why_empty(data: bytes) -> Refusal:
    if data.startswith(b"PK") and any(map(_ERROR_CELL.search, _sheet_parts(data))):
        return OnlyErrors()
    return NoValues() if has_formulas(data) else NothingInside()


def has_formulas(data: bytes) -> bool:
    """Tell whether a package's sheets hold formulas, whose results may not have been stored."""
    return data.startswith(b"PK") and any(_FORMULA.search(part) for part in _sheet_parts(data))


def _has_entities(data: bytes) -> bool:
    return any(_ENTITY.search(part[:4096]) for part in _parts(data, r"\.xml"))


def _sheet_parts(data: bytes) -> Iterator[bytes]:
    return _parts(data, r"xl/worksheets/.*\.xml")


def _parts(data: bytes, named: str) -> Iterator[bytes]:
    """Give the beginnings of the parts whose names, in small letters, hold what a pattern says."""
    with suppress(*ZIP_FAULTS), zipfile.ZipFile(io.BytesIO(data)) as package:
        for entry in package.infolist()[:200]:
            if re.search(named, _plain_name(entry)):
                with package.open(entry) as part:
                    yield part.read(1 << 24)


def _plain_name(entry: zipfile.ZipInfo) -> str:
    return entry.filename.replace("\\", "/").lower()
