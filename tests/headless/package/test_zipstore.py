import io
import zipfile
import zlib

import pytest
from hypothesis import given, strategies as st

from wg_excel.headless.package.zipstore import flushed, pack, pack_pieces, read_archive, write_archive


def test_an_archive_is_read_by_others_and_copied_without_packing_again() -> None:
    members = [("a.xml", pack(b"<a/>")), ("папка/б.bin", pack(b"\0" * 5000))]
    data = write_archive(members)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.read("папка/б.bin") == b"\0" * 5000
    assert list(read_archive(data)) == members


def test_the_same_members_make_the_same_bytes() -> None:
    assert write_archive([("a", pack(b"1"))]) == write_archive([("a", pack(b"1"))])


def test_a_damaged_member_is_noticed() -> None:
    member = pack(b"content")._replace(crc=1)
    with pytest.raises(zipfile.BadZipFile):
        member.unpack()


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    member = pack(b"x")._replace(size=3 << 30)
    with pytest.raises(zipfile.BadZipFile):
        list(read_archive(write_archive([("a", member)])))


@given(st.lists(st.binary(max_size=300), max_size=6), st.sets(st.integers(0, 5)))
def test_a_part_of_pieces_is_the_part_packed_as_a_whole(pieces: list[bytes], before: set[int]) -> None:
    made = pack_pieces(flushed(piece) if place in before else piece for place, piece in enumerate(pieces))
    whole = b"".join(pieces)
    assert (made.unpack(), made.crc, made.size) == (whole, zlib.crc32(whole), len(whole))
