"""Text in XML: escapes of `ST_Xstring`, and the table of shared strings."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from wg_excel.headless.package.part import serialise
from wg_excel.headless.xmlns import MAIN, PARSER, drop, local, m

if TYPE_CHECKING:
    from lxml.etree import _Element

    from wg_excel.headless.package.part import Part

LONGEST = 32_767
_TAIL = 100  # bytes in which a part ends
EMPTY_SST = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst xmlns="{MAIN}"/>'.encode()

# Excel and XML both refuse these; a pasted text with one of them must not cost the workbook.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ENTITY = re.compile(r"&(#x[0-9A-Fa-f]+|#\d+|amp|lt|gt|quot|apos);")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ITEM = re.compile(r'<si>(?:<t(?: xml:space="preserve")?>([^<]*)</t>|<t/>)</si>')
# How a part in UTF-8 begins, up to its first string, and how one ends whose strings are the last that it holds.
_OPENING = re.compile(
    rb"(?i)(?:\xef\xbb\xbf)?\s*(?:<\?xml(?:(?!encoding)[^>])*(?:encoding=.utf-8.[^>]*)?\?>)?\s*<sst\b[^>]*(?<!/)>"
)
_END = re.compile(rb"(?<!</extLst>)</sst>\s*\Z")
_COUNTS = re.compile(rb"""\s(?:uniqueCount|count)=(?:"[^"]*"|'[^']*')""")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def clean(text: str) -> str:
    """Remove characters that no XML may hold; line ends become single line feeds, as in Excel's cells."""
    if _CONTROL.search(text):
        text = _CONTROL.sub("", text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def escape(text: str) -> str:
    """Write text for XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """Read text of raw XML."""
    return _ENTITY.sub(_entity, text) if "&" in text else text


def _entity(match: re.Match[str]) -> str:
    name = match[1]
    if not name.startswith("#"):
        return _NAMED[name]
    digits = name.removeprefix("#")
    return chr(int("0" + digits, base=0) if digits.startswith("x") else int(digits))


def decode(text: str) -> str:
    """Read the `_xHHHH_` escapes of `ST_Xstring` (ECMA-376 part 1, 22.9.2.19)."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def encode(text: str) -> str:
    """Write text so that what looks like an `_xHHHH_` escape stays text."""
    return _ESCAPED.sub(r"_x005F_x\1_", text) if "_x" in text else text


def rich_text(item: _Element) -> str:
    """Return the text of an `si` or `is` element: its own and that of its runs, no phonetic hints."""
    pieces = []
    for child in item:
        name = local(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "r":
            pieces.extend(t.text or "" for t in child.iter(m("t")))
    return decode("".join(pieces))


def _plain_texts(data: bytes) -> list[str]:
    """Return the strings of a part that holds nothing but plain ones; nothing of any other."""
    text = data.decode("utf-8", "replace")
    found: list[str] = _ITEM.findall(text)
    is_usual = len(found) == text.count("<si") and not any(sign in text for sign in ("<!", "\r", "\ufffd"))
    if not is_usual or ("&" not in text and "_x" not in text):
        return found if is_usual else []
    return [decode(unescape(one)) for one in found]


class SharedStrings:
    """The workbook's shared strings, read when first asked for and only ever added to.

    What is added waits as text until the part is saved: a tree of ten thousands of strings costs more than a press.
    """

    def __init__(self, part: Part) -> None:
        self.part = part
        self._added: list[str] = []

    @cached_property
    def texts(self) -> list[str]:
        """All strings by their index."""
        return self._plain or [rich_text(item) for item in self.part.xml.iter(m("si"))]

    @cached_property
    def _plain(self) -> list[str]:
        return _plain_texts(self.part.current())

    @cached_property
    def _index(self) -> dict[str, int]:
        if self._plain:
            numbers = range(len(self._plain) - 1, -1, -1)
            return dict(zip(reversed(self._plain), numbers, strict=True))  # of equal ones the first
        plain: dict[str, int] = {}
        for number, item in enumerate(self.part.xml.iter(m("si"))):
            if len(item) == 1 and local(item[0]) == "t":
                plain.setdefault(self.texts[number], number)
        return plain

    def item(self, number: int) -> _Element:
        """Return the `si` element of a string, with its runs; raises `IndexError`."""
        earlier = len(self.texts) - len(self._added)
        if number < earlier:
            return list(self.part.xml.iter(m("si")))[number]
        return _elements(self._added[number - earlier])[0]

    def find(self, text: str) -> list[int]:
        """Return the indices of all strings that read so: of repeated ones and of those with runs, too."""
        if len(self._index) == len(self.texts):
            return [self._index[text]] if text in self._index else []
        return [number for number, one in enumerate(self.texts) if one == text]

    def number(self, text: str) -> int:
        """Return the index of a plain string, added if it is new."""
        found = self._index.get(text)
        return self._add(text) if found is None else found

    def _add(self, text: str) -> int:
        number = len(self.texts)
        space = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
        self._index[text] = number
        self.texts.append(text)
        self._added.append(f"<si><t{space}>{escape(encode(text))}</t></si>")
        self.part.render = self._render
        return number

    def _render(self) -> bytes:
        """Return the part with what was added behind its strings; counts that are old now go."""
        data, added = self.part.data, "".join(self._added)
        opening, end = _OPENING.match(data), _END.search(data, max(0, len(data) - _TAIL))
        if opening and end:
            strings = data[opening.end() : end.start()]
            return b"".join((_COUNTS.sub(b"", opening[0]), strings, added.encode(), end[0]))
        root = etree.fromstring(data, PARSER)
        for name in ("count", "uniqueCount"):
            drop(root, name)
        place = len(root.findall(m("si")))
        root[place:place] = _elements(added)
        return serialise(root)


def _elements(items: str) -> list[_Element]:
    return list(etree.fromstring(f'<sst xmlns="{MAIN}">{items}</sst>'))
