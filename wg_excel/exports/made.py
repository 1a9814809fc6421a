"""The day on which an export was made, by what the file says of itself: a line in it, its properties, its package."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from wg_excel.exports.zip_faults import ZIP_FAULTS

MOST = 1 << 16  # bytes of a part of properties
FIRST_YEAR = 2000  # an entry of a package without a time has the year 1980
_STAMPS = {
    "docProps/core.xml": (b"dcterms:modified", b"dcterms:created"),
    "meta.xml": (b"dc:date", b"meta:creation-date"),
}
LINE, PROPERTIES, PACKED = "так написано в файле", "по свойствам файла", "по времени внутри архива"


class Made(NamedTuple):
    """A day and, in Russian, how it is known."""

    day: dt.date
    known: str


def made_of(written: dt.date | None, data: bytes, packed: dt.date | None, today: dt.date) -> Made | None:
    """Return when a file was made: by its own line, its properties, its package, the archive it lies in.

    A day after `today` is none: a clock was wrong. None where the file does not tell.
    """
    told = (
        (written, LINE),
        *((day, PROPERTIES) for day in _properties(data)),
        (_packed(data), PACKED),
        (packed, PACKED),
    )
    possible = (Made(day, known) for day, known in told if day and day.year >= FIRST_YEAR and day <= today)
    return next(possible, None)


def packed_on(entry: zipfile.ZipInfo) -> dt.date | None:
    """Return the day of an entry of a zip; None for an impossible one."""
    try:
        return dt.date(*entry.date_time[:3])
    except ValueError:
        return None


def _properties(data: bytes) -> Iterator[dt.date]:
    if not data.startswith(b"PK"):
        return
    for part, names in _STAMPS.items():
        text = _part(data, part)
        for name in names:
            found = re.search(rb"<" + name + rb"[^>]*>\s*([0-9T:.Z+-]{10,35})\s*<", text)
            if found and (day := _day(found[1].decode("ascii"))):
                yield day


def _day(stamp: str) -> dt.date | None:
    """Return the day of a moment as the user's clock has it."""
    try:
        moment = dt.datetime.fromisoformat(stamp)
        return (moment.astimezone() if moment.tzinfo else moment).date()
    except (ValueError, OverflowError, OSError):
        return None


def _part(data: bytes, name: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(name) as part:
            return part.read(MOST)
    except ZIP_FAULTS:
        return b""


def _packed(data: bytes) -> dt.date | None:
    """Return the latest day of a package's entries."""
    if not data.startswith(b"PK"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return max(filter(None, map(packed_on, package.infolist())), default=None)
    except ZIP_FAULTS:
        return None
