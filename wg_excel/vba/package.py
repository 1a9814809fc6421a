"""An Office package (OPC) in memory: parts in order, relations, and a zip that is always the same."""

import io
import posixpath
from dataclasses import dataclass
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
CONTENT_TYPES = "[Content_Types].xml"
EARLIEST_DATE = (1980, 1, 1, 0, 0, 0)


class Relation(NamedTuple):
    """A relation of a part: `target` is a part's name, or an address where it is external."""

    id: str
    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True)
class Package:
    """The parts of a package by their names, which have no leading slash."""

    parts: dict[str, bytes]

    @classmethod
    def from_bytes(cls, content: bytes) -> "Package":
        """Read a zip."""
        with ZipFile(io.BytesIO(content)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist() if not name.endswith("/")})

    def to_bytes(self) -> bytes:
        """Return the zip of the parts in their order; the same parts give the same bytes."""
        buffer = io.BytesIO()
        with ZipFile(buffer, "w") as archive:
            for name, content in self.parts.items():
                info = ZipInfo(name, EARLIEST_DATE)
                info.compress_type, info.create_system = ZIP_DEFLATED, 0
                archive.writestr(info, content)
        return buffer.getvalue()

    def xml(self, part: str) -> etree._Element:
        """Return the root element of a part."""
        return etree.fromstring(self.parts[part])

    def relations(self, part: str) -> list[Relation]:
        """Return the relations of a part, or of the whole package where `part` is empty."""
        name = relations_part(part)
        return [_relation(part, element) for element in self.xml(name)] if name in self.parts else []

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts that `part` points to by relations whose type ends with `kind`."""
        return [r.target for r in self.relations(part) if r.kind.endswith(f"/{kind}") and not r.is_external]


def relations_part(part: str) -> str:
    """Return the name of the part that holds the relations of `part`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def owner_of(rels: str) -> str:
    """Return the part whose relations stand in `rels`."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _relation(part: str, element: etree._Element) -> Relation:
    target, is_external = element.get("Target", ""), element.get("TargetMode") == "External"
    if not is_external:
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
    return Relation(element.get("Id", ""), element.get("Type", ""), target, is_external)
