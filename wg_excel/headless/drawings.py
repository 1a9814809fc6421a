"""The drawing of a sheet (ECMA-376 part 1, 20.5): anchors of charts, pictures and shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from wg_excel.headless.cells import sizes

from .xmlns import ART, DRAWING, OFFICE_RELS, R_ID, local, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .package.part import Part
    from .worksheet import Worksheet

EMU = 12_700
_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
_EMPTY = f'<xdr:wsDr xmlns:xdr="{DRAWING}" xmlns:a="{ART}" xmlns:r="{OFFICE_RELS}"/>'.encode()
_KINDS = {"pic": "picture", "graphicFrame": "chart", "sp": "auto_shape", "cxnSp": "line", "grpSp": "group"}


def d(tag: str) -> str:
    """Name `tag` in the namespace of sheet drawings."""
    return f"{{{DRAWING}}}{tag}"


def ensure_drawing(sheet: Worksheet) -> Part:
    """Return the drawing of a sheet, made if it has none."""
    found = sheet.drawing_part()
    if found is None:
        package = sheet.book.package
        name = package.free_name("xl/drawings/drawing1.xml")
        found = package.add(name, _EMPTY, _TYPE)
        sheet.child("drawing").set(R_ID, package.relate(sheet.part.name, "drawing", name))
    return found


class Anchored:
    """Something drawn on a sheet: its anchor, and within it the element that is drawn."""

    def __init__(self, sheet: Worksheet, anchor: _Element) -> None:
        self.sheet = sheet
        self.anchor = anchor

    @property
    def element(self) -> _Element:
        """The drawn element, such as `pic` or `graphicFrame`."""
        for child in self.anchor.iter():
            if local(child) in _KINDS:
                return child
        return self.anchor

    @property
    def kind(self) -> str:
        """What is drawn, in xlwings' words."""
        return _KINDS.get(local(self.element), "auto_shape")

    @property
    def properties(self) -> _Element:
        """The element with name and number."""
        found = self.element.find(f".//{d('cNvPr')}")
        return found if found is not None else self.element

    @property
    def name(self) -> str:
        """The name."""
        return self.properties.get("name") or ""

    def _corner(self, tag: str) -> tuple[float, float] | None:
        corner = self.anchor.find(d(tag))
        if corner is None:
            return None
        numbers = {local(child): int(child.text or 0) for child in corner}
        x = sizes.width_of(self.sheet, 1, numbers.get("col", 0)) + numbers.get("colOff", 0) / EMU
        y = sizes.height_of(self.sheet, 1, numbers.get("row", 0)) + numbers.get("rowOff", 0) / EMU
        return x, y

    def place(self) -> tuple[float, float, float, float]:
        """Return left, top, width and height in points."""
        start = self._corner("from")
        if start is None:
            position = self.anchor.find(d("pos"))
            x, y = (position.get("x"), position.get("y")) if position is not None else ("0", "0")
            start = int(x or 0) / EMU, int(y or 0) / EMU
        end = self._corner("to")
        if end is not None:
            return start[0], start[1], end[0] - start[0], end[1] - start[1]
        extent = self.anchor.find(d("ext"))
        width, height = (extent.get("cx"), extent.get("cy")) if extent is not None else ("0", "0")
        return start[0], start[1], int(width or 0) / EMU, int(height or 0) / EMU

    def move(self, **changes: float) -> None:
        """Change `left`, `top`, `width` or `height` in points."""
        left, top, width, height = self.place()
        left, top = changes.get("left", left), changes.get("top", top)
        width, height = changes.get("width", width), changes.get("height", height)
        if self.anchor.find(d("from")) is None:
            self._set_absolute(left, top, width, height)
            return
        self._set_corner("from", left, top)
        if self.anchor.find(d("to")) is not None:
            self._set_corner("to", left + width, top + height)
        else:
            self._set_extent(width, height)

    def _set_absolute(self, left: float, top: float, width: float, height: float) -> None:
        position = self.anchor.find(d("pos"))
        if position is not None:
            position.set("x", str(round(left * EMU)))
            position.set("y", str(round(top * EMU)))
        self._set_extent(width, height)

    def _set_extent(self, width: float, height: float) -> None:
        extent = self.anchor.find(d("ext"))
        if extent is not None:
            extent.set("cx", str(round(width * EMU)))
            extent.set("cy", str(round(height * EMU)))

    def _set_corner(self, tag: str, x: float, y: float) -> None:
        corner = self.anchor.find(d(tag))
        if corner is not None:
            write_corner(self.sheet, corner, x, y)

    def delete(self) -> None:
        """Remove the anchor; the parts that only it used go with it."""
        package = self.sheet.book.package
        drawing = self.sheet.drawing_part()
        holder = self.anchor.getparent()
        if drawing is None or holder is None:
            return
        reachable = package.reachable()
        used = {value for element in self.anchor.iter() for name, value in element.attrib.items() if _is_link(name)}
        holder.remove(self.anchor)
        still = {value for element in holder.iter() for name, value in element.attrib.items() if _is_link(name)}
        for relation in used - still:
            package.unrelate(drawing.name, str(relation))
        package.sweep(reachable)


def _is_link(name: object) -> bool:
    return str(name).startswith(f"{{{OFFICE_RELS}}}")


def write_corner(sheet: Worksheet, corner: _Element, x: float, y: float) -> None:
    """Write a corner of an anchor for a place in points."""
    column, right, row, down = sizes.locate(sheet, max(0.0, x), max(0.0, y))
    for child in list(corner):
        corner.remove(child)
    for tag, number in (("col", column), ("colOff", round(right * EMU)), ("row", row), ("rowOff", round(down * EMU))):
        etree.SubElement(corner, d(tag)).text = str(number)


def anchored(sheet: Worksheet) -> list[Anchored]:
    """Return all that is drawn on a sheet, in order."""
    drawing = sheet.drawing_part()
    if drawing is None:
        return []
    tags = (d("twoCellAnchor"), d("oneCellAnchor"), d("absoluteAnchor"))
    return [Anchored(sheet, anchor) for anchor in drawing.xml.iter(*tags) if len(anchor)]


def add_anchor(sheet: Worksheet, content: str, left: float, top: float, width: float, height: float) -> Anchored:
    """Add an anchor with a drawn element given as text; `{number}` in it becomes a free number."""
    drawing = ensure_drawing(sheet)
    numbers = [whole(e, "id") for e in drawing.xml.iter(d("cNvPr"))]
    number = max(numbers, default=1) + 1
    text = (
        f'<xdr:twoCellAnchor xmlns:xdr="{DRAWING}" xmlns:a="{ART}" xmlns:r="{OFFICE_RELS}">'
        f"<xdr:from/><xdr:to/>{content.replace('{number}', str(number))}<xdr:clientData/></xdr:twoCellAnchor>"
    )
    anchor = etree.fromstring(text)
    drawing.xml.append(anchor)
    for tag, x, y in (("from", left, top), ("to", left + width, top + height)):
        write_corner(sheet, anchor.find(d(tag)), x, y)  # type: ignore[arg-type]
    return Anchored(sheet, anchor)


def free_name(sheet: Worksheet, base: str) -> str:
    """Return `base` with the first number that no drawn thing of the sheet has in its name."""
    taken = {thing.name.lower() for thing in anchored(sheet)}
    number = 1
    while f"{base} {number}".lower() in taken:
        number += 1
    return f"{base} {number}"
