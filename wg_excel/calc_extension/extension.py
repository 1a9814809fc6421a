"""Pack the extension: a menu, and the Basic that presses its entries (LibreOffice Developer's Guide, «Extensions»).

LibreOffice writes the macros of a foreign `.xlsm` anew and loses its buttons; therefore the menu works on an `.xlsx`
copy, which it offers to make, and the button itself runs in Python on the closed file, as on a computer without Office.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

IDENTIFIER = "ru.wg-excel.buttons"
LIBRARY, MODULE = "WgExcel", "Buttons"
SHEET_DOCUMENT = "com.sun.star.sheet.SpreadsheetDocument"
EPOCH = (2026, 1, 1, 0, 0, 0)  # one content gives one file
OOR = "http://openoffice.org/2001/registry"
XS = "http://www.w3.org/2001/XMLSchema"
SUB = """
Public Sub Press_{function}()
    PressAndTell "{function}", "{chooses}"
End Sub
"""


@dataclass(frozen=True)
class MenuEntry:
    """An entry of the menu: the function that it presses, its caption, its group, and the files it asks for first."""

    function: str
    caption: str
    group: str
    chooses: Literal["", "file", "files"] = ""

    @property
    def url(self) -> str:
        """Return the address by which LibreOffice calls the entry's Sub."""
        return f"vnd.sun.star.script:{LIBRARY}.{MODULE}.Press_{self.function}?language=Basic&location=application"


@dataclass(frozen=True)
class Menu:
    """The menu: its title, its entries, the sheets by which a workbook is known, and the Python that runs it all."""

    title: str
    entries: Sequence[MenuEntry]
    sheets: Sequence[str]
    interpreter: str


def extension(menu: Menu, version: str) -> bytes:
    """Return the file of the extension (.oxt)."""
    parts = {
        "META-INF/manifest.xml": _template("manifest.xml").format(library=LIBRARY),
        "description.xml": _template("description.xml").format(
            identifier=quoteattr(IDENTIFIER), version=quoteattr(version), title=escape(menu.title)
        ),
        "Addons.xcu": addons(menu),
        f"{LIBRARY}/script.xlb": _template("script.xlb").format(library=LIBRARY, module=MODULE),
        f"{LIBRARY}/dialog.xlb": _template("dialog.xlb").format(library=LIBRARY),
        f"{LIBRARY}/{MODULE}.xba": _module(basic(menu)),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, EPOCH), text)
    return buffer.getvalue()


def basic(menu: Menu) -> str:
    """Return the source of the module: what all entries share, and a Sub for each."""
    constants = {"TITLE": menu.title, "INTERPRETER": menu.interpreter, "WORKBOOK_SHEETS": ";".join(menu.sheets)}
    head = "".join(f"Const {name} = {_literal(value)}\n" for name, value in constants.items())
    subs = "".join(SUB.format(function=entry.function, chooses=entry.chooses) for entry in menu.entries)
    return f"Option Explicit\n\n{head}\n{_template('pressing.bas')}{subs}"


def addons(menu: Menu) -> str:
    """Return the description of the menu; a line parts the groups."""
    root = etree.Element(_oor("component-data"), nsmap={"oor": OOR, "xs": XS})
    root.set(_oor("name"), "Addons")
    root.set(_oor("package"), "org.openoffice.Office")
    bar = _node(_node(_node(root, "AddonUI"), "OfficeMenuBar"), IDENTIFIER, replaces=True)
    _property(bar, "Title", menu.title)
    _property(bar, "Context", SHEET_DOCUMENT)
    submenu = _node(bar, "Submenu")
    before = menu.entries[0].group
    for number, entry in enumerate(menu.entries):
        if entry.group != before:
            _property(_node(submenu, f"line{number:02}", replaces=True), "URL", "private:separator")
        before = entry.group
        line = _node(submenu, f"press{number:02}", replaces=True)
        _property(line, "URL", entry.url)
        _property(line, "Title", entry.caption)
        _property(line, "Target", "_self")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True).decode()


def _node(parent: etree._Element, name: str, *, replaces: bool = False) -> etree._Element:
    node = etree.SubElement(parent, "node", {_oor("name"): name})
    if replaces:
        node.set(_oor("op"), "replace")
    return node


def _property(node: etree._Element, name: str, value: str) -> None:
    prop = etree.SubElement(node, "prop", {_oor("name"): name, _oor("type"): "xs:string"})
    etree.SubElement(prop, "value").text = value


def _module(source: str) -> str:
    return _template("module.xba").format(name=MODULE, source=escape(source))


def _template(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text("utf-8")


def _literal(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _oor(name: str) -> str:
    return f"{{{OOR}}}{name}"
