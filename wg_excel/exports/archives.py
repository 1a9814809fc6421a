"""Zip archives of exports: their members by name and bytes, names of old packers in cp866, bombs refused."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from wg_excel.exports.made import packed_on
from wg_excel.exports.refusals import (
    Bomb,
    Damaged,
    EmptyArchive,
    LockedArchive,
    NestedArchive,
    TooBig,
    TooManyFiles,
)
from wg_excel.exports.zip_faults import ZIP_FAULTS

MOST_MEMBERS = 3_000
LARGEST = 1 << 28
LARGEST_IN_ALL = 1 << 31
STEEPEST = 500
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1
_PACKAGES = ("[content_types].xml", "mimetype", "xl/", "_rels/", "word/", "ppt/", "meta-inf/manifest.xml")
_RUBBISH = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Member:
    """A file in an archive, not read yet."""

    package: zipfile.ZipFile
    entry: zipfile.ZipInfo

    @property
    def name(self) -> str:
        """Return its name; without the flag of UTF-8 it is UTF-8 all the same, or cp866 as Windows packs it."""
        if self.entry.flag_bits & _UTF8_NAME:
            return self.entry.filename
        try:
            raw = self.entry.filename.encode("cp437")
        except UnicodeEncodeError:
            return self.entry.filename
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("cp866", "replace")

    @property
    def packed(self) -> dt.date | None:
        """Return the day it was packed with."""
        return packed_on(self.entry)

    def read(self) -> bytes:
        """Return its bytes; raise a Refusal that says why they cannot be had."""
        if self.entry.flag_bits & _ENCRYPTED:
            raise LockedArchive
        if self.entry.file_size > LARGEST:
            raise Bomb if self.entry.file_size > STEEPEST * max(self.entry.compress_size, 1) else TooBig
        try:
            with self.package.open(self.entry) as opened:
                data = opened.read(LARGEST + 1)
        except ZIP_FAULTS:
            raise Damaged from None
        if len(data) > LARGEST:
            raise Bomb
        if is_archive(data):
            raise NestedArchive
        return data


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


def members(data: bytes, skip: int = 0) -> Iterator[Member]:
    """Give the files of an archive one by one, but for the first; raise EmptyArchive, TooManyFiles or Bomb for all."""
    package = zipfile.ZipFile(io.BytesIO(data))  # in memory: nothing to close
    entries = [entry for entry in package.infolist() if not entry.is_dir() and not _is_rubbish(entry)]
    if not entries:
        raise EmptyArchive
    if len(entries) > MOST_MEMBERS:
        raise TooManyFiles(MOST_MEMBERS)
    if sum(entry.file_size for entry in entries) > LARGEST_IN_ALL:
        raise Bomb
    for entry in entries[skip:]:
        yield Member(package, entry)


def _is_rubbish(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename.replace("\\", "/").lower()
    return name.startswith(_RUBBISH) or name.rsplit("/", 1)[-1].startswith(("~$", "._", *_RUBBISH))
