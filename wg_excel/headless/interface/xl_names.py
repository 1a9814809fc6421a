"""Defined names, of the book or of one sheet."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from wg_excel.headless.addresses import quote, unquote
from wg_excel.headless.calculation.formulas import references, span
from wg_excel.headless.errors import UnsupportedMember

if TYPE_CHECKING:
    from lxml.etree import _Element

    from wg_excel.headless.worksheet import Worksheet

_NAME = re.compile(r"[^\W\d]|[\\_]")


class Names(base_classes.Names):
    """The names of a book, or those of one sheet if one is given."""

    def __init__(self, book: Any, sheet: Worksheet | None = None) -> None:
        self.book = book
        self.sheet = sheet

    @property
    def api(self) -> Any:
        """The collection itself."""
        return self

    def _all(self) -> list[Name]:
        index = str(self.sheet.index) if self.sheet is not None else None
        elements = self.book.workbook.names
        kept = [e for e in elements if index is None or e.get("localSheetId") == index]
        return [Name(self.book, e) for e in kept if e.get("hidden") not in {"1", "true"}]

    def snapshot(self) -> list[tuple[str, Name]]:
        """Return all names with their elements."""
        return [(name.name, name) for name in self._all()]

    def __call__(self, name_or_index: int | str) -> Name:
        """Return a member by position from 1 or by name; raises `KeyError`."""
        names = self._all()
        if not isinstance(name_or_index, str):
            return names[int(name_or_index) - 1]
        for name in names:
            if self._matches(name, name_or_index):
                return name
        raise KeyError(name_or_index)

    def _matches(self, name: Name, wanted: str) -> bool:
        scope, _, local = wanted.rpartition("!")
        if name.local.lower() != local.lower():
            return False
        if scope:
            return name.scope is not None and name.scope.name.lower() == unquote(scope).lower()
        return self.sheet is not None or name.scope is None

    def contains(self, name_or_index: int | str) -> bool:
        """Tell whether there is such a name."""
        try:
            self(name_or_index)
        except (KeyError, IndexError):
            return False
        return True

    def __len__(self) -> int:
        return len(self._all())

    def add(self, name: str, refers_to: str) -> Name:
        """Define a name; `Sheet!name` belongs to that sheet."""
        scope, _, local = name.rpartition("!")
        workbook = self.book.workbook
        sheet = workbook.sheet(unquote(scope)) if scope else self.sheet
        if not _NAME.match(local):
            raise ValueError(name)
        for old in self._all():
            if old.local.lower() == local.lower() and old.scope is sheet:
                old.refers_to = refers_to
                return old
        text = refers_to.removeprefix("=")
        return Name(self.book, workbook.add_name(local, text, sheet))


class Name(base_classes.Name):
    """A defined name."""

    def __init__(self, book: Any, element: _Element) -> None:
        self.book = book
        self.element = element

    @property
    def api(self) -> Any:
        """The name itself."""
        return self

    def _living(self) -> _Element:
        if self.element.getparent() is None:
            raise KeyError(self.local)
        return self.element

    @property
    def local(self) -> str:
        """The name without its sheet, as Excel shows built-in ones."""
        return (self.element.get("name") or "").removeprefix("_xlnm.")

    @property
    def scope(self) -> Worksheet | None:
        """The sheet that the name belongs to, if not to the book."""
        index = self.element.get("localSheetId")
        sheets = self.book.workbook.sheets
        return next((s for s in sheets if index is not None and s.index == int(index)), None)

    @property
    def name(self) -> str:
        """The name, with its sheet if it belongs to one."""
        self._living()
        scope = self.scope
        return self.local if scope is None else f"{quote(scope.name)}!{self.local}"

    @name.setter
    def name(self, value: str) -> None:
        self._living().set("name", value.rpartition("!")[2])

    @property
    def refers_to(self) -> str:
        """What the name stands for, as a formula."""
        return "=" + (self._living().text or "")

    @refers_to.setter
    def refers_to(self, value: str) -> None:
        self._living().text = value.removeprefix("=")
        self.book.workbook.touch()

    @property
    def refers_to_range(self) -> Any:
        """The range that the name stands for."""
        found = references(self._living().text or "")
        box = span(found[0][1]) if len(found) == 1 else None
        if box is None or found[0][0] is None:
            raise UnsupportedMember("Name.refers_to_range", f"имя «{self.local}» не указывает на диапазон")
        return self.book.sheets(found[0][0]).range_of(box[0])

    def delete(self) -> None:
        """Remove the name."""
        self.book.workbook.remove_name(self._living())
        self.book.workbook.touch()
