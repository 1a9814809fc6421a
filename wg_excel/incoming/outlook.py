"""A letter saved by Outlook (.msg): its streams as the letter that they were made of ([MS-OXMSG], [MS-OXPROPS])."""

import datetime as dt
import io
import struct
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from typing import TYPE_CHECKING

from wg_excel.exports.plain_text import decoded
from wg_excel.incoming.refusals import NotALetter, UnreadableOutlook

if TYPE_CHECKING:
    from olefile import OleFileIO

SUBJECT, BODY, HTML, RTF, KIND = "0037", "1000", "1013", "1009", "001A"
NAME, ADDRESS, SMTP, NUMBER = "0C1A", "0C1F", "5D01", "1035"
SUBMITTED, DELIVERED = 0x0039, 0x0E06
FIXED, HEADER, ENTRY = "__properties_version1.0", 32, struct.Struct("<HHLQ")
EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)  # of Windows' own times, counted in 100 nanoseconds
ENCRYPTED = ("ipm.note.smime", "ipm.note.secure")


def as_letter(data: bytes) -> bytes:
    """Return the bytes of an .eml file that tells the same; raise NotALetter or UnreadableOutlook."""
    from olefile import OleFileIO

    try:
        with OleFileIO(io.BytesIO(data)) as file:
            return _letter(file)
    except (OSError, ValueError, IndexError, struct.error):
        raise NotALetter from None


def _letter(file: "OleFileIO") -> bytes:
    made = EmailMessage()
    made["From"] = formataddr((_line(file, NAME), _address(file)), charset="utf-8")
    made["Subject"] = _line(file, SUBJECT)
    if (number := _line(file, NUMBER)).isascii() and number:
        made["Message-ID"] = number
    if moment := _moment(file):
        made["Date"] = format_datetime(moment)
    text, html = _text(file, BODY), _text(file, HTML)
    if _line(file, KIND).lower().startswith(ENCRYPTED) or (not text and not html and _stream(file, RTF)):
        raise UnreadableOutlook
    made.set_content(text or html, subtype="plain" if text else "html")
    for _ in {path[0] for path in file.listdir() if path[0].startswith("__attach")}:
        made.add_attachment(b"", "application", "octet-stream", filename="-")
    return made.as_bytes()


def _address(file: "OleFileIO") -> str:
    """Return the writer's address of the Internet; that of an organisation's own directory («/O=…») is none."""
    found = (_line(file, name) for name in (SMTP, ADDRESS))
    return next((one for one in found if "@" in one and one.isascii()), "")


def _line(file: "OleFileIO", name: str) -> str:
    return " ".join(_text(file, name).split())


def _text(file: "OleFileIO", name: str) -> str:
    """Return a text property: of two bytes a letter, else in the letters of its writer's system."""
    if data := _stream(file, name, "001F"):
        return data.decode("utf-16-le", "replace").rstrip("\0")
    return decoded(_stream(file, name, "001E") or _stream(file, name, "0102"), "").rstrip("\0")


def _stream(file: "OleFileIO", name: str, kind: str = "0102") -> bytes:
    path = f"__substg1.0_{name}{kind}"
    return bytes(file.openstream(path).read()) if file.exists(path) else b""


def _moment(file: "OleFileIO") -> dt.datetime | None:
    """Return when the letter was sent, else delivered."""
    data = bytes(file.openstream(FIXED).read()) if file.exists(FIXED) else b""
    whole = len(data) - (len(data) - HEADER) % ENTRY.size
    times = {name: value for _, name, _, value in ENTRY.iter_unpack(data[HEADER:whole])} if whole > HEADER else {}
    ticks = times.get(SUBMITTED) or times.get(DELIVERED)
    return EPOCH + dt.timedelta(microseconds=ticks // 10) if ticks and ticks < 2**58 else None
