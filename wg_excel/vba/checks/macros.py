"""Every macro that a button, a shape or the ribbon names is there; code names match the document modules."""

import re
from collections.abc import Iterator, Sequence

from wg_excel.vba.modules import Kind, Module
from wg_excel.vba.package import Package
from wg_excel.vba.ribbon import RIBBON_RELATION

from .workbook import MAIN, sheets, workbook_part

BUTTON_MACRO = "{urn:schemas-microsoft-com:office:excel}FmlaMacro"
RIBBON_CALLBACK = re.compile(r"on[A-Z]\w*|get[A-Z]\w*|loadImage")
PUBLIC_SUB = re.compile(r"^[ \t]*(?:Public[ \t]+)?Sub[ \t]+(\w+)[ \t]*\(([^)\n]*)\)", re.MULTILINE)


def macro_problems(package: Package, modules: Sequence[Module]) -> Iterator[str]:
    """Find macros that something names but no standard module holds, or with the wrong number of arguments."""
    subs = _public_subs(modules)
    for part, macro in _assigned_macros(package):
        if subs.get(macro) != 0:
            yield f"{part}: {macro} is no Sub without arguments"
    for part, callback, tag in _ribbon_callbacks(package):
        if not subs.get(callback):
            yield f"{part}: {callback} is no Sub with arguments"
        if tag and subs.get(tag) != 0:
            yield f"{part}: {tag} is no Sub without arguments"


def code_name_problems(package: Package, modules: Sequence[Module]) -> Iterator[str]:
    """Find sheets, and the workbook, without their document module, and document modules of nothing."""
    workbook = workbook_part(package)
    wanted = {_code_name(package, workbook, "workbookPr"): workbook}
    for sheet in sheets(package):
        name = _code_name(package, sheet.part, "sheetPr")
        if name in wanted:
            yield f"{sheet.part}: shares the code name {name!r} with {wanted[name]}"
        wanted[name] = sheet.part
    given = {module.name for module in modules if module.kind.is_document}
    for name in sorted(given ^ wanted.keys()):
        yield f"{wanted.get(name, 'vbaProject.bin')}: the code name {name!r} has no counterpart"


def _public_subs(modules: Sequence[Module]) -> dict[str, int]:
    """Return the Subs that a button may call, with the number of their arguments."""
    sources = (module.source for module in modules if module.kind is Kind.STANDARD)
    return {
        name: len([argument for argument in arguments.split(",") if argument.strip()])
        for source in sources
        for name, arguments in PUBLIC_SUB.findall(source)
    }


def _assigned_macros(package: Package) -> Iterator[tuple[str, str]]:
    """Yield parts and the macros that their buttons and shapes name, without the `[0]!` of this workbook."""
    for part in package.parts:
        if part.endswith(".vml"):
            for element in package.xml(part).iter(BUTTON_MACRO):
                yield part, _own_name(element.text or "")
        elif part.startswith("xl/drawings/drawing"):
            for element in package.xml(part).iter("{*}*"):
                if element.get("macro"):
                    yield part, _own_name(element.get("macro", ""))


def _ribbon_callbacks(package: Package) -> Iterator[tuple[str, str, str]]:
    """Yield the ribbon's part, its callbacks and, for each, the macro named by the control's tag."""
    for relation in package.relations(""):
        if relation.kind == RIBBON_RELATION:
            for element in package.xml(relation.target).iter("{*}*"):
                for name, value in element.attrib.items():
                    if RIBBON_CALLBACK.fullmatch(str(name)):
                        yield relation.target, str(value), element.get("tag", "")


def _own_name(macro: str) -> str:
    return macro.removeprefix("[0]!").rpartition(".")[2]


def _code_name(package: Package, part: str, tag: str) -> str:
    element = package.xml(part).find(f"{MAIN}{tag}")
    return "" if element is None else element.get("codeName", "")
