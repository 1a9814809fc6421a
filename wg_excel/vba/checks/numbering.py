"""What has to be unique is unique: ids and names of sheets, tables, names, shapes."""

from collections import Counter
from collections.abc import Iterable, Iterator

from wg_excel.vba.package import Package

from .workbook import MAIN, tables, workbook_part

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"


def numbering_problems(package: Package) -> Iterator[str]:
    """Find what stands twice and must not."""
    workbook = package.xml(workbook_part(package))
    names = [(element.get("localSheetId"), element.get("name", "")) for element in workbook.iter(f"{MAIN}definedName")]
    sheets = list(workbook.iter(f"{MAIN}sheet"))
    found = tables(package)
    yield from _repeated("sheet", (sheet.get("name", "") for sheet in sheets))
    yield from _repeated("sheet id", (sheet.get("sheetId", "") for sheet in sheets))
    yield from _repeated("table id", (table.id for table in found))
    yield from _repeated("name", [*(table.name for table in found), *(name for scope, name in names if scope is None)])
    yield from _repeated("name of a sheet", (f"{scope}: {name}" for scope, name in names if scope is not None))
    for part in package.parts:
        yield from _shape_problems(package, part)


def _shape_problems(package: Package, part: str) -> Iterator[str]:
    if part.endswith(".vml"):
        yield from _repeated(f"{part}: shape", (e.get("id", "") for e in package.xml(part).iter(f"{VML}shape")))
    elif part.startswith("xl/drawings/drawing"):
        properties = package.xml(part).iter(f"{DRAWING}cNvPr")
        yield from _repeated(f"{part}: shape", (element.get("id", "") for element in properties))


def _repeated(what: str, values: Iterable[str]) -> Iterator[str]:
    counts = Counter(value.casefold() for value in values)
    return (f"{what} {value!r} stands {count} times" for value, count in counts.items() if count > 1)
