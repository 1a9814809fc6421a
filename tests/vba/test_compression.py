import random

import pytest
from hypothesis import given, strategies as st
from oletools.olevba import decompress_stream

from wg_excel.vba.compression import CHUNK, compress, decompress


def decompressed(container: bytes) -> bytes:
    return bytes(decompress_stream(bytearray(container)))


def noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def test_the_specification_s_examples_are_reproduced() -> None:
    # MS-OVBA 3.2.1 (nothing repeats) and 3.2.3 (all the same)
    assert compress(b"abcdefghijklmnopqrstuv.").hex(" ") == (
        "01 19 b0 00 61 62 63 64 65 66 67 68 00 69 6a 6b 6c 6d 6e 6f 70 00 71 72 73 74 75 76 2e"
    )
    assert compress(b"a" * 73).hex(" ") == "01 03 b0 02 61 45 00"


def test_repetitions_become_copies_from_the_nearest_place() -> None:
    # The text of MS-OVBA 3.2.2, which copies from farther places where several matches are equally long.
    text = b"#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa"
    assert compress(text).hex(" ") == (
        "01 2f b0 00 23 61 61 61 62 63 64 65 82 66 00 70 61 67 68 69 6a 01 38 08 61 6b 6c 00 20 6d 6e 6f 70"
        " 06 71 02 70 04 00 72 73 74 75 76 10 77 78 79 7a 00 2c"
    )


@given(st.binary(max_size=300) | st.text("ab\r\n", max_size=6000).map(str.encode))
def test_what_is_compressed_comes_back(content: bytes) -> None:
    assert decompressed(compress(content)) == content


@pytest.mark.parametrize("size", [1, 2, 3640, 3641, 4000, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 3700])
def test_what_cannot_be_compressed_comes_back_at_its_length(size: int) -> None:
    assert decompressed(compress(noise(size))) == noise(size)


@pytest.mark.parametrize("size", [0, 1, 5000, 20000])
def test_no_chunk_is_longer_than_4098_bytes(size: int) -> None:
    container, at = compress(noise(size) + b"x" * size), 1
    while at < len(container):
        header = int.from_bytes(container[at : at + 2], "little")
        assert header >> 12 in {0b0011, 0b1011}
        at += (header & 0xFFF) + 3
    assert at == len(container)


@given(st.binary(max_size=3 * CHUNK) | st.text("abc \r\n", max_size=3 * CHUNK).map(str.encode))
def test_what_was_compressed_is_unpacked_the_same(content: bytes) -> None:
    assert decompress(compress(content)) == content


def test_the_specification_s_examples_are_unpacked() -> None:
    # MS-OVBA 3.2.1 and 3.2.3
    assert decompress(bytes.fromhex("0103b002614500")) == b"a" * 73
    nothing_repeats = "0119b000616263646566676800696a6b6c6d6e6f7000717273747576762e"
    assert decompress(bytes.fromhex(nothing_repeats.replace("7676", "76"))) == b"abcdefghijklmnopqrstuv."


@pytest.mark.parametrize("container", [b"", b"\x02abc", bytes.fromhex("0102b0ff0080")])
def test_what_is_no_container_is_refused(container: bytes) -> None:
    with pytest.raises(ValueError, match=r"container|token"):
        decompress(container)
