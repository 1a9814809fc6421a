"""Tell whether a file is a whole workbook, without opening it."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.parsers import expat

BOOK, TYPES = "xl/workbook.xml", "[Content_Types].xml"
RELATIONS = "xl/_rels/workbook.xml.rels"


def is_sound(path: Path) -> bool:
    """Tell whether every part of a workbook reads, has its checksum and is complete, and none is lost."""
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            return (
                {BOOK, TYPES} <= names
                and package.testzip() is None
                and all(_is_complete(package, name) for name in names if name.endswith((".xml", ".rels")))
                and set(_related(package)) <= {name.casefold() for name in names}
            )
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return False


def _is_complete(package: zipfile.ZipFile, name: str) -> bool:
    """Tell whether a part is XML to its end; one that was cut off still has a checksum after a repair."""
    try:
        with package.open(name) as part:
            expat.ParserCreate().ParseFile(part)
    except expat.ExpatError:
        return False
    return True


def _related(package: zipfile.ZipFile) -> Iterator[str]:
    """Yield the parts that the workbook names as its own: sheets, styles, texts."""
    found: list[dict[str, str]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda _, attributes: found.append(attributes)
    if RELATIONS in package.namelist():
        parser.Parse(package.read(RELATIONS), True)
    for relation in found:
        if "Target" in relation and relation.get("TargetMode") != "External":
            yield posixpath.normpath(posixpath.join("/xl", unquote(relation["Target"]))).lstrip("/").casefold()
