"""Frozen panes and the print area of a sheet, as xlwings asks for them."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree
from xlwings import base_classes

from wg_excel.headless.addresses import Box, parse_box, quote
from wg_excel.headless.calculation.formulas import references
from wg_excel.headless.xmlns import m

if TYPE_CHECKING:
    from wg_excel.headless.worksheet import Worksheet

_PRINT_AREA = "_xlnm.Print_Area"


class PageSetup(base_classes.PageSetup):
    """Print set-up as far as xlwings knows it."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet

    @property
    def api(self) -> Any:
        """The page set-up itself."""
        return self

    @property
    def print_area(self) -> str | None:
        """The addresses to print."""
        found = self.sheet.book.sheet_name(_PRINT_AREA, self.sheet)
        if found is None:
            return None
        return ",".join(text for _, text in references(found.text or ""))

    @print_area.setter
    def print_area(self, value: str | None) -> None:
        found = self.sheet.book.sheet_name(_PRINT_AREA, self.sheet)
        if found is not None:
            self.sheet.book.remove_name(found)
        if value:
            areas = [parse_box(part.rpartition("!")[2]).absolute() for part in value.split(",")]
            text = ",".join(f"{quote(self.sheet.name)}!{area}" for area in areas)
            self.sheet.book.add_name(_PRINT_AREA, text, self.sheet)


class FreezePanes(base_classes.FreezePanes):
    """Rows and columns that stay in place."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet

    def freeze_at(self, frozen_range: str) -> None:
        """Freeze all rows and columns up to the end of a range."""
        self.unfreeze()
        box = parse_box(frozen_range.rpartition("!")[2])
        columns = 0 if box.whole_rows else box.right
        rows = 0 if box.whole_columns else box.bottom
        pane = etree.Element(m("pane"))
        if columns:
            pane.set("xSplit", str(columns))
        if rows:
            pane.set("ySplit", str(rows))
        pane.set("topLeftCell", str(Box(rows + 1, columns + 1, rows + 1, columns + 1)))
        corner = "bottomRight" if rows and columns else "bottomLeft" if rows else "topRight"
        pane.set("activePane", corner)
        pane.set("state", "frozen")
        view = self.sheet.view
        for selection in view.findall(m("selection")):
            view.remove(selection)
        view.insert(0, pane)
        etree.SubElement(view, m("selection"), pane=corner)

    def unfreeze(self) -> None:
        """Let everything scroll again."""
        view = self.sheet.view
        pane = view.find(m("pane"))
        if pane is None:
            return
        view.remove(pane)
        for selection in view.findall(m("selection")):
            view.remove(selection)
