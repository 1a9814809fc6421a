"""The directory of a compound file: the entries of a storage form a red-black tree (MS-CFB 2.6)."""

import re
import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

STORAGE, STREAM, ROOT = 1, 2, 5
RED, BLACK = 0, 1
NO_ENTRY = 0xFFFFFFFF
ENTRY_SIZE = 128
UNUSED_ENTRY = struct.pack("<68x3I48x", NO_ENTRY, NO_ENTRY, NO_ENTRY)
GOOD_NAME = re.compile(r"[^/\\:!\0]{1,31}")

Tree: TypeAlias = Mapping[str, "bytes | Tree"]


class Entry(NamedTuple):
    """One directory entry; `left`, `right` and `child` are numbers of entries."""

    name: str
    kind: int
    content: bytes = b""
    colour: int = BLACK
    left: int = NO_ENTRY
    right: int = NO_ENTRY
    child: int = NO_ENTRY

    def packed(self, start: int, size: int) -> bytes:
        """Return the entry's 128 bytes for a content of `size` bytes from sector `start` on (2.6.1)."""
        name = self.name.encode("utf-16-le")
        links = (len(name) + 2, self.kind, self.colour, self.left, self.right, self.child)
        return name.ljust(64, b"\0") + struct.pack("<HBB3I36xIQ", *links, start, size)


def entries(tree: Tree) -> list[Entry]:
    """Return the root entry and all that `tree` holds, in the order given, linked (2.6.4)."""
    found = [Entry("Root Entry", ROOT)]
    _add_children(tree, 0, found)
    return found


def _add_children(tree: Tree, owner: int, found: list[Entry]) -> None:
    numbers = {}
    for name, content in tree.items():
        numbers[name] = len(found)
        if isinstance(content, bytes):
            found.append(Entry(_checked(name), STREAM, content))
        else:
            found.append(Entry(_checked(name), STORAGE))
            _add_children(content, numbers[name], found)
    ordered = [numbers[name] for name in sorted(numbers, key=_order)]
    top = _link(ordered, found, full_levels=(len(ordered) + 1).bit_length() - 1)
    found[owner] = found[owner]._replace(child=top)


def _link(numbers: Sequence[int], found: list[Entry], full_levels: int) -> int:
    """Link sorted entries as a balanced tree, black but for a last level that is not full; return its top."""
    if not numbers:
        return NO_ENTRY
    middle = len(numbers) // 2
    top = numbers[middle]
    found[top] = found[top]._replace(
        left=_link(numbers[:middle], found, full_levels - 1),
        right=_link(numbers[middle + 1 :], found, full_levels - 1),
        colour=BLACK if full_levels > 0 else RED,
    )
    return top


def _order(name: str) -> tuple[int, str]:
    """Return what siblings are sorted by: the length in UTF-16, then the upper-case name (2.6.4)."""
    return len(name.encode("utf-16-le")), name.upper()


def _checked(name: str) -> str:
    if not GOOD_NAME.fullmatch(name):
        raise ValueError(f"not a name for a compound file's entry: {name!r}")
    return name
