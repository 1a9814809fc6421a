"""The `dir` stream of a VBA project: records of id, size and data (MS-OVBA 2.3.4.2)."""

import struct
from collections.abc import Sequence
from typing import NamedTuple

from .modules import CODE_PAGE, ENCODING, Kind, Module

WINDOWS_64, ENGLISH = 3, 0x409
NO_COOKIE = b"\xff\xff"
PROCEDURAL, OBJECT = 0x21, 0x22


class Reference(NamedTuple):
    """A type library that the project uses: a short name and a LibidReference (2.1.1.8)."""

    name: str
    libid: str


# Excel and VBA themselves are always there; these two are what Excel adds to every new project.
REFERENCES = (
    Reference(
        "stdole",
        r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#C:\Windows\System32\stdole2.tlb#OLE Automation",
    ),
    Reference(
        "Office",
        r"*\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0#"
        r"C:\Program Files\Common Files\Microsoft Shared\OFFICE16\MSO.DLL#Microsoft Office 16.0 Object Library",
    ),
)


def dir_stream(project: str, modules: Sequence[Module], references: Sequence[Reference]) -> bytes:
    """Return the uncompressed stream for a project of this name."""
    return b"".join(
        (
            _information(project),
            *map(_reference, references),
            _record(0x0F, _short(len(modules))),
            _record(0x13, NO_COOKIE),
            *map(_module, modules),
            _record(0x10),
        )
    )


def _information(project: str) -> bytes:
    version = struct.pack("<HIIH", 0x09, 4, 1, 1)  # the one record whose size does not count its data
    return b"".join(
        (
            _record(0x01, _long(WINDOWS_64)),
            _record(0x02, _long(ENGLISH)),
            _record(0x14, _long(ENGLISH)),
            _record(0x03, _short(CODE_PAGE)),
            _record(0x04, project.encode(ENCODING)),
            _twice(0x05, 0x40, ""),
            _record(0x06) + _record(0x3D),
            _record(0x07, _long(0)),
            _record(0x08, _long(0)),
            version,
            _twice(0x0C, 0x3C, ""),
        )
    )


def _reference(reference: Reference) -> bytes:
    libid = reference.libid.encode(ENCODING)
    registered = _long(len(libid)) + libid + _long(0) + _short(0)
    return _twice(0x16, 0x3E, reference.name) + _record(0x0D, registered)


def _module(module: Module) -> bytes:
    return b"".join(
        (
            _twice(0x19, 0x47, module.name),
            _twice(0x1A, 0x32, module.name),
            _twice(0x1C, 0x48, ""),
            _record(0x31, _long(0)),  # the source begins the stream: there is no compiled cache before it
            _record(0x1E, _long(0)),
            _record(0x2C, NO_COOKIE),
            _record(PROCEDURAL if module.kind is Kind.STANDARD else OBJECT),
            _record(0x2B),
        )
    )


def _record(number: int, data: bytes = b"") -> bytes:
    return struct.pack("<HI", number, len(data)) + data


def _twice(number: int, unicode_number: int, text: str) -> bytes:
    """Return a text's record in the code page and the one that repeats it in UTF-16."""
    return _record(number, text.encode(ENCODING)) + _record(unicode_number, text.encode("utf-16-le"))


def _short(number: int) -> bytes:
    return number.to_bytes(2, "little")


def _long(number: int) -> bytes:
    return number.to_bytes(4, "little")
