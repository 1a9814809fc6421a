"""All places of a workbook that hold formulas, so that a change of structure reaches each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wg_excel.headless.addresses import quote
from wg_excel.headless.cells.texts import escape
from wg_excel.headless.xmlns import XM, local, m

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from wg_excel.headless.workbook import Workbook
    from wg_excel.headless.worksheet import Worksheet

    from .part import Part

    Change = Callable[[str, str], str]

_FRAME_TAGS = (m("formula"), m("formula1"), m("formula2"), f"{{{XM}}}f")
_TABLE_TAGS = (m("calculatedColumnFormula"), m("totalsRowFormula"))


def rewrite(book: Workbook, change: Change, *, mention: str, home: Worksheet | None = None) -> None:
    """Apply `change(formula, name of its sheet)` to every formula on `home` or mentioning `mention`."""
    needles = {mention, escape(mention), quote(mention), escape(quote(mention))}
    for sheet in book.sheets:
        if sheet is home or sheet.mentions(needles):
            rewrite_sheet(sheet, change)
        for part in sheet.chart_parts():
            if any(needle in part.current().decode("utf-8", "replace") for needle in needles):
                rewrite_chart(part, change, sheet.name)
    rewrite_names(book, change)


def rewrite_sheet(sheet: Worksheet, change: Change) -> None:
    """Apply `change` to the formulas of one sheet: cells, rules, formats, tables, links."""
    for _, _, cell in sheet.grid.formulas():
        attributes, text = cell.formula_parts()
        new = change(text, sheet.name) if text else text
        if new != text:
            kept = "".join(f' {name}="{value}"' for name, value in attributes.items())
            cell.formula = f"<f{kept}>{escape(new)}</f>"
            sheet.grid.touched = True
    _rewrite_texts(sheet.frame, _FRAME_TAGS, change, sheet.name)
    for link in sheet.frame.iter(m("hyperlink")):
        _rewrite_attribute(link, "location", change, sheet.name)
    for table in sheet.table_parts():
        _rewrite_texts(table.xml, _TABLE_TAGS, change, sheet.name)


def _rewrite_attribute(element: _Element, name: str, change: Change, home: str) -> None:
    text = element.get(name)
    if text and "!" in text:
        element.set(name, change(text, home))


def _rewrite_texts(root: _Element, tags: tuple[str, ...], change: Change, home: str) -> None:
    for element in root.iter(*tags):
        if element.text:
            new = change(element.text, home)
            if new != element.text:
                element.text = new


def rewrite_chart(part: Part, change: Change, home: str) -> None:
    """Apply `change` to the references of a chart."""
    for element in part.xml.iter():
        if local(element) == "f" and element.text:
            element.text = change(element.text, home)


def rewrite_names(book: Workbook, change: Change) -> None:
    """Apply `change` to what the workbook's names refer to."""
    for name in book.part.xml.iter(m("definedName")):
        if name.text:
            name.text = change(name.text, "")
