"""A worksheet as xlwings asks for it."""

# ruff: noqa: ANN401, ARG002 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from wg_excel.headless.addresses import SHEET_BOX, Box, parse_box
from wg_excel.headless.calculation.formulas import references, span
from wg_excel.headless.errors import UnsupportedMember
from wg_excel.headless.package.copying import copy_sheet, copy_sheet_to
from wg_excel.headless.xmlns import m

from .xl_names import Names
from .xl_page import FreezePanes, PageSetup
from .xl_range import Range
from .xl_table import Tables, part_of_table

if TYPE_CHECKING:
    from wg_excel.headless.worksheet import Worksheet

    from .xl_charts import Charts
    from .xl_notes import Note
    from .xl_pictures import Pictures, Shapes
    from .xl_pivots import PivotTables
    from .xl_threads import Comment

_STATES = {-1: "visible", 0: "hidden", 2: "veryHidden"}


def position(before: Sheet | None, after: Sheet | None) -> int:
    """Return the place before one sheet or behind another."""
    if before is not None:
        return before.sheet.index
    assert after is not None
    return after.sheet.index + 1


class Sheet(base_classes.Sheet):
    """A worksheet."""

    def __init__(self, book: Any, sheet: Worksheet) -> None:
        self._book = book
        self.sheet = sheet

    @property
    def api(self) -> Any:
        """The worksheet in memory."""
        return self.sheet

    @property
    def book(self) -> Any:
        """The book."""
        return self._book

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.sheet.name

    @name.setter
    def name(self, value: str) -> None:
        other = self.sheet.book.sheet(value)
        if other is not None and other is not self.sheet:
            raise ValueError(f"Sheet named '{value}' already present in workbook")
        if value != self.sheet.name:
            self.sheet.book.rename_sheet(self.sheet, value)

    @property
    def index(self) -> int:
        """The place among the worksheets, from 1."""
        return self.sheet.book.sheets.index(self.sheet) + 1

    @property
    def names(self) -> Names:
        """The names that belong to the sheet."""
        return Names(self._book, self.sheet)

    def range_of(self, box: Box) -> Range:
        """Return the range of a rectangle."""
        return Range(self, box)

    def range(self, arg1: Any, arg2: Any = None) -> Range:
        """Return a range by address, name, corners `(row, column)`, or `(row, column, rows, columns)`."""
        if isinstance(arg1, tuple) and len(arg1) == 4:
            row, column, rows, columns = arg1
            return Range(self, Box(row, column, row + rows - 1, column + columns - 1))
        if isinstance(arg1, int) and isinstance(arg2, int):
            arg1, arg2 = (arg1, arg2), None
        first = self._box(arg1)
        last = first if arg2 is None else self._box(arg2)
        box = Box(
            min(first.top, last.top),
            min(first.left, last.left),
            max(first.bottom, last.bottom),
            max(first.right, last.right),
        )
        found = Range(self, box)
        if isinstance(arg1, str):
            found.arg1_input = arg1
        return found

    def _box(self, where: Any) -> Box:
        if isinstance(where, Range):
            return where.box
        if isinstance(where, tuple):
            if 0 in where:
                raise IndexError("Attempted to access 0-based Range. xlwings/Excel Ranges are 1-based.")
            return Box(where[0], where[1], where[0], where[1])
        try:
            return parse_box(str(where))
        except ValueError:
            return self._named_box(str(where))

    def _named_box(self, text: str) -> Box:
        table = text.partition("[")[0]
        for candidate in Tables(self).members():
            if candidate.name.lower() == table.lower():
                return part_of_table(candidate, text)
        for names in (self.names, self._book.names):
            if names.contains(text):
                found: Range = names(text).refers_to_range
                return found.box
        parts = references(text)
        box = span(parts[0][1]) if len(parts) == 1 else None
        if box is None:
            raise ValueError(f"Invalid range: {text!r}")
        return box[0]

    @property
    def cells(self) -> Range:
        """All cells of the sheet."""
        return Range(self, SHEET_BOX)

    @property
    def used_range(self) -> Range:
        """The rectangle of all cells that exist."""
        return Range(self, self.sheet.grid.used() or Box(1, 1, 1, 1))

    @property
    def selection(self) -> Range:
        """The selected cells."""
        found = self.sheet.view.find(m("selection"))
        text = (found.get("sqref") if found is not None else None) or "A1"
        return Range(self, parse_box(text.split()[0]))

    @property
    def notes(self) -> list[Note]:
        """The notes of the sheet."""
        from .xl_notes import sheet_notes

        return sheet_notes(self)

    @property
    def comments(self) -> list[Comment]:
        """The threaded comments of the sheet."""
        from .xl_threads import sheet_threads

        return sheet_threads(self)

    @property
    def freeze_panes(self) -> FreezePanes:
        """The frozen rows and columns."""
        return FreezePanes(self.sheet)

    @property
    def page_setup(self) -> PageSetup:
        """The print area."""
        return PageSetup(self.sheet)

    @property
    def charts(self) -> Charts:
        """The charts."""
        from .xl_charts import Charts

        return Charts(self)

    @property
    def tables(self) -> Tables:
        """The tables."""
        return Tables(self)

    @property
    def shapes(self) -> Shapes:
        """Pictures, charts, drawn shapes and buttons."""
        from .xl_pictures import Shapes

        return Shapes(self)

    @property
    def pictures(self) -> Pictures:
        """The pictures."""
        from .xl_pictures import Pictures

        return Pictures(self)

    @property
    def pivot_tables(self) -> PivotTables:
        """The pivot tables."""
        from .xl_pivots import PivotTables

        return PivotTables(self)

    def activate(self) -> None:
        """Put the sheet on top."""
        if self.sheet.state == "visible":
            self.sheet.book.activate(self.sheet)

    def select(self) -> None:
        """Put the sheet on top."""
        self.activate()

    def clear_contents(self) -> None:
        """Empty all cells; formats stay."""
        self.cells.clear_contents()

    def clear_formats(self) -> None:
        """Take all formats away."""
        self.cells.clear_formats()

    def clear(self) -> None:
        """Remove all cells with their formats."""
        self.cells.clear()

    def autofit(self, axis: str | None = None) -> None:
        """Fit widths and heights to the content, by estimate."""
        self.used_range.autofit(axis)

    def delete(self) -> None:
        """Delete the sheet."""
        if len(self.sheet.book.sheets) == 1:
            raise ValueError("A workbook must contain at least one visible worksheet")
        self.sheet.book.delete_sheet(self.sheet)

    def copy(self, before: Sheet | None, after: Sheet | None) -> None:
        """Copy the sheet complete with tables, charts, buttons, notes and print set-up."""
        target = before or after
        assert target is not None
        if target.book.workbook is self._book.workbook:
            made = copy_sheet(self.sheet, position(before, after))
        else:
            made = copy_sheet_to(self.sheet, target.book.workbook, position(before, after))
        Sheet(target.book, made).activate()

    def move(self, before: Sheet | None, after: Sheet | None) -> None:
        """Move the sheet within the book."""
        place = position(before, after)
        place -= self.sheet.index < place
        self.sheet.book.move_sheet(self.sheet, place)

    @property
    def visible(self) -> bool | int:
        """`True`, `False`, or 2 for a very hidden sheet, as in Excel."""
        return {"visible": True, "hidden": False}.get(self.sheet.state, 2)

    @visible.setter
    def visible(self, value: Any) -> None:
        state = "visible" if value is True else "hidden" if value is False else _STATES.get(value, str(value))
        others = [s for s in self.sheet.book.sheets if s is not self.sheet and s.state == "visible"]
        if state != "visible" and not others:
            raise ValueError("A workbook must contain at least one visible worksheet")
        was_active = self.sheet.book.active is self.sheet
        self.sheet.state = state
        if state != "visible" and was_active:
            self.sheet.book.activate(others[0])

    @property
    def show_gridlines(self) -> bool:
        """Whether lines between the cells are shown."""
        self._refuse_hidden("show_gridlines")
        return self.sheet.view.get("showGridLines") not in {"0", "false"}

    @show_gridlines.setter
    def show_gridlines(self, value: bool) -> None:
        self._refuse_hidden("show_gridlines")
        self.sheet.view.set("showGridLines", "1" if value else "0")

    def _refuse_hidden(self, member: str) -> None:
        """Refuse what Excel cannot do with a hidden sheet either, so that code behaves the same there."""
        if self.sheet.state != "visible":
            raise ValueError(f"Sheet.{member}: hidden sheets can't be activated. Set sheet.visible = True first.")

    def to_html(self, path: Any) -> None:
        """Refuse: publishing needs Excel."""
        raise UnsupportedMember("Sheet.to_html", "сохраните лист в HTML из Excel")
