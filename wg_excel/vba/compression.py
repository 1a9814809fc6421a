"""Compress bytes into the container that VBA streams use, and unpack them again (MS-OVBA 2.4.1)."""

from collections.abc import Iterator

CHUNK = 4096
SIGNATURE = b"\x01"
COMPRESSED_FLAGS = 0xB000
RAW_FLAGS = 0x3000
SHORTEST_MATCH = 3
TOKENS_A_FLAG_BYTE = 8
MOST_LITERALS = 3640  # so many bytes without one match, and their flag bytes, still fit into a chunk


def compress(data: bytes) -> bytes:
    """Return the CompressedContainer of `data` (MS-OVBA 2.4.1.1.1)."""
    chunks = (data[start : start + CHUNK] for start in range(0, len(data), CHUNK))
    return SIGNATURE + b"".join(piece for chunk in chunks for piece in _chunk(chunk))


def decompress(container: bytes) -> bytes:
    """Return what a CompressedContainer holds (2.4.1.3.1); raise ValueError where it is none."""
    if container[:1] != SIGNATURE:
        raise ValueError("no compressed container")
    found, position = bytearray(), 1
    while position < len(container):
        header = int.from_bytes(container[position : position + 2], "little")
        start, position = position + 2, position + (header & 0xFFF) + 3
        chunk = container[start:position]
        found += _unpacked(chunk) if header & 0x8000 else chunk
    return bytes(found)


def _unpacked(chunk: bytes) -> bytes:
    found, position = bytearray(), 0
    while position < len(chunk):
        flags, position = chunk[position], position + 1
        for bit in range(TOKENS_A_FLAG_BYTE):
            if flags >> bit & 1:
                _copy(found, int.from_bytes(chunk[position : position + 2], "little"))
            else:
                found += chunk[position : position + 1]
            position += 2 if flags >> bit & 1 else 1
            if position >= len(chunk):
                break
    return bytes(found)


def _copy(found: bytearray, token: int) -> None:
    """Append what a copy token stands for (2.4.1.3.19.1): the bytes may overlap those that it makes."""
    offset_bits = max((len(found) - 1).bit_length(), 4)
    start = len(found) - (token >> 16 - offset_bits) - 1
    if start < 0:
        raise ValueError("a copy token leads before the beginning")
    for place in range(start, start + (token & 0xFFFF >> offset_bits) + SHORTEST_MATCH):
        found.append(found[place])


def _chunk(chunk: bytes) -> Iterator[bytes]:
    packed = b"".join(_token_sequences(chunk))
    if len(packed) <= CHUNK:
        yield _header(len(packed), COMPRESSED_FLAGS) + packed
    elif len(chunk) == CHUNK:
        yield _header(CHUNK, RAW_FLAGS) + chunk
    else:
        # A raw chunk always has 4096 bytes and would pad the text with NULs (2.4.1.3.10): two chunks do not.
        yield from _chunk(chunk[:MOST_LITERALS])
        yield from _chunk(chunk[MOST_LITERALS:])


def _header(size: int, flags: int) -> bytes:
    """Return a CompressedChunkHeader: the whole chunk's size less 3, and the flags (2.4.1.1.5)."""
    return (flags | size - 1).to_bytes(2, "little")


def _token_sequences(chunk: bytes) -> Iterator[bytes]:
    """Yield a flag byte and its eight tokens at a time (2.4.1.1.7)."""
    flags, tokens = 0, list[bytes]()
    for is_copy, token in _tokens(chunk):
        flags |= is_copy << len(tokens)
        tokens.append(token)
        if len(tokens) == TOKENS_A_FLAG_BYTE:
            yield bytes([flags]) + b"".join(tokens)
            flags, tokens = 0, []
    if tokens:
        yield bytes([flags]) + b"".join(tokens)


def _tokens(chunk: bytes) -> Iterator[tuple[bool, bytes]]:
    """Yield the tokens of a chunk: `(is a copy, bytes)`, greedy, with the nearest of the longest matches."""
    seen: dict[bytes, list[int]] = {}
    position = 0
    while position < len(chunk):
        offset_bits = max((position - 1).bit_length(), 4)
        length, start = _longest_match(chunk, position, seen, (0xFFFF >> offset_bits) + SHORTEST_MATCH)
        if length:
            token = (position - start - 1) << (16 - offset_bits) | length - SHORTEST_MATCH
            yield True, token.to_bytes(2, "little")
        else:
            length = 1
            yield False, chunk[position : position + 1]
        for passed in range(position, position + length):
            seen.setdefault(chunk[passed : passed + SHORTEST_MATCH], []).append(passed)
        position += length


def _longest_match(chunk: bytes, position: int, seen: dict[bytes, list[int]], longest: int) -> tuple[int, int]:
    """Return `(length, start)` of the longest earlier match, `(0, 0)` where there is none (2.4.1.3.19.4)."""
    best, best_start = 0, 0
    limit = min(longest, len(chunk) - position)
    if limit < SHORTEST_MATCH:
        return best, best_start
    for start in reversed(seen.get(chunk[position : position + SHORTEST_MATCH], [])):
        length = _common_length(chunk, start, position, limit)
        if length > best:
            best, best_start = length, start
        if best == limit:
            break
    return best, best_start


def _common_length(chunk: bytes, start: int, position: int, limit: int) -> int:
    length = SHORTEST_MATCH
    while length < limit and chunk[start + length] == chunk[position + length]:
        length += 1
    return length
