"""The children of a font, of a run and of a differential font, in the order of the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from wg_excel.headless.xmlns import m

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

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
