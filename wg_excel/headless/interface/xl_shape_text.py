"""The text in a drawn shape: paragraphs of runs (ECMA-376 part 1, 21.1.2)."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lxml import etree
from xlwings import base_classes

from wg_excel.headless.drawings import d
from wg_excel.headless.errors import UnsupportedMember
from wg_excel.headless.xmlns import ART

from .xl_font import Font

if TYPE_CHECKING:
    from lxml.etree import _Element

    from wg_excel.headless.formats.colors import RGB

# Attributes of run properties, and what stands before the typeface in them (ECMA-376 part 1, 21.1.2.3.9).
_ATTRIBUTES = {"bold": "b", "italic": "i", "size": "sz"}
_BEFORE_FACE = {"ln", "noFill", "solidFill", "gradFill", "effectLst", "highlight"}
_USUAL_SIZE = 1100
# Colours of the theme in the order of their numbers in cell formats, and their other names.
_SCHEME = [
    "lt1",
    "dk1",
    "lt2",
    "dk2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
]
_ALIASES = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


def a(tag: str) -> str:
    """Name `tag` in the namespace of drawings."""
    return f"{{{ART}}}{tag}"


def write_text(shape: _Element, text: str) -> None:
    """Replace the text; the first run's format stays."""
    body = shape.find(d("txBody"))
    if body is None:
        raise UnsupportedMember("Shape.text", "у этой фигуры нет текста, впишите его в ячейку")
    paragraphs = body.findall(a("p"))
    properties = next((run.find(a("rPr")) for run in body.iter(a("r"))), None)
    template = paragraphs[0].find(a("pPr")) if paragraphs else None
    for paragraph in paragraphs:
        body.remove(paragraph)
    for line in text.split("\n"):
        paragraph = etree.SubElement(body, a("p"))
        if template is not None:
            paragraph.append(deepcopy(template))
        _append_run(paragraph, line, properties)


def _append_run(paragraph: _Element, text: str, properties: _Element | None) -> None:
    run = etree.SubElement(paragraph, a("r"))
    if properties is not None:
        run.append(deepcopy(properties))
    etree.SubElement(run, a("t")).text = text


class ShapeCharacters(base_classes.Characters):
    """A stretch of a shape's text."""

    def __init__(self, shape: Any, start: int = 0, end: int | None = None) -> None:
        self.shape = shape
        self.start = start
        self.end = end

    @property
    def api(self) -> Any:
        """The stretch itself."""
        return self

    @property
    def text(self) -> str:
        """The text of the stretch."""
        return str(self.shape.text)[self.start : self.end]

    @property
    def font(self) -> ShapeFont:
        """The font of the stretch."""
        return ShapeFont(self)

    def __getitem__(self, item: int | slice) -> ShapeCharacters:
        if isinstance(item, slice):
            if (item.start or 0) < 0 or (item.stop or 0) < 0:
                raise ValueError("Characters object does not support slicing with negative indexes")
            end = self.end if item.stop is None else self.start + item.stop
            return ShapeCharacters(self.shape, self.start + (item.start or 0), end)
        start = self.start + item if item >= 0 else self.start + len(self.text) + item
        return ShapeCharacters(self.shape, start, start + 1)

    def runs(self, *, cut: bool) -> list[_Element]:
        """Return the runs of the stretch; cut at its ends when they are to be changed."""
        found = []
        place = 0
        stop = len(str(self.shape.text)) if self.end is None else self.end
        for number, paragraph in enumerate(self.shape.thing.element.iter(a("p"))):
            place += number > 0
            for run in list(paragraph.iter(a("r"))):
                text = run.findtext(a("t")) or ""
                low, high = max(self.start, place), min(stop, place + len(text))
                if low < high:
                    found.append(_cut(run, low - place, high - place) if cut else run)
                place += len(text)
        return found


def _cut(run: _Element, low: int, high: int) -> _Element:
    """Split a run so that one of its pieces is exactly a stretch; return that piece."""
    text = run.findtext(a("t")) or ""
    for piece, before in ((text[:low], True), (text[high:], False)):
        if piece:
            copy = deepcopy(run)
            copy.find(a("t")).text = piece  # type: ignore[union-attr]
            run.addprevious(copy) if before else run.addnext(copy)
    run.find(a("t")).text = text[low:high]  # type: ignore[union-attr]
    return run


class ShapeFont(Font):
    """The font of a stretch of a shape's text."""

    def __init__(self, parent: ShapeCharacters) -> None:
        self.parent = parent

    def facet(self, name: str) -> Any:
        """Return a facet: a truth, points, a name, or red, green and blue."""
        if name == "color":
            return self._rgb()
        if name == "name":
            return self._face()
        stored = self._attribute(_ATTRIBUTES[name])
        return int(stored or _USUAL_SIZE) / 100 if name == "size" else stored in {"1", "true"}

    def set_facet(self, name: str, value: Any) -> None:
        """Change a facet."""
        for properties in self._properties():
            if name == "color":
                _set_color(properties, value or (0, 0, 0))
            elif name == "name":
                _set_face(properties, value)
            else:
                properties.set(_ATTRIBUTES[name], str(round(value * 100)) if name == "size" else str(int(value)))

    def _attribute(self, name: str) -> str | None:
        values = [run.find(a("rPr")) for run in self.parent.runs(cut=False)]
        found = {value.get(name) if value is not None else None for value in values}
        return found.pop() if len(found) == 1 else None

    def _properties(self) -> list[_Element]:
        found = []
        for run in self.parent.runs(cut=True):
            properties = run.find(a("rPr"))
            if properties is None:
                properties = etree.Element(a("rPr"))
                run.insert(0, properties)
            found.append(properties)
        return found

    def _face(self) -> str | None:
        for run in self.parent.runs(cut=False):
            latin = run.find(f"{a('rPr')}/{a('latin')}")
            return latin.get("typeface") if latin is not None else None
        return None

    def _rgb(self) -> RGB:
        """Return the text's own colour, else that of the shape's style."""
        styles = self.parent.shape.parent.sheet.book.styles
        for run in self.parent.runs(cut=False):
            found = _color(run.find(f"{a('rPr')}/{a('solidFill')}/*"), styles)
            if found is not None:
                return found
        reference = self.parent.shape.thing.element.find(f"{d('style')}/{a('fontRef')}/*")
        return _color(reference, styles) or (0, 0, 0)


def _set_face(properties: _Element, name: str) -> None:
    for old in properties.findall(a("latin")):
        properties.remove(old)
    place = sum(1 for child in properties if etree.QName(child).localname in _BEFORE_FACE)
    properties.insert(place, etree.Element(a("latin"), typeface=name))


def _set_color(properties: _Element, rgb: RGB) -> None:
    for old in properties.findall(a("solidFill")):
        properties.remove(old)
    fill = etree.Element(a("solidFill"))
    etree.SubElement(fill, a("srgbClr"), val="{:02X}{:02X}{:02X}".format(*rgb))
    properties.insert(1 if len(properties) and properties[0].tag == a("ln") else 0, fill)


def _color(element: _Element | None, styles: Any) -> RGB | None:
    if element is None:
        return None
    value = element.get("val") or ""
    if element.tag == a("srgbClr"):
        return int(value[:2], 16), int(value[2:4], 16), int(value[4:], 16)
    name = _ALIASES.get(value, value)
    if element.tag == a("schemeClr") and name in _SCHEME:
        found: RGB = styles.theme_color(_SCHEME.index(name))
        return found
    return None
