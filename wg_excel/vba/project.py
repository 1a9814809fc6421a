"""Write a whole `vbaProject.bin` from the sources of its modules (MS-OVBA 2.2.1)."""

from collections.abc import Iterable, Sequence
from uuid import NAMESPACE_OID, uuid5

from .compound import compound_file
from .compression import compress
from .dir_stream import REFERENCES, Reference, dir_stream
from .modules import ENCODING, BadModuleError, Kind, Module
from .protection import unprotected

# Version 0xFFFF and nothing else: whoever opens the project compiles it from its sources (2.3.4.1, 3.1.1).
NO_CACHE = b"\xcc\x61\xff\xff\x00\x01\x00"

PROJECT = """\
ID="{id}"
{modules}
Name="{name}"
HelpContextID="0"
VersionCompatible32="393222000"
CMG="{protection.state}"
DPB="{protection.password}"
GC="{protection.visibility}"

[Host Extender Info]
&H00000001={{3832D640-CF90-11CF-8E43-00A0C911005A}};VBE;&H00000000

[Workspace]
{windows}
"""
DECLARATIONS = {Kind.STANDARD: "Module={}", Kind.CLASS: "Class={}"}
DOCUMENT_DECLARATION = "Document={}/&H00000000"


def vba_project(
    modules: Sequence[Module], name: str = "VBAProject", references: Sequence[Reference] = REFERENCES
) -> bytes:
    """Return the file for `modules`, to which a workbook and each of its sheets give one by its code name.

    The same arguments give the same bytes. Raises BadModuleError.
    """
    _refuse_repeated_names(modules)
    streams = {module.name: compress(module.content) for module in modules}
    return compound_file(
        {
            "VBA": {
                **streams,
                "_VBA_PROJECT": NO_CACHE,
                "dir": compress(dir_stream(name, modules, references)),
            },
            "PROJECTwm": _names(modules),
            "PROJECT": _project(name, modules),
        }
    )


def _project(name: str, modules: Iterable[Module]) -> bytes:
    """Return the PROJECT stream: what the project holds and how the editor shows it (2.3.1)."""
    modules = list(modules)
    project_id = f"{{{uuid5(NAMESPACE_OID, name)}}}".upper()
    text = PROJECT.format(
        id=project_id,
        modules="\n".join(
            DECLARATIONS.get(module.kind, DOCUMENT_DECLARATION).format(module.name) for module in modules
        ),
        name=name,
        protection=unprotected(project_id),
        windows="\n".join(f"{module.name}=0, 0, 0, 0, C" for module in modules),
    )
    return text.replace("\n", "\r\n").encode(ENCODING)


def _names(modules: Iterable[Module]) -> bytes:
    """Return the PROJECTwm stream: each name in the code page and in UTF-16 (2.3.3)."""
    pairs = (f"{m.name}\0".encode(ENCODING) + f"{m.name}\0".encode("utf-16-le") for m in modules)
    return b"".join(pairs) + b"\0\0"


def _refuse_repeated_names(modules: Iterable[Module]) -> None:
    seen = {"dir", "_vba_project"}
    for module in modules:
        if module.name.casefold() in seen:
            raise BadModuleError(module.name, "another module has this name")
        seen.add(module.name.casefold())
