import io
import random

import olefile
import pytest
from hypothesis import given, strategies as st

from wg_excel.vba.compound import SECTOR, compound_file
from wg_excel.vba.directory import Tree


def streams(content: bytes) -> dict[str, bytes]:
    """Read with the strictest settings: every defect that olefile knows raises."""
    with olefile.OleFileIO(io.BytesIO(content), raise_defects=olefile.DEFECT_UNSURE) as file:
        assert not file.parsing_issues
        return {"/".join(path): file.openstream(path).read() for path in file.listdir()}


def noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def test_streams_of_all_sizes_come_back() -> None:
    sizes = [0, 1, 63, 64, 65, 511, 512, 513, 4095, 4096, 4097, 70_000]
    tree = {f"s{size}": noise(size) for size in sizes}
    assert streams(compound_file(tree)) == tree


def test_storages_come_back() -> None:
    content = compound_file({"VBA": {"dir": b"1", "deeper": {"x": noise(5000)}}, "PROJECT": b"2"})
    assert streams(content) == {"VBA/dir": b"1", "VBA/deeper/x": noise(5000), "PROJECT": b"2"}


@given(st.dictionaries(st.text("abcАБВ", min_size=1, max_size=9), st.binary(max_size=200), max_size=40))
def test_any_streams_come_back(tree: dict[str, bytes]) -> None:
    assert streams(compound_file(tree)) == tree


@pytest.mark.parametrize("sectors", [126, 127, 128, 13_950, 13_951, 13_952, 13_953, 31_000])
def test_the_sector_table_and_its_index_grow_with_the_file(sectors: int) -> None:
    content = noise(7) * (sectors * SECTOR // 7) + b"end"
    assert streams(compound_file({"large": content})) == {"large": content}


def test_the_same_tree_gives_the_same_bytes() -> None:
    tree: Tree = {"a": b"1", "b": {"c": noise(9000)}}
    assert compound_file(tree) == compound_file(tree)


def test_a_file_without_streams_is_read() -> None:
    assert streams(compound_file({})) == {}
