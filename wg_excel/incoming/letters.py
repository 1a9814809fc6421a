"""A mail message (.eml) as its reader sees it: who wrote, when, about what; broken headers and letters included."""

import datetime as dt
import email
import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from html import unescape

from wg_excel.domain.language.texts import clean, squeeze
from wg_excel.exports.plain_text import decoded
from wg_excel.incoming.letter_text import from_html, own_text, reflowed
from wg_excel.incoming.refusals import AutomaticLetter, NotALetter, NothingAsked, OvergrownLetter

HEADERS = ("From", "Sender", "Subject", "Date", "Message-ID", "Received")
MACHINES = re.compile(r"(?:mailer-daemon|postmaster)@", re.IGNORECASE)
ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
REPLY = re.compile(r"^(?:\s*(?:re|fwd?|на|отв|пересл|ha)\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE)
FORWARD = re.compile(r"^\s*(?:fwd?|пересл)", re.IGNORECASE)
# A letter of people stays far below these; beyond them the parser of letters takes minutes or ends in recursion.
MOST_HEADERS, LONGEST_HEADER, MOST_CONTENT = 1 << 18, 2_000, 1 << 19  # bytes, letters, letters
MOST_PARTS, MOST_BOUNDARIES = 200, 10_000
_PART, _BOUNDARY = re.compile(rb"^content-type:", re.IGNORECASE | re.MULTILINE), re.compile(rb"^--", re.MULTILINE)
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
DEEPEST = 4  # a letter forwarded as a file inside a letter forwarded as a file …


@dataclass(frozen=True)
class Letter:
    """What a letter tells; `key` is the same for the same letter however often it is saved.

    `name` and `address` are the writer's: of a forwarded letter those of the person who wrote it first.
    """

    key: str
    name: str
    address: str
    subject: str
    text: str
    day: dt.date | None
    attachments: int = 0
    is_forwarded: bool = False


def read_letter(data: bytes) -> Letter:
    """Read a letter; raise NotALetter, OvergrownLetter, AutomaticLetter or NothingAsked."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n\t ")
    if _is_overgrown(data):
        raise OvergrownLetter
    message = email.message_from_bytes(data)
    if sum(name in message for name in HEADERS) < 2 or not any(name in message for name in ("From", "Subject")):
        raise NotALetter
    letter = _letter(message, DEEPEST)
    letter = replace(letter, key=_key(message, letter))
    if not letter.subject and not letter.text:
        raise NothingAsked
    return letter


def _is_overgrown(data: bytes) -> bool:
    end = _END_OF_HEADERS.search(data)
    headers = end.start() if end else len(data)
    return (
        headers > MOST_HEADERS
        or sum(1 for _ in _PART.finditer(data)) > MOST_PARTS
        or sum(1 for _ in _BOUNDARY.finditer(data)) > MOST_BOUNDARIES
    )


def _letter(message: Message, depth: int) -> Letter:
    name, address = _writer(message)
    if _is_automatic(message, address):
        raise AutomaticLetter
    parts = list(_leaves(message))
    inner = next((part for part in parts if part.get_content_type() == "message/rfc822"), None)
    title = _header(message, "Subject")
    own, subject = own_text(_text(parts), is_forward=bool(FORWARD.match(title))), REPLY.sub("", title)
    attachments = sum(map(_is_attachment, parts))
    letter = Letter("", name, address, subject, own.text, _day(message), attachments)
    if inner is not None and depth and not letter.text:
        forwarded = _letter(inner.get_payload(0), depth - 1)  # type: ignore[arg-type]  # a message in a message
        return replace(forwarded, attachments=forwarded.attachments + attachments - 1, is_forwarded=True)
    if own.writer:
        first = Letter(
            "", *_named(own.writer), REPLY.sub("", own.subject) or subject, own.text, letter.day, attachments
        )
        return replace(first, is_forwarded=True)
    return letter


def _leaves(message: Message) -> Iterator[Message]:
    """Yield the parts that hold something; a letter inside the letter is one part."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in message.get_payload():
        if isinstance(part, Message):
            yield from _leaves(part)


def _is_attachment(part: Message) -> bool:
    """Tell whether a part is a file; pictures inside the text are none, but not told either."""
    if part.get_content_disposition() == "attachment" or part.get_content_type() == "message/rfc822":
        return True
    return part.get_content_maintype() != "text" and not part.get("Content-ID")


def _text(parts: list[Message]) -> str:
    """Return the plain text of a letter, that of its HTML where there is no other."""
    shown = [part for part in parts if part.get_content_maintype() == "text" and not _is_attachment(part)]
    plain = [_plain(part) for part in shown if part.get_content_subtype() != "html"]
    if text := "\n".join(filter(None, map(clean, plain))):
        return text
    return "\n".join(from_html(_content(part)) for part in shown if part.get_content_subtype() == "html")


def _plain(part: Message) -> str:
    text = _content(part)
    return reflowed(text) if part.get_param("format") == "flowed" else text


def _content(part: Message) -> str:
    """Return a part's text by its declared letters, by guess where they are wrong or missing."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    return decoded(payload, str(part.get_content_charset() or ""))[:MOST_CONTENT]


def _header(message: Message, name: str) -> str:
    """Return a header as text: encoded words, also torn ones, and letters that nobody declared."""
    return _decoded(message.get(name, ""))[:LONGEST_HEADER]


def _decoded(raw: object) -> str:
    if not isinstance(raw, str):  # a header of undeclared letters
        raw = "".join(part if isinstance(part, str) else decoded(part) for part, _ in decode_header(raw))  # type: ignore[arg-type]
    if any("\udc80" <= letter <= "\udcff" for letter in raw):
        raw = decoded(raw.encode("ascii", "surrogateescape"))
    raw = re.sub(r"\r?\n[ \t]*", " ", raw)
    try:
        parts = decode_header(raw)
    except (ValueError, email.errors.HeaderParseError):
        return squeeze(raw)
    return squeeze("".join(part if isinstance(part, str) else decoded(part, code or "") for part, code in parts))


def _writer(message: Message) -> tuple[str, str]:
    """Return the writer's name and address; where a robot of a form sent it, those of the one to be answered."""
    sender = _named(_header(message, "From") or _header(message, "Sender"))
    if re.match(r"(?:no-?reply|robot|forms?)\b", sender[1], re.IGNORECASE) and message.get("Reply-To"):
        return _named(_header(message, "Reply-To"))
    return sender


def _named(text: str) -> tuple[str, str]:
    """Return the name and the address of «Имя <адрес>», «адрес (Имя)», «Имя [mailto:адрес]»."""
    found = ADDRESS.search(text)
    name = unescape(text[: found.start()] if found else text)
    rest = text[found.end() :] if found and not name.strip(' "«<[(') else ""
    name = re.sub(r"\[?mailto:|[\"“”«»<>\[\]()]", " ", name if name.strip(' "«<[(') else rest)
    return squeeze(name).strip(" ,;'"), found[0].lower() if found else ""


def _day(message: Message) -> dt.date | None:
    """Return the day on which the letter was written, by its writer's clock; else the day it was received."""
    received = (str(line).rpartition(";")[2] for line in message.get_all("Received", []))
    for text in (message.get("Date", ""), *received):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            moment = parsedate_to_datetime(str(text).strip())
            if moment.year > 2000:  # an unset clock
                return (moment if moment.utcoffset() else moment.replace(tzinfo=dt.UTC).astimezone()).date()
    return None


def _is_automatic(message: Message, address: str) -> bool:
    automatic = str(message.get("Auto-Submitted", "no")).split(";")[0].strip().lower() != "no"
    return automatic or bool(MACHINES.match(address)) or message.get_content_type() == "multipart/report"


def _key(message: Message, letter: Letter) -> str:
    """Return a short print of the letter's own number, of its contents where it has none."""
    number = squeeze(str(message.get("Message-ID", "")))
    told = number or "|".join((letter.address, str(letter.day), letter.subject, letter.text))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]
