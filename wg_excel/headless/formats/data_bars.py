"""Data bars: what Excel 2010 added to them stands in an extension of the sheet (MS-XLSX 2.6.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from wg_excel.headless.xmlns import X14, XM, m

from .condition_words import STORED_CRITERIA

if TYPE_CHECKING:
    from lxml.etree import _Element

    from wg_excel.headless.worksheet import Worksheet

_BAR_EXTENSION = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"
_SHEET_EXTENSION = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}"


def plain_bounds(types: tuple[str, str]) -> tuple[str, str]:
    """Return bounds as Excel 2007 knows them: it has no automatic ones."""
    low, high = types
    return ("lowest_value" if low == "automatic" else low, "highest_value" if high == "automatic" else high)


def extend_bar(sheet: Worksheet, rule: _Element, sqref: str, spec: dict[str, Any]) -> None:
    """Add what Excel 2010 brought: plain fill and automatic bounds, tied to the rule by an id."""
    import uuid

    # The id only has to differ within the sheet; a counter would keep equal files equal.
    number = sum(1 for _ in sheet.frame.iter(f"{{{X14}}}cfRule")) + 1
    key = "{" + str(uuid.UUID(int=number)).upper() + "}"
    own = etree.SubElement(etree.SubElement(rule, m("extLst")), m("ext"), nsmap={"x14": X14})
    own.set("uri", _BAR_EXTENSION)
    etree.SubElement(own, f"{{{X14}}}id").text = key
    bounds = []
    names = ("autoMin", "autoMax")
    for name, kind, value in zip(names, spec["threshold_types"], spec["thresholds"], strict=True):
        stored = name if kind == "automatic" else STORED_CRITERIA.get(kind, kind)
        inner = "" if value is None else f"<xm:f>{value}</xm:f>"
        bounds.append(f'<x14:cfvo type="{stored}">{inner}</x14:cfvo>')
    text = (
        f'<x14:conditionalFormatting xmlns:x14="{X14}" xmlns:xm="{XM}"><x14:cfRule type="dataBar" id="{key}">'
        f'<x14:dataBar minLength="0" maxLength="100" gradient="{int(spec["gradient"])}">{"".join(bounds)}'
        '<x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule>'
        f"<xm:sqref>{sqref}</xm:sqref></x14:conditionalFormatting>"
    )
    _extension(sheet).append(etree.fromstring(text))


def _extension(sheet: Worksheet) -> _Element:
    holder = sheet.child("extLst")
    for element in holder:
        if element.get("uri") == _SHEET_EXTENSION and len(element):
            return element[0]
    element = etree.SubElement(holder, m("ext"), nsmap={"x14": X14})
    element.set("uri", _SHEET_EXTENSION)
    return etree.SubElement(element, f"{{{X14}}}conditionalFormattings")
