"""What all parts of a range share: the sheet and the rectangle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

if TYPE_CHECKING:
    from .addresses import Box
    from .worksheet import Worksheet


class Cells(base_classes.Range):
    """A rectangle of cells of a sheet; it may have no cells at all."""

    sheet: Any
    box: Box

    @property
    def empty(self) -> bool:
        """Whether there are no cells."""
        return self.box.bottom < self.box.top or self.box.right < self.box.left

    @property
    def worksheet(self) -> Worksheet:
        """The sheet in memory."""
        found: Worksheet = self.sheet.sheet
        return found
