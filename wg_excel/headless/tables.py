"""Tables of a sheet (ECMA-376 part 1, 18.5): their parts, and what grows with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from .addresses import SHEET_BOX, Box, parse_box, parse_boxes
from .calculation.formulas import change_boxes
from .cells.cell import Cell
from .cells.raw_values import edit_text
from .cells.texts import escape
from .cells.values import Values
from .errors import DamagedWorkbook
from .package.copying import free_table_id
from .table_names import decode_name, encode_name, in_brackets, unique_name
from .xmlns import MAIN, R_ID, XM, drop, local, m, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .package.part import Part
    from .worksheet import Worksheet

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"
# Numbers of SUBTOTAL for the functions of a row of totals (ECMA-376 part 1, 18.18.95).
_TOTALS = {
    "average": 101, "countNums": 102, "count": 103, "max": 104, "min": 105, "stdDev": 107, "sum": 109, "var": 110,
}  # fmt: skip
_ORDER = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"]


class SheetTable:
    """One table."""

    def __init__(self, sheet: Worksheet, part: Part) -> None:
        self.sheet = sheet
        self.part = part

    @property
    def root(self) -> _Element:
        """The table's element."""
        return self.part.xml

    @property
    def name(self) -> str:
        """The name that formulas use."""
        return self.root.get("displayName") or self.root.get("name") or ""

    @property
    def box(self) -> Box:
        """The whole table with headings and totals."""
        try:
            box = parse_box(self.root.get("ref") or "")
        except ValueError:
            box = SHEET_BOX
        if box.whole_columns or box.whole_rows:
            raise DamagedWorkbook(self.sheet.book.package.name, self.part.name)
        return box

    @property
    def headings(self) -> bool:
        """Whether the table shows its headings."""
        return self.root.get("headerRowCount") != "0"

    @property
    def totals(self) -> bool:
        """Whether the table shows a row of totals."""
        return whole(self.root, "totalsRowCount") > 0

    @property
    def insert_row(self) -> Box | None:
        """The blank row that stands for the data of a table that has none."""
        box = self.box
        line = box._replace(top=box.top + self.headings, bottom=box.top + self.headings)
        if self.root.get("insertRow") not in {"1", "true"}:
            return None
        if any(cell.filled for _, _, cell in self.sheet.grid.cells(line)):
            self.root.attrib.pop("insertRow")
            return None
        return line

    @property
    def body(self) -> Box | None:
        """The rows between headings and totals."""
        box = self.box
        top, bottom = box.top + self.headings, box.bottom - self.totals
        return Box(top, box.left, bottom, box.right) if top <= bottom and not self.insert_row else None

    @property
    def columns(self) -> list[_Element]:
        """The elements of the columns."""
        holder = self.root.find(m("tableColumns"))
        return list(holder) if holder is not None else []

    def place(self, child: _Element) -> None:
        """Insert a child of the table at its place in the schema."""
        before = set(_ORDER[: _ORDER.index(local(child)) + 1])
        self.root.insert(sum(1 for other in self.root if local(other) in before), child)

    def resize(self, box: Box) -> None:
        """Give the table another rectangle; what ends with it grows or shrinks with it."""
        old = self.box
        self.root.set("ref", str(box))
        if box.height > old.height:
            drop(self.root, "insertRow")
        self.fit_filter()
        self.fit_columns()
        if box.left == old.left and box.right == old.right and box.top == old.top:
            _grow(self.sheet, old, box)
        self._fill_calculated(old)
        self.sheet.book.touch()

    def fit_filter(self) -> None:
        """Let the table's filter cover headings and body."""
        found = self.root.find(m("autoFilter"))
        if found is not None:
            box = self.box
            found.set("ref", str(box._replace(bottom=max(box.top, box.bottom - self.totals))))

    def fit_columns(self) -> None:
        """Make the columns agree with the table's width and with its heading cells."""
        holder = self.root.find(m("tableColumns"))
        if holder is None:
            holder = etree.Element(m("tableColumns"))
            self.place(holder)
        while len(holder) > self.box.width:
            holder.remove(holder[-1])
        while len(holder) < self.box.width:
            number = max((whole(column, "id") for column in holder), default=0) + 1
            etree.SubElement(holder, m("tableColumn"), id=str(number), name="")
        holder.set("count", str(len(holder)))
        self.read_headings()

    def read_headings(self) -> None:
        """Take the columns' names from the heading cells; blank and repeated ones get names of their own."""
        values = Values(self.sheet)
        taken: set[str] = set()
        for offset, column in enumerate(self.columns):
            name, is_text = decode_name(column.get("name") or ""), True
            if self.headings:
                top = self.box._replace(left=self.box.left + offset, right=self.box.left + offset)
                row = values.read(top._replace(bottom=top.top))[0]
                name, is_text = edit_text(row[0]), isinstance(row[0], str)
            unique = unique_name(name, offset, taken)
            taken.add(unique.lower())
            if unique != decode_name(column.get("name") or ""):
                column.set("name", encode_name(unique))
            if self.headings and (unique != name or not is_text):
                self._write_heading(offset, unique)

    def _write_heading(self, offset: int, name: str) -> None:
        values = Values(self.sheet)
        row = self.sheet.grid.row(self.box.top)
        values.prepare(self.box._replace(bottom=self.box.top))
        cell = row.cells.setdefault(self.box.left + offset, Cell())
        raw = values.raw("'" + name, row.number, self.box.left + offset)
        cell.put(raw.kind, raw.text)

    def _fill_calculated(self, old: Box) -> None:
        """Write the columns' own formulas into the rows that a resize has added."""
        first = old.bottom + 1 - self.totals
        if self.box.bottom > old.bottom:
            self.fill_new_rows(first, self.box.bottom - old.bottom)

    def fill_totals(self) -> None:
        """Write the row of totals: what the columns ask for, else a label and a sum, as Excel does."""
        columns = self.columns
        if not any(column.get("totalsRowFunction") or column.get("totalsRowLabel") for column in columns):
            if len(columns) > 1:
                columns[0].set("totalsRowLabel", "Total")
            columns[-1].set("totalsRowFunction", self._usual_total())
        line = self.box._replace(top=self.box.bottom)
        for offset, column in enumerate(columns):
            place = line._replace(left=line.left + offset, right=line.left + offset)
            value = column.get("totalsRowLabel")
            kind = _TOTALS.get(column.get("totalsRowFunction") or "")
            if kind is not None:
                value = f"=SUBTOTAL({kind},{self.name}[{in_brackets(decode_name(column.get('name') or ''))}])"
            if value is not None:
                Values(self.sheet).write(place, [[value]])

    def _usual_total(self) -> str:
        body = self.body
        cells = Values(self.sheet).read(body._replace(left=body.right)) if body is not None else []
        return "count" if any(isinstance(row[0], str) for row in cells) else "sum"

    def fill_new_rows(self, first: int, count: int) -> None:
        """Write the columns' own formulas into blank cells of new rows."""
        body = self.body
        if body is None:
            return
        rows = range(max(body.top, first), min(body.bottom, first + count - 1) + 1)
        for offset, column in enumerate(self.columns):
            formula = column.find(m("calculatedColumnFormula"))
            if formula is not None and formula.text and not formula.get("array"):
                for number in rows:
                    self._fill_cell(number, body.left + offset, formula.text)

    def _fill_cell(self, number: int, column: int, formula: str) -> None:
        cells = self.sheet.grid.row(number).cells
        cell = cells.setdefault(column, Cell(self._style_above(number, column)))
        if not cell.filled:
            cell.formula = f"<f>{escape(formula)}</f>"
            self.sheet.grid.touched = True

    def _style_above(self, number: int, column: int) -> int:
        above = self.sheet.grid.cell(number - 1, column)
        return above.style if above is not None else self.sheet.default_style(number, column)


def sheet_tables(sheet: Worksheet) -> list[SheetTable]:
    """Return the tables of a sheet in the order of their parts."""
    return [SheetTable(sheet, part) for part in sheet.table_parts()]


def add_table(sheet: Worksheet, box: Box, name: str, style: str, *, headings: bool) -> SheetTable:
    """Make a table of a rectangle; its headings are read from the first row."""
    package = sheet.book.package
    part_name = package.free_name("xl/tables/table1.xml")
    number = free_table_id(sheet.book)
    root = (
        f'<table xmlns="{MAIN}" id="{number}" name="T" displayName="T" ref="{box}" totalsRowShown="0">'
        f'<autoFilter ref="{box}"/><tableColumns count="0"/><tableStyleInfo showFirstColumn="0" '
        'showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>'
    )
    part = package.add(part_name, f'<?xml version="1.0" encoding="UTF-8"?>{root}'.encode(), _TYPE)
    part.xml.set("name", name)
    part.xml.set("displayName", name)
    part.xml.find(m("tableStyleInfo")).set("name", style)  # type: ignore[union-attr]
    holder = sheet.child("tableParts")
    relation = package.relate(sheet.part.name, "table", part_name)
    etree.SubElement(holder, m("tablePart")).set(R_ID, relation)
    holder.set("count", str(len(holder)))
    table = SheetTable(sheet, part)
    if not headings:
        part.xml.set("headerRowCount", "0")
        part.xml.remove(part.xml.find(m("autoFilter")))  # type: ignore[arg-type]
    table.fit_columns()
    return table


def drop_table(table: SheetTable) -> None:
    """Remove a table; its cells stay."""
    package = table.sheet.book.package
    holder = table.sheet.frame.find(m("tableParts"))
    for relation in list(package.relations(table.sheet.part.name)):
        if package.target(table.sheet.part.name, relation) is table.part:
            package.unrelate(table.sheet.part.name, relation.id)
            for child in list(holder) if holder is not None else []:
                if child.get(R_ID) == relation.id and holder is not None:
                    holder.remove(child)
    package.remove(table.part.name)
    if holder is not None and not len(holder):
        table.sheet.drop_child("tableParts")
    elif holder is not None:
        holder.set("count", str(len(holder)))


def _grow(sheet: Worksheet, old: Box, new: Box) -> None:
    """Let validations, formats and print areas that end with the table end with it again."""

    def grown(box: Box) -> Box:
        ends = box.bottom == old.bottom and box.top >= old.top and box.left >= old.left and box.right <= old.right
        return box._replace(bottom=max(new.bottom, box.top)) if ends else box

    for element in sheet.frame.iter(m("conditionalFormatting"), m("dataValidation")):
        _change_sqref(element, grown)
    for element in sheet.frame.iter(f"{{{XM}}}sqref"):
        element.text = " ".join(str(grown(box)) for box in parse_boxes(element.text))
    area = sheet.book.sheet_name("_xlnm.Print_Area", sheet)
    if area is not None and area.text:
        area.text = change_boxes(
            area.text,
            sheet.name,
            sheet.name,
            lambda box: box._replace(bottom=new.bottom) if box.bottom == old.bottom else box,
        )


def _change_sqref(element: _Element, change: object) -> None:
    boxes = parse_boxes(element.get("sqref"))
    changed = [change(box) for box in boxes]  # type: ignore[operator]
    if changed != boxes:
        element.set("sqref", " ".join(str(box) for box in changed))
