"""The names of a table's columns: how they are made, stored (ST_Xstring), and written in structured references."""

from __future__ import annotations

import re

from .cells.texts import clean, encode


def unique_name(name: str, offset: int, taken: set[str]) -> str:
    """Return a name for the column at a place, made different from all taken ones."""
    base = name if name.strip() else f"Column{offset + 1}"
    unique, number = base, 2
    while unique.lower() in taken:
        unique, number = f"{base}{number}", number + 1
    return unique


def in_brackets(name: str) -> str:
    """Write a column's name for a structured reference (its own signs need an apostrophe)."""
    return re.sub(r"(['\[\]#@])", r"'\1", name)


def encode_name(name: str) -> str:
    """Write a column's name as `ST_Xstring`: line ends are escaped in attributes."""
    return encode(clean(name)).replace("\n", "_x000a_")


def decode_name(name: str) -> str:
    """Read a column's name."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), name)
