"""Odd workbooks: whatever is done to a package, an edit gives a result or a refusal by name."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.headless import mutations
from tests.headless.odd_edits import edit, rearrange
from wg_excel.headless import UnsupportedMember, WorkbookRefused, open_book, save_copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MAX_COLUMNS = 16_384


def put_through(edited: Callable[[Path, Path], None], path: Path, target: Path) -> str:
    """Edit and save; return the refusal, empty where there was none. A refused file is not written."""
    target.unlink(missing_ok=True)
    try:
        edited(path, target)
    except (WorkbookRefused, UnsupportedMember) as refusal:
        return str(refusal)
    return ""


@pytest.mark.parametrize("edited", [edit, rearrange])
@pytest.mark.parametrize("mutation", mutations.MUTATIONS, ids=lambda each: each.__name__)
def test_each_mutation_gives_a_result_or_a_refusal(
    mutation: Callable[[mutations.Parts, random.Random], mutations.Parts],
    edited: Callable[[Path, Path], None],
    rich_path: Path,
    tmp_path: Path,
) -> None:
    for seed in range(4):
        parts = mutation(mutations.read(rich_path), random.Random(seed))
        refusal = put_through(edited, mutations.write(parts, tmp_path / "odd.xlsx"), tmp_path / "out.xlsx")
        assert refusal == "" or "«" in refusal
        assert refusal == "" or not (tmp_path / "out.xlsx").exists()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(mutations.MUTATIONS), min_size=2, max_size=4), st.integers(0, 2**32), st.booleans())
def test_any_mutations_together_give_a_result_or_a_refusal(
    rich_path: Path,
    tmp_path: Path,
    chosen: list[Callable[[mutations.Parts, random.Random], mutations.Parts]],
    seed: int,
    rearranged: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    parts, chance = mutations.read(rich_path), random.Random(seed)
    for mutation in chosen:
        if parts:
            parts = mutation(parts, chance)
    path = mutations.write(parts, tmp_path / "odd.xlsx")
    refusal = put_through(rearrange if rearranged else edit, path, tmp_path / "out.xlsx")
    assert refusal == "" or "«" in refusal


def test_the_last_of_all_columns_is_read_and_written(rich_path: Path, tmp_path: Path) -> None:
    book = open_book(rich_path)
    row = [[float(number) for number in range(MAX_COLUMNS)]]
    book.sheets[0].range((50, 1), (50, MAX_COLUMNS)).value = row
    save_copy(book, tmp_path / "wide.xlsx")
    again = open_book(tmp_path / "wide.xlsx").sheets[0]
    assert again.range((50, 1), (50, MAX_COLUMNS)).options(ndim=2).value == row
    assert again.used_range.last_cell.address == "$XFD$50"


def test_a_workbook_of_hidden_sheets_only_is_edited(rich_path: Path, tmp_path: Path) -> None:
    parts = mutations.very_hidden(mutations.read(rich_path), random.Random(0))
    assert put_through(edit, mutations.write(parts, tmp_path / "odd.xlsx"), tmp_path / "out.xlsx") == ""
