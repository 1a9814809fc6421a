"""What the checks look up in a workbook's package: sheets, tables, cells' texts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from wg_excel.vba.package import Package

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
AREA = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")
ESCAPED_CHARACTER = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Sheet(NamedTuple):
    """A sheet's name and its part."""

    name: str
    part: str


class Table(NamedTuple):
    """A table: its part and its sheet's, its number, its name, its columns, and the corners of its area."""

    part: str
    sheet: str
    id: str
    name: str
    columns: tuple[str, ...]
    column_ids: tuple[str, ...]
    left: int
    top: int
    right: int
    bottom: int


def workbook_part(package: Package) -> str:
    """Return the part of the workbook."""
    return package.related("", "officeDocument")[0]


def sheets(package: Package) -> list[Sheet]:
    """Return the sheets in their order."""
    workbook = workbook_part(package)
    targets = {relation.id: relation.target for relation in package.relations(workbook)}
    elements = package.xml(workbook).iter(f"{MAIN}sheet")
    return [Sheet(e.get("name", ""), targets[e.get(RELATION_ID, "")]) for e in elements]


def tables(package: Package) -> list[Table]:
    """Return the tables of all sheets."""
    return [
        _table(package, part, sheet.part) for sheet in sheets(package) for part in package.related(sheet.part, "table")
    ]


def row_texts(package: Package, sheet: str, row: int) -> dict[int, str]:
    """Return the texts of a row's cells by column number, for text cells."""
    shared = _shared_strings(package)
    texts = {}
    for cell in package.xml(sheet).iterfind(f"{MAIN}sheetData/{MAIN}row[@r='{row}']/{MAIN}c"):
        number = column_number(cell.get("r", "").rstrip("0123456789"))
        if cell.get("t") == "s":
            texts[number] = shared[int(cell.findtext(f"{MAIN}v", "0"))]
        elif cell.get("t") in {"inlineStr", "str"}:
            texts[number] = _text(cell.find(f"{MAIN}is")) or cell.findtext(f"{MAIN}v", "")
    return texts


def column_number(letters: str) -> int:
    """Return the number of a column, counted from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def unescaped(text: str) -> str:
    """Return an attribute's text with `_x000a_` and its like as the characters that they stand for."""
    return ESCAPED_CHARACTER.sub(lambda found: chr(int(found[1], 16)), text)


def _table(package: Package, part: str, sheet: str) -> Table:
    root = package.xml(part)
    columns = list(root.iter(f"{MAIN}tableColumn"))
    area = AREA.fullmatch(root.get("ref", ""))
    left, top, right, bottom = area.groups() if area else ("", "0", "", "0")
    return Table(
        part=part,
        sheet=sheet,
        id=root.get("id", ""),
        name=root.get("displayName", ""),
        columns=tuple(unescaped(column.get("name", "")) for column in columns),
        column_ids=tuple(column.get("id", "") for column in columns),
        left=column_number(left),
        top=int(top),
        right=column_number(right),
        bottom=int(bottom),
    )


def _shared_strings(package: Package) -> list[str]:
    parts = package.related(workbook_part(package), "sharedStrings")
    return [_text(item) for part in parts for item in package.xml(part).iter(f"{MAIN}si")]


def _text(element: etree._Element | None) -> str:
    return "".join(_runs(element)) if element is not None else ""


def _runs(element: etree._Element) -> Iterator[str]:
    """Yield the texts of a string, plain or in runs; not its phonetic ones."""
    for path in (f"{MAIN}t", f"{MAIN}r/{MAIN}t"):
        for text in element.iterfind(path):
            yield text.text or ""
