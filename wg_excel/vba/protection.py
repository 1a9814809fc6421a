"""The three values of a PROJECT stream that say how far a project is protected (MS-OVBA 2.4.3)."""

from typing import NamedTuple

SEED = 0x8D  # any byte; Excel draws it, a fixed one keeps builds the same
VERSION = 2


class Protection(NamedTuple):
    """State (CMG), password (DPB) and visibility (GC) as hexadecimal texts."""

    state: str
    password: str
    visibility: str


def unprotected(project_id: str) -> Protection:
    """Return the values of a project that everybody may read and change (2.3.1.15, 2.3.1.16, 2.3.1.17)."""
    return Protection(*(_encrypted(data, project_id) for data in (bytes(4), b"\x00", b"\xff")))


def _encrypted(data: bytes, project_id: str) -> str:
    """Return `data` encrypted (2.4.3.2) under the project's id, braces included."""
    key = sum(project_id.encode("ascii")) & 0xFF
    encrypted = [SEED, SEED ^ VERSION, SEED ^ key]
    previous = key
    ignored = bytes((SEED & 6) // 2)
    for byte in ignored + len(data).to_bytes(4, "little") + data:
        encrypted.append(byte ^ (encrypted[-2] + previous & 0xFF))
        previous = byte
    return bytes(encrypted).hex().upper()
