"""The workbook: its sheets in order, names, strings, formats, and what a save has to settle."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from wg_excel.headless.package import references

from .calculation.formulas import lose_sheet, rename_sheet
from .cells.texts import EMPTY_SST, SharedStrings
from .errors import DamagedWorkbook, StrictWorkbook
from .formats.styles import EMPTY_STYLES, Styles
from .package.blank import SHEET_TYPE, STRINGS_TYPE, STYLES_TYPE, blank_package
from .package.book_kind import set_kind
from .package.package import Package
from .worksheet import EMPTY_SHEET, Worksheet
from .xmlns import BOOK_ORDER, R_ID, STRICT, drop, ensure, m, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .calculation.calculation import Calculator
    from .package.part import Part


class Workbook:
    """A workbook in memory."""

    def __init__(self, package: Package) -> None:
        """Take a package; raises a `WorkbookRefused` where it is none that can be edited."""
        self.package = package
        self.part = package.workbook_part()
        if STRICT in str(self.part.xml.tag):
            raise StrictWorkbook(package.name)
        self._refuse_lost_parts()
        self.changed = False
        self.calculator: Calculator | None = None
        self.sheets = self._read_sheets()
        if not self.sheets:
            raise DamagedWorkbook(package.name, self.part.name)

    @classmethod
    def read(cls, data: bytes, name: str) -> Workbook:
        """Read the bytes of a file called `name`."""
        return cls(Package.read(data, name))

    def _refuse_lost_parts(self) -> None:
        """Refuse a package without the texts or styles that it names: its cells would read as other values."""
        for relation in self.package.relations(self.part.name):
            if relation.kind in {"sharedStrings", "styles"} and not self.package.target(self.part.name, relation):
                raise DamagedWorkbook(self.package.name, relation.target)

    @classmethod
    def blank(cls, name: str) -> Workbook:
        """Make a workbook with one empty sheet."""
        return cls(blank_package(name))

    def _read_sheets(self) -> list[Worksheet]:
        found = []
        relations = {r.id: r for r in self.package.relations(self.part.name)}
        for element in self._entries:
            relation = relations.get(element.get(R_ID) or "")
            part = self.package.target(self.part.name, relation) if relation else None
            if part is None or relation is None:
                raise DamagedWorkbook(self.package.name, element.get("name") or "")
            if relation.kind == "worksheet":
                found.append(Worksheet(self, element, part))
        return found

    @property
    def _entries(self) -> _Element:
        return ensure(self.part.xml, "sheets", BOOK_ORDER)

    def position(self, element: _Element) -> int:
        """Return the place of a sheet's entry among all entries."""
        return self._entries.index(element)

    def sheet(self, name: str) -> Worksheet | None:
        """Return the sheet of that name; names are compared without case."""
        return next((sheet for sheet in self.sheets if sheet.name.lower() == name.lower()), None)

    @cached_property
    def date1904(self) -> bool:
        """Whether dates count from 1904."""
        properties = self.part.xml.find(m("workbookPr"))
        return properties is not None and properties.get("date1904") in {"1", "true"}

    @cached_property
    def styles(self) -> Styles:
        """The formats of cells."""
        theme = next(iter(self.package.related(self.part.name, "theme")), None)
        return Styles(self._related("styles", "xl/styles.xml", EMPTY_STYLES, STYLES_TYPE), theme)

    @cached_property
    def strings(self) -> SharedStrings:
        """The shared strings."""
        part = self._related("sharedStrings", "xl/sharedStrings.xml", EMPTY_SST, STRINGS_TYPE)
        return SharedStrings(part)

    def _related(self, kind: str, name: str, empty: bytes, content_type: str) -> Part:
        found = next(iter(self.package.related(self.part.name, kind)), None)
        if found is None:
            found = self.package.find(name) or self.package.add(name, empty, content_type)
            self.package.relate(self.part.name, kind, found.name)
        return found

    @property
    def has_macros(self) -> bool:
        """Whether the workbook carries a VBA project."""
        return bool(self.package.related(self.part.name, "vbaProject"))

    def touch(self) -> None:
        """Note that a formula or an input of one has changed: results computed so far are old."""
        self.changed = True
        self.calculator = None

    # Sheets

    def free_sheet_name(self, base: str = "Sheet", number: int = 1) -> str:
        """Return a sheet name that is not taken: `base` with a number."""
        taken = {(entry.get("name") or "").lower() for entry in self._entries}
        while f"{base}{number}".lower() in taken:
            number += 1
        return f"{base}{number}"

    def add_sheet(self, name: str, position: int) -> Worksheet:
        """Add an empty sheet at a place among all entries."""
        part = self.package.add(self.package.free_name("xl/worksheets/sheet1.xml"), EMPTY_SHEET, SHEET_TYPE)
        return self.enter(part, name, position)

    def enter(self, part: Part, name: str, position: int, state: str = "visible") -> Worksheet:
        """Enter a part as a sheet; names of the sheets behind it are renumbered."""
        element = etree.Element(m("sheet"), name=name)
        numbers = [whole(entry, "sheetId") for entry in self._entries]
        element.set("sheetId", str(max(numbers, default=0) + 1))
        element.set(R_ID, self.package.relate(self.part.name, "worksheet", part.name))
        active = self.active
        order = list(self._entries)
        self._entries.insert(position, element)
        self._renumber(order)
        sheet = Worksheet(self, element, part)
        sheet.state = state
        self.sheets.append(sheet)
        self._sort()
        self._set_active_tab(active)
        return sheet

    def _sort(self) -> None:
        self.sheets.sort(key=lambda sheet: sheet.index)

    def move_sheet(self, sheet: Worksheet, position: int) -> None:
        """Move a sheet to a place among the other entries."""
        active = self.active
        order = list(self._entries)
        self._entries.remove(sheet.element)
        self._entries.insert(position, sheet.element)
        self._renumber(order)
        self._sort()
        self._set_active_tab(active)

    def delete_sheet(self, sheet: Worksheet) -> None:
        """Delete a sheet with all that only it uses; references to it become `#REF!`."""
        active = self.active if self.active is not sheet else None
        reachable = self.package.reachable()
        position = self.sheets.index(sheet)
        self.sheets.remove(sheet)
        order = list(self._entries)
        relation = sheet.element.get(R_ID)
        self._entries.remove(sheet.element)
        self._renumber(order)
        references.rewrite(self, lambda text, _: lose_sheet(text, sheet.name), mention=sheet.name)
        self.package.unrelate(self.part.name, relation)
        self.package.sweep(reachable)
        rest = self.sheets[position:] + self.sheets[:position][::-1]
        self.activate(active or next((s for s in rest if s.state == "visible"), self.sheets[0]))
        self.touch()

    def rename_sheet(self, sheet: Worksheet, name: str) -> None:
        """Rename a sheet; all references follow."""
        old = sheet.name
        sheet.element.set("name", name)
        references.rewrite(self, lambda text, _: rename_sheet(text, old, name), mention=old)
        for source in self._pivot_sources():
            if (source.get("sheet") or "").lower() == old.lower():
                source.set("sheet", name)

    def _pivot_sources(self) -> list[_Element]:
        caches = self.package.related(self.part.name, "pivotCacheDefinition")
        return [source for part in caches for source in part.xml.iter(m("worksheetSource"))]

    @property
    def active(self) -> Worksheet:
        """The sheet that opens on top."""
        found = next((sheet for sheet in self.sheets if sheet.index == self._active_tab), None)
        return found or next((s for s in self.sheets if s.state == "visible"), self.sheets[0])

    def activate(self, sheet: Worksheet) -> None:
        """Make a sheet the one on top, and the only selected one: edits of grouped sheets would go to all."""
        if self.active is sheet and sheet.index == self._active_tab:
            return
        for other in self.sheets:
            if other is not sheet and (other.loaded or b'tabSelected="1"' in other.part.data[:5000]):
                drop(other.view, "tabSelected")
        sheet.view.set("tabSelected", "1")
        self._set_active_tab(sheet)

    @property
    def _active_tab(self) -> int:
        views = self.part.xml.find(m("bookViews"))
        return whole(views[0], "activeTab") if views is not None and len(views) else 0

    def _set_active_tab(self, sheet: Worksheet) -> None:
        views = ensure(self.part.xml, "bookViews", BOOK_ORDER)
        if not len(views):
            etree.SubElement(views, m("workbookView"))
        if sheet.index == self._active_tab:
            return
        views[0].set("activeTab", str(sheet.index))
        if whole(views[0], "firstSheet") > sheet.index:
            views[0].attrib.pop("firstSheet")

    # Names

    @property
    def names(self) -> list[_Element]:
        """The `definedName` elements."""
        holder = self.part.xml.find(m("definedNames"))
        return list(holder) if holder is not None else []

    def add_name(self, name: str, text: str, sheet: Worksheet | None = None) -> _Element:
        """Define a name, for one sheet only if one is given."""
        element = etree.Element(m("definedName"), name=name)
        if sheet is not None:
            element.set("localSheetId", str(sheet.index))
        element.text = text
        holder = ensure(self.part.xml, "definedNames", BOOK_ORDER)
        key = _name_key(element)
        holder.insert(sum(1 for other in holder if _name_key(other) < key), element)
        return element

    def remove_name(self, element: _Element) -> None:
        """Remove a name."""
        holder = element.getparent()
        if holder is not None:
            holder.remove(element)
            if not len(holder):
                self.part.xml.remove(holder)

    def sheet_name(self, name: str, sheet: Worksheet) -> _Element | None:
        """Return the element of a name that belongs to one sheet."""
        index = str(sheet.index)
        return next((e for e in self.names if e.get("name") == name and e.get("localSheetId") == index), None)

    def _renumber(self, before: list[_Element]) -> None:
        """Let names of single sheets follow their sheets; those of a deleted sheet go with it."""
        now = {entry: number for number, entry in enumerate(self._entries)}
        for element in self.names:
            number = element.get("localSheetId")
            if number is None or int(number) >= len(before):
                continue
            place = now.get(before[int(number)])
            if place is None:
                self.remove_name(element)
            else:
                element.set("localSheetId", str(place))

    # Saving

    def to_bytes(self, suffix: str = "") -> bytes:
        """Return the file; results of formulas that may be old are asked to be computed again."""
        if self.changed:
            from .calculation.staleness import renew_results

            renew_results(self)
            self._ask_for_calculation()
        set_kind(self, suffix.lower())
        return self.package.to_bytes()

    def _ask_for_calculation(self) -> None:
        ensure(self.part.xml, "calcPr", BOOK_ORDER).set("fullCalcOnLoad", "1")
        for relation in list(self.package.relations(self.part.name)):
            if relation.kind == "calcChain":
                part = self.package.target(self.part.name, relation)
                self.package.unrelate(self.part.name, relation.id)
                if part is not None:
                    self.package.remove(part.name)


def _name_key(element: _Element) -> tuple[str, int]:
    name = re.sub(r"^_xlnm\.", "", element.get("name") or "").lower()
    return name, int(element.get("localSheetId") or -1)
