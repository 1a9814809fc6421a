"""Compress bytes into the container that VBA streams use (MS-OVBA 2.4.1)."""

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
