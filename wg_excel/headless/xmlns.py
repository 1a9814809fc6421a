"""Namespaces of the package, and where a child belongs among its siblings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
ART = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
XM = "http://schemas.microsoft.com/office/excel/2006/main"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"

R_ID = f"{{{OFFICE_RELS}}}id"

# No network, no entities: a workbook from the mail is no reason to read other files.
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_blank_text=False)

# Order of children in CT_Worksheet (ECMA-376 part 1, 18.3.1.99) and CT_Workbook (18.2.27).
SHEET_ORDER = [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetCalcPr",
    "sheetProtection",
    "protectedRanges",
    "scenarios",
    "autoFilter",
    "sortState",
    "dataConsolidate",
    "customSheetViews",
    "mergeCells",
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
]
BOOK_ORDER = [
    "fileVersion",
    "fileSharing",
    "workbookPr",
    "workbookProtection",
    "bookViews",
    "sheets",
    "functionGroups",
    "externalReferences",
    "definedNames",
    "calcPr",
    "oleSize",
    "customWorkbookViews",
    "pivotCaches",
    "smartTagPr",
    "smartTagTypes",
    "webPublishing",
    "fileRecoveryPr",
    "webPublishObjects",
    "extLst",
]


def m(tag: str) -> str:
    """Name `tag` in the main spreadsheet namespace."""
    return f"{{{MAIN}}}{tag}"


def local(element: _Element) -> str:
    """Return the tag of an element without its namespace; nothing for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def drop(element: _Element, name: str) -> None:
    """Remove an attribute if it is there."""
    if name in element.attrib:
        del element.attrib[name]


def ensure(parent: _Element, tag: str, order: Sequence[str]) -> _Element:
    """Return the child `tag` of `parent`, made at its place in the schema's `order` if missing."""
    found = parent.find(m(tag))
    if found is not None:
        return found
    child = etree.Element(m(tag))
    place(parent, child, order)
    return child


def place(parent: _Element, child: _Element, order: Sequence[str]) -> None:
    """Insert `child` after the last sibling that precedes it in the schema's `order`."""
    rank = order.index(local(child))
    before = set(order[: rank + 1])
    index = 0
    for position, sibling in enumerate(parent):
        if _schema_name(sibling) in before:
            index = position + 1
    parent.insert(index, child)


def _schema_name(element: _Element) -> str:
    """Name a child for ordering; a compatibility wrapper stands for what it wraps."""
    name = local(element)
    if name != "AlternateContent":
        return name
    inner = next((grandchild for choice in element for grandchild in choice), None)
    return local(inner) if inner is not None else ""


def whole(element: _Element, name: str, default: int = 0) -> int:
    """Return an attribute as a whole number; one that is none counts as absent."""
    try:
        return int(element.get(name) or default)
    except ValueError:
        return default
