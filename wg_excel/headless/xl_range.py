"""Ranges as xlwings asks for them: values, formulas, addresses, ways across the sheet."""

# ruff: noqa: ANN401, ARG002, FBT001 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import xlwings

from .addresses import MAX_COLUMN, MAX_ROW, Box, letters, quote
from .errors import UnsupportedMember
from .values import Values, is_formula
from .xl_edit import RangeEdit
from .xl_format import RangeFormat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .xl_borders import Borders
    from .xl_conditions import ConditionalFormats
    from .xl_filter import AutoFilter
    from .xl_notes import Comment, Note
    from .xl_validation import DataValidation

# By the first letter: xlwings takes `down` and `d`.
_STEPS = {"u": (-1, 0), "d": (1, 0), "l": (0, -1), "r": (0, 1)}


class Range(RangeEdit, RangeFormat):
    """A rectangle of cells of a sheet; it may have no cells at all."""

    def __init__(self, sheet: Any, box: Box) -> None:
        self.sheet = sheet
        self.box = box
        self.options: dict[str, Any] = {}
        self.arg1_input = box.absolute().replace("$", "")

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

    @property
    def values(self) -> Values:
        """The reader and writer of the sheet's values."""
        return Values(self.worksheet)

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
        from .formulas import translate

        return [["=" + translate(value[1:], row, column) for column in range(width)] for row in range(height)]

    # Formulas

    @property
    def formula(self) -> Any:
        """What the edit line shows: formulas with `=`, constants as text."""
        if self.empty:
            return None
        values, box = self.values, self.box
        columns = range(box.left, box.right + 1)
        rows = tuple(tuple(values.formula(row, column) for column in columns) for row in range(box.top, box.bottom + 1))
        return rows[0][0] if len(self) == 1 else rows

    @formula.setter
    def formula(self, value: Any) -> None:
        self.raw_value = value

    @property
    def formula2(self) -> Any:
        """The same as `formula`."""
        return self.formula

    @formula2.setter
    def formula2(self, value: Any) -> None:
        self.formula = value

    @property
    def formula_array(self) -> str | None:
        """The array formula of the first cell, or its plain one."""
        return None if self.empty else self.values.formula(self.row, self.column)

    @formula_array.setter
    def formula_array(self, value: str) -> None:
        if self.empty:
            return
        self.values.clear_contents(self.box)
        from .formulas import stored
        from .grid import Cell

        cells = self.worksheet.grid.row(self.row).cells
        cell = cells.setdefault(self.column, Cell(self.worksheet.default_style(self.row, self.column)))
        cell.put_formula(stored(value.removeprefix("=")), f' t="array" ref="{self.box}"')

    @property
    def has_array(self) -> bool | None:
        """Whether the cells belong to an array formula."""
        if self.empty:
            return False
        for _, _, cell in self.worksheet.grid.formulas():
            attributes, _text = cell.formula_parts()
            if attributes.get("t") == "array" and self._in_array(attributes.get("ref", "")):
                return True
        return False

    def _in_array(self, reference: str) -> bool:
        from .addresses import parse_boxes

        return any(box.meets(self.box) for box in parse_boxes(reference))

    # Addresses

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        """Return the address with or without dollars, sheet and book."""
        if self.empty:
            raise UnsupportedMember("Range.get_address", "у диапазона нет ячеек")
        text = self._plain_address(row_absolute=row_absolute, col_absolute=col_absolute)
        if not external:
            return text
        book = self.sheet.book.name
        quoted = quote(f"[{book}]{self.sheet.name}")
        plain = quoted == quote(self.sheet.name) or (quote(self.sheet.name) == self.sheet.name and " " not in book)
        return f"[{book}]{self.sheet.name}!{text}" if plain else f"{quoted}!{text}"

    def _plain_address(self, *, row_absolute: bool, col_absolute: bool) -> str:
        row, column = "$" * row_absolute, "$" * col_absolute
        box = self.box
        if box.whole_columns and not box.whole_rows:
            return f"{column}{letters(box.left)}:{column}{letters(box.right)}"
        if box.whole_rows:
            return f"{row}{box.top}:{row}{box.bottom}"
        first = f"{column}{letters(box.left)}{row}{box.top}"
        last = f"{column}{letters(box.right)}{row}{box.bottom}"
        return first if first == last else f"{first}:{last}"

    @property
    def address(self) -> str:
        """The address with dollars."""
        if self.empty:
            return f"${letters(self.column)}${self.row}{{{self.box.height}x{self.box.width}}}"
        return self._plain_address(row_absolute=True, col_absolute=True)

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

    # Ways across the sheet

    def __call__(self, *args: int) -> Range:
        """Return a cell by position from 1: `(row, column)`, or counted along the rows."""
        if not args:
            raise ValueError("Invalid arguments")
        if len(args) == 1:
            row, column = divmod(args[0] - 1, self.box.width)
        else:
            row, column = args[0] - 1, args[1] - 1
        top, left = self.box.top + row, self.box.left + column
        if not (1 <= top <= MAX_ROW and 1 <= left <= MAX_COLUMN):
            raise IndexError(f"cell ({top}, {left}) is outside the sheet")
        return Range(self.sheet, Box(top, left, top, left))

    @property
    def rows(self) -> Range:
        """The range itself, taken by rows."""
        return self

    @property
    def columns(self) -> Range:
        """The range itself, taken by columns."""
        return self

    def _filled_at(self, row: int, column: int) -> bool:
        cell = self.worksheet.grid.cell(row, column)
        return cell is not None and cell.filled

    def end(self, direction: str) -> Range:
        """Return the last cell of the block in a direction, as Ctrl with an arrow key does."""
        down, right = _STEPS[direction[0]]
        row, column = (self.row, self.column)
        found = self._end_of(row, column, down, right)
        return Range(self.sheet, Box(found[0], found[1], found[0], found[1]))

    def _end_of(self, row: int, column: int, down: int, right: int) -> tuple[int, int]:
        line = self._line(row, column, along_rows=bool(down))
        place, step = (row, down) if down else (column, right)
        last = (MAX_ROW if down else MAX_COLUMN) if step > 0 else 1
        if place in line and place + step in line:
            while place + step in line:
                place += step
        else:
            ahead = [number for number in line if (number - place) * step > 0]
            place = (min(ahead) if step > 0 else max(ahead)) if ahead else last
        return (place, column) if down else (row, place)

    def _line(self, row: int, column: int, *, along_rows: bool) -> set[int]:
        """Return the numbers of filled cells in the column or the row of a cell."""
        grid = self.worksheet.grid
        if along_rows:
            return {number for number in grid.rows if self._filled_at(number, column)}
        found = grid.rows.get(row)
        return found.filled() if found is not None else set()

    def expand(self, mode: str = "table") -> Any:
        """Return the range grown over the filled cells beside it."""
        from xlwings import expansion

        expander = expansion.expanders.get(mode)
        return (expander or mode).expand(xlwings.Range(impl=self)).impl  # type: ignore[union-attr]

    @property
    def current_region(self) -> Range:
        """The block of filled cells around the range, up to blank rows and columns."""
        if self.empty:
            return self
        grid = self.worksheet.grid
        box = self.box
        while True:
            wide = Box(
                max(1, box.top - 1),
                max(1, box.left - 1),
                min(MAX_ROW, box.bottom + 1),
                min(MAX_COLUMN, box.right + 1),
            )
            grown = box
            for number in grid.numbers(wide):
                columns = [c for c in grid.rows[number].filled() if wide.left <= c <= wide.right]
                if columns:
                    grown = Box(
                        min(grown.top, number),
                        min(grown.left, *columns),
                        max(grown.bottom, number),
                        max(grown.right, *columns),
                    )
            if grown == box:
                return Range(self.sheet, box)
            box = grown

    def select(self) -> None:
        """Select the range."""
        from lxml import etree

        from .xmlns import m

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
        from .xl_notes import thread_at

        return thread_at(self.sheet, self.box)

    def add_comment(self, text: str) -> Comment:
        """Refuse: threaded comments need an account of Excel."""
        from .xl_notes import add_thread

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
