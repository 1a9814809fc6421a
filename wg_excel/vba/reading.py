"""Read the sources of a VBA project, as Excel or this package wrote it (MS-OVBA 2.3.4)."""

import io
import struct
from collections.abc import Iterator

from .compression import decompress

VERSION_RECORD, VERSION_SIZE = 0x09, 6  # the one record whose size does not count its data (2.3.4.2.1.11)
CODE_PAGE_RECORD, STREAM_RECORD, OFFSET_RECORD = 0x03, 0x32, 0x31


class UnreadableProjectError(ValueError):
    """A VBA project that this reader does not understand."""


def read_sources(project: bytes) -> dict[str, str]:
    """Return the source of each module by the name of its stream; raise UnreadableProjectError."""
    import olefile  # only an upgrade needs it

    try:
        with olefile.OleFileIO(io.BytesIO(project)) as file:
            records = list(_records(decompress(file.openstream("VBA/dir").read())))
            encoding = next(
                f"cp{int.from_bytes(data, 'little')}" for number, data in records if number == CODE_PAGE_RECORD
            )
            return {
                name: decompress(file.openstream(f"VBA/{name}").read()[offset:]).decode(encoding)
                for name, offset in _streams(records)
            }
    except (OSError, ValueError, LookupError, StopIteration, struct.error) as problem:
        raise UnreadableProjectError(str(problem)) from problem


def _streams(records: list[tuple[int, bytes]]) -> Iterator[tuple[str, int]]:
    """Yield each module's stream and where its source begins there, behind the compiled cache."""
    name = ""
    for number, data in records:
        if number == STREAM_RECORD:
            name = data.decode("utf-16-le")
        elif number == OFFSET_RECORD:
            yield name, int.from_bytes(data, "little")


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while position < len(stream):
        number, size = struct.unpack_from("<HI", stream, position)
        size = VERSION_SIZE if number == VERSION_RECORD else size
        yield number, stream[position + 6 : position + 6 + size]
        position += 6 + size
