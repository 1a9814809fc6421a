"""Read and write zip archives so that untouched members are copied without being packed again."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8
_DATE_1980 = 0x21
_BIG = 1 << 20
_LAST_BLOCK = b"\x03\x00"  # of a deflate stream, without a byte in it
_POLYNOMIAL, _ONE, _X_8 = 0xEDB88320, 1 << 31, 1 << 23
# A workbook of a school has some tens of megabytes unpacked; a bomb has gigabytes.
_MOST_UNPACKED = 2 << 30


class Packed(NamedTuple):
    """A member as it lies in the archive: method, checksum, size unpacked, packed bytes."""

    method: int
    crc: int
    size: int
    data: bytes

    def unpack(self) -> bytes:
        """Return the unpacked bytes; raises `zipfile.BadZipFile` when they are damaged."""
        try:
            data = zlib.decompressobj(-15).decompress(self.data) if self.method == _DEFLATED else self.data
        except zlib.error as error:
            raise zipfile.BadZipFile from error
        if zlib.crc32(data) != self.crc:
            raise zipfile.BadZipFile
        return data


def pack(data: bytes) -> Packed:
    """Pack bytes; large parts fast and on two cores, since each click waits for them."""
    if len(data) > _BIG:
        half, view = len(data) // 2, memoryview(data)
        with ThreadPoolExecutor(2) as pool:
            checksum = pool.submit(zlib.crc32, data)
            # Blocks of a deflate stream may be joined where they end at a whole byte (RFC 1951, 3.2.3).
            packed = b"".join(
                pool.map(_deflated, (view[:half], view[half:]), (1, 1), (zlib.Z_FULL_FLUSH, zlib.Z_FINISH))
            )
        return Packed(_DEFLATED, checksum.result(), len(data), packed)
    return Packed(_DEFLATED, zlib.crc32(data), len(data), _deflated(data, 6, zlib.Z_FINISH))


def flushed(data: bytes) -> Packed:
    """Pack a piece of a part, so that others may stand before and after it (RFC 1951, 3.2.3)."""
    return Packed(_DEFLATED, zlib.crc32(data), len(data), _deflated(data, 1, zlib.Z_FULL_FLUSH))


def pack_pieces(pieces: Iterable[bytes | Packed]) -> Packed:
    """Return a part of pieces, some of which were packed before."""
    checksum = size = 0
    packed: list[bytes] = []
    for piece in pieces:
        one = flushed(piece) if isinstance(piece, bytes) else piece
        checksum = joined_checksum(checksum, one.crc, one.size)
        size += one.size
        packed.append(one.data)
    return Packed(_DEFLATED, checksum, size, b"".join((*packed, _LAST_BLOCK)))


def joined_checksum(first: int, second: int, size: int) -> int:
    """Return the CRC-32 of two pieces, one after the other, by the CRC-32 of each and the size of the second.

    The first is multiplied by x to the power of the second's bits, modulo the polynomial of CRC-32.
    """
    power, square = _ONE, _X_8
    while size:
        if size & 1:
            power = _product(power, square)
        square = _product(square, square)
        size >>= 1
    return _product(power, first) ^ second


def _product(one: int, other: int) -> int:
    """Multiply two polynomials over bits, the highest power in the lowest bit, modulo that of CRC-32."""
    product = 0
    for bit in range(31, -1, -1):
        if one >> bit & 1:
            product ^= other
        other = other >> 1 ^ (_POLYNOMIAL if other & 1 else 0)
    return product


def _deflated(data: bytes | memoryview, level: int, end: int) -> bytes:
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush(end)


def read_archive(data: bytes) -> Iterator[tuple[str, Packed]]:
    """Yield name and packed member for each file of an archive; raises `zipfile.BadZipFile`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [info for info in archive.infolist() if not info.is_dir()]
    if sum(info.file_size for info in members) > _MOST_UNPACKED:
        raise zipfile.BadZipFile
    for info in members:
        yield info.filename, _read_member(data, info)


def _read_member(data: bytes, info: zipfile.ZipInfo) -> Packed:
    if info.flag_bits & 1 or info.compress_type not in {_STORED, _DEFLATED}:
        raise zipfile.BadZipFile
    header = data[info.header_offset : info.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size:
        raise zipfile.BadZipFile
    *_, name_size, extra_size = _LOCAL.unpack(header)
    start = info.header_offset + _LOCAL.size + name_size + extra_size
    return Packed(info.compress_type, info.CRC, info.file_size, data[start : start + info.compress_size])


def write_archive(members: Iterable[tuple[str, Packed]]) -> bytes:
    """Return an archive of the members, in their order and without dates: same content, same bytes."""
    out = io.BytesIO()
    directory: list[bytes] = []
    for name, member in members:
        offset = out.tell()
        raw_name = name.encode()
        flags = 0 if name.isascii() else _UTF8
        common = (20, flags, member.method, 0, _DATE_1980, member.crc, len(member.data), member.size)
        out.write(_LOCAL.pack(b"PK\3\4", *common, len(raw_name), 0) + raw_name + member.data)
        directory.append(_CENTRAL.pack(b"PK\1\2", 20, *common, len(raw_name), 0, 0, 0, 0, 0, offset) + raw_name)
    start = out.tell()
    out.write(b"".join(directory))
    size = out.tell() - start
    out.write(_END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), size, start, 0))
    return out.getvalue()
