"""Tables in HTML (also under the name .xls) and in Excel 2003 XML: one grid of all tables of a page, top to bottom."""

import email
import re
from collections.abc import Iterable, Iterator
from typing import Any

from wg_excel.exports.cells import Value
from wg_excel.exports.grid import MOST_COLUMNS, MOST_ROWS, Grid
from wg_excel.exports.plain_text import decoded
from wg_excel.exports.refusals import Damaged, Entities, NothingInside, TooBig

WIDEST = 1_000
ERR_NO_MEMORY = 2  # of libxml2
MOST_CELLS = 12_000_000
_BLANKS = re.compile(r"[\s\xa0]+")
_BLOCKS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "caption", "li", "dt", "dd", "center"))
_SILENT = frozenset(("head", "style", "script", "title"))
_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"


def is_markup(data: bytes) -> bool:
    """Tell whether bytes begin as HTML, XML or a web page in one file, whatever the encoding."""
    start = data[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith((b"<", b"MIME-Version:"))


def read(data: bytes) -> Iterator[Grid]:
    """Give the grids of a page or of an Excel 2003 workbook; raise a Refusal."""
    from lxml import etree

    if data.lstrip(b"\xef\xbb\xbf").startswith(b"MIME-Version:"):
        data = _web_page(data)
    found = False
    try:
        for grid in _workbook(data) if _is_workbook(data[:4000]) else _page(data):
            if not grid.is_empty:
                found = True
                yield grid
    except etree.XMLSyntaxError as error:
        raise (TooBig if _is_of_memory(error) else Damaged) from None
    except (etree.LxmlError, ValueError, LookupError):
        raise Damaged from None
    if not found:
        raise NothingInside


def _is_workbook(start: bytes) -> bool:
    """Tell a workbook of Excel 2003 from a page."""
    return b'urn:schemas-microsoft-com:office:spreadsheet"' in start and b"<Workbook" in start


def _is_of_memory(error: Any) -> bool:  # noqa: ANN401 - what the library's stubs do not know of it
    return bool(error.code == ERR_NO_MEMORY)


def _web_page(data: bytes) -> bytes:
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else b""
    raise Damaged


def _page(data: bytes) -> Iterator[Grid]:
    from lxml import html

    text = decoded(data, _declared(data))
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    root = html.document_fromstring(text, parser=parser)
    yield Grid("", _even(_rows(root)))


def _even(given: Iterable[list[Value]]) -> Iterator[list[Value]]:
    """Give rows of one width; raise TooBig for more cells than fit into memory."""
    rows: list[list[Value]] = []
    width = many = 0
    for row in given:
        rows.append(row)
        width, many = max(width, len(row)), many + len(row)
        if many > MOST_CELLS or len(rows) > MOST_ROWS:
            raise TooBig
    if width * len(rows) > MOST_CELLS:
        raise TooBig
    return (row + [""] * (width - len(row)) for row in rows)


def _declared(data: bytes) -> str:
    found = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", data[:3000], re.IGNORECASE)
    return found[1].decode("ascii") if found else ""


def _rows(node: Any) -> Iterator[list[Value]]:  # noqa: ANN401 - untyped tree
    """Give the rows of all innermost tables and the lines of text around them, in the order of the page."""
    if node.tag in _SILENT:
        return
    if next(node.iterdescendants("table"), None) is None:
        yield from _table(node) if node.tag == "table" else _lines(node)
        return
    yield from _line(node.text)
    for inner in node:
        yield from _rows(inner)
        yield from _line(inner.tail)


def _table(table: Any) -> Iterator[list[Value]]:  # noqa: ANN401 - untyped tree
    spans: dict[int, tuple[int, str]] = {}
    yield []
    yield from (_cells(row, spans) for row in table.iter("tr"))


def _lines(node: Any) -> Iterator[list[Value]]:  # noqa: ANN401 - untyped tree
    blocks = [inner for inner in node.iter(*_BLOCKS) if next(inner.iterdescendants(*_BLOCKS), None) is None]
    for block in blocks or [node]:
        for line in _text(block).split("\n"):
            yield from _line(line)


def _line(written: str | None) -> Iterator[list[Value]]:
    if written and (folded := _BLANKS.sub(" ", written).strip()):
        yield [folded]


def _cells(row: Any, spans: dict[int, tuple[int, str]]) -> list[Value]:  # noqa: ANN401 - untyped tree
    """Return a row's cells; `spans` are the columns that rows above still cover, with how many rows and the value."""
    cells: list[Value] = []
    for cell in row.iterchildren("td", "th"):
        if spans:
            _carry(cells, spans)
        value = _text(cell)
        across, down = _span(cell, "colspan"), _span(cell, "rowspan")
        for _ in range(min(across, WIDEST - len(cells))):
            if down > 1:
                spans[len(cells)] = (down - 1, value)
            cells.append(value)
    if spans:
        _carry(cells, spans)
    return cells


def _carry(cells: list[Value], spans: dict[int, tuple[int, str]]) -> None:
    while (covered := spans.get(len(cells))) and len(cells) < WIDEST:
        left, value = covered
        if left > 1:
            spans[len(cells)] = (left - 1, value)
        else:
            del spans[len(cells)]
        cells.append(value)


def _span(cell: Any, name: str) -> int:  # noqa: ANN401 - untyped tree
    written = cell.get(name)
    if written is None:
        return 1
    said = re.match(r"\s*(\d{1,6})", written)
    return max(1, min(int(said[1]), 65_534 if name == "rowspan" else WIDEST)) if said else 1


def _text(node: Any) -> str:  # noqa: ANN401 - untyped tree
    if len(node) == 0:
        return " ".join(node.text.split()) if node.text else ""
    for line_break in node.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in node.text_content().split("\n")).strip()


def _workbook(data: bytes) -> Iterator[Grid]:
    from lxml import etree

    if b"<!DOCTYPE" in data[:4000] or b"<!ENTITY" in data:
        raise Entities
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    for sheet in etree.fromstring(data, parser).iter(f"{_SS}Worksheet"):
        yield Grid(sheet.get(f"{_SS}Name", ""), _even(_workbook_rows(sheet)))


def _workbook_rows(sheet: Any) -> Iterator[list[Value]]:  # noqa: ANN401 - untyped tree
    below = 1
    for row in sheet.iter(f"{_SS}Row"):
        place = int(row.get(f"{_SS}Index", below))
        yield from ([] for _ in range(below, place))
        below = place + 1
        yield _workbook_row(row)


def _workbook_row(row: Any) -> list[Value]:  # noqa: ANN401 - untyped tree
    cells: list[Value] = []
    for cell in row.iter(f"{_SS}Cell"):
        place = min(int(cell.get(f"{_SS}Index", len(cells) + 1)), MOST_COLUMNS)
        cells += [""] * (place - len(cells) - 1)
        data = cell.find(f"{_SS}Data")
        value = _typed(data) if data is not None else ""
        cells += [value] * (1 + min(int(cell.get(f"{_SS}MergeAcross", 0)), WIDEST))
    return cells


def _typed(data: Any) -> Value:  # noqa: ANN401 - untyped tree
    written = "".join(data.itertext())
    return float(written) if data.get(f"{_SS}Type") == "Number" else written
