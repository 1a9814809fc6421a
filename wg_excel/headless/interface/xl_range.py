"""Ranges as xlwings asks for them: values, formulas, addresses, ways across the sheet."""

# ruff: noqa: ANN401, ARG002 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wg_excel.headless.addresses import Box, quote
from wg_excel.headless.cells.raw_values import is_formula
from wg_excel.headless.errors import UnsupportedMember

from .xl_edit import RangeEdit
from .xl_format import RangeFormat
from .xl_formulas import RangeFormulas
from .xl_ways import RangeWays

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .xl_borders import Borders
    from .xl_conditions import ConditionalFormats
    from .xl_filter import AutoFilter
    from .xl_notes import Note
    from .xl_threads import Comment
    from .xl_validation import DataValidation


class Range(RangeEdit, RangeFormat, RangeFormulas, RangeWays):
    """A rectangle of cells of a sheet; it may have no cells at all."""

    @property
    def api(self) -> Any:
        """The range itself; nothing for one without cells."""
        return None if self.empty else self

    @property
    def coords(self) -> tuple[Any, int, int, int, int]:
        """Sheet, row, column, rows, columns."""
        return self.sheet, self.box.top, self.box.left, self.box.height, self.box.width

    def __len__(self) -> int:
        return max(0, self.box.height) * max(0, self.box.width)

    @property
    def row(self) -> int:
        """The first row."""
        return self.box.top

    @property
    def column(self) -> int:
        """The first column."""
        return self.box.left

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.box.height, self.box.width

    @property
    def max_cells_per_read(self) -> None:
        """No limit: there is no program to talk to."""
        return

    @property
    def max_cells_per_write(self) -> None:
        """No limit."""
        return

    # Values

    @property
    def raw_value(self) -> Any:
        """Plain values: one for a cell, else rows of floats, texts, booleans, dates and nothing."""
        if self.empty:
            return None
        rows = self.values.read(self._read_box())
        return rows[0][0] if len(self) == 1 else rows

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        if not self.empty:
            self.values.write(self.box, self._rows(data))

    def _read_box(self) -> Box:
        """Return the cells to read; of a whole sheet only those that exist."""
        if not (self.box.whole_columns or self.box.whole_rows):
            return self.box
        used = self.worksheet.grid.used() or Box(1, 1, 1, 1)
        return Box(
            self.box.top,
            self.box.left,
            max(self.box.top, min(self.box.bottom, used.bottom)) if self.box.whole_columns else self.box.bottom,
            max(self.box.left, min(self.box.right, used.right)) if self.box.whole_rows else self.box.right,
        )

    def _rows(self, data: Any) -> Sequence[Sequence[Any]]:
        """Return a block of the range's shape: a single value fills it, missing values are empty."""
        height, width = self.shape
        if not isinstance(data, list | tuple):
            return self._filled(data)
        rows: Sequence[Any] = data if data and isinstance(data[0], list | tuple) else [data]
        if len(rows) == height and all(len(row) == width for row in rows):
            return rows
        if len(rows) == 1:
            rows = [rows[0]] * height
        blank = [[None] * width] * max(0, height - len(rows))
        return [[*row[:width], *[None] * (width - len(row))] for row in rows[:height]] + blank

    def _filled(self, value: Any) -> Sequence[Sequence[Any]]:
        height, width = self.shape
        if not (isinstance(value, str) and is_formula(value)):
            return [[value] * width for _ in range(height)]
        from wg_excel.headless.calculation.formulas import translate

        return [["=" + translate(value[1:], row, column) for column in range(width)] for row in range(height)]

    @property
    def name(self) -> Any:
        """The name that stands for exactly this range."""
        for name in self.sheet.book.names.snapshot():
            try:
                found = name[1].refers_to_range
            except (UnsupportedMember, KeyError):
                continue
            if found.box == self.box and found.sheet.sheet is self.worksheet:
                return name[1]
        return None

    @name.setter
    def name(self, value: str) -> None:
        text = f"={quote(self.sheet.name)}!{self.box.absolute()}"
        self.sheet.book.names.add(value, text)

    @property
    def rows(self) -> Range:
        """The range itself, taken by rows."""
        return self

    @property
    def columns(self) -> Range:
        """The range itself, taken by columns."""
        return self

    def select(self) -> None:
        """Select the range."""
        from lxml import etree

        from wg_excel.headless.xmlns import m

        self.sheet.activate()
        view = self.worksheet.view
        for selection in view.findall(m("selection")):
            view.remove(selection)
        element = etree.SubElement(view, m("selection"))
        element.set("activeCell", str(self.box).partition(":")[0])
        element.set("sqref", str(self.box))

    # What belongs to the cells

    @property
    def borders(self) -> Borders:
        """The borders."""
        from .xl_borders import Borders

        return Borders(self)

    @property
    def data_validation(self) -> DataValidation:
        """The rule for what may be entered."""
        from .xl_validation import DataValidation

        return DataValidation(self)

    @property
    def conditional_formats(self) -> ConditionalFormats:
        """The conditional formats that reach into the range."""
        from .xl_conditions import ConditionalFormats

        return ConditionalFormats(self)

    @property
    def autofilter(self) -> AutoFilter:
        """The filter of the range."""
        from .xl_filter import AutoFilter

        return AutoFilter(self.sheet, self.box)

    @property
    def table(self) -> Any:
        """The table that the first cell belongs to."""
        cell = self.box._replace(bottom=self.box.top, right=self.box.left)
        return next((t for t in self.sheet.tables.members() if t.table.box.holds(cell)), None)

    @property
    def note(self) -> Note | None:
        """The note on the first cell."""
        from .xl_notes import note_at

        return note_at(self.sheet, self.box)

    def add_note(self, text: str) -> Note:
        """Put a note on the cell."""
        from .xl_notes import add_note

        return add_note(self.sheet, self.box, text)

    @property
    def comment(self) -> Comment | None:
        """The threaded comment on the cell."""
        from .xl_threads import thread_at

        return thread_at(self.sheet, self.box)

    def add_comment(self, text: str) -> Comment:
        """Refuse: threaded comments need an account of Excel."""
        from .xl_threads import add_thread

        return add_thread(self.sheet, self.box, text)

    def copy_picture(self, appearance: str, format: str) -> None:  # noqa: A002 - xlwings' name
        """Refuse: pictures of cells need Excel."""
        raise UnsupportedMember("Range.copy_picture", "сделайте снимок в Excel")

    def to_png(self, path: Any) -> None:
        """Refuse: pictures of cells need Excel."""
        raise UnsupportedMember("Range.to_png", "сделайте снимок в Excel")

    def to_pdf(self, path: Any, quality: Any) -> None:
        """Refuse: printing needs an office program."""
        raise UnsupportedMember("Range.to_pdf", "откройте книгу в Excel или LibreOffice и сохраните её в PDF")
