"""Copies of whole sheets, complete with everything their part leads to."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from wg_excel.headless.calculation.formulas import rename_sheet, rename_table
from wg_excel.headless.errors import SheetNotCopied
from wg_excel.headless.xmlns import DRAWING, drop, local, m, whole

from . import references

if TYPE_CHECKING:
    from collections.abc import Callable

    from wg_excel.headless.workbook import Workbook
    from wg_excel.headless.worksheet import Worksheet

    from .part import Part

# Pictures are the same file for both sheets; everything else that a sheet leads to is its own.
_SHARED = frozenset({"image", "hdphoto", "officeDocument", "theme"})
_UNCOPIABLE = {
    "pivotTable": "сводная таблица",
    "queryTable": "таблица внешних данных",
    "slicer": "срез",
    "timeline": "временная шкала",
}
_VML_ID = re.compile(r"_x0000_s(\d+)")
_VML_MAP = re.compile(r'(<o:idmap\b[^>]*\bdata=")([\d,]+)(")')
_LONGEST_NAME = 31
_SHAPES_A_BLOCK = 1024


def copy_sheet(sheet: Worksheet, position: int) -> Worksheet:
    """Copy a sheet within its workbook to a place among all entries; raises `SheetNotCopied` first."""
    refuse_uncopiable(sheet)
    book = sheet.book
    old_index = sheet.index
    local_names = [deepcopy(e) for e in book.names if e.get("localSheetId") == str(old_index)]
    part = book.package.copy_tree(sheet.part, shared=_SHARED)
    copy = book.enter(part, copy_name(book, sheet.name), position, sheet.state)
    _forget_identity(copy)
    for element in local_names:
        text = rename_sheet(element.text or "", sheet.name, copy.name)
        made = book.add_name(element.get("name") or "", text, copy)
        made.attrib.update({k: v for k, v in element.attrib.items() if k not in {"name", "localSheetId"}})
    for chart in copy.chart_parts():
        references.rewrite_chart(chart, lambda text, _: rename_sheet(text, sheet.name, copy.name), copy.name)
    rename_tables(copy)
    _renumber_shapes(copy)
    book.touch()
    return copy


def copy_sheet_to(sheet: Worksheet, book: Workbook, position: int) -> Worksheet:
    """Copy a sheet into another workbook: formats and texts are taken over into its lists.

    Formulas keep their text: what they mention is looked for in the other workbook.
    """
    refuse_uncopiable(sheet)
    source = sheet.book
    local_names = [deepcopy(e) for e in source.names if e.get("localSheetId") == str(sheet.index)]
    part = book.package.copy_tree(sheet.part, shared=_SHARED, source=source.package)
    name = sheet.name if book.sheet(sheet.name) is None else copy_name(book, sheet.name)
    copy = book.enter(part, name, position)
    _forget_identity(copy)
    _take_cells(copy, source)
    for element in local_names:
        text = rename_sheet(element.text or "", sheet.name, copy.name)
        book.add_name(element.get("name") or "", text, copy)
    for chart in copy.chart_parts():
        references.rewrite_chart(chart, lambda text, _: rename_sheet(text, sheet.name, copy.name), copy.name)
    rename_tables(copy, only_taken=True)
    _renumber_shapes(copy)
    book.touch()
    return copy


def _take_cells(copy: Worksheet, source: Workbook) -> None:
    """Renumber the formats and texts of a sheet that came from another workbook."""
    book = copy.book
    styles = {0: 0}

    def style(number: int) -> int:
        if number not in styles:
            styles[number] = book.styles.import_style(source.styles, number)
        return styles[number]

    for row in copy.grid.rows.values():
        if row.style is not None:
            row.set_attributes(s=str(style(row.style)))
        for cell in row.cells.values():
            cell.style = style(cell.style)
            if cell.kind == "s" and cell.value:
                cell.value = str(book.strings.number(source.strings.texts[int(cell.value)]))
    copy.grid.touched = True
    _take_frame(copy, source, style)


def _take_frame(copy: Worksheet, source: Workbook, style: Callable[[int], int]) -> None:
    for column in copy.frame.iter(m("col")):
        if column.get("style"):
            column.set("style", str(style(whole(column, "style"))))
    for rule in copy.frame.iter(m("cfRule")):
        dxf = source.styles.dxf(int(rule.get("dxfId") or -1)) if rule.get("dxfId") else None
        if dxf is not None:
            rule.set("dxfId", str(copy.book.styles.add_dxf(deepcopy(dxf))))


def refuse_uncopiable(sheet: Worksheet) -> None:
    """Raise `SheetNotCopied` when the sheet leads to something that has no faithful copy."""
    waiting, seen = [sheet.part], {sheet.part.name}
    while waiting:
        part = waiting.pop()
        for relation in sheet.book.package.relations(part.name):
            if relation.kind in _UNCOPIABLE:
                raise SheetNotCopied(sheet.name, _UNCOPIABLE[relation.kind])
            target = sheet.book.package.target(part.name, relation)
            if target is not None and target.name not in seen and relation.kind not in _SHARED:
                seen.add(target.name)
                waiting.append(target)


def copy_name(book: Workbook, name: str) -> str:
    """Return the name that Excel gives to a copy: `Name (2)`."""
    number = 2
    while True:
        tail = f" ({number})"
        found = name[: _LONGEST_NAME - len(tail)] + tail
        if book.sheet(found) is None:
            return found
        number += 1


def _forget_identity(copy: Worksheet) -> None:
    """Remove what may exist only once: code name (a VBA module answers to it), selection of the tab."""
    properties = copy.frame.find(m("sheetPr"))
    if properties is not None:
        drop(properties, "codeName")
    for view in copy.frame.iter(m("sheetView")):
        drop(view, "tabSelected")
    for name in list(copy.frame.attrib):
        if str(name).endswith("}uid"):
            del copy.frame.attrib[name]


def rename_tables(copy: Worksheet, *, only_taken: bool = False) -> None:
    """Give the copied tables ids and names of their own; formulas of the copy follow."""
    for part in copy.table_parts():
        root = part.xml
        old = root.get("displayName") or root.get("name") or "Table"
        kept = only_taken and old.lower() not in _taken_names(copy.book, part)
        new = old if kept else free_table_name(copy.book, old, part)
        root.set("id", str(free_table_id(copy.book, part)))
        root.set("name", new)
        root.set("displayName", new)
        for name in list(root.attrib):
            if str(name).endswith("}uid"):
                del root.attrib[name]
        references.rewrite_sheet(copy, lambda text, _, old=old, new=new: rename_table(text, old, new))  # type: ignore[misc]


def free_table_id(book: Workbook, besides: Part | None = None) -> int:
    """Return a table id that no other table of the workbook has."""
    taken = {whole(p.xml, "id") for s in book.sheets for p in s.table_parts() if p is not besides}
    return max(taken, default=0) + 1


def free_table_name(book: Workbook, base: str, besides: Part | None = None) -> str:
    """Return `base` with the first number that makes it unique among tables and names."""
    taken = {(p.xml.get("displayName") or "").lower() for s in book.sheets for p in s.table_parts() if p is not besides}
    taken |= {(e.get("name") or "").lower() for e in book.names}
    number = 2
    stem = re.sub(r"_\d+$", "", base)
    while f"{stem}_{number}".lower() in taken:
        number += 1
    return f"{stem}_{number}"


def _taken_names(book: Workbook, besides: Part | None) -> set[str]:
    tables = (p for sheet in book.sheets for p in sheet.table_parts() if p is not besides)
    names = {(part.xml.get("displayName") or "").lower() for part in tables}
    return names | {(element.get("name") or "").lower() for element in book.names}


def _renumber_shapes(copy: Worksheet) -> None:
    """Give the copy's legacy shapes numbers of their own, in the drawing, the controls and the sheet."""
    package = copy.book.package
    vml_parts = package.related(copy.part.name, "vmlDrawing")
    if not vml_parts:
        return
    taken = [0]
    for sheet in copy.book.sheets:
        if sheet is not copy:
            for part in package.related(sheet.part.name, "vmlDrawing"):
                found = _VML_MAP.search(part.current().decode("utf-8", "replace"))
                taken.extend(int(number) for number in (found[2].split(",") if found else ()))
    block = max(taken)
    for part in vml_parts:
        block += 1
        _move_block(copy, part, block)


def _move_block(copy: Worksheet, part: Part, block: int) -> None:
    text = part.current().decode("utf-8", "replace")
    found = _VML_MAP.search(text)
    old = int(found[2].split(",")[0]) if found else 1
    step = (block - old) * _SHAPES_A_BLOCK
    text = _VML_MAP.sub(rf"\g<1>{block}\g<3>", text)
    text = _VML_ID.sub(lambda match: f"_x0000_s{int(match[1]) + step}", text)
    part.data = text.encode()
    for element in copy.frame.iter():
        if local(element) in {"control", "oleObject", "legacyDrawing"} and element.get("shapeId"):
            element.set("shapeId", str(whole(element, "shapeId") + step))
    drawing = copy.drawing_part()
    if drawing is not None:
        _move_drawing(drawing, step)


def _move_drawing(drawing: Part, step: int) -> None:
    for element in drawing.xml.iter():
        spid = element.get("spid")
        if spid and _VML_ID.match(spid):
            number = int(spid.rpartition("s")[2])
            element.set("spid", f"_x0000_s{number + step}")
            for shape in drawing.xml.iter(f"{{{DRAWING}}}cNvPr"):
                if shape.get("id") == str(number):
                    shape.set("id", str(number + step))
