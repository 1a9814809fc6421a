"""Pictures and other things drawn on a sheet."""

# ruff: noqa: ANN401, ARG002, FBT001 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from lxml import etree
from xlwings import base_classes

from wg_excel.headless.drawings import Anchored, add_anchor, anchored, d, ensure_drawing, free_name
from wg_excel.headless.errors import UnsupportedMember
from wg_excel.headless.package.picture_files import TYPES, picture_size
from wg_excel.headless.xmlns import ART, R_ID

from .xl_collection import Collection

if TYPE_CHECKING:
    from wg_excel.headless.worksheet import Worksheet


class Drawn(base_classes.Shape):
    """What pictures, charts and shapes have in common: a name and a place."""

    def __init__(self, parent: Any, thing: Anchored) -> None:
        self._parent = parent
        self.thing = thing

    @property
    def api(self) -> Any:
        """The anchor in memory."""
        return self.thing

    @property
    def parent(self) -> Any:
        """The sheet."""
        return self._parent

    @property
    def name(self) -> str:
        """The name."""
        return self.thing.name

    @name.setter
    def name(self, value: str) -> None:
        self.thing.properties.set("name", value)

    @property
    def index(self) -> int:
        """The place among all drawn things, from 1."""
        anchors = [thing.anchor for thing in anchored(self._parent.sheet)]
        return anchors.index(self.thing.anchor) + 1

    @property
    def left(self) -> float:
        """The distance from the left edge in points."""
        return round(self.thing.place()[0], 2)

    @left.setter
    def left(self, value: float) -> None:
        self.thing.move(left=value)

    @property
    def top(self) -> float:
        """The distance from the upper edge in points."""
        return round(self.thing.place()[1], 2)

    @top.setter
    def top(self, value: float) -> None:
        self.thing.move(top=value)

    @property
    def width(self) -> float:
        """The width in points."""
        return round(self.thing.place()[2], 2)

    @width.setter
    def width(self, value: float) -> None:
        self.thing.move(width=value, **self._other("height", value, self.thing.place()[2]))

    @property
    def height(self) -> float:
        """The height in points."""
        return round(self.thing.place()[3], 2)

    @height.setter
    def height(self, value: float) -> None:
        self.thing.move(height=value, **self._other("width", value, self.thing.place()[3]))

    def _other(self, name: str, new: float, old: float) -> dict[str, float]:
        """Return the other side of a thing that keeps its proportions."""
        if not old or not self._proportional:
            return {}
        return {name: self.thing.place()[3 if name == "height" else 2] * new / old}

    @property
    def _proportional(self) -> bool:
        return False

    def delete(self) -> None:
        """Remove it from the sheet."""
        self.thing.delete()


class Shapes(Collection):
    """All that is drawn on a sheet."""

    def members(self) -> list[Shape]:
        """Return pictures, charts and shapes."""
        return [Shape(self.parent, thing) for thing in anchored(self.parent.sheet)]


class Shape(Drawn):
    """Something drawn."""

    @property
    def type(self) -> str:
        """What it is, in xlwings' words."""
        return self.thing.kind

    @property
    def _proportional(self) -> bool:
        return self.thing.element.find(f".//{{{ART}}}picLocks[@noChangeAspect='1']") is not None

    def activate(self) -> None:
        """Put its sheet on top."""
        self._parent.activate()

    def scale_width(self, factor: float, relative_to_original_size: bool, scale: str) -> None:
        """Make it wider by a factor; a picture keeps its proportions."""
        self.width = self._original(relative_to_original_size)[0] * factor

    def scale_height(self, factor: float, relative_to_original_size: bool, scale: str) -> None:
        """Make it higher by a factor; a picture keeps its proportions."""
        self.height = self._original(relative_to_original_size)[1] * factor

    def _original(self, original: bool) -> tuple[float, float]:
        drawing = self._parent.sheet.drawing_part()
        blip = self.thing.element.find(f".//{{{ART}}}blip")
        if original and drawing is not None and blip is not None:
            embedded = blip.get(f"{R_ID.rpartition('}')[0]}}}embed")
            part = self._parent.sheet.book.package.by_id(drawing.name, embedded)
            if part is not None:
                return picture_size(part.data)
        return self.thing.place()[2], self.thing.place()[3]

    @property
    def text(self) -> str:
        """The text in the shape."""
        return "\n".join(
            "".join(t.text or "" for t in paragraph.iter(f"{{{ART}}}t"))
            for paragraph in self.thing.element.iter(f"{{{ART}}}p")
        )

    @text.setter
    def text(self, value: Any) -> None:
        from .xl_shape_text import write_text

        write_text(self.thing.element, "" if value is None else str(value))

    @property
    def font(self) -> Any:
        """The font of the text."""
        return self.characters.font

    @property
    def characters(self) -> Any:
        """The text piece by piece."""
        from .xl_shape_text import ShapeCharacters

        return ShapeCharacters(self)


class Pictures(Collection, base_classes.Pictures):
    """The pictures of a sheet."""

    def members(self) -> list[Picture]:
        """Return the pictures."""
        things = anchored(self.parent.sheet)
        return [Picture(self.parent, thing) for thing in things if thing.kind == "picture"]

    def add(
        self,
        filename: str,
        link_to_file: bool,
        save_with_document: bool,
        left: float | None,
        top: float | None,
        width: float | None,
        height: float | None,
        anchor: Any = None,
    ) -> Picture:
        """Put a picture on the sheet; -1 means its own size."""
        if link_to_file:
            raise UnsupportedMember("Pictures.add(link_to_file=True)", "вставьте картинку в книгу")
        sheet: Worksheet = self.parent.sheet
        data = Path(filename).read_bytes()
        own = picture_size(data)
        left, top = (anchor.left, anchor.top) if anchor is not None else (left or 0, top or 0)
        relation = _embed(sheet, data, Path(filename).suffix.lower())
        own_size = width in {None, -1} or height in {None, -1}
        content = _picture_xml(free_name(sheet, "Picture"), relation, locked=own_size)
        wide = own[0] if width is None or width == -1 else width
        high = own[1] if height is None or height == -1 else height
        thing = add_anchor(sheet, content, left or 0, top or 0, wide, high)
        thing.anchor.set("editAs", "oneCell")
        return Picture(self.parent, thing)


def _embed(sheet: Worksheet, data: bytes, suffix: str) -> str:
    """Put the bytes of a picture into the package, once, and return the relation of the drawing."""
    if suffix not in TYPES:
        raise UnsupportedMember(f"картинка {suffix}", "сохраните её как PNG или JPEG")
    package = sheet.book.package
    drawing = ensure_drawing(sheet)
    package.ensure_default(suffix[1:], TYPES[suffix])
    for name, part in package.parts.items():
        if name.startswith("xl/media/") and name.endswith(suffix) and part.data == data:
            return package.relate(drawing.name, "image", name)
    name = package.free_name(f"xl/media/image1{suffix}")
    package.add(name, data)
    return package.relate(drawing.name, "image", name)


def _picture_xml(name: str, relation: str, *, locked: bool) -> str:
    return (
        f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{{number}}" name={quoteattr(name)}/><xdr:cNvPicPr>'
        f'<a:picLocks noChangeAspect="{int(locked)}"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
    )


class Picture(Drawn, base_classes.Picture):
    """A picture."""

    def index(self) -> int:  # type: ignore[override]
        """Return the place among all drawn things, from 1."""
        return Drawn.index.fget(self)  # type: ignore[attr-defined,no-any-return]

    @property
    def _locks(self) -> etree._Element | None:
        return self.thing.element.find(f".//{{{ART}}}picLocks")

    @property
    def _proportional(self) -> bool:
        return self.lock_aspect_ratio

    @property
    def lock_aspect_ratio(self) -> bool:
        """Whether a change of one side changes the other."""
        locks = self._locks
        return locks is not None and locks.get("noChangeAspect") in {"1", "true"}

    @lock_aspect_ratio.setter
    def lock_aspect_ratio(self, value: bool) -> None:
        locks = self._locks
        if locks is None:
            holder = self.thing.element.find(f".//{d('cNvPicPr')}")
            if holder is None:
                return
            locks = etree.SubElement(holder, f"{{{ART}}}picLocks")
        locks.set("noChangeAspect", "1" if value else "0")

    def update(self, filename: str) -> Picture:
        """Replace the picture, keeping name and place."""
        left, top, width, height = self.thing.place()
        name = self.name
        self.delete()
        made: Picture = self._parent.pictures.add(filename, False, True, left, top, width, height)
        made.name = name
        return made
