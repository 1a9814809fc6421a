"""Formats of cells: `styles.xml` is only ever added to, one facet of a cloned format at a time."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from .xmlns import MAIN, drop, m

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

    from .package import Part

RGB = tuple[int, int, int]

# Formats that every program knows by number (ECMA-376 part 1, 18.8.30), as Excel shows them.
BUILTIN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yyyy h:mm",
    37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
_BUILTIN_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_OWN_FORMATS = 164
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTER = re.compile(r"[dmyhsгчдмс]", re.IGNORECASE)
DATE, DATE_TIME, TIME, DURATION = 14, 22, 21, 46

# Office 2013's theme, for the rare workbook without one.
_THEME = ["FFFFFF", "000000", "E7E6E6", "44546A", "5B9BD5", "ED7D31", "A5A5A5", "FFC000", "4472C4", "70AD47"]
_FIXED = [
    "000000",
    "FFFFFF",
    "FF0000",
    "00FF00",
    "0000FF",
    "FFFF00",
    "FF00FF",
    "00FFFF",
    "000000",
    "FFFFFF",
    "FF0000",
    "00FF00",
    "0000FF",
    "FFFF00",
    "FF00FF",
    "00FFFF",
    "800000",
    "008000",
    "000080",
    "808000",
    "800080",
    "008080",
    "C0C0C0",
    "808080",
    "9999FF",
    "993366",
    "FFFFCC",
    "CCFFFF",
    "660066",
    "FF8080",
    "0066CC",
    "CCCCFF",
    "000080",
    "FF00FF",
    "FFFF00",
    "00FFFF",
    "800080",
    "800000",
    "008080",
    "0000FF",
    "00CCFF",
    "CCFFFF",
    "CCFFCC",
    "FFFF99",
    "99CCFF",
    "FF99CC",
    "CC99FF",
    "FFCC99",
    "3366FF",
    "33CCCC",
    "99CC00",
    "FFCC00",
    "FF9900",
    "FF6600",
    "666699",
    "969696",
    "003366",
    "339966",
    "003300",
    "333300",
    "993300",
    "993366",
    "333399",
    "333333",
    "000000",
    "FFFFFF",
]
FONT_ORDER = [
    "b",
    "i",
    "strike",
    "condense",
    "extend",
    "outline",
    "shadow",
    "u",
    "vertAlign",
    "sz",
    "color",
    "name",
    "family",
    "charset",
    "scheme",
]
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


def is_date_format(code: str) -> bool:
    """Tell whether a number format shows dates or times."""
    if code.lower() in {"general", "@"}:
        return False
    return bool(_DATE_LETTER.search(_LITERAL.sub("", code.split(";", maxsplit=1)[0])))


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
            found = number in _BUILTIN_DATES or is_date_format(self.number_format(style))
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
        taken = [int(child.get("numFmtId") or 0) for child in own]
        for child in own:
            if child.get("formatCode") == code:
                return int(child.get("numFmtId") or 0)
        number = max([_OWN_FORMATS - 1, *taken]) + 1
        etree.SubElement(own, m("numFmt"), numFmtId=str(number), formatCode=code)
        own.set("count", str(len(own)))
        return number

    def with_font(self, style: int, **facets: str | None) -> int:
        """Return a format whose font differs in the given children: `b="1"`, `sz="12"`, `color="FF112233"`."""
        return self._variant(style, "font", tuple(facets.items()), lambda xf: self._set_font(xf, facets))

    def _set_font(self, xf: _Element, facets: Mapping[str, str | None]) -> None:
        old = self._list("fonts")[int(xf.get("fontId") or 0)]
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
        number = int(xf.get("borderId") or 0)
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
            return _from_hex(color.get("rgb") or "")
        if color.get("theme") is not None:
            return _tinted(self.theme_color(int(color.get("theme") or 0)), float(color.get("tint") or 0))
        index = int(color.get("indexed") or -1)
        return _from_hex(_FIXED[index]) if 0 <= index < len(_FIXED) else None

    def theme_color(self, number: int) -> RGB:
        """Return a colour of the theme by its number in cell formats (light ones first)."""
        if not self._theme_colors:
            self._theme_colors = self._read_theme() or _THEME
        colors = self._theme_colors
        return _from_hex(colors[number]) if number < len(colors) else (0, 0, 0)

    def _read_theme(self) -> list[str]:
        if self._theme_part is None:
            return []
        scheme = self._theme_part.xml.find(".//{*}clrScheme")
        if scheme is None:
            return []
        found = [child[0].get("lastClr") or child[0].get("val") or "000000" for child in scheme if len(child)]
        # dk1, lt1, dk2, lt2 are stored in this order and numbered in pairs the other way round.
        return [found[1], found[0], found[3], found[2], *found[4:]] if len(found) > 3 else []


def change_font(font: _Element, facets: Mapping[str, str | None]) -> None:
    """Set or remove children of a font, run or differential font."""
    for name, value in facets.items():
        tag = "rFont" if name == "name" and font.tag == m("rPr") else name
        child = font.find(m(tag))
        if value is None:
            if child is not None:
                font.remove(child)
            continue
        if child is None:
            child = etree.Element(m(tag))
            before = set(FONT_ORDER[: FONT_ORDER.index(name) + 1])
            font.insert(sum(1 for c in font if _font_name(c) in before), child)
        child.attrib.clear()
        child.set("rgb" if name == "color" else "val", value)
        if name == "name":
            scheme = font.find(m("scheme"))
            if scheme is not None:
                font.remove(scheme)


def _font_name(child: _Element) -> str:
    name = etree.QName(child).localname
    return "name" if name == "rFont" else name


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


def argb(rgb: RGB) -> str:
    """Write a colour as the file holds it."""
    return "FF{:02X}{:02X}{:02X}".format(*rgb)


def _from_hex(text: str) -> RGB:
    text = text[-6:].rjust(6, "0")
    return int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)


def _tinted(rgb: RGB, tint: float) -> RGB:
    """Lighten or darken (ECMA-376 part 1, 18.8.19)."""
    import colorsys  # needed by theme colours only

    hue, light, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in rgb))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    red, green, blue = colorsys.hls_to_rgb(hue, min(1, light), saturation)
    return round(red * 255), round(green * 255), round(blue * 255)
