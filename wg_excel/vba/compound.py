"""Write a compound file (MS-CFB, version 3): streams and storages in one byte string, without time stamps."""

import struct
from collections.abc import Sequence

from .directory import ENTRY_SIZE, STREAM, UNUSED_ENTRY, Tree, entries

SECTOR, MINI_SECTOR, MINI_LIMIT = 512, 64, 4096
IDS_A_SECTOR = SECTOR // 4
FREE, END_OF_CHAIN, FAT_SECTOR, DIFAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC
FAT_IDS_IN_HEADER = 109
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FORMAT = (0x3E, 3, 0xFFFE, 9, 6)  # minor and major version, little endian, sector sizes as powers of two


class _Store:
    """Contents laid one after the other in units of one size, and the table that chains the units of each."""

    def __init__(self, unit: int) -> None:
        self.unit = unit
        self.body = bytearray()
        self.table: list[int] = []

    def add(self, content: bytes) -> int:
        """Append `content` and return the number of its first unit."""
        if not content:
            return END_OF_CHAIN
        start, count = len(self.table), _units(len(content), self.unit)
        self.table += [*range(start + 1, start + count), END_OF_CHAIN]
        self.body += content.ljust(count * self.unit, b"\0")
        return start


def compound_file(tree: Tree) -> bytes:
    """Return the compound file of `tree`, which maps names to contents, or to a further tree (a storage)."""
    sectors, mini = _Store(SECTOR), _Store(MINI_SECTOR)
    root, *others = entries(tree)
    packed = [b""]
    for entry in others:
        store = sectors if len(entry.content) >= MINI_LIMIT else mini
        start = store.add(entry.content) if entry.kind == STREAM else 0
        packed.append(entry.packed(start, len(entry.content)))
    packed[0] = root.packed(sectors.add(bytes(mini.body)), len(mini.body))
    packed += [UNUSED_ENTRY] * (-len(packed) % (SECTOR // ENTRY_SIZE))
    directory_start = sectors.add(b"".join(packed))
    mini_table_start = sectors.add(_ids(mini.table))
    return _file(sectors, directory_start, mini_table_start, _units(len(mini.table), IDS_A_SECTOR))


def _file(sectors: _Store, directory_start: int, mini_table_start: int, mini_table_count: int) -> bytes:
    """Return header and sectors, and behind them the sector table (FAT) and its own index (DIFAT)."""
    used = len(sectors.table)
    fat, difat = _table_sizes(used)
    fat_ids = range(used, used + fat)
    difat_start = used + fat if difat else END_OF_CHAIN
    header = struct.pack(
        "<8s16x5H6x9I",
        *(MAGIC, *FORMAT, 0, fat, directory_start, 0, MINI_LIMIT),
        *(mini_table_start, mini_table_count, difat_start, difat),
    )
    table = _ids([*sectors.table, *[FAT_SECTOR] * fat, *[DIFAT_SECTOR] * difat])
    first_ids = _ids(fat_ids[:FAT_IDS_IN_HEADER], FAT_IDS_IN_HEADER)
    return header + first_ids + sectors.body + table + _difat(fat_ids[FAT_IDS_IN_HEADER:], difat_start)


def _table_sizes(used: int) -> tuple[int, int]:
    """Return how many sectors FAT and DIFAT take beside `used` ones: both count themselves (2.3, 2.5)."""
    fat = difat = 0
    while fat * IDS_A_SECTOR < used + fat + difat:
        fat += 1
        difat = _units(max(0, fat - FAT_IDS_IN_HEADER), IDS_A_SECTOR - 1)
    return fat, difat


def _difat(fat_ids: Sequence[int], start: int) -> bytes:
    """Return the DIFAT sectors: 127 numbers each, and the number of the next such sector (2.5)."""
    step = IDS_A_SECTOR - 1
    parts = [_ids(fat_ids[at : at + step], step) for at in range(0, len(fat_ids), step)]
    links = [*range(start + 1, start + len(parts)), END_OF_CHAIN]
    return b"".join(part + _ids([link], 1) for part, link in zip(parts, links, strict=False))


def _ids(numbers: Sequence[int], multiple: int = IDS_A_SECTOR) -> bytes:
    """Return sector numbers as bytes, filled with free ones up to a multiple."""
    padded = [*numbers, *[FREE] * (-len(numbers) % multiple)]
    return struct.pack(f"<{len(padded)}I", *padded)


def _units(size: int, unit: int) -> int:
    return -(-size // unit)
