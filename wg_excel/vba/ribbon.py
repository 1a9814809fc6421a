"""Write a tab of buttons for Excel's ribbon, and put it into a finished workbook (MS-CUSTOMUI 2.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from .macros import RIBBON_CALLBACK
from .package import CONTENT_TYPES, CONTENT_TYPES_NS, RELATIONS_NS, Package, relations_part

RIBBON_NS = "http://schemas.microsoft.com/office/2009/07/customui"
RIBBON_PART = "customUI/customUI14.xml"
RIBBON_RELATION = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"


@dataclass(frozen=True)
class RibbonButton:
    """A button; `image_mso` is the name of one of Office's own pictures, `macro` the Sub it calls."""

    id: str
    label: str
    macro: str
    image_mso: str
    screentip: str = ""
    supertip: str = ""
    keytip: str = ""
    size: Literal["large", "normal"] = "large"


@dataclass(frozen=True)
class RibbonGroup:
    """Buttons under one caption."""

    id: str
    label: str
    buttons: Sequence[RibbonButton]


@dataclass(frozen=True)
class Ribbon:
    """A tab of the ribbon."""

    id: str
    label: str
    groups: Sequence[RibbonGroup]
    keytip: str = ""


def ribbon_xml(ribbon: Ribbon) -> bytes:
    """Return the part that describes the tab; all its buttons call one macro, which tells them by their tags."""
    root = etree.Element(_tag("customUI"), nsmap={None: RIBBON_NS})  # type: ignore[dict-item]  # the stubs forget None
    tabs = etree.SubElement(etree.SubElement(root, _tag("ribbon")), _tag("tabs"))
    tab = _add(tabs, "tab", id=ribbon.id, label=ribbon.label, keytip=ribbon.keytip)
    for group in ribbon.groups:
        parent = _add(tab, "group", id=group.id, label=group.label)
        for button in group.buttons:
            _add_button(parent, button)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def add_ribbon(workbook: bytes, ribbon: bytes) -> bytes:
    """Return the workbook with this ribbon part, in place of the one it may have had."""
    package = Package.from_bytes(workbook)
    package.parts[RIBBON_PART] = ribbon
    _relate(package)
    _declare_xml(package)
    return package.to_bytes()


def _add_button(group: etree._Element, button: RibbonButton) -> None:
    _add(
        group,
        "button",
        id=button.id,
        label=button.label,
        screentip=button.screentip,
        supertip=button.supertip,
        imageMso=button.image_mso,
        size=button.size,
        keytip=button.keytip,
        tag=button.macro,
        onAction=RIBBON_CALLBACK,
    )


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    """Add an element with those of the attributes that are not empty."""
    return etree.SubElement(parent, _tag(name), {key: value for key, value in attributes.items() if value})


def _tag(name: str) -> str:
    return f"{{{RIBBON_NS}}}{name}"


def _relate(package: Package) -> None:
    name = relations_part("")
    root = package.xml(name)
    for element in list(root):
        if element.get("Type") == RIBBON_RELATION:
            root.remove(element)
    taken = {element.get("Id") for element in root}
    free = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
    attributes = {"Id": free, "Type": RIBBON_RELATION, "Target": RIBBON_PART}
    etree.SubElement(root, f"{{{RELATIONS_NS}}}Relationship", attributes)
    package.parts[name] = _standalone(root)


def _declare_xml(package: Package) -> None:
    root = package.xml(CONTENT_TYPES)
    if all(element.get("Extension") != "xml" for element in root):
        default = etree.Element(f"{{{CONTENT_TYPES_NS}}}Default", Extension="xml", ContentType="application/xml")
        root.insert(0, default)
        package.parts[CONTENT_TYPES] = _standalone(root)


def _standalone(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
