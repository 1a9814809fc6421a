"""Zip archives of exports: their members by name and bytes, names of old packers in cp866, bombs refused."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from wg_excel.exports.made import packed_on
from wg_excel.exports.refusals import Bomb, Damaged, EmptyArchive, LockedArchive, NestedArchive, Refusal, TooBig
from wg_excel.exports.zip_faults import ZIP_FAULTS

MOST_MEMBERS = 3_000
LARGEST = 1 << 28
LARGEST_IN_ALL = 1 << 31
STEEPEST = 500
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1
_PACKAGES = ("[content_types].xml", "mimetype", "xl/", "_rels/", "word/", "ppt/", "meta-inf/manifest.xml")
_RUBBISH = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")


class Member(NamedTuple):
    """A file in an archive: its name, its bytes or why they cannot be had, and the day it was packed with."""

    name: str
    data: bytes | Refusal
    packed: dt.date | None


def is_archive(data: bytes) -> bool:
    """Tell whether bytes are a zip of files and not a workbook, which is a zip too."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = [name.replace("\\", "/").lower() for name in package.namelist()]
    except ZIP_FAULTS:
        return False
    return bool(names) and not any(name.startswith(_PACKAGES) or name.endswith(".iwa") for name in names)


def members(data: bytes) -> Iterator[Member]:
    """Give the files of an archive one by one; raise EmptyArchive, Bomb or TooBig for the archive as a whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = [entry for entry in package.infolist() if not entry.is_dir() and not _is_rubbish(entry)]
        if not entries:
            raise EmptyArchive
        if len(entries) > MOST_MEMBERS or sum(entry.file_size for entry in entries) > LARGEST_IN_ALL:
            raise Bomb
        for entry in entries:
            yield Member(member_name(entry), _bytes(package, entry), packed_on(entry))


def member_name(entry: zipfile.ZipInfo) -> str:
    """Return a member's name; without the flag of UTF-8 it is UTF-8 all the same, or cp866 as Windows packs it."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp866", "replace")


def _is_rubbish(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename.replace("\\", "/").lower()
    return name.startswith(_RUBBISH) or name.rsplit("/", 1)[-1].startswith(("~$", "._", *_RUBBISH))


def _bytes(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | Refusal:
    if entry.flag_bits & _ENCRYPTED:
        return LockedArchive()
    if entry.file_size > LARGEST:
        return Bomb() if entry.file_size > STEEPEST * max(entry.compress_size, 1) else TooBig()
    try:
        with package.open(entry) as opened:
            data = opened.read(LARGEST + 1)
    except ZIP_FAULTS:
        return Damaged()
    if len(data) > LARGEST:
        return Bomb()
    return NestedArchive() if is_archive(data) else data
