"""A package opened for injecting what other programs write: parts by name, relations, content types."""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
R_ID = f"{{{OFFICE}}}id"
NAMESPACES = (
    f'xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="{MC}"'
    ' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
    ' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
    ' xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
# The order of a worksheet's children (ECMA-376 part 1, 18.3.1.99).
ORDER = [
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
    "picture",
    "oleObjects",
    "controls",
    "AlternateContent",
    "webPublishItems",
    "tableParts",
    "extLst",
]


def elements(text: str) -> list[_Element]:
    """Parse elements that use the usual prefixes."""
    return list(etree.fromstring(f"<x {NAMESPACES}>{text}</x>"))


def rels_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def resolved(part: str, target: str) -> str:
    """Return the name of the part that a relation of a part points to."""
    base = "" if target.startswith("/") else posixpath.dirname(part)
    return posixpath.normpath(posixpath.join(base, target.lstrip("/")))


class Package:
    """The parts of a file in memory."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.types = etree.fromstring(self.parts["[Content_Types].xml"])

    def save(self, path: Path) -> None:
        """Write all parts into a file."""
        self.parts["[Content_Types].xml"] = etree.tostring(self.types, xml_declaration=True, encoding="UTF-8")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)

    def add(self, name: str, data: bytes | str, content_type: str = "") -> str:
        """Add a part and return its name."""
        text = data if isinstance(data, str) else ""
        self.parts[name] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode() if text else data  # type: ignore[assignment]
        if content_type:
            etree.SubElement(self.types, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=content_type)
        return name

    def default(self, extension: str, content_type: str) -> None:
        """Declare the content type of an extension."""
        if not any(d.get("Extension") == extension for d in self.types):
            self.types.insert(0, etree.Element(f"{{{TYPES}}}Default", Extension=extension, ContentType=content_type))

    def relations(self, part: str) -> _Element:
        """Return the relations of a part, made if there are none."""
        data = self.parts.get(rels_of(part)) or f'<Relationships xmlns="{RELS}"/>'.encode()
        return etree.fromstring(data)

    def relate(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """Relate a part to another or to an address and return the id."""
        root = self.relations(part)
        key = f"rId{len(root) + 900}"
        to = target if external else posixpath.relpath(target, posixpath.dirname(part) or ".")
        kind = kind if "://" in kind else f"{OFFICE}/{kind}"
        child = etree.SubElement(root, f"{{{RELS}}}Relationship", Id=key, Type=kind, Target=to)
        if external:
            child.set("TargetMode", "External")
        self.parts[rels_of(part)] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return key

    def related(self, part: str, kind: str) -> str:
        """Return the name of the first part related in a way; empty when there is none."""
        for child in self.relations(part):
            if (child.get("Type") or "").endswith("/" + kind):
                return resolved(part, child.get("Target") or "")
        return ""

    def sheets(self) -> dict[str, str]:
        """Return the part of each worksheet by the sheet's name."""
        book = etree.fromstring(self.parts["xl/workbook.xml"])
        targets = {child.get("Id"): child.get("Target") or "" for child in self.relations("xl/workbook.xml")}
        found = {e.get("name") or "": targets[e.get(R_ID)] for e in book.iter(f"{{{MAIN}}}sheet")}
        return {name: resolved("xl/workbook.xml", target) for name, target in found.items()}

    def root(self, part: str) -> _Element:
        """Parse a part."""
        return etree.fromstring(self.parts[part])

    def put(self, part: str, root: _Element) -> None:
        """Replace a part by a tree."""
        self.parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def local(element: _Element) -> str:
    """Return a tag without its namespace."""
    return etree.QName(element).localname


def place(root: _Element, child: _Element) -> None:
    """Insert a child of a worksheet at its place in the schema."""
    before = set(ORDER[: ORDER.index(local(child)) + 1])
    root.insert(sum(1 for other in root if local(other) in before), child)
