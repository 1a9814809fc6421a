"""Notes on cells, and threaded comments as far as they can be kept true."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree
from xlwings import base_classes

from wg_excel.headless.addresses import Box, parse_box
from wg_excel.headless.cells.texts import clean, rich_text
from wg_excel.headless.errors import DamagedWorkbook
from wg_excel.headless.xmlns import MAIN, R_ID, m, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from wg_excel.headless.package.part import Part
    from wg_excel.headless.worksheet import Worksheet

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_THREADED = re.compile(r"^tc=\{")
_VML = """<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/>
</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">
<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>"""
_SHAPE = """<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;visibility:hidden"
 fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>
<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>
<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>
<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"""
_SHAPETYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_NUMBER = re.compile(r"_x0000_s(\d+)")
_BLOCK = re.compile(r'<o:idmap\b[^>]*\bdata="([\d,]+)"')


def _comments_part(sheet: Worksheet) -> Part | None:
    return next(iter(sheet.book.package.related(sheet.part.name, "comments")), None)


def _elements(sheet: Worksheet) -> list[_Element]:
    part = _comments_part(sheet)
    return list(part.xml.iter(m("comment"))) if part is not None else []


def sheet_notes(parent: Any) -> list[Note]:
    """Return the notes of a sheet; what stands for a threaded comment is none."""
    notes = [Note(parent, element) for element in _elements(parent.sheet)]
    return [note for note in notes if not _THREADED.match(note.raw_author)]


def note_at(parent: Any, box: Box) -> Note | None:
    """Return the note on the first cell of a rectangle."""
    wanted = str(Box(box.top, box.left, box.top, box.left))
    return next((note for note in sheet_notes(parent) if note.element.get("ref") == wanted), None)


def add_note(parent: Any, box: Box, text: str) -> Note:
    """Put a note on a cell: its text and the legacy shape that shows it."""
    sheet: Worksheet = parent.sheet
    part = _comments_part(sheet) or _new_comments(sheet)
    authors = part.xml.find(m("authors"))
    if authors is None:
        authors = etree.Element(m("authors"))
        part.xml.insert(0, authors)
    if not len(authors):
        etree.SubElement(authors, m("author")).text = ""
    holder = part.xml.find(m("commentList"))
    if holder is None:
        holder = etree.SubElement(part.xml, m("commentList"))
    element = etree.SubElement(holder, m("comment"), ref=str(box), authorId="0")
    note = Note(parent, element)
    note.text = text
    _add_shape(sheet, box)
    return note


def _new_comments(sheet: Worksheet) -> Part:
    package = sheet.book.package
    name = package.free_name("xl/comments1.xml")
    data = f'<comments xmlns="{MAIN}"><authors><author/></authors><commentList/></comments>'.encode()
    part = package.add(name, data, _COMMENTS_TYPE)
    package.relate(sheet.part.name, "comments", name)
    return part


def _vml_part(sheet: Worksheet) -> Part:
    package = sheet.book.package
    legacy = sheet.frame.find(m("legacyDrawing"))
    found = package.by_id(sheet.part.name, legacy.get(R_ID)) if legacy is not None else None
    if found is not None:
        return found
    package.ensure_default("vml", _VML_TYPE)
    taken = [0]
    for other in sheet.book.sheets:
        for part in package.related(other.part.name, "vmlDrawing"):
            match = _BLOCK.search(part.current().decode("utf-8", "replace"))
            taken.extend(int(number) for number in match[1].split(",")) if match else None
    name = package.free_name("xl/drawings/vmlDrawing1.vml")
    part = package.add(name, _VML.format(block=max(taken) + 1).encode())
    element = sheet.child("legacyDrawing")
    element.set(R_ID, package.relate(sheet.part.name, "vmlDrawing", name))
    return part


def _add_shape(sheet: Worksheet, box: Box) -> None:
    part = _vml_part(sheet)
    text = part.current().decode("utf-8", "replace")
    match = _BLOCK.search(text)
    first = int(match[1].split(",")[0]) * 1024 if match else 1024
    number = max([first, *(int(found) for found in _NUMBER.findall(text))]) + 1
    row, column = box.top - 1, box.left - 1
    anchor = f"{column + 1}, 15, {max(0, row - 1)}, 10, {column + 3}, 31, {max(0, row - 1) + 4}, 9"
    shape = _SHAPE.format(number=number, anchor=anchor, row=row, column=column)
    if "_x0000_t202" not in text:
        shape = _SHAPETYPE + shape
    end = text.rfind("</")
    if end < 0:
        raise DamagedWorkbook(sheet.book.package.name, part.name)
    part.data = (text[:end] + shape + text[end:]).encode()


class Note(base_classes.Note):
    """A note on a cell."""

    def __init__(self, parent: Any, element: _Element) -> None:
        self.parent = parent
        self.element = element

    @property
    def api(self) -> Any:
        """The note itself."""
        return self

    @property
    def text(self) -> str:
        """The text of the note."""
        found = self.element.find(m("text"))
        return rich_text(found) if found is not None else ""

    @text.setter
    def text(self, value: str) -> None:
        found = self.element.find(m("text"))
        if found is not None:
            self.element.remove(found)
        holder = etree.Element(m("text"))
        self.element.insert(0, holder)
        piece = etree.SubElement(holder, m("t"))
        piece.text = clean(value)
        piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    @property
    def raw_author(self) -> str:
        """The author as stored; a marker for what stands for a threaded comment."""
        root = self.element.getroottree().getroot()
        authors = [author.text or "" for author in root.iter(m("author"))]
        number = whole(self.element, "authorId")
        return authors[number] if number < len(authors) else ""

    @property
    def author(self) -> str:
        """The author."""
        return self.raw_author

    @property
    def location(self) -> Any:
        """The cell."""
        return self.parent.range(self.element.get("ref") or "A1")

    def delete(self) -> None:
        """Remove the note with its shape."""
        box = parse_box(self.element.get("ref") or "A1")
        holder = self.element.getparent()
        if holder is None:
            raise KeyError(str(box))
        holder.remove(self.element)
        sheet: Worksheet = self.parent.sheet
        for part in sheet.book.package.related(sheet.part.name, "vmlDrawing"):
            _drop_shape(part, box)


def _drop_shape(part: Part, box: Box) -> None:
    text = part.current().decode("utf-8", "replace")

    def one(shape: re.Match[str]) -> str:
        row = re.search(r"<x:Row>\s*(\d+)", shape[0])
        column = re.search(r"<x:Column>\s*(\d+)", shape[0])
        here = row and column and (int(row[1]), int(column[1])) == (box.top - 1, box.left - 1)
        return "" if here else shape[0]

    part.data = re.sub(r"<v:shape\b.*?</v:shape>", one, text, flags=re.DOTALL).encode()


# Threaded comments are read; adding one would need the account of a person.
