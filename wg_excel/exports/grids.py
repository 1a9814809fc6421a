"""Bytes → grids: which reader takes a file is told by its first bytes and never by its extension."""

from collections.abc import Callable, Iterator

from wg_excel.exports import markup, plain_text, spreadsheets
from wg_excel.exports.grid import Grid
from wg_excel.exports.refusals import EmptyFile, NotATable, OldFormat, UnknownArchive


def grids(data: bytes) -> Iterator[Grid]:
    """Give the sheets of a file's bytes; raise a Refusal for what is no table."""
    return reader_of(data)(data)


def reader_of(data: bytes) -> Callable[[bytes], Iterator[Grid]]:
    """Return what reads bytes of this form, by their beginning."""
    if not data:
        raise EmptyFile
    for start, refused in _FOREIGN.items():
        if data.startswith(start):
            raise refused
    if data.startswith((b"\xd0\xcf\x11\xe0", b"PK")):
        return spreadsheets.read
    if markup.is_markup(data):
        return markup.read
    return plain_text.read


_FOREIGN = {
    b"%PDF": NotATable("PDF"),
    b"\x89PNG": NotATable("картинка"),
    b"\xff\xd8\xff": NotATable("картинка"),
    b"GIF8": NotATable("картинка"),
    b"{\\rtf": NotATable("документ RTF"),
    b"Rar!": UnknownArchive("RAR"),
    b"7z\xbc\xaf": UnknownArchive("7z"),
    b"\x1f\x8b": UnknownArchive("GZIP"),
    b"\x09\x00\x04\x00": OldFormat("Excel 2"),
    b"\x09\x02\x06\x00": OldFormat("Excel 3"),
    b"\x09\x04\x06\x00": OldFormat("Excel 4"),
}
