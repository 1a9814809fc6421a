"""Formats of cells: `styles.xml` is only ever added to, one facet of a cloned format at a time."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from wg_excel.headless.xmlns import MAIN, drop, m, whole

from .colors import OFFICE_THEME, PALETTE, RGB, argb, from_hex, tinted
from .fonts import change_font
from .number_formats import BUILTIN, BUILTIN_DATES, is_date_format

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

    from wg_excel.headless.package.part import Part


_OWN_FORMATS = 164

_ORDER = [
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
]
BORDER_SIDES = ("left", "right", "top", "bottom", "diagonal")

EMPTY_STYLES = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="{MAIN}">'
    '<fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/>'
    '<scheme val="minor"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" '
    'defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
).encode()


class Styles:
    """The workbook's formats by number of `cellXfs`."""

    def __init__(self, part: Part, theme: Part | None) -> None:
        self._part = part
        self._theme_part = theme
        self._dates: dict[int, bool] = {}
        self._made: dict[tuple[int, str, object], int] = {}
        self._theme_colors: list[str] = []

    def _list(self, name: str) -> _Element:
        root = self._part.xml
        found = root.find(m(name))
        if found is None:
            found = etree.Element(m(name))
            before = set(_ORDER[: _ORDER.index(name)])
            index = sum(1 for child in root if etree.QName(child).localname in before)
            root.insert(index, found)
        return found

    @property
    def count(self) -> int:
        """Return how many formats there are."""
        return len(self._list("cellXfs"))

    def xf(self, style: int) -> _Element:
        """Return the format of a number; the plain one where the number has none."""
        formats = self._list("cellXfs")
        if not len(formats):
            etree.SubElement(formats, m("xf"), numFmtId="0", fontId="0", fillId="0", borderId="0", xfId="0")
        return formats[style] if 0 <= style < len(formats) else formats[0]

    def _piece(self, style: int, lists: str, attribute: str) -> _Element | None:
        number = int(self.xf(style).get(attribute) or 0)
        pieces = self._list(lists)
        return pieces[number] if number < len(pieces) else None

    def font(self, style: int) -> _Element | None:
        """Return the font of a format."""
        return self._piece(style, "fonts", "fontId")

    def fill(self, style: int) -> _Element | None:
        """Return the fill of a format."""
        return self._piece(style, "fills", "fillId")

    def border(self, style: int) -> _Element | None:
        """Return the borders of a format."""
        return self._piece(style, "borders", "borderId")

    def number_format(self, style: int) -> str:
        """Return the number format of a format as text."""
        return self.format_code(int(self.xf(style).get("numFmtId") or 0))

    def format_code(self, number: int) -> str:
        """Return the number format of a number as text."""
        for own in self._list("numFmts") if self._part.xml.find(m("numFmts")) is not None else ():
            if own.get("numFmtId") == str(number):
                return own.get("formatCode") or "General"
        return BUILTIN.get(number, "General")

    def is_date(self, style: int) -> bool:
        """Tell whether numbers of this format are shown as dates."""
        found = self._dates.get(style)
        if found is None:
            number = int(self.xf(style).get("numFmtId") or 0)
            found = number in BUILTIN_DATES or is_date_format(self.number_format(style))
            self._dates[style] = found
        return found

    def is_general(self, style: int) -> bool:
        """Tell whether a format has no number format of its own."""
        return self.xf(style).get("numFmtId") in {None, "0"}

    def with_number_format(self, style: int, code: str | int) -> int:
        """Return a format that differs from `style` only in its number format, text or built-in number."""
        return self._variant(style, "numFmt", code, lambda xf: self._set_number_format(xf, code))

    def _set_number_format(self, xf: _Element, code: str | int) -> None:
        xf.set("numFmtId", str(code if isinstance(code, int) else self._number_of(code)))
        xf.set("applyNumberFormat", "1")

    def _number_of(self, code: str) -> int:
        for number, known in BUILTIN.items():
            if known.lower() == code.lower():
                return number
        own = self._list("numFmts")
        taken = [whole(child, "numFmtId") for child in own]
        for child in own:
            if child.get("formatCode") == code:
                return whole(child, "numFmtId")
        number = max([_OWN_FORMATS - 1, *taken]) + 1
        etree.SubElement(own, m("numFmt"), numFmtId=str(number), formatCode=code)
        own.set("count", str(len(own)))
        return number

    def with_font(self, style: int, **facets: str | None) -> int:
        """Return a format whose font differs in the given children: `b="1"`, `sz="12"`, `color="FF112233"`."""
        return self._variant(style, "font", tuple(facets.items()), lambda xf: self._set_font(xf, facets))

    def _set_font(self, xf: _Element, facets: Mapping[str, str | None]) -> None:
        old = self._list("fonts")[whole(xf, "fontId")]
        font = deepcopy(old)
        change_font(font, facets)
        xf.set("fontId", str(self._append("fonts", font)))
        xf.set("applyFont", "1")

    def with_fill(self, style: int, rgb: RGB | None) -> int:
        """Return a format whose fill is one colour, or none at all."""
        return self._variant(style, "fill", rgb, lambda xf: self._set_fill(xf, rgb))

    def _set_fill(self, xf: _Element, rgb: RGB | None) -> None:
        xf.set("fillId", "0" if rgb is None else str(self._append("fills", solid_fill(rgb))))
        xf.set("applyFill", "1")

    def with_alignment(self, style: int, **facets: str | None) -> int:
        """Return a format whose alignment differs in the given attributes."""
        return self._variant(style, "align", tuple(facets.items()), lambda xf: _set_alignment(xf, facets))

    def with_border(self, style: int, key: object, change: Callable[[_Element], None]) -> int:
        """Return a format whose borders differ by `change`; equal keys mean equal changes."""
        return self._variant(style, "border", key, lambda xf: self._set_border(xf, change))

    def _set_border(self, xf: _Element, change: Callable[[_Element], None]) -> None:
        borders = self._list("borders")
        number = whole(xf, "borderId")
        border = deepcopy(borders[number]) if number < len(borders) else etree.Element(m("border"))
        change(border)
        xf.set("borderId", str(self._append("borders", border)))
        xf.set("applyBorder", "1")

    def quoted(self, style: int) -> int:
        """Return a format that marks text typed after an apostrophe."""
        return self._variant(style, "quote", None, lambda xf: xf.set("quotePrefix", "1"))

    def hyperlink(self, style: int) -> int:
        """Return a format that looks like a link: blue and underlined."""
        return self.with_font(style, u="single", color="FF0563C1")

    def _variant(self, style: int, facet: str, value: object, change: Callable[[_Element], None]) -> int:
        key = (style, facet, value)
        if key not in self._made:
            xf = deepcopy(self.xf(style))
            change(xf)
            self._made[key] = self._append("cellXfs", xf)
        return self._made[key]

    def _append(self, name: str, element: _Element) -> int:
        pieces = self._list(name)
        text = etree.tostring(element, method="c14n")
        for number, piece in enumerate(pieces):
            if piece.tag == element.tag and etree.tostring(piece, method="c14n", with_tail=False) == text:
                return number
        element.tail = None
        pieces.append(element)
        pieces.set("count", str(len(pieces)))
        return len(pieces) - 1

    def add_dxf(self, dxf: _Element) -> int:
        """Add a differential format, as conditional formats use it, and return its number."""
        pieces = self._list("dxfs")
        pieces.append(dxf)
        pieces.set("count", str(len(pieces)))
        return len(pieces) - 1

    def dxf(self, number: int) -> _Element | None:
        """Return a differential format."""
        pieces = self._list("dxfs")
        return pieces[number] if number < len(pieces) else None

    def import_style(self, other: Styles, style: int) -> int:
        """Return a format equal to one of another workbook."""
        xf = deepcopy(other.xf(style))
        for lists, attribute in (("fonts", "fontId"), ("fills", "fillId"), ("borders", "borderId")):
            piece = other._piece(style, lists, attribute)
            xf.set(attribute, str(self._append(lists, deepcopy(piece)) if piece is not None else 0))
        xf.set("numFmtId", str(self._number_of(other.number_format(style))))
        xf.set("xfId", "0")
        return self._append("cellXfs", xf)

    def rgb(self, color: _Element | None) -> RGB | None:
        """Return the colour of a `color` element as seen: direct, of the theme, or of the fixed palette."""
        if color is None or color.get("auto") is not None:
            return None
        if color.get("rgb"):
            return from_hex(color.get("rgb") or "")
        if color.get("theme") is not None:
            return tinted(self.theme_color(whole(color, "theme")), float(color.get("tint") or 0))
        index = int(color.get("indexed") or -1)
        return from_hex(PALETTE[index]) if 0 <= index < len(PALETTE) else None

    def theme_color(self, number: int) -> RGB:
        """Return a colour of the theme by its number in cell formats (light ones first)."""
        if not self._theme_colors:
            self._theme_colors = self._read_theme() or OFFICE_THEME
        colors = self._theme_colors
        return from_hex(colors[number]) if number < len(colors) else (0, 0, 0)

    def _read_theme(self) -> list[str]:
        if self._theme_part is None:
            return []
        scheme = self._theme_part.xml.find(".//{*}clrScheme")
        if scheme is None:
            return []
        found = [child[0].get("lastClr") or child[0].get("val") or "000000" for child in scheme if len(child)]
        # dk1, lt1, dk2, lt2 are stored in this order and numbered in pairs the other way round.
        return [found[1], found[0], found[3], found[2], *found[4:]] if len(found) > 3 else []


def solid_fill(rgb: RGB) -> _Element:
    """Make a fill of one colour."""
    fill = etree.Element(m("fill"))
    pattern = etree.SubElement(fill, m("patternFill"), patternType="solid")
    etree.SubElement(pattern, m("fgColor"), rgb=argb(rgb))
    etree.SubElement(pattern, m("bgColor"), indexed="64")
    return fill


def _set_alignment(xf: _Element, facets: Mapping[str, str | None]) -> None:
    alignment = xf.find(m("alignment"))
    if alignment is None:
        alignment = etree.Element(m("alignment"))
        xf.insert(0, alignment)
    for name, value in facets.items():
        drop(alignment, name)
        if value is not None:
            alignment.set(name, value)
    xf.set("applyAlignment", "1")
