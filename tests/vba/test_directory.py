import struct
from collections.abc import Iterator

import pytest
from hypothesis import given, strategies as st

from wg_excel.vba.directory import BLACK, ENTRY_SIZE, NO_ENTRY, RED, Entry, entries

names = st.text(st.characters(codec="cp1251", exclude_characters="/\\:!\0"), min_size=1, max_size=31)
some_names = st.lists(names, max_size=60, unique_by=str.upper)


def in_order(found: list[Entry], number: int) -> Iterator[str]:
    if number != NO_ENTRY:
        yield from in_order(found, found[number].left)
        yield found[number].name
        yield from in_order(found, found[number].right)


def black_heights(found: list[Entry], number: int) -> set[int]:
    if number == NO_ENTRY:
        return {0}
    entry = found[number]
    below = black_heights(found, entry.left) | black_heights(found, entry.right)
    return {height + (entry.colour == BLACK) for height in below}


@given(some_names)
def test_siblings_are_ordered_by_length_then_by_upper_case_name(siblings: list[str]) -> None:
    found = entries(dict.fromkeys(siblings, b""))
    expected = sorted(siblings, key=lambda name: (len(name), name.upper()))
    assert list(in_order(found, found[0].child)) == expected


@given(some_names)
def test_siblings_form_a_red_black_tree(siblings: list[str]) -> None:
    found = entries(dict.fromkeys(siblings, b""))
    assert len(black_heights(found, found[0].child)) == 1
    children = [found[n] for e in found if e.colour == RED for n in (e.left, e.right) if n != NO_ENTRY]
    assert all(child.colour == BLACK for child in children)
    assert not siblings or found[found[0].child].colour == BLACK


def test_storages_hold_their_own_trees_in_the_order_given() -> None:
    found = entries({"VBA": {"b": b"1", "a": b"2"}, "PROJECT": b"3"})
    assert [entry.name for entry in found] == ["Root Entry", "VBA", "b", "a", "PROJECT"]
    assert list(in_order(found, found[1].child)) == ["a", "b"]


def test_an_entry_takes_128_bytes_with_its_name_counted_to_the_final_nul() -> None:
    packed = Entry("dir", 2).packed(start=7, size=300)
    assert len(packed) == ENTRY_SIZE
    assert packed[:8] == b"d\0i\0r\0\0\0"
    assert struct.unpack_from("<H", packed, 64) == (8,)
    assert struct.unpack_from("<IQ", packed, 116) == (7, 300)


@pytest.mark.parametrize("name", ["", "a/b", "a:b", "x" * 32])
def test_a_name_that_compound_files_forbid_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        entries({name: b""})
