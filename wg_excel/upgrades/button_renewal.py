"""Give an older workbook the macros and the ribbon of this program, where all that stands there is the program's own.

A person may have written macros of their own, changed the ribbon or signed the project: then nothing is touched.
"""

import re
from collections.abc import Iterator

from lxml import etree

from wg_excel.builder.macros import WORKBOOK_MODULE, ribbon, shared_modules
from wg_excel.vba.macros import RIBBON_CALLBACK
from wg_excel.vba.modules import Kind, Module, new_module
from wg_excel.vba.package import Package
from wg_excel.vba.project import vba_project
from wg_excel.vba.reading import UnreadableProjectError, read_sources
from wg_excel.vba.ribbon import RIBBON_PART, add_ribbon

PROJECT = "xl/vbaProject.bin"
SIGNATURE = "vbaProjectSignature"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
KINDS = {f"{MAIN}worksheet": Kind.WORKSHEET, f"{MAIN}chartsheet": Kind.CHART_SHEET}
BUTTONS_MODULE = "WgButtons"
BROUGHT_MODULES = {"xlwings", "Dictionary"}  # xlwings' own, word for word
# Every line that the program itself has ever written into the module of the buttons.
BUTTON_LINES = re.compile(
    r"""Option\ Explicit | '.* | Public\ Sub\ Wg\w+\(\) | RunPython\ "import\ wg_excel[^"]*" | End\ Sub
    | Public\ Sub\ OnRibbonButton\(control\ As\ IRibbonControl\) | Select\ Case\ control\.Tag | Case\ "Wg\w+" | Wg\w+
    | End\ Select""",
    re.VERBOSE | re.IGNORECASE,
)


def renewed(workbook: bytes) -> bytes | None:
    """Return the workbook with this program's macros and ribbon; None where it has them, or has others' too."""
    package = Package.from_bytes(workbook)
    if not _is_ours(package):
        return None
    project = vba_project(list(_modules(package)))
    if _code(package.parts[PROJECT]) == _code(project) and package.parts[RIBBON_PART] == ribbon():
        return None
    package.parts[PROJECT] = project
    return add_ribbon(package.to_bytes(), ribbon())


def _is_ours(package: Package) -> bool:
    if not {PROJECT, RIBBON_PART} <= package.parts.keys() or any(SIGNATURE in name for name in package.parts):
        return False
    callbacks = {element.get("onAction") for element in package.xml(RIBBON_PART).iter() if element.get("onAction")}
    try:
        sources = _code(package.parts[PROJECT])
    except UnreadableProjectError:
        return False
    return callbacks <= {RIBBON_CALLBACK} and all(_is_own_module(name, lines) for name, lines in sources.items())


def _is_own_module(name: str, lines: list[str]) -> bool:
    if name == BUTTONS_MODULE:
        return all(BUTTON_LINES.fullmatch(line) for line in lines)
    return name in BROUGHT_MODULES or not [line for line in lines if line.lower() != "option explicit"]


def _code(project: bytes) -> dict[str, list[str]]:
    """Return each module's lines of code, without attributes and blank lines."""
    return {name: list(_lines(source)) for name, source in read_sources(project).items()}


def _lines(source: str) -> Iterator[str]:
    stripped = (line.strip() for line in source.splitlines())
    return (line for line in stripped if line and not line.startswith("Attribute "))


def _modules(package: Package) -> Iterator[Module]:
    """Yield the modules of this workbook: one for itself, one for each sheet that has a code name, the shared ones."""
    book = package.xml("xl/workbook.xml").find(f"{MAIN}workbookPr")
    yield new_module((book.get("codeName") if book is not None else "") or WORKBOOK_MODULE, kind=Kind.WORKBOOK)
    for part, content in package.parts.items():
        if part.startswith(("xl/worksheets/", "xl/chartsheets/")) and part.endswith(".xml"):
            root = etree.fromstring(content)
            properties = root.find(f"{MAIN}sheetPr")
            if properties is not None and properties.get("codeName"):
                yield new_module(str(properties.get("codeName")), kind=KINDS[str(root.tag)])
    yield from shared_modules()
