"""What of a workbook a press has changed that it had no reason to touch: feature by feature, part by part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from tests.faithfulness.features import MS
from tests.faithfulness.packages import MAIN, R_ID, Package, local, rels_of, resolved

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lxml.etree import _Element

# Parts that a button may write; all others must stay byte for byte.
WRITTEN = re.compile(
    r"\[Content_Types\]\.xml|.*\.rels|xl/(workbook|styles|sharedStrings|calcChain)\.xml|xl/(worksheets|tables)/.*|docProps/(app|core)\.xml"
)
USER_SHAPES = {"901": "shape with a macro", "902": "picture", "903": "chart"}


def canonical(element: _Element | None) -> str:
    """Write an element so that equal content gives equal text, whatever its prefixes."""
    return "" if element is None else etree.tostring(element, method="c14n", exclusive=True, with_tail=False).decode()


def on_sheet(package: Package, sheet: str) -> dict[str, str]:
    """Return each feature of a worksheet as text that is equal as long as the feature is."""
    root = package.root(sheet)
    found = {
        "rich text": canonical(cell(root, "AO3")),
        "form control": _control(package, sheet, root),
        "threaded comment": _thread(package, sheet),
        "sheet protection": canonical(root.find(f"{{{MAIN}}}sheetProtection")),
        "printer settings": _printer(package, sheet, root),
        "hyperlink": _link(package, sheet, root),
        "page breaks": canonical(root.find(f"{{{MAIN}}}rowBreaks")),
        "ignored errors": canonical(root.find(f"{{{MAIN}}}ignoredErrors")),
    }
    extensions = {
        "sparklines": "sparklineGroups",
        "x14 conditional format": "conditionalFormattings",
        "x14 validation": "dataValidations",
    }
    for feature, tag in extensions.items():
        inner = root.find(f".//{{{MS}/spreadsheetml/2009/9/main}}{tag}")
        found[feature] = canonical(inner)
    return found | _drawn(package, sheet)


def cell(root: _Element, reference: str) -> _Element | None:
    """Return a cell of a worksheet by its address."""
    return root.find(f".//{{{MAIN}}}c[@r='{reference}']")


def _drawn(package: Package, sheet: str) -> dict[str, str]:
    drawing = package.related(sheet, "drawing")
    found = dict.fromkeys(USER_SHAPES.values(), "")
    for anchor in package.root(drawing) if drawing else ():
        name = next((e.get("id") for e in anchor.iter() if local(e) == "cNvPr"), "")
        if name in USER_SHAPES:
            found[USER_SHAPES[name or ""]] = canonical(anchor) + _targets(package, drawing, anchor)
    return found


def _targets(package: Package, part: str, element: _Element) -> str:
    """Return the content of the parts that an element refers to."""
    keys = {value for each in element.iter() for name, value in each.attrib.items() if "relationships" in str(name)}
    relations = [child for child in package.relations(part) if child.get("Id") in keys]
    return "".join(_content(package, part, str(child.get("Target"))) for child in relations)


def _content(package: Package, part: str, target: str) -> str:
    name = resolved(part, target)
    return package.parts[name].hex() + package.parts.get(rels_of(name), b"").hex()


def _control(package: Package, sheet: str, root: _Element) -> str:
    holder = next((each for each in root if local(each) == "AlternateContent"), None)
    vml = package.parts.get(package.related(sheet, "vmlDrawing"), b"").decode()
    shapes = [text for text in re.findall(r"<v:shape .*?</v:shape>", vml, re.DOTALL) if "Мой флажок" in text]
    props = package.parts.get(package.related(sheet, "ctrlProp"), b"").decode()
    return canonical(holder) + "".join(shapes) + props


def _thread(package: Package, sheet: str) -> str:
    vml = package.parts.get(package.related(sheet, "vmlDrawing"), b"").decode()
    shapes = [text for text in re.findall(r"<v:shape .*?</v:shape>", vml, re.DOTALL) if "<x:Column>36<" in text]
    texts = (package.parts.get(package.related(sheet, kind), b"") for kind in ("threadedComment", "comments"))
    return "".join(shapes) + "".join(text.decode() for text in texts)


def _printer(package: Package, sheet: str, root: _Element) -> str:
    setup = root.find(f"{{{MAIN}}}pageSetup")
    return canonical(setup) + (_targets(package, sheet, setup) if setup is not None else "")


def _link(package: Package, sheet: str, root: _Element) -> str:
    links = root.find(f"{{{MAIN}}}hyperlinks")
    own = [link for link in links if link.get("ref") == "AP5"] if links is not None else []
    targets = {child.get("Id"): child.get("Target") for child in package.relations(sheet)}
    return "".join(canonical(link) + str(targets.get(link.get(R_ID))) for link in own)


# Features of the workbook as a whole, by the beginning of their parts' names.
IN_BOOK: dict[str, tuple[str, ...]] = {
    "VBA project": ("xl/vbaProject",),
    "ribbon": ("customUI/",),
    "theme": ("xl/theme/",),
    "pivot table": ("xl/pivot",),
    "persons of the comments": ("xl/persons/",),
    "custom XML": ("customXml/",),
    "link to another workbook": ("xl/externalLinks/",),
    "charts and pictures": ("xl/charts/", "xl/drawings/", "xl/media/"),
}


def in_book(package: Package) -> dict[str, str]:
    """Return the names of the user's own as text."""
    book = package.root("xl/workbook.xml")
    order = [entry.get("name") for entry in book.iter(f"{{{MAIN}}}sheet")]
    own = [name for name in book.iter(f"{{{MAIN}}}definedName") if (name.get("name") or "").startswith("мой")]
    return {"names": "".join(_name(name, order) for name in own)}


def _name(name: _Element, order: Sequence[str | None]) -> str:
    place = name.get("localSheetId")
    return f"{name.get('name')}={name.text} {order[int(place)] if place else ''}\n"


def lost(before: Package, after: Package, *, anew: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield feature and place of everything that is not as it was; `anew` are sheets that the button draws anew."""
    yield from _differing(in_book(before), in_book(after), "the workbook")
    sheets = after.sheets()
    for name, part in before.sheets().items():
        if name not in sheets:
            yield "sheet", name
        elif name not in anew:
            yield from _differing(on_sheet(before, part), on_sheet(after, sheets[name]), name)
    redrawn = {each for name, part in before.sheets().items() if name in anew for each in reached(before, part)}
    for name, data in before.parts.items():
        if not WRITTEN.fullmatch(name) and name not in redrawn and after.parts.get(name) != data:
            yield feature_of(name), name


def feature_of(part: str) -> str:
    """Return the feature of the workbook that a part belongs to."""
    return next((feature for feature, start in IN_BOOK.items() if part.startswith(start)), "other parts")


def reached(package: Package, part: str) -> set[str]:
    """Return the parts that belong to a sheet."""
    found: set[str] = set()
    waiting = [part]
    while waiting:
        name = waiting.pop()
        for child in package.relations(name):
            target = resolved(name, str(child.get("Target")))
            if child.get("TargetMode") != "External" and target not in found:
                found.add(target)
                waiting.append(target)
    return found


def _differing(before: dict[str, str], after: dict[str, str], where: str) -> Iterator[tuple[str, str]]:
    for feature, text in before.items():
        if after[feature] != text:
            yield feature, where
