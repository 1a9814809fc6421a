"""The package of a workbook: parts, their relations and content types (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
import re
import zipfile
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from lxml import etree

from wg_excel.headless.errors import (
    BinaryWorkbook,
    DamagedWorkbook,
    EncryptedWorkbook,
    NotAWorkbook,
    OldWorkbook,
    OpenDocumentWorkbook,
    SharedWorkbook,
    SignedWorkbook,
    StrictWorkbook,
)
from wg_excel.headless.xmlns import CONTENT_TYPES, OFFICE_RELS, PACKAGE_RELS, STRICT_RELS

from .part import Part
from .zipstore import pack, read_archive, write_archive

if TYPE_CHECKING:
    from collections.abc import Iterator


_TYPES_PART = "[Content_Types].xml"
_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NUMBER = re.compile(r"\d+(?=\.[^.]*$|$)")


class Relation(NamedTuple):
    """A relation of a part: its id, the last word of its type, its target as written, whether external."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """Parts by name, with the relations and content types that tie them together."""

    def __init__(self, parts: dict[str, Part], name: str) -> None:
        self.parts = parts
        self.name = name
        self._folded = {part.lower(): part for part in parts}

    @classmethod
    def read(cls, data: bytes, name: str) -> Package:
        """Read a package; raises a `WorkbookRefused` that says what is wrong with the file called `name`."""
        if data.startswith(_CFB):
            raise (EncryptedWorkbook if "EncryptedPackage".encode("utf-16-le") in data else OldWorkbook)(name)
        try:
            found = [(n.lstrip("/").replace("\\", "/"), packed) for n, packed in read_archive(data)]
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, OverflowError):
            raise (DamagedWorkbook if data.startswith(b"PK") else NotAWorkbook)(name) from None
        package = cls({key: Part(key, packed, name) for key, packed in found}, name)
        package._refuse_foreign()
        return package

    def _refuse_foreign(self) -> None:
        mimetype = self.parts.get("mimetype")
        if mimetype is not None and b"opendocument" in mimetype.data:
            raise OpenDocumentWorkbook(self.name)
        if _TYPES_PART not in self.parts:
            raise NotAWorkbook(self.name)
        if any(name.startswith("_xmlsignatures/") for name in self.parts):
            raise SignedWorkbook(self.name)
        if any(name.startswith("xl/revisions/") for name in self.parts):
            raise SharedWorkbook(self.name)

    def workbook_part(self) -> Part:
        """Return the main part; raises when it is no workbook, or one of a kind that is not edited."""
        relation = next((r for r in self.relations("") if r.kind == "officeDocument"), None)
        part = self.target("", relation) if relation else None
        if part is None:
            raise DamagedWorkbook(self.name, "_rels/.rels")
        if self.content_type(part.name).endswith("sheet.binary.macroEnabled.main"):
            raise BinaryWorkbook(self.name)
        roots = self.find("_rels/.rels")
        if roots is not None and STRICT_RELS in roots.data.decode("utf-8", "replace"):
            raise StrictWorkbook(self.name)
        if "spreadsheetml" not in str(part.xml.tag):
            raise NotAWorkbook(self.name)
        return part

    def find(self, name: str) -> Part | None:
        """Return the part of that name; names are compared without case (ECMA-376 part 2, 6.2.2.3)."""
        found = self.parts.get(name)
        if found is None and name.lower() in self._folded:
            found = self.parts.get(self._folded[name.lower()])
        return found

    def add(self, name: str, data: bytes, content_type: str = "") -> Part:
        """Add a part, with an override of its content type if one is given."""
        part = Part(name, pack(b""), self.name)
        part.data = data
        self.parts[name] = part
        self._folded[name.lower()] = name
        if content_type:
            root = self.parts[_TYPES_PART].xml
            override = etree.SubElement(root, f"{{{CONTENT_TYPES}}}Override")
            override.set("PartName", "/" + name)
            override.set("ContentType", content_type)
        return part

    def ensure_default(self, extension: str, content_type: str) -> None:
        """Declare the content type of an extension unless it is declared already."""
        root = self.parts[_TYPES_PART].xml
        tag = f"{{{CONTENT_TYPES}}}Default"
        if any(d.get("Extension", "").lower() == extension.lower() for d in root.iter(tag)):
            return
        default = etree.Element(tag)
        default.set("Extension", extension)
        default.set("ContentType", content_type)
        root.insert(0, default)

    def content_type(self, name: str) -> str:
        """Return the content type of a part, by its override or its extension."""
        root = self.parts[_TYPES_PART].xml
        extension = posixpath.splitext(name)[1].lstrip(".").lower()
        default = ""
        for child in root:
            if (child.get("PartName") or "").lower() == "/" + name.lower():
                return child.get("ContentType") or ""
            if (child.get("Extension") or "").lower() == extension:
                default = child.get("ContentType") or ""
        return default

    def set_content_type(self, name: str, content_type: str) -> None:
        """Change the override of a part's content type."""
        root = self.parts[_TYPES_PART].xml
        for child in root.iter(f"{{{CONTENT_TYPES}}}Override"):
            if (child.get("PartName") or "").lower() == "/" + name.lower():
                child.set("ContentType", content_type)

    def remove(self, name: str) -> None:
        """Remove a part, its relations and its content type."""
        self.parts.pop(name, None)
        self.parts.pop(_rels_name(name), None)
        root = self.parts[_TYPES_PART].xml
        for child in list(root):
            if (child.get("PartName") or "").lower() == "/" + name.lower():
                root.remove(child)

    def free_name(self, like: str) -> str:
        """Return an unused part name made from `like` by changing the number at its end."""
        number = 1
        stem, dot, extension = like.rpartition(".")
        base = _NUMBER.sub("", stem) if dot else like
        while f"{base}{number}{dot}{extension}".lower() in self._folded:
            number += 1
        return f"{base}{number}{dot}{extension}"

    def relations(self, name: str) -> Iterator[Relation]:
        """Yield the relations of a part; those of the package itself for an empty name."""
        part = self.find(_rels_name(name))
        if part is None:
            return
        for child in part.xml.iter(f"{{{PACKAGE_RELS}}}Relationship"):
            kind = (child.get("Type") or "").rstrip("/").rpartition("/")[2]
            external = child.get("TargetMode") == "External"
            yield Relation(child.get("Id") or "", kind, child.get("Target") or "", external)

    def target(self, name: str, relation: Relation) -> Part | None:
        """Return the part that a relation of the part `name` points to."""
        if relation.external:
            return None
        path = unquote(relation.target.partition("#")[0]).replace("\\", "/")
        base = "" if path.startswith("/") else posixpath.dirname(name)
        return self.find(posixpath.normpath(posixpath.join(base, path.lstrip("/"))))

    def related(self, name: str, kind: str) -> list[Part]:
        """Return the parts that the relations of one kind point to."""
        found = (self.target(name, r) for r in self.relations(name) if r.kind == kind)
        return [part for part in found if part is not None]

    def by_id(self, name: str, relation_id: str | None) -> Part | None:
        """Return the part behind one relation id of a part."""
        found = next((r for r in self.relations(name) if r.id == relation_id), None)
        return self.target(name, found) if found else None

    def relate(self, name: str, kind: str, target: str, *, external: bool = False, base: str = OFFICE_RELS) -> str:
        """Add a relation from a part to a part name or an address, and return its id."""
        part = self.find(_rels_name(name)) or self.add(_rels_name(name), _EMPTY_RELS)
        taken = {r.id for r in self.relations(name)}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        child = etree.SubElement(part.xml, f"{{{PACKAGE_RELS}}}Relationship")
        child.set("Id", f"rId{number}")
        child.set("Type", f"{base}/{kind}")
        child.set("Target", target if external else "/" + target)
        if external:
            child.set("TargetMode", "External")
        return f"rId{number}"

    def unrelate(self, name: str, relation_id: str | None) -> None:
        """Remove one relation of a part."""
        part = self.find(_rels_name(name))
        for child in list(part.xml) if part is not None else []:
            if child.get("Id") == relation_id and part is not None:
                part.xml.remove(child)

    def reachable(self) -> set[str]:
        """Return the names of all parts that relations lead to from the package's root."""
        reached: set[str] = set()
        waiting = [""]
        while waiting:
            name = waiting.pop()
            for relation in self.relations(name):
                part = self.target(name, relation)
                if part is not None and part.name not in reached:
                    reached.add(part.name)
                    waiting.append(part.name)
        return reached

    def sweep(self, before: set[str]) -> None:
        """Remove parts that could be reached `before` and no longer can; strays of the file stay."""
        for name in before - self.reachable():
            self.remove(name)

    def copy_tree(self, part: Part, *, shared: frozenset[str], source: Package | None = None) -> Part:
        """Copy a part with all that it reaches, from another package if one is given; return the copy.

        Within a package, relations of the `shared` kinds lead to the same parts afterwards.
        """
        return self._copy(source or self, part, frozenset() if source else shared, {})

    def _copy(self, source: Package, part: Part, shared: frozenset[str], done: dict[str, Part]) -> Part:
        if part.name in done:
            return done[part.name]
        name = self.free_name(part.name)
        override = source._override(part.name)
        copy = self.add(name, part.current(), override)
        if source is not self and not override:
            self.ensure_default(posixpath.splitext(name)[1][1:], source.content_type(part.name))
        done[part.name] = copy
        rels = source.find(_rels_name(part.name))
        if rels is not None:
            copied = self.add(_rels_name(name), rels.current())
            self._retarget(source, part, copied, shared, done)
        return copy

    def _override(self, name: str) -> str:
        root = self.parts[_TYPES_PART].xml
        found = (c for c in root if (c.get("PartName") or "").lower() == "/" + name.lower())
        return next((c.get("ContentType") or "" for c in found), "")

    def _retarget(self, source: Package, part: Part, rels: Part, shared: frozenset[str], done: dict[str, Part]) -> None:
        for relation, child in zip(source.relations(part.name), list(rels.xml), strict=True):
            target = source.target(part.name, relation)
            if target is None:
                continue
            kept = target if relation.kind in shared else self._copy(source, target, shared, done)
            child.set("Target", "/" + kept.name)

    def to_bytes(self) -> bytes:
        """Return the archive; parts that nothing changed are copied as they lie."""
        order = sorted(self.parts, key=lambda name: name != _TYPES_PART)
        return write_archive((name, self.parts[name].packed()) for name in order)


_EMPTY_RELS = f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{PACKAGE_RELS}"/>'.encode()


def _rels_name(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
