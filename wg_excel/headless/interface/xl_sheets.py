"""The worksheets of a book as xlwings asks for them."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from .xl_sheet import Sheet, position

if TYPE_CHECKING:
    from collections.abc import Iterator


class Sheets(base_classes.Sheets):
    """The worksheets of a book, in order."""

    def __init__(self, book: Any) -> None:
        self.book = book

    @property
    def api(self) -> Any:
        """The collection itself."""
        return self

    @property
    def active(self) -> Sheet:
        """The sheet on top."""
        return Sheet(self.book, self.book.workbook.active)

    def __call__(self, name_or_index: int | str) -> Sheet:
        """Return a member by position from 1 or by name; raises `KeyError`."""
        sheets = self.book.workbook.sheets
        if isinstance(name_or_index, str):
            found = self.book.workbook.sheet(name_or_index)
            if found is not None:
                return Sheet(self.book, found)
        elif 1 <= int(name_or_index) <= len(sheets):
            return Sheet(self.book, sheets[int(name_or_index) - 1])
        raise KeyError(name_or_index)

    def __len__(self) -> int:
        return len(self.book.workbook.sheets)

    def __iter__(self) -> Iterator[Sheet]:
        return iter([Sheet(self.book, sheet) for sheet in self.book.workbook.sheets])

    def add(self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None) -> Sheet:
        """Add an empty sheet; before the active one unless told otherwise."""
        workbook = self.book.workbook
        if before is None and after is None:
            before = self.active
        made = workbook.add_sheet(name or workbook.free_sheet_name(), position(before, after))
        sheet = Sheet(self.book, made)
        sheet.activate()
        return sheet
