"""What a reader with weak eyes, or one who only hears, meets in a workbook: read from its parts, not by the engine."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tests.accessibility.colours import Theme

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
WHITE, BLACK = "FFFFFF", "000000"
CONTROL = "#_x0000_t201"  # the shape type of a form control, such as a button


class Look(NamedTuple):
    """How a text is written: its size in points, its colour and its ground."""

    size: float
    text: str
    ground: str


class Box(NamedTuple):
    """A block of cells."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def of(cls, reference: str) -> "Box":
        ends = [re.fullmatch(r"([A-Z]+)(\d+)", end) for end in reference.replace("$", "").split(":")]
        first, *_, last = [(column(end[1]), int(end[2])) for end in (*ends, *ends) if end]
        return cls(*first, *last)

    def meets(self, other: "Box") -> bool:
        return not (
            self.right < other.left or other.right < self.left or self.bottom < other.top or other.bottom < self.top
        )


def column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class Book:
    """A workbook's parts."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.theme = Theme.read(next(data for name, data in self.parts.items() if name.startswith("xl/theme/")))

    def xml(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    def related(self, name: str, kind: str) -> Iterator[tuple[str, str]]:
        """Yield the id and the part of each relation of a kind."""
        folder, file = posixpath.split(name)
        relations = f"{folder}/_rels/{file}.rels"
        for each in self.xml(relations) if relations in self.parts else ():
            if str(each.get("Type")).endswith(f"/{kind}"):
                yield str(each.get("Id")), posixpath.normpath(posixpath.join("/", folder, str(each.get("Target"))))[1:]

    def sheets(self) -> Iterator["Sheet"]:
        """Yield the sheets that a user sees."""
        places = dict(self.related("xl/workbook.xml", "worksheet"))
        for each in self.xml("xl/workbook.xml").iter(f"{MAIN}sheet"):
            if not each.get("state"):
                yield Sheet(self, str(each.get("name")), places[str(each.get(ID))])

    @cached_property
    def looks(self) -> list[Look]:
        """Return the look of each cell format."""
        styles = self.xml("xl/styles.xml")
        fonts, fills = (list(styles.iterfind(f"{MAIN}{name}/*")) for name in ("fonts", "fills"))
        return [
            self.look(fonts[int(each.get("fontId") or 0)], fills[int(each.get("fillId") or 0)], "fgColor")
            for each in styles.iterfind(f"{MAIN}cellXfs/*")
        ]

    @cached_property
    def marks(self) -> list[etree._Element]:
        """Return what conditional formats change."""
        return list(self.xml("xl/styles.xml").iterfind(f"{MAIN}dxfs/*"))

    def look(
        self,
        font: etree._Element | None,
        fill: etree._Element | None,
        ground: str,
        under: Look = Look(11, BLACK, WHITE),  # noqa: B008 - a value
    ) -> Look:
        """Return the look of a font and a fill laid over another look."""
        size = font.find(f"{MAIN}sz") if font is not None else None
        pattern = fill.find(f"{MAIN}patternFill") if fill is not None else None
        return Look(
            float(size.get("val") or 0) if size is not None else under.size,
            self.theme.colour(font.find(f"{MAIN}color") if font is not None else None, under.text),
            self.theme.colour(pattern.find(f"{MAIN}{ground}") if pattern is not None else None, under.ground),
        )


class Sheet:
    """One sheet that a user sees."""

    def __init__(self, book: Book, name: str, part: str) -> None:
        self.book, self.name, self.part = book, name, part
        self.xml = book.xml(part)

    def written(self) -> Iterator[tuple[str, Look]]:
        """Yield the place and the look of each filled cell."""
        for cell in self.xml.iter(f"{MAIN}c"):
            if len(cell):
                yield str(cell.get("r")), self.book.looks[int(cell.get("s") or 0)]

    def marked(self) -> Iterator[tuple[str, Look]]:
        """Yield each look that a conditional format can give a cell of its block."""
        for block in self.xml.iter(f"{MAIN}conditionalFormatting"):
            boxes = [Box.of(each) for each in str(block.get("sqref")).split()]
            under = {look for place, look in self.written() if any(Box.of(place).meets(box) for box in boxes)}
            for rule in block.iter(f"{MAIN}cfRule"):
                for look in under or {self.book.looks[0]}:
                    yield from ((f"{block.get('sqref')}", each) for each in self._marked(rule, look))

    def _marked(self, rule: etree._Element, look: Look) -> Iterator[Look]:
        if number := rule.get("dxfId"):
            mark = self.book.marks[int(number)]
            yield self.book.look(mark.find(f"{MAIN}font"), mark.find(f"{MAIN}fill"), "bgColor", look)
        for colour in rule.iterfind(f"{MAIN}colorScale/{MAIN}color"):
            yield look._replace(ground=self.book.theme.colour(colour, WHITE))

    def merged_in_tables(self) -> list[str]:
        """Return the merged blocks that reach into a table."""
        tables = [Box.of(str(self.book.xml(part).get("ref"))) for _, part in self.book.related(self.part, "table")]
        merged = [str(each.get("ref")) for each in self.xml.iter(f"{MAIN}mergeCell")]
        return [each for each in merged if any(Box.of(each).meets(table) for table in tables)]

    def objects(self) -> Iterator[tuple[str, str]]:
        """Yield the name and the alternative text of each chart, picture, shape and button."""
        for _, part in self.book.related(self.part, "drawing"):
            for each in self.book.xml(part).iter():
                if etree.QName(each).localname == "cNvPr":
                    yield str(each.get("name")), str(each.get("descr") or "")
        for _, part in self.book.related(self.part, "vmlDrawing"):
            for shape in re.findall(r"<v:shape [^>]*>", self.book.parts[part].decode()):
                if CONTROL in shape:
                    found = re.search(r'\balt="([^"]*)"', shape)
                    yield shape, found[1] if found else ""

    def chart_sizes(self) -> Iterator[float]:
        """Yield the sizes of the texts of charts, in points."""
        for _, drawing in self.book.related(self.part, "drawing"):
            for _, chart in self.book.related(drawing, "chart"):
                yield from (int(str(each.get("sz"))) / 100 for each in self.book.xml(chart).iter() if each.get("sz"))
