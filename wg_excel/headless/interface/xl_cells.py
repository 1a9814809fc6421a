"""What all parts of a range share: the sheet and the rectangle."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from wg_excel.headless.cells.values import Values

if TYPE_CHECKING:
    from wg_excel.headless.addresses import Box
    from wg_excel.headless.worksheet import Worksheet


class Cells(base_classes.Range):
    """A rectangle of cells of a sheet; it may have no cells at all."""

    def __init__(self, sheet: Any, box: Box) -> None:
        self.sheet = sheet
        self.box = box
        self.options: dict[str, Any] = {}
        self.arg1_input = box.absolute().replace("$", "")

    @property
    def empty(self) -> bool:
        """Whether there are no cells."""
        return self.box.bottom < self.box.top or self.box.right < self.box.left

    @property
    def worksheet(self) -> Worksheet:
        """The sheet in memory."""
        found: Worksheet = self.sheet.sheet
        return found

    @property
    def values(self) -> Values:
        """The reader and writer of the sheet's values."""
        return Values(self.worksheet)
