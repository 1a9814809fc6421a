"""Workbooks – .xls, .xlsx, .xlsm, .xlsb, .ods – through python-calamine, whose failures are translated here alone."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from wg_excel.exports.grids import Grid, Merge, Row, filled
from wg_excel.exports.refusals import Bomb, Damaged, NotATable, NothingInside, NoValues, OnlyErrors, Password, Refusal

SWOLLEN = 1 << 30
_ENTITY = re.compile(rb"<!(?:ENTITY|DOCTYPE)")
_ERROR_CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*t=["']e["']""")
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

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        failed: list[bool] = []
        for about in book.sheets_metadata:
            if about.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            yield from _sheet(book, about.name, failed)
        if failed and all(failed):
            raise Damaged
    except Refusal:
        raise
    except calamine.PasswordError:
        raise Password from None
    except MemoryError:
        raise
    except (KeyboardInterrupt, GeneratorExit, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of the reader is no Exception
        raise _translated(error, data) from None


def _sheet(book: Any, name: str, failed: list[bool]) -> Iterator[Grid]:  # noqa: ANN401 - untyped library
    try:
        sheet = book.get_sheet_by_name(name)
    except OSError:  # a chart sheet of .xlsb calls itself a worksheet and has no cells
        failed.append(True)
        return
    failed.append(False)
    if sheet.start is None:
        return
    top, left = sheet.start
    merges = [
        Merge(first[0] - top, first[1] - left, last[0] - top, last[1] - left)
        for first, last in sheet.merged_cell_ranges or ()
        if first[0] >= top and first[1] >= left
    ]
    yield Grid(name, filled(_rows(sheet), merges), top + 1)


def _rows(sheet: Any) -> Iterator[Row]:  # noqa: ANN401 - untyped library
    return iter(sheet.iter_rows())


def _translated(error: BaseException, data: bytes) -> Refusal:
    said = str(error).lower()
    if "password" in said or "encrypt" in said:
        return Password()
    if data.startswith(b"PK") and _has_entities(data):
        return Bomb()
    return Damaged()


def _check_package(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError):
        raise Damaged from None
    if sum(entry.file_size for entry in entries) > SWOLLEN:
        raise Bomb
    names = [entry.filename for entry in entries]
    if any(name.startswith("word/") for name in names):
        raise NotATable("документ Word")
    if any(name.startswith("ppt/") for name in names):
        raise NotATable("презентация")


def _is_encrypted(data: bytes) -> bool:
    """Tell whether an OLE file holds an encrypted package or a FILEPASS record (MS-XLS 2.4.117)."""
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


def _why_empty(data: bytes) -> Refusal:
    sheets = _sheet_parts(data) if data.startswith(b"PK") else []
    if any(_ERROR_CELL.search(part) for part in sheets):
        return OnlyErrors()
    if any(_FORMULA.search(part) for part in sheets):
        return NoValues()
    return NothingInside()


def has_formulas(data: bytes) -> bool:
    """Tell whether a package's sheets hold formulas, whose results may not have been stored."""
    return data.startswith(b"PK") and any(_FORMULA.search(part) for part in _sheet_parts(data))


def _has_entities(data: bytes) -> bool:
    return any(_ENTITY.search(part[:4096]) for part in _parts(data, ".xml"))


def _sheet_parts(data: bytes) -> list[bytes]:
    return _parts(data, "xl/worksheets/")


def _parts(data: bytes, named: str) -> list[bytes]:
    parts = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for entry in package.infolist()[:200]:
                if named in entry.filename.replace("\\", "/").lower():
                    with package.open(entry) as part:
                        parts.append(part.read(1 << 24))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return parts
    return parts
