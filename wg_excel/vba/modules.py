"""A module of a VBA project: its name, its kind, and its source with the attributes the editor hides."""

import re
from dataclasses import dataclass
from enum import Enum

CODE_PAGE = 1251
ENCODING = f"cp{CODE_PAGE}"

GOOD_NAME = re.compile(r"[^\W\d_]\w{0,30}")
NAME_ATTRIBUTE = re.compile(r'Attribute VB_Name = "(.*)"')
CLASS_FILE_HEADER = re.compile(r"VERSION 1\.0 CLASS\r\nBEGIN\r\n.*?\r\nEND\r\n", re.DOTALL)
HEADER = re.compile(r"(?:Attribute VB_\w+ = .*\r\n)+")
ATTRIBUTE = re.compile(r"Attribute (VB_\w+) = (.*)\r\n")


class Kind(Enum):
    """What a module belongs to; the value is the VB_Base of its kind, empty for a standard module."""

    STANDARD = ""
    CLASS = "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}"
    WORKBOOK = "0{00020819-0000-0000-C000-000000000046}"
    WORKSHEET = "0{00020820-0000-0000-C000-000000000046}"
    CHART_SHEET = "0{00020821-0000-0000-C000-000000000046}"

    @property
    def is_document(self) -> bool:
        """Say whether the module belongs to the workbook or one of its sheets."""
        return self not in {Kind.STANDARD, Kind.CLASS}


@dataclass(frozen=True)
class Module:
    """A module; `source` holds everything its stream holds, beginning with its VB_Name (MS-OVBA 2.3.4.3)."""

    name: str
    source: str
    kind: Kind = Kind.STANDARD

    def __post_init__(self) -> None:
        first_line = NAME_ATTRIBUTE.match(self.source)
        if not GOOD_NAME.fullmatch(self.name) or not first_line or first_line[1] != self.name:
            raise BadModuleError(self.name, "its name is no VBA name or differs from its VB_Name")

    @property
    def content(self) -> bytes:
        """Return the source in the project's code page with the line ends of VBA."""
        try:
            return _with_crlf(self.source).encode(ENCODING)
        except UnicodeEncodeError as error:
            raise BadModuleError(self.name, f"{ENCODING} lacks {error.object[error.start]!r}") from error


class BadModuleError(ValueError):
    """A module that Excel would not take."""

    def __init__(self, module: str, reason: str) -> None:
        super().__init__(f"VBA module {module!r}: {reason}")


def new_module(name: str, code: str = "", kind: Kind = Kind.STANDARD) -> Module:
    """Return a module of `code` that lacks all attributes."""
    return Module(name, _attributes(name, kind, {}) + _with_crlf(code), kind)


def exported_module(text: str) -> Module:
    """Return the module in a `.bas` or `.cls` file as the editor exports it: without what it can guess."""
    text = _with_crlf(text)
    body = CLASS_FILE_HEADER.sub("", text, count=1)
    kind = Kind.CLASS if body != text else Kind.STANDARD
    header = HEADER.match(body)
    given = dict(ATTRIBUTE.findall(header[0] if header else ""))
    name = given.pop("VB_Name", "").strip('"')
    return Module(name, _attributes(name, kind, given) + body[header.end() if header else 0 :], kind)


def _attributes(name: str, kind: Kind, given: dict[str, str]) -> str:
    attributes = {"VB_Name": f'"{name}"'}
    if kind is not Kind.STANDARD:
        attributes |= {
            "VB_Base": f'"{kind.value}"',
            "VB_GlobalNameSpace": "False",
            "VB_Creatable": "False",
            "VB_PredeclaredId": str(kind.is_document),
            "VB_Exposed": str(kind.is_document),
            "VB_TemplateDerived": "False",
            "VB_Customizable": str(kind.is_document),
        }
    return "".join(f"Attribute {key} = {value}\r\n" for key, value in (attributes | given).items())


def _with_crlf(text: str) -> str:
    return re.sub(r"\r\n|\r|\n", "\r\n", text)
