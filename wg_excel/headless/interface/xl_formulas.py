"""The formulas of a range, and its address as formulas write it."""

# ruff: noqa: ANN401, FBT001 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import Any

from wg_excel.headless.addresses import letters, parse_boxes, quote
from wg_excel.headless.calculation.newer_functions import stored
from wg_excel.headless.cells.cell import Cell
from wg_excel.headless.errors import UnsupportedMember

from .xl_cells import Cells


class RangeFormulas(Cells):
    """The part of a range that looks after formulas and addresses."""

    @property
    def formula(self) -> Any:
        """What the edit line shows: formulas with `=`, constants as text."""
        if self.empty:
            return None
        rows = self.values.formulas(self.box)
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
        return any(box.meets(self.box) for box in parse_boxes(reference))

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
