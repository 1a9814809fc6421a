"""Changes of a range's cells: clear, insert, delete, merge, copy, fill, sort, find, link."""

# ruff: noqa: ANN401, FBT001, FBT002 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import Any

from lxml import etree

from wg_excel.headless.addresses import Box, parse_box
from wg_excel.headless.cells.blocks import Block, copy_block, fill_block, move_block
from wg_excel.headless.cells.finding import found_cells, wildcard
from wg_excel.headless.cells.raw_values import is_formula
from wg_excel.headless.cells.shifting import delete_cells, insert_cells
from wg_excel.headless.cells.values import Values
from wg_excel.headless.errors import UnsupportedMember
from wg_excel.headless.xmlns import R_ID, m, whole

from .xl_cells import Cells


class RangeEdit(Cells):
    """The part of a range that changes cells."""

    def _sub(self, box: Box) -> Any:
        return self.sheet.range_of(box)

    def clear_contents(self) -> None:
        """Empty the cells; formats stay."""
        if not self.empty:
            Values(self.worksheet).clear_contents(self.box)

    def clear(self) -> None:
        """Remove the cells with formats, links, notes, rules and merges."""
        if self.empty:
            return
        Values(self.worksheet).clear(self.box)
        self._drop_links()
        self.unmerge()
        whole = self._sub(self.box)
        whole.data_validation.delete()
        whole.conditional_formats.clear()
        for note in self.sheet.notes:
            if self.box.holds(note.location.box):
                note.delete()

    def insert(self, shift: str | None = None, copy_origin: str | None = None) -> None:
        """Insert blank cells; the old ones go down or right."""
        if shift is None:
            shift = "right" if self.box.whole_columns or self.box.height > self.box.width else "down"
        before = copy_origin != "format_from_right_or_below"
        insert_cells(self.worksheet, self.box, shift, format_from_before=before)

    def delete(self, shift: str | None = None) -> None:
        """Delete the cells; those behind go up or left."""
        if shift is None:
            shift = "left" if self.box.whole_columns or self.box.height >= self.box.width else "up"
        delete_cells(self.worksheet, self.box, shift)

    # Merging

    @property
    def merge_area(self) -> Any:
        """The merged rectangle that the first cell belongs to, or that cell."""
        cell = Box(self.box.top, self.box.left, self.box.top, self.box.left)
        return self._sub(next((box for box in self.worksheet.merged() if box.holds(cell)), cell))

    @property
    def merge_cells(self) -> bool | None:
        """Whether the cells are merged; nothing when only some are."""
        meeting = [box for box in self.worksheet.merged() if box.meets(self.box)]
        if not meeting:
            return False
        return True if any(box.holds(self.box) for box in meeting) else None

    def merge(self, across: bool) -> None:
        """Merge the cells into one, or each row into one."""
        self.unmerge()
        lines = range(self.box.top, self.box.bottom + 1)
        boxes = [self.box._replace(top=n, bottom=n) for n in lines] if across else [self.box]
        holder = self.worksheet.child("mergeCells")
        for box in boxes:
            self._keep_first(box)
            etree.SubElement(holder, m("mergeCell"), ref=str(box))
        holder.set("count", str(len(holder)))

    def _keep_first(self, box: Box) -> None:
        """Empty all cells but the first filled one, whose value goes to the corner, as in Excel."""
        filled = [(r, c) for r, c, cell in self.worksheet.grid.cells(box) if cell.filled]
        for row, column in filled:
            if (row, column) != (box.top, box.left):
                Values(self.worksheet).clear_contents(Box(row, column, row, column))

    def unmerge(self) -> None:
        """Undo all merges that reach into the range."""
        holder = self.worksheet.frame.find(m("mergeCells"))
        for element in list(holder) if holder is not None else []:
            if holder is not None and parse_box(element.get("ref") or "A1").meets(self.box):
                holder.remove(element)
        if holder is not None:
            holder.set("count", str(len(holder)))
            if not len(holder):
                self.worksheet.drop_child("mergeCells")

    # Copying

    def copy(self, destination: Any = None) -> None:
        """Copy the cells to a range, or remember them for `paste`."""
        if destination is None:
            self.sheet.book.app.apps.clipboard = self
        else:
            self._paste_into(destination.impl, "all", skip_blanks=False, transpose=False)

    def _paste_into(self, target: Any, kind: str, *, skip_blanks: bool, transpose: bool) -> None:
        if kind == "validation":
            self._sub(self.box).data_validation.copy_to(target)
            return
        block = Block(self.worksheet, self.box, kind, skip_blanks=skip_blanks, transpose=transpose)
        copy_block(block, target.sheet.sheet, target.box)
        if kind == "all" and not transpose:
            self._copy_notes(target)

    def _copy_notes(self, target: Any) -> None:
        for note in self.sheet.notes:
            place = note.location.box
            if self.box.holds(place):
                row, column = target.box.top + place.top - self.box.top, target.box.left + place.left - self.box.left
                there = target._sub(Box(row, column, row, column))  # noqa: SLF001
                if there.note:
                    there.note.delete()
                there.add_note(note.text)

    def copy_from(
        self,
        source_range: Any,
        copy_type: str = "all",
        skip_blanks: bool = False,
        transpose: bool = False,
    ) -> None:
        """Copy cells from another range."""
        source_range.impl._paste_into(self, copy_type, skip_blanks=skip_blanks, transpose=transpose)  # noqa: SLF001

    def paste(
        self, paste: Any = None, operation: Any = None, skip_blanks: bool = False, transpose: bool = False
    ) -> None:
        """Paste what `copy` remembered."""
        source = self.sheet.book.app.apps.clipboard
        if operation is not None or source is None:
            raise UnsupportedMember("Range.paste(operation=…)", "вычислите значения и запишите их в Range.value")
        source._paste_into(self, paste or "all", skip_blanks=skip_blanks, transpose=transpose)  # noqa: SLF001

    def move(self, destination: Any) -> None:
        """Cut the cells and put them elsewhere in the book; references follow."""
        move_block(self.worksheet, self.box, destination.impl.sheet.sheet, destination.impl.box)

    def autofill(self, destination: Any, type_: str) -> None:
        """Continue the range's values, formulas and formats over a larger range."""
        fill_block(self.worksheet, self.box, destination.impl.box, type_)

    # Finding

    def find(self, text: str, whole: bool, direction: str, order: str, match_case: bool) -> Any:
        """Return the first cell whose value holds a text; `*`, `?` and `~` as in Excel."""
        found = found_cells(self.worksheet, self.box, text, whole=whole, match_case=match_case)
        if not found:
            return None
        found.sort(key=None if order == "rows" else lambda place: (place[1], place[0]))
        row, column = found[0] if direction == "forward" else found[-1]
        return self._sub(Box(row, column, row, column))

    def replace_all(self, old: str, new: str, whole: bool, match_case: bool) -> None:
        """Replace a text in constants and formulas."""
        pattern = wildcard(old, match_case=match_case)
        values = Values(self.worksheet)
        for row, column, cell in list(self.worksheet.grid.cells(self.box)):
            if not cell.filled:
                continue
            text = values.formula(row, column)
            found = bool(pattern.fullmatch(text)) if whole else bool(pattern.search(text))
            if found:
                changed = new if whole else pattern.sub(lambda _: new, text)
                values.write(Box(row, column, row, column), [[typed(changed)]])

    def get_special_cells(self, cell_type: str, value_type: str | None) -> list[Any]:
        """Return the rectangles of blank, constant, formula or visible cells."""
        from wg_excel.headless.cells.special import special_boxes

        return [self._sub(box) for box in special_boxes(self.worksheet, self.box, cell_type, value_type)]

    def sort(self, keys: list[int], ascending: list[bool], has_headers: bool) -> None:
        """Sort the rows by columns: numbers, texts, booleans, errors, blanks last."""
        from wg_excel.headless.cells.sorting import sort_rows

        top = self.box.top + has_headers
        if top <= self.box.bottom:
            sort_rows(self.worksheet, self.box._replace(top=top), keys, ascending)

    def remove_duplicates(self, columns: list[int], has_headers: bool) -> None:
        """Keep the first of rows that are equal in some columns; the rest moves up."""
        from wg_excel.headless.cells.sorting import drop_duplicates

        drop_duplicates(self.worksheet, self.box._replace(top=self.box.top + has_headers), columns)

    # Links

    def _links(self) -> list[Any]:
        holder = self.worksheet.frame.find(m("hyperlinks"))
        found = list(holder) if holder is not None else []
        return [link for link in found if parse_box(link.get("ref") or "A1").meets(self.box)]

    def _drop_links(self) -> None:
        for link in self._links():
            holder = link.getparent()
            if link.get(R_ID):
                self.worksheet.book.package.unrelate(self.worksheet.part.name, link.get(R_ID))
            holder.remove(link)
            if not len(holder):
                self.worksheet.drop_child("hyperlinks")

    @property
    def hyperlink(self) -> str:
        """The address that the cell leads to."""
        links = self._links()
        if not links:
            raise Exception("The cell doesn't seem to contain a hyperlink!")  # noqa: TRY002 - as xlwings' engines
        relations = self.worksheet.book.package.relations(self.worksheet.part.name)
        target = next((r.target for r in relations if r.id == links[0].get(R_ID)), "")
        location = links[0].get("location") or ""
        return target or f"#{location}"

    def add_hyperlink(self, address: str, text_to_display: Any = None, screen_tip: Any = None) -> None:
        """Lead the cell to an address, or to a place of this book when it starts with `#`."""
        self._drop_links()
        text_to_display = text_to_display or address
        link = etree.SubElement(self.worksheet.child("hyperlinks"), m("hyperlink"), ref=str(self.box))
        target, mark, place = address.partition("#")
        if target:
            package = self.worksheet.book.package
            link.set(R_ID, package.relate(self.worksheet.part.name, "hyperlink", target, external=True))
        if mark:
            link.set("location", place)
        link.set("display", text_to_display)
        if screen_tip:
            link.set("tooltip", screen_tip[:255])
        first = self._sub(Box(self.box.top, self.box.left, self.box.top, self.box.left))
        first.raw_value = "'" + text_to_display if is_formula(text_to_display) else text_to_display
        styles = self.worksheet.book.styles
        self._sub(self.box)._restyle(styles.hyperlink)  # noqa: SLF001 - one room

    # Outline

    def group(self, by: str | None) -> None:
        """Put rows or columns one level deeper into the outline."""
        self._outline(by, 1)

    def ungroup(self, by: str | None) -> None:
        """Take rows or columns one level out of the outline."""
        self._outline(by, -1)

    def _outline(self, by: str | None, step: int) -> None:
        if by in {"columns", "column", "c"}:
            for element in self.worksheet.columns(self.box.left, self.box.right):
                level = min(7, max(0, whole(element, "outlineLevel") + step))
                element.set("outlineLevel", str(level))
                if element.get("width") is None:
                    element.set("width", "9.140625")
            return
        for number in range(self.box.top, self.box.bottom + 1):
            row = self.worksheet.grid.row(number)
            level = min(7, max(0, int(row.attribute("outlineLevel") or 0) + step))
            row.set_attributes(outlineLevel=str(level) if level else None)
        self.worksheet.grid.touched = True


def typed(text: str) -> Any:
    """Read a text as Excel's edit line does: a number where it is one."""
    try:
        return float(text)
    except ValueError:
        return {"TRUE": True, "FALSE": False}.get(text.upper(), text)
