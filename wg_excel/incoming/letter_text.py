"""What the writer of a letter asks: without quotes of earlier letters, signatures and headers of forwarding."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

from wg_excel.domain.language.texts import clean

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "tr",
        "li",
        "table",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "hr",
        "blockquote",
        "section",
        "article",
        "dt",
        "dd",
    ]
)
_UNSEEN = frozenset(["style", "script", "head", "title"])
_FORWARDED = re.compile(
    r"^[\s>*-]*(?:(?:-{2,}|_{5,})\s*)?(?:пересылаемое сообщение|пересланное сообщение|исходное сообщение"
    r"|начало (?:пере\w+ )?(?:письма|сообщения)|(?:пере\w+|исходное) письмо|forwarded message|begin forwarded message"
    r"|original message)\b.*$",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(r"[\s>*_-]*(?:перес|начало|begin forwarded|forwarded)", re.IGNORECASE)
_HEAD = re.compile(
    r"^[\s>*]*(?P<name>от|от кого|from|кому|to|копия|cc|тема|subject|дата|date|отправлено|sent|reply-to)"
    r"\s*:\*?\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_YANDEX = re.compile(r"^[\s>]*\d[\d.:, г]*(?P<writer>[^:]*@[^:]*):$")  # «20.11.2026, 09:00, "Имя" <адрес>:»
_FROM, _SUBJECT = frozenset({"от", "от кого", "from"}), frozenset({"тема", "subject"})
_ANSWERED = re.compile(
    r"^(?=.{0,200}$)(?:.*\d.*(?:пишет|написал\(?а?\)?|wrote)\s?:\s*|.*<[^<>\s]+@[^<>\s]+>.*:|on .+wrote:)\s*$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"^\s*(?:--\s?|—\s?|_{3,}\s*|с уважением\b.*|с наилучшими пожеланиями\b.*|best regards\b.*|отправлено (?:из|с) .*"
    r"|отправлено с (?:iphone|ipad).*|sent from my .*)$",
    re.IGNORECASE,
)
_OUTLOOK = re.compile(r"^[\s>*]*(?:от|from):\*?\s.*@", re.IGNORECASE)


class OwnText(NamedTuple):
    """The text that asks; of a forwarded letter also who wrote it first, and about what."""

    text: str
    writer: str = ""
    subject: str = ""


class _Reader(HTMLParser):
    """Collect the text that a reader of the page sees, a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append("\n")
        if tag == "blockquote" or dict(attrs).get("class") == "gmail_quote":
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(re.sub(r"\s+", " ", data))


def from_html(page: str) -> str:
    """Return the text of a page, however broken its marks."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = (clean(line) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)


def reflowed(text: str) -> str:
    """Return a text whose lines were broken for sending (RFC 3676) with its own lines."""
    return re.sub(r"(?m)(?<!^--) \r?\n(?!>)", " ", text)


def own_text(text: str, *, is_forward: bool = False) -> OwnText:
    """Return what is asked: the writer's own words; of a letter passed on, those of the one who wrote it first.

    A chain of forwarded letters is followed to the first: there somebody asked. `is_forward` tells what the subject
    says; without it a letter below own words is the one that is answered.
    """
    lines = [clean(line) for line in text.splitlines()]
    start = _forwarding(lines)
    if start is None:
        return OwnText(_asked(lines))
    own = _asked(lines[:start])
    if own and not is_forward and not _PASSED_ON.match(lines[start]):
        return OwnText(own)
    head, rest = _head(lines[start:])
    first = own_text("\n".join(line.removeprefix(">").strip() for line in rest))
    if not first.text:
        return OwnText(own)
    return first if first.writer else OwnText(first.text, head.writer, head.subject)


def _forwarding(lines: list[str]) -> int | None:
    """Return the line on which a forwarded letter begins: a line that says so, or headers of it."""
    for number, line in enumerate(lines):
        if _FORWARDED.match(line):
            return number
        if _OUTLOOK.match(line) and sum(map(bool, map(_HEAD.match, lines[number : number + 6]))) > 2:
            return number
    return None


def _head(lines: list[str]) -> tuple[OwnText, list[str]]:
    """Return the writer and the subject of a forwarded letter, and its lines without its headers."""
    writer = subject = ""
    place = 1 if _FORWARDED.match(lines[0]) else 0
    if found := _YANDEX.match(" ".join(lines[place : place + 1])):
        writer, place = found["writer"], place + 1
    while place < len(lines) and (not lines[place].strip("> ") or _HEAD.match(lines[place])):
        if found := _HEAD.match(lines[place]):
            name, value = found["name"].lower(), found["value"].strip("* ")
            writer = writer or (value if name in _FROM else "")
            subject = subject or (value if name in _SUBJECT else "")
        place += 1
    return OwnText("", writer, subject), lines[place:]


def _asked(lines: list[str]) -> str:
    """Return the lines up to a signature or the letter answered, without quoted ones."""
    kept: list[str] = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if _ANSWERED.match(line) or _ANSWERED.match(f"{line} {following}"):
            break
        if _SIGNATURE.match(line) and any(kept):
            break
        if not line.startswith(">"):
            kept.append(line)
    return "\n".join(line for line in kept if line)
