import struct

from wg_excel.vba.dir_stream import REFERENCES, dir_stream
from wg_excel.vba.modules import Kind, new_module

VERSION_RECORD = 0x09


def records(stream: bytes) -> list[tuple[int, bytes]]:
    """Return the records' numbers and data; the version's record alone says 4 and has 6 bytes."""
    found, at = [], 0
    while at < len(stream):
        number, size = struct.unpack_from("<HI", stream, at)
        size = 6 if number == VERSION_RECORD else size
        found.append((number, stream[at + 6 : at + 6 + size]))
        at += 6 + size
    return found


def test_records_follow_in_the_order_of_the_specification() -> None:
    modules = [new_module("ThisWorkbook", kind=Kind.WORKBOOK), new_module("A")]
    numbers = [number for number, _ in records(dir_stream("VBAProject", modules, REFERENCES[:1]))]
    module = [0x19, 0x47, 0x1A, 0x32, 0x1C, 0x48, 0x31, 0x1E, 0x2C]
    assert numbers == [
        *(0x01, 0x02, 0x14, 0x03, 0x04, 0x05, 0x40, 0x06, 0x3D, 0x07, 0x08, 0x09, 0x0C, 0x3C),
        *(0x16, 0x3E, 0x0D),
        *(0x0F, 0x13),
        *(*module, 0x22, 0x2B),
        *(*module, 0x21, 0x2B),
        0x10,
    ]


def test_the_code_page_is_cyrillic() -> None:
    assert dict(records(dir_stream("VBAProject", [], [])))[0x03] == b"\xe3\x04"


def test_names_stand_in_the_code_page_and_in_utf_16() -> None:
    found = dict(records(dir_stream("VBAProject", [new_module("Лист1", kind=Kind.WORKSHEET)], [])))
    assert found[0x19] == found[0x1A] == "Лист1".encode("cp1251")
    assert found[0x47] == found[0x32] == "Лист1".encode("utf-16-le")


def test_references_are_counted_by_their_own_lengths() -> None:
    for number, data in records(dir_stream("VBAProject", [], REFERENCES)):
        if number == 0x0D:
            assert struct.unpack_from("<I", data)[0] == len(data) - 10
